import { ReloadOutlined } from "@ant-design/icons";
import { Button, Pagination } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action, ListPage, Row } from "@/config/types";
import { formatNumber } from "@/lib/fen";
import { lastPage, type ListState } from "@/lib/listState";
import { ActionButtons, useActions } from "@/runtime/actions/ActionButtons";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { useNarrow } from "@/ui/useMedia";
import { ColumnChooser } from "./ColumnChooser";
import { ExportButton } from "./ExportButton";
import { FilterBar } from "./FilterBar";
import { useList } from "./useList";
import type { SetListState } from "./useUrlState";
import { ViewTabs } from "./ViewTabs";
import styles from "./List.module.css";

const ListTable = lazy(async () => ({ default: (await import("./ListTable")).ListTable }));
const RowCards = lazy(async () => ({ default: (await import("./RowCards")).RowCards }));

interface Props {
  readonly page: ListPage;
  readonly params: Readonly<Record<string, string>>;
  readonly state: ListState;
  readonly onState: SetListState;
  /** Inside another page: no views of its own. */
  readonly embedded?: boolean;
}

function placed(page: ListPage, placement: Action["placement"][number]): Action[] {
  return page.actions.filter((action) => action.placement.includes(placement));
}

/** A list: filters, columns, rows with their actions, pages. Where its state lives is the caller's business. */
export function ListView({ page, params, state, onState, embedded = false }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const list = useList(page, state, params);
  const { start, flow } = useActions();
  const bulk = placed(page, "BULK");
  const [selected, setSelected] = useState<readonly Row[]>([]);
  const rows = list.data?.nodes ?? [];
  const total = list.data?.totalCount ?? null;
  const filtered = state.search !== "" || Object.values(state.filters).some(Boolean);
  const rowActions = placed(page, "ROW");
  const shared = {
    page,
    columns: list.columns,
    rows,
    loading: list.isFetching && (list.isPending || list.isPlaceholderData),
    actions: rowActions,
    selected: bulk.length ? selected : null,
    onSelect: setSelected,
    onStart: (action: Action, row: Row) => start(action, { params, row }),
    empty: list.isPending ? null : (
      <NoRows page={page} filtered={filtered} onStart={(action) => start(action, { params })} />
    ),
  };
  return (
    <>
      <div className={styles["panel"]}>
        {embedded ? null : <ViewTabs page={page} state={state} params={params} onState={onState} />}
        <FilterBar page={page} state={state} onState={onState} />
        <div className={styles["bar"]}>
          <span className={styles["total"]} aria-live="polite">
            {total === null
              ? null
              : t(list.data?.capped ? "list.totalCapped" : "list.total", { total: formatNumber(total) })}
          </span>
          <span className={styles["tools"]} data-tour="listTools">
            {page.export ? (
              <ExportButton config={page.export} columns={list.columns} sources={list.sources} total={total} />
            ) : null}
            <Button
              title={t("list.refresh")}
              type="text"
              aria-label={t("list.refresh")}
              icon={<ReloadOutlined spin={list.isFetching} />}
              onClick={() => void list.refetch()}
            />
            <ColumnChooser
              page={page}
              shown={list.columns}
              onChoose={(columns) => {
                list.remember(columns);
                onState({ columns });
              }}
            />
          </span>
        </div>
        {list.error && list.data ? (
          <div role="alert" className={styles["stale"]}>
            {t("errors.stale")}
            <Button size="small" onClick={() => void list.refetch()}>
              {t("common.retry")}
            </Button>
          </div>
        ) : null}
        {list.error && !list.data ? (
          <Failure small error={list.error} onRetry={() => void list.refetch()} />
        ) : narrow ? (
          <Suspense fallback={<RowsSkeleton />}>
            <RowCards {...shared} />
          </Suspense>
        ) : (
          <Suspense fallback={<RowsSkeleton />}>
            <ListTable {...shared} state={state} onState={onState} />
          </Suspense>
        )}
        {total !== null && total > (embedded ? Math.min(...page.pageSizes) : 0) ? (
          <div className={styles["pager"]}>
            <Pagination
              current={Math.min(state.page, lastPage(total, state.size))}
              pageSize={state.size}
              total={Math.min(total, lastPage(total, state.size) * state.size)}
              pageSizeOptions={[...page.pageSizes]}
              showSizeChanger={!narrow}
              simple={narrow}
              onChange={(next, size) => onState(size === state.size ? { page: next } : { page: 1, size })}
            />
          </div>
        ) : null}
      </div>
      {selected.length ? (
        <div className={styles["bulk"]} role="region" aria-label={t("list.bulk")}>
          <span>{t("action.selected", { count: selected.length })}</span>
          <ActionButtons
            actions={bulk}
            selection={selected}
            shown={3}
            onStart={(action) => start(action, { params, selection: selected })}
          />
          <Button type="link" onClick={() => setSelected([])}>
            {t("list.clearSelection")}
          </Button>
        </div>
      ) : null}
      {flow}
    </>
  );
}

function RowsSkeleton() {
  return (
    <div style={{ padding: 16 }}>
      <Lines rows={8} />
    </div>
  );
}

interface NoRowsProps {
  readonly page: ListPage;
  readonly filtered: boolean;
  readonly onStart: (action: Action) => void;
}

function NoRows({ page, filtered, onStart }: NoRowsProps) {
  const { t } = useTranslation();
  if (filtered) return <EmptyState title={t("list.noMatch")} body={t("list.noMatchHint")} />;
  const next = page.actions.find((action) => action.key === page.empty?.actionKey);
  return (
    <EmptyState
      title={page.empty?.title ?? t("list.empty")}
      body={page.empty?.body}
      action={
        next ? (
          <Button type="primary" onClick={() => onStart(next)}>
            {next.label}
          </Button>
        ) : undefined
      }
    />
  );
}
