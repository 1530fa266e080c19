import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { connectionOf, read } from "@/config/operations";
import type { Operation } from "@/config/types";
import { formatInstant } from "@/lib/time";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { Failure } from "@/ui/Failure";
import styles from "./Detail.module.css";
import { Lines } from "@/ui/Lines";

interface Change {
  readonly label: string;
  readonly before?: string | null;
  readonly after?: string | null;
}
interface Entry {
  readonly id: string;
  readonly occurredAt: string;
  readonly actorName?: string | null;
  readonly actionLabel: string;
  readonly reason?: string | null;
  readonly changes?: readonly Change[] | null;
}
const PAGE = 20;

function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles["changes"]}>
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}: <del>{before || t("common.none")}</del> → <ins>{after || t("common.none")}</ins>
        </li>
      ))}
    </ul>
  );
}

/** Who did what to a record, newest first. */
export function TimelinePanel({ source, params }: { source: Operation; params: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
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
                <strong>{entry.actionLabel}</strong>
                <span className={styles["when"]}>
                  {formatInstant(entry.occurredAt)} · {entry.actorName ?? t("detail.system")}
                </span>
                {entry.reason ? <span>{entry.reason}</span> : null}
                {entry.changes?.length ? <Changes changes={entry.changes} /> : null}
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
