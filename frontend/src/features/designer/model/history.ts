import { useCallback, useMemo, useReducer } from "react";

interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** What the last step was a part of: steps of one kind in a row are one step back. */
  readonly merge: string | null;
  readonly saved: T;
}
type Act<T> =
  | { readonly kind: "edit"; readonly change: (now: T) => T; readonly merge: string | null }
  | { readonly kind: "undo" | "redo" | "saved" }
  | { readonly kind: "reset"; readonly value: T };

const KEPT = 100;

function step<T>(history: History<T>, act: Act<T>): History<T> {
  const { past, now, future } = history;
  switch (act.kind) {
    case "edit": {
      const next = act.change(now);
      if (next === now) return history;
      const merged = act.merge !== null && act.merge === history.merge;
      return { ...history, past: merged ? past : [...past, now].slice(-KEPT), now: next, future: [], merge: act.merge };
    }
    case "undo": {
      const before = past.at(-1);
      if (before === undefined) return history;
      return { ...history, past: past.slice(0, -1), now: before, future: [now, ...future], merge: null };
    }
    case "redo": {
      const [after, ...rest] = future;
      if (after === undefined) return history;
      return { ...history, past: [...past, now], now: after, future: rest, merge: null };
    }
    case "saved":
      return { ...history, saved: now, merge: null };
    case "reset":
      return { past: [], now: act.value, future: [], merge: null, saved: act.value };
  }
}

export interface Edited<T> {
  readonly now: T;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Steps with the same `merge` in a row, such as the letters of one word, are undone together. */
  readonly edit: (change: (now: T) => T, merge?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly markSaved: () => void;
  readonly reset: (value: T) => void;
}

/** A value with its steps back and forth, and whether it differs from what was last saved. */
export function useHistory<T>(start: T): Edited<T> {
  const [history, act] = useReducer(step<T>, { past: [], now: start, future: [], merge: null, saved: start });
  const edit = useCallback(
    (change: (now: T) => T, merge?: string) => act({ kind: "edit", change, merge: merge ?? null }),
    [],
  );
  return useMemo(
    () => ({
      now: history.now,
      dirty: history.now !== history.saved,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      edit,
      undo: () => act({ kind: "undo" }),
      redo: () => act({ kind: "redo" }),
      markSaved: () => act({ kind: "saved" }),
      reset: (value) => act({ kind: "reset", value }),
    }),
    [history, edit],
  );
}
