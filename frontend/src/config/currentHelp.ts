import { useSyncExternalStore } from "react";
import type { PageHead } from "./types";

/** Help of the page that is open, and its kind; the header shows it, the page knows it. */
interface Help {
  readonly help: PageHead["help"];
  readonly kind: string | null;
}
const NONE: Help = { help: null, kind: null };
let current = NONE;
const listeners = new Set<() => void>();

export function setCurrentHelp(help: Help | null): void {
  current = help ?? NONE;
  for (const listener of listeners) listener();
}

export function useCurrentHelp(): Help {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
