import type { Field, ListPage } from "@/config/types";
import type { Sources } from "@/lib/bindings";
import { encodeFilter, valueOfText } from "@/lib/codecs";
import type { ListState } from "@/lib/listState";
import { isRecord, type WireRecord, type WireValue } from "@/lib/values";

function merged(into: WireRecord, part: WireRecord): WireRecord {
  const result: Record<string, WireValue> = { ...into };
  for (const [key, value] of Object.entries(part)) {
    const before = result[key];
    result[key] = isRecord(before) && isRecord(value) ? merged(before, value) : value;
  }
  return result;
}

/** The filter input of what stands in the filters. */
export function filterOf(fields: readonly Field[], texts: ListState["filters"]): WireRecord {
  const lookup = new Map(fields.map((field) => [field.key, field]));
  return fields.reduce<WireRecord>((filter, field) => {
    const part = encodeFilter(field, valueOfText(field, texts[field.key] ?? ""), lookup);
    return part ? merged(filter, part) : filter;
  }, {});
}

export function orderOf(page: ListPage, state: ListState): { field: string; descending: boolean }[] {
  const chosen = state.sort.length ? state.sort : page.defaultOrder;
  return chosen.flatMap(({ key, descending }) => {
    const field = page.columns.find((column) => column.key === key)?.sortable;
    return field ? [{ field, descending }] : [];
  });
}

export function listSources(
  page: ListPage,
  state: ListState,
  shown: ReadonlySet<string>,
  params: Readonly<Record<string, string>>,
): Sources {
  const filter = filterOf(page.filters, state.filters);
  return {
    params,
    search: state.search,
    ...(Object.keys(filter).length ? { filter } : {}),
    order: orderOf(page, state),
    page: { first: state.size, offset: (state.page - 1) * state.size },
    include: Object.fromEntries(
      page.columns.flatMap((column) =>
        column.includeVariable ? [[column.includeVariable, shown.has(column.key)]] : [],
      ),
    ),
  };
}

/** Columns in the order chosen; those that the page no longer has are forgotten. */
export function shownColumns(page: ListPage, chosen: readonly string[] | null): ListPage["columns"] {
  const all = new Map(page.columns.map((column) => [column.key, column]));
  const picked = (chosen ?? []).flatMap((key) => all.get(key) ?? []);
  return picked.length ? picked : page.columns.filter((column) => column.defaultVisible);
}
