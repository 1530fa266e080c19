import { useSyncExternalStore } from "react";
import type { PageHead } from "./types";

/** Help of the page that is open; the header shows it, the page knows it. */
type Help = PageHead["help"];
let current: Help = null;
const listeners = new Set<() => void>();

export function setCurrentHelp(help: Help): void {
  current = help ?? null;
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
