import { lazy, Suspense, useMemo } from "react";
import type { DashboardPage } from "@/config/types";
import { readListState } from "@/lib/listState";
import { parseSearch } from "@/lib/listState";
import { useLocation } from "@tanstack/react-router";
import { ConfiguredHeader } from "../ConfiguredHeader";
import { filterOf } from "../list/query";
import { WidgetCard } from "./WidgetCard";
import styles from "./Dashboard.module.css";

const Controls = lazy(async () => ({ default: (await import("./Controls")).Controls }));

interface Props {
  readonly page: DashboardPage;
  readonly params: Readonly<Record<string, string>>;
}
const NO_SIZES = { sizes: [] };

/** Figures and charts; the controls above them stand in the address, as a list's filters do. */
export function DashboardPageView({ page, params }: Props) {
  const { searchStr } = useLocation();
  const { filters } = useMemo(() => readListState(parseSearch(searchStr), NO_SIZES), [searchStr]);
  const sources = useMemo(() => ({ params, filter: filterOf(page.controls, filters) }), [params, page, filters]);
  return (
    <>
      <ConfiguredHeader
        page={page}
        actions={
          page.controls.length ? (
            <Suspense>
              <Controls fields={page.controls} texts={filters} />
            </Suspense>
          ) : undefined
        }
      />
      <div className={styles["grid"]}>
        {page.widgets.map((widget) => (
          <WidgetCard key={widget.key} widget={widget} sources={sources} />
        ))}
      </div>
    </>
  );
}
