/**
 * Arithmetic of a permission tree, as the server does it (`rules/tree.py`; both run tests/vectors/permission_tree.json).
 * A node is worth nothing without those above it, so a set of grants always holds them too.
 */

export interface TreeNode {
  readonly id: string;
  readonly parentId?: string | null;
}
export interface Shape {
  /** Every node, parents before their children, siblings as they were given. */
  readonly order: readonly string[];
  readonly parent: ReadonlyMap<string, string | null>;
  readonly children: ReadonlyMap<string | null, readonly string[]>;
}
export type Box = "CHECKED" | "PARTIAL" | "UNCHECKED";
export type Grants = ReadonlySet<string>;
/** What a user has ticked and unticked since the grants that he was shown. */
export interface Difference {
  readonly add: Grants;
  readonly remove: Grants;
}

export const NOTHING: Difference = { add: new Set(), remove: new Set() };

export function shapeOf(nodes: readonly TreeNode[]): Shape {
  const known = new Set(nodes.map((node) => node.id));
  const parent = new Map<string, string | null>();
  const children = new Map<string | null, string[]>();
  for (const { id, parentId } of nodes) {
    const above = parentId && known.has(parentId) ? parentId : null;
    parent.set(id, above);
    children.set(above, [...(children.get(above) ?? []), id]);
  }
  const order: string[] = [];
  const ahead = (children.get(null) ?? []).toReversed();
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    order.push(id);
    ahead.push(...(children.get(id) ?? []).toReversed());
  }
  return { order, parent, children };
}

export function ancestorsOf(shape: Shape, id: string): string[] {
  const found: string[] = [];
  for (let at = shape.parent.get(id) ?? null; at !== null; at = shape.parent.get(at) ?? null) found.push(at);
  return found;
}

/** The node and everything below it, in the order of the tree. */
export function subtreeOf(shape: Shape, id: string): string[] {
  const below = (shape.children.get(id) ?? []).flatMap((child) => subtreeOf(shape, child));
  return [id, ...below];
}

/** Grants with those above them; what is no node of the tree is left out. */
export function closed(shape: Shape, granted: Iterable<string>): Set<string> {
  const known = [...granted].filter((id) => shape.parent.has(id));
  return new Set([...known, ...known.flatMap((id) => ancestorsOf(shape, id))]);
}

/** The box of every node: checked when it and all below it are granted, half when something is. */
export function boxesOf(shape: Shape, granted: Grants): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const id of shape.order.toReversed()) {
    const below = (shape.children.get(id) ?? []).map((child) => boxes.get(child));
    const some = granted.has(id) || below.some((box) => box !== "UNCHECKED");
    const all = granted.has(id) && below.every((box) => box === "CHECKED");
    boxes.set(id, all ? "CHECKED" : some ? "PARTIAL" : "UNCHECKED");
  }
  return boxes;
}

/** The grants after a save: removing takes everything below along, adding brings those above. */
export function applied(shape: Shape, granted: Iterable<string>, { add, remove }: Difference): Set<string> {
  const gone = new Set([...remove].flatMap((id) => (shape.parent.has(id) ? subtreeOf(shape, id) : [])));
  const kept = [...closed(shape, granted)].filter((id) => !gone.has(id));
  return closed(shape, [...kept, ...add]);
}

export function differenceOf(before: Grants, after: Grants): Difference {
  return {
    add: new Set([...after].filter((id) => !before.has(id))),
    remove: new Set([...before].filter((id) => !after.has(id))),
  };
}

/** The draft after a node was given or taken, with all below it. */
function turned(shape: Shape, base: Grants, draft: Difference, ids: readonly string[], on: boolean): Difference {
  const add = new Set(draft.add);
  const remove = new Set(draft.remove);
  for (const id of ids) {
    if (on) {
      if (!base.has(id)) add.add(id);
      for (const each of [id, ...ancestorsOf(shape, id)]) remove.delete(each);
    } else {
      add.delete(id);
      if (base.has(id)) remove.add(id);
    }
  }
  return { add, remove };
}

/**
 * The draft after a click on a box: a whole one is emptied with all below it, any other one is filled. A draft holds
 * what was ticked by hand; what a tick brings along from above goes again with it.
 */
export function toggled(shape: Shape, base: Grants, draft: Difference, id: string): Difference {
  const granted = applied(shape, base, draft);
  const below = subtreeOf(shape, id);
  return turned(shape, base, draft, below, !below.every((each) => granted.has(each)));
}

/** The draft with a node and nothing of what stands below it. */
export function alone(shape: Shape, base: Grants, draft: Difference, id: string): Difference {
  const without = turned(shape, base, draft, subtreeOf(shape, id).slice(1), false);
  return turned(shape, base, without, [id], true);
}

/** The draft without its change of one node: what was given is taken back, what was taken is given back. */
export function undone(shape: Shape, base: Grants, draft: Difference, id: string): Difference {
  const granted = applied(shape, base, draft);
  const below = granted.has(id) && !base.has(id) ? subtreeOf(shape, id) : [id];
  return turned(shape, base, draft, below, base.has(id));
}

export function isEmpty({ add, remove }: Difference): boolean {
  return add.size === 0 && remove.size === 0;
}
