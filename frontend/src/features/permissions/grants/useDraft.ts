import { useMemo, useState } from "react";
import {
  alone,
  applied,
  boxesOf,
  differenceOf,
  isEmpty,
  NOTHING,
  toggled,
  undone,
  type Difference,
  type Grants,
  type Shape,
} from "../tree";

export type Drafts = Readonly<Record<string, Difference>>;

/** What was ticked and not saved yet, by role: looking at another role, or at the tree itself, loses nothing. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Drafts>({});
  const put = (roleId: string, draft: Difference | null) =>
    setDrafts((before) => {
      const { [roleId]: _, ...rest } = before;
      return draft && !isEmpty(draft) ? { ...rest, [roleId]: draft } : rest;
    });
  return { drafts, put };
}

/** The tree of one role with a draft on top of what the server last said; the two are joined anew when it says more. */
export function useDraft(
  shape: Shape,
  base: Grants,
  draft: Difference = NOTHING,
  onDraft: (draft: Difference) => void,
) {
  const granted = useMemo(() => applied(shape, base, draft), [shape, base, draft]);
  const change = useMemo(() => differenceOf(base, granted), [base, granted]);
  const boxes = useMemo(() => boxesOf(shape, granted), [shape, granted]);
  const take = (next: Difference) => onDraft(isEmpty(differenceOf(base, applied(shape, base, next))) ? NOTHING : next);
  return {
    /** Everything that the role would hold. */
    granted,
    change,
    boxes,
    toggle: (id: string) => take(toggled(shape, base, draft, id)),
    alone: (id: string) => take(alone(shape, base, draft, id)),
    undo: (id: string) => take(undone(shape, base, draft, id)),
    forget: () => onDraft(NOTHING),
  };
}

export type DraftTree = ReturnType<typeof useDraft>;
