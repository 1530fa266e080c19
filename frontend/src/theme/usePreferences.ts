import { useSyncExternalStore } from "react";
import { onPreferences, preferences, type Preferences } from "@/lib/preferences";

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences);
}

const DARK = "(prefers-color-scheme: dark)";
const STILL = "(prefers-reduced-motion: reduce)";

function useSystemChoice(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

export function useDark(): boolean {
  const { theme } = usePreferences();
  const systemDark = useSystemChoice(DARK);
  return theme === "system" ? systemDark : theme === "dark";
}

/** Whether the user has asked his system for less motion. */
export function useStill(): boolean {
  return useSystemChoice(STILL);
}
