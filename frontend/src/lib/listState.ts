/** State of a list in its URL, and so in a saved view, a link sent to a colleague and the back button. */

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}
export interface ListState {
  readonly page: number;
  readonly size: number;
  readonly search: string;
  /** By filter key, as text; several values are joined by commas. */
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: readonly Sorting[];
  /** Keys of the shown columns in order, or null for the page's own choice. */
  readonly columns: readonly string[] | null;
  readonly view: string | null;
}
export interface ListDefaults {
  readonly sizes: readonly number[];
}

const FILTER = "f.";
/** The furthest row that an offset reaches on the server. */
export const LAST_OFFSET = 10_000;

function whole(text: string | undefined, low: number): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value >= low ? value : null;
}

export type SearchRecord = Readonly<Record<string, string>>;

export function readListState(search: SearchRecord, { sizes }: ListDefaults): ListState {
  const size = whole(search["size"], 1);
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(search)) {
    if (name.startsWith(FILTER) && value !== "") filters[name.slice(FILTER.length)] = value;
  }
  return {
    page: whole(search["page"], 1) ?? 1,
    size: size !== null && sizes.includes(size) ? size : (sizes[0] ?? 20),
    search: search["q"] ?? "",
    filters,
    sort: (search["sort"] ?? "")
      .split(",")
      .filter(Boolean)
      .map((part) => ({ key: part.replace(/^-/, ""), descending: part.startsWith("-") })),
    columns: search["cols"] ? search["cols"].split(",") : null,
    view: search["view"] ?? null,
  };
}

/** Only what differs from the defaults is written. */
export function writeListState(state: ListState, { sizes }: ListDefaults): Record<string, string> {
  const search: Record<string, string> = {};
  if (state.view) search["view"] = state.view;
  if (state.search) search["q"] = state.search;
  for (const [key, value] of Object.entries(state.filters).toSorted(([a], [b]) => a.localeCompare(b))) {
    if (value !== "") search[FILTER + key] = value;
  }
  if (state.sort.length) search["sort"] = state.sort.map((part) => (part.descending ? "-" : "") + part.key).join(",");
  if (state.columns) search["cols"] = state.columns.join(",");
  if (state.page > 1) search["page"] = String(state.page);
  if (state.size !== sizes[0]) search["size"] = String(state.size);
  return search;
}

/** `?a=1&b=2` both ways, every value a text; a name given twice counts once. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).filter(([, value]) => typeof value === "string" && value !== "") as [
    string,
    string,
  ][];
  const text = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** The last page that can be opened. */
export function lastPage(total: number, size: number): number {
  return Math.max(1, Math.min(Math.ceil(total / size), Math.floor(LAST_OFFSET / size) + 1));
}
