import { useSyncExternalStore } from "react";
import { onPreferences, preferences, type Preferences } from "@/lib/preferences";

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences);
}

const DARK = "(prefers-color-scheme: dark)";

function onSystemTheme(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export function useDark(): boolean {
  const { theme } = usePreferences();
  const systemDark = useSyncExternalStore(onSystemTheme, () => matchMedia(DARK).matches);
  return theme === "system" ? systemDark : theme === "dark";
}
