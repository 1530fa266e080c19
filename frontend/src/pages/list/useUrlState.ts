import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { parseSearch, readListState, stringifySearch, writeListState, type ListState } from "@/lib/listState";
import { useGoTo } from "@/ui/PageLink";

export type SetListState = (changes: Partial<ListState>) => void;

/** State of a list in the address: shared by a link, kept by the back button. */
export function useUrlState(sizes: readonly number[]): [ListState, SetListState] {
  const { pathname, searchStr } = useLocation();
  const goTo = useGoTo();
  const state = useMemo(() => readListState(parseSearch(searchStr), { sizes }), [searchStr, sizes]);
  const set: SetListState = (changes) => {
    const search = writeListState({ ...state, ...changes }, { sizes });
    // Typing in a filter is no page of its own in the history; turning a page or choosing a view is.
    goTo(pathname + stringifySearch(search), { replace: !("page" in changes && Object.keys(changes).length === 1) });
  };
  return [state, set];
}
