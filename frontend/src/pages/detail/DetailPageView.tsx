import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { read, readKey } from "@/config/operations";
import type { DetailPage, Row } from "@/config/types";
import { codeOf } from "@/lib/errors";
import { getPath } from "@/lib/paths";
import { ActionButtons, useActions } from "@/runtime/actions/ActionButtons";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { StatusBadge } from "@/ui/StatusBadge";
import { ConfiguredHeader } from "../ConfiguredHeader";
import { Section } from "./Section";
import styles from "./Detail.module.css";

const Timeline = lazy(async () => ({ default: (await import("./TimelinePanel")).TimelinePanel }));
const SHOWN_ACTIONS = 3;

function textAt(record: Row, path: string | null | undefined): string | null {
  const value = path ? getPath(record, path) : null;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

interface Props {
  readonly page: DetailPage;
  readonly params: Readonly<Record<string, string>>;
  /** Shown instead when the record does not exist, or not for this caller: the two look the same. */
  readonly missing: React.ReactNode;
}

export function DetailPageView({ page, params, missing }: Props) {
  const { t } = useTranslation();
  const { start, flow } = useActions();
  const statuses = useDictionary(page.header.statusDictionary);
  const titles = useDictionary(page.header.titleDictionary);
  const source = { params };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: readKey(page.source, source),
    queryFn: async ({ signal }) => ((await read(page.source, source, signal)) as Row | null) ?? null,
  });
  if (isPending) return <PageSkeleton />;
  // All that this reads by comes from the address: what is malformed there is nobody's record.
  if (codeOf(error) === "BAD_USER_INPUT") return <>{missing}</>;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <>{missing}</>;
  const status = textAt(data, page.header.statusPath);
  const option = statuses.find((each) => each.value === status);
  const title = textAt(data, page.header.titlePath);
  const actions = page.actions.filter((action) => action.placement.includes("DETAIL"));
  return (
    <>
      <ConfiguredHeader
        page={page}
        title={titles.find((each) => each.value === title)?.label ?? title ?? page.title}
        subtitle={textAt(data, page.header.subtitlePath)}
        status={status ? <StatusBadge label={option?.label ?? status} tone={option?.tone} /> : null}
        actions={
          <>
            <ActionButtons
              actions={actions}
              row={data}
              shown={SHOWN_ACTIONS}
              onStart={(action) => start(action, { params, row: data })}
            />
            <Button
              title={t("detail.print")}
              aria-label={t("detail.print")}
              icon={<PrinterOutlined aria-hidden />}
              onClick={() => window.print()}
            />
          </>
        }
      />
      <div className={styles["page"]} data-with-timeline={Boolean(page.timeline)}>
        <div className={styles["main"]}>
          {page.sections.map((section) => (
            <Section key={section.key} section={section} record={data} params={params} />
          ))}
        </div>
        {page.timeline ? (
          <aside className={styles["side"]} aria-label={t("detail.timeline")}>
            <Suspense>
              <Timeline source={page.timeline} params={params} />
            </Suspense>
          </aside>
        ) : null}
      </div>
      {flow}
    </>
  );
}
