import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { connectionOf, read } from "@/config/operations";
import type { Operation } from "@/config/types";
import { plain } from "@/lib/plain";
import { formatInstant } from "@/lib/time";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { Failure } from "@/ui/Failure";
import styles from "./Detail.module.css";
import { Lines } from "@/ui/Lines";

interface Change {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly byToken: boolean;
  readonly actor?: { readonly displayName?: string | null } | null;
  readonly reason?: string | null;
  readonly changes?: readonly Change[] | null;
}
const PAGE = 20;

/** `kind: BANK_ALL`, `cashier, manager`: what is empty is not worth a word. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join(", ");
  if (typeof value !== "object") return plain(value);
  const parts = Object.entries(value).map(([name, part]) => [name, shown(part)] as const);
  return parts.flatMap(([name, part]) => (part ? [`${name}: ${part}`] : [])).join("; ");
}

/** Names are those that the record's own page uses for the same values. */
function Changes({ changes, labels }: { changes: readonly Change[]; labels: ReadonlyMap<string, string> }) {
  const { t } = useTranslation();
  return (
    <ul className={styles["changes"]}>
      {changes.map(({ path, before, after }) => (
        <li key={path}>
          {labels.get(path) ?? path}: <del>{shown(before) || t("common.none")}</del> →{" "}
          <ins>{shown(after) || t("common.none")}</ins>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly source: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly labels: ReadonlyMap<string, string>;
}

/** Who did what to a record, newest first. */
export function TimelinePanel({ source, params, labels }: Props) {
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
                {entry.changes?.length ? <Changes changes={entry.changes} labels={labels} /> : null}
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
