import { DeleteOutlined, SaveOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeature } from "@/config/AppConfigContext";
import { read, readKey } from "@/config/operations";
import type { ListPage } from "@/config/types";
import { DeleteViewDocument, SavedViewsDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import type { Sources } from "@/lib/bindings";
import { parseSearch, readListState, stringifySearch, writeListState, type ListState } from "@/lib/listState";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { listSources } from "./query";
import type { SetListState } from "./useUrlState";
import styles from "./List.module.css";
import { CountBadge } from "@/ui/CountBadge";

const SaveViewDialog = lazy(async () => ({ default: (await import("./SaveViewDialog")).SaveViewDialog }));

interface View {
  readonly key: string;
  readonly label: string;
  readonly query: string;
  readonly mine: boolean;
  readonly count?: ListPage["presets"][number]["count"];
}
interface Props {
  readonly page: ListPage;
  readonly state: ListState;
  readonly params: Readonly<Record<string, string>>;
  readonly onState: SetListState;
}
const ALL = "$all";

/** How many records a view holds now. */
function Count({ operation, sources }: { operation: NonNullable<View["count"]>; sources: Sources }) {
  const { data } = useQuery({
    queryKey: readKey(operation, sources),
    queryFn: ({ signal }) => read(operation, sources, signal),
  });
  return typeof data === "number" ? <CountBadge count={data} /> : null;
}

function useViews(page: ListPage): { views: readonly View[]; key: readonly unknown[] } {
  const enabled = useFeature("SAVED_VIEWS");
  const key = ["savedViews", page.key];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await execute(SavedViewsDocument, { pageKey: page.key }, { signal })).savedViews,
    enabled,
  });
  const saved = (data ?? []).map((view) => ({ key: view.id, label: view.label, query: view.query, mine: view.mine }));
  return { views: [...page.presets.map((preset) => ({ ...preset, mine: false })), ...saved], key };
}

/** Without paging: a view is what is looked at, not how far one has read. */
function queryOf(state: ListState, sizes: readonly number[]): string {
  return stringifySearch(writeListState({ ...state, page: 1, size: sizes[0] ?? state.size, view: null }, { sizes }));
}

export function ViewTabs({ page, state, params, onState }: Props) {
  const { t } = useTranslation();
  const canSave = useFeature("SAVED_VIEWS");
  const { views, key } = useViews(page);
  const queryClient = useQueryClient();
  const [saving, setSaving] = useState(false);
  const remove = useMutation({
    mutationFn: async (id: string) => accepted((await execute(DeleteViewDocument, { input: { id } })).deleteView),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  });
  const current = views.find((view) => view.key === state.view);
  const sizes = page.pageSizes;
  const changed =
    queryOf(state, sizes) !== (current ? queryOf(readListState(parseSearch(current.query), { sizes }), sizes) : "");
  const sourcesOf = (query: string) =>
    listSources(page, readListState(parseSearch(query), { sizes }), new Set(), params);
  if (views.length === 0 && !(canSave && changed)) return null;
  const choose = (chosen: string) => {
    const view = views.find((each) => each.key === chosen);
    const next = readListState(parseSearch(view?.query ?? ""), { sizes });
    onState({ ...next, size: state.size, view: view?.key ?? null });
  };
  return (
    <div className={styles["views"]} data-tour="listViews">
      <ViewSwitch
        label={t("list.views")}
        value={current?.key ?? ALL}
        onChange={choose}
        items={[
          { key: ALL, label: t("list.all") },
          ...views.map((view) => ({
            key: view.key,
            label: view.count ? (
              <>
                {view.label}
                <Count operation={view.count} sources={sourcesOf(view.query)} />
              </>
            ) : (
              view.label
            ),
          })),
        ]}
      />
      {canSave && changed ? (
        <Button type="link" icon={<SaveOutlined aria-hidden />} onClick={() => setSaving(true)}>
          {t("list.saveView")}
        </Button>
      ) : null}
      {current?.mine && !changed ? (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          loading={remove.isPending}
          onClick={() => remove.mutate(current.key, { onSuccess: () => choose(ALL) })}
        >
          {t("list.deleteView")}
        </Button>
      ) : null}
      {saving ? (
        <Suspense>
          <SaveViewDialog
            pageKey={page.key}
            query={queryOf(state, sizes)}
            onClose={() => setSaving(false)}
            onSaved={(view) => {
              void queryClient.invalidateQueries({ queryKey: key });
              setSaving(false);
              onState({ view });
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
