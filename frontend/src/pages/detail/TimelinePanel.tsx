import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { connectionOf, read } from "@/config/operations";
import type { Operation } from "@/config/types";
import { formatInstant } from "@/lib/time";
import { Differences, isDifferences } from "@/runtime/cells/Differences";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { Failure } from "@/ui/Failure";
import styles from "./Detail.module.css";
import { Lines } from "@/ui/Lines";

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly byToken: boolean;
  readonly actor?: { readonly displayName?: string | null } | null;
  readonly reason?: string | null;
  readonly differences?: unknown;
}
const PAGE = 20;

interface Props {
  readonly source: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** Who did what to a record, newest first. */
export function TimelinePanel({ source, params }: Props) {
  const { t } = useTranslation();
  const acts = useDictionary("AuditAction");
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["read", source.id, params, "timeline"],
    queryFn: async ({ signal, pageParam }) =>
      connectionOf(await read(source, { params, page: { first: PAGE, offset: pageParam } }, signal))
        .nodes as unknown as Entry[],
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length === PAGE ? all.length * PAGE : undefined),
  });
  const entries = data?.pages.flat() ?? [];
  return (
    <Panel title={t("detail.timeline")}>
      {isPending ? (
        <Lines />
      ) : error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : entries.length === 0 ? (
        <EmptyState title={t("detail.noEvents")} />
      ) : (
        <Timeline
          items={entries.map((entry) => ({
            key: entry.id,
            content: (
              <div className={styles["event"]}>
                <strong>{acts.find((act) => act.value === entry.action)?.label ?? entry.action}</strong>
                <span className={styles["when"]}>
                  {formatInstant(entry.at)} · {entry.actor?.displayName ?? t("detail.system")}
                  {entry.byToken ? ` · ${t("detail.byToken")}` : ""}
                </span>
                {entry.reason ? <span>{entry.reason}</span> : null}
                {isDifferences(entry.differences) ? <Differences rows={entry.differences} /> : null}
              </div>
            ),
          }))}
        />
      )}
      {hasNextPage ? (
        <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("common.more")}
        </Button>
      ) : null}
    </Panel>
  );
}
