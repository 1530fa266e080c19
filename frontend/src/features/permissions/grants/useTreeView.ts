import { useState } from "react";
import type { Shape } from "../tree";
import type { Show } from "./visible";

export interface TreeView {
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly show: Show;
  readonly setShow: (show: Show) => void;
  /** Only a part of the tree is shown, so that nothing of it is folded. */
  readonly searching: boolean;
  readonly folded: boolean;
  readonly foldAll: () => void;
  readonly expanded: readonly string[];
  readonly expand: (ids: readonly string[]) => void;
  readonly active: string | null;
  readonly setActive: (id: string | null) => void;
}

/** How one looks at a tree: what is searched for, what is folded, which node is read. */
export function useTreeView(shape: Shape): TreeView {
  const [search, setSearch] = useState("");
  const [show, setShow] = useState<Show>("all");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const parents = shape.order.filter((id) => shape.children.has(id));
  const searching = search.trim() !== "" || show !== "all";
  return {
    search,
    setSearch,
    show,
    setShow,
    searching,
    folded: closed.size > 0,
    foldAll: () => setClosed(closed.size ? new Set() : new Set(parents)),
    expanded: searching ? parents : parents.filter((id) => !closed.has(id)),
    expand: (ids) => setClosed(new Set(parents.filter((id) => !ids.includes(id)))),
    active,
    setActive,
  };
}
