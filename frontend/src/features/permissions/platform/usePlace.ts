import { useLocation } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "@/lib/listState";
import { useGoTo } from "@/ui/PageLink";

interface Place {
  readonly view: string | undefined;
  readonly role: string | undefined;
}

/** Which part of the page is open, in the address: it survives a reload and can be sent to a colleague. */
export function usePlace(): [Place, (changes: Partial<Place>) => void] {
  const { pathname, searchStr } = useLocation();
  const goTo = useGoTo();
  const search = parseSearch(searchStr);
  const set = (changes: Partial<Place>) =>
    goTo(pathname + stringifySearch({ ...search, ...changes }), { replace: true });
  return [{ view: search["view"], role: search["role"] }, set];
}
