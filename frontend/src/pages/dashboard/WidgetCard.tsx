import { QuestionCircleOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Tooltip } from "antd";
import { lazy, Suspense, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { read, readKey } from "@/config/operations";
import type { Widget } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import type { Sources } from "@/lib/bindings";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import { PageLink } from "@/ui/PageLink";
import { Stat } from "./Stat";
import { TodoList } from "./TodoList";
import styles from "./Dashboard.module.css";
import { Lines } from "@/ui/Lines";

const ChartView = lazy(async () => ({ default: (await import("@/runtime/charts/ChartView")).ChartView }));

const WidgetTable = lazy(async () => ({ default: (await import("./WidgetTable")).WidgetTable }));

const COLUMNS = 24;

interface Props {
  readonly widget: Widget;
  readonly sources: Sources;
}

/** One widget fails, loads and repeats by itself. */
export function WidgetCard({ widget, sources }: Props) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: readKey(widget.source, sources),
    queryFn: async ({ signal }) => (await read(widget.source, sources, signal)) ?? null,
    placeholderData: keepPreviousData,
  });
  const href = pathOf(widget.linkPage);
  return (
    <Panel
      className={styles["widget"]}
      quiet={widget.kind === "STAT"}
      style={{ "--span": widget.span, "--narrow-span": widget.kind === "STAT" ? 12 : COLUMNS } as CSSProperties}
      title={
        <>
          {widget.title}
          {widget.help ? (
            <Tooltip title={widget.help}>
              <QuestionCircleOutlined tabIndex={0} aria-label={widget.help} className={styles["help"] ?? ""} />
            </Tooltip>
          ) : null}
        </>
      }
      extra={href ? <PageLink href={href}>{t("common.more")}</PageLink> : null}
    >
      {isPending ? (
        <Lines rows={widget.kind === "STAT" ? 1 : 5} />
      ) : error && data === undefined ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : (
        <ErrorBoundary fallback={(fault) => <Failure small error={fault} />}>
          <Shown widget={widget} data={data} />
        </ErrorBoundary>
      )}
    </Panel>
  );
}

function Shown({ widget, data }: { widget: Widget; data: unknown }) {
  const { kind } = widget;
  switch (kind) {
    case "STAT":
      return widget.stat ? <Stat spec={widget.stat} data={data} /> : null;
    case "LINE":
    case "BAR":
    case "PIE":
      return widget.chart ? (
        <Suspense fallback={<Lines rows={5} />}>
          <ChartView kind={kind} spec={widget.chart} data={data} title={widget.title} />
        </Suspense>
      ) : null;
    case "TABLE":
      return (
        <Suspense fallback={<Lines rows={5} />}>
          <WidgetTable columns={widget.columns} data={data} />
        </Suspense>
      );
    case "TODO":
      return <TodoList data={data} />;
    default:
      return assertNever(kind);
  }
}
