import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { connectionOf, read, readKey } from "@/config/operations";
import type { ListPage } from "@/config/types";
import type { ListState } from "@/lib/listState";
import { useSetting } from "@/config/settings";
import { listSources, shownColumns } from "./query";

const SECOND_MS = 1_000;

export function useList(page: ListPage, state: ListState, params: Readonly<Record<string, string>>) {
  const [remembered, remember] = useSetting<string[]>(`columns.${page.key}`);
  const columns = useMemo(() => shownColumns(page, state.columns ?? remembered), [page, state.columns, remembered]);
  const sources = useMemo(
    () => listSources(page, state, new Set(columns.map((column) => column.key)), params),
    [page, state, columns, params],
  );
  const query = useQuery({
    queryKey: readKey(page.source, sources),
    queryFn: async ({ signal }) => connectionOf(await read(page.source, sources, signal)),
    placeholderData: keepPreviousData,
    refetchInterval: page.refreshSeconds ? page.refreshSeconds * SECOND_MS : false,
  });
  return { ...query, columns, sources, remember, remembered };
}
