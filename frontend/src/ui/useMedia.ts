import { useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

/** A phone in one hand: lists become cards, drawers fill the screen. */
export function useNarrow(): boolean {
  return useMedia("(max-width: 639px)");
}

/** No room for the navigation beside the page. */
export function useMedium(): boolean {
  return useMedia("(max-width: 991px)");
}
