/** Guided tours: where each stop is, by the mark `data-tour`, and its texts (`tour.<stop>.title` and `.body`). */

export type Stop =
  | "search"
  | "menu"
  | "homeWaiting"
  | "homeFigures"
  | "homeEntrances"
  | "listViews"
  | "listFilters"
  | "listTools"
  | "listRows"
  | "platforms"
  | "roles"
  | "treeTools"
  | "tree"
  | "treeFacts";

const LIST: readonly Stop[] = ["listViews", "listFilters", "listTools", "listRows"];

/** Tours by the key that a page's help names. */
const TOURS: Readonly<Record<string, readonly Stop[]>> = {
  home: ["homeWaiting", "homeFigures", "homeEntrances", "menu", "search"],
  platforms: ["platforms"],
  platform: ["roles", "treeTools", "tree", "treeFacts"],
};

/** The tour of a page: its own one, or the one that fits every page of its kind; null when there is none. */
export function tourOf(tourKey: string | null | undefined, kind: string | null): readonly Stop[] | null {
  return TOURS[tourKey ?? ""] ?? (kind === "ListPage" ? LIST : null);
}

export function placeOf(stop: Stop): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-tour="${stop}"]`);
}
