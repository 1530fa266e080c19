import { closed, subtreeOf, type Difference, type Grants, type Shape } from "../tree";

export type Show = "all" | "granted" | "changed";
interface Named {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}
interface Wanted {
  readonly text: string;
  readonly show: Show;
  readonly granted: Grants;
  readonly change: Difference;
}

export function isWanted(node: Named, text: string): boolean {
  const needle = text.trim().toLowerCase();
  return needle !== "" && [node.code, node.nameZh, node.nameEn].some((each) => each.toLowerCase().includes(needle));
}

/** The nodes to show: what fits, what stands above it, and below a node that was searched for everything. */
export function visibleIds(
  shape: Shape,
  nodes: readonly Named[],
  { text, show, granted, change }: Wanted,
): Set<string> {
  const shown = (id: string) =>
    show === "all" || (show === "granted" ? granted.has(id) : change.add.has(id) || change.remove.has(id));
  const found =
    text.trim() === "" ? shape.order : nodes.flatMap((node) => (isWanted(node, text) ? subtreeOf(shape, node.id) : []));
  return closed(shape, found.filter(shown));
}
