/** Choices of this browser: they hold before anybody has signed in, so they live here and not on the server. */

export type Locale = "zh-CN" | "en";
export type ThemeChoice = "light" | "dark" | "system";
export type Density = "default" | "compact";
export interface Preferences {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
  readonly density: Density;
  readonly siderCollapsed: boolean;
}

const STORE = "prepaid.preferences";

function initial(): Preferences {
  const locale = navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
  const defaults: Preferences = { locale, theme: "system", density: "default", siderCollapsed: false };
  try {
    return checked(JSON.parse(localStorage.getItem(STORE) ?? "{}") as Partial<Preferences>, defaults);
  } catch {
    return defaults;
  }
}

function checked(stored: Partial<Preferences>, defaults: Preferences): Preferences {
  return {
    locale: stored.locale === "en" || stored.locale === "zh-CN" ? stored.locale : defaults.locale,
    theme: stored.theme === "light" || stored.theme === "dark" ? stored.theme : defaults.theme,
    density: stored.density === "compact" ? "compact" : "default",
    siderCollapsed: stored.siderCollapsed === true,
  };
}

let current: Preferences | null = null;
const listeners = new Set<() => void>();

export function preferences(): Preferences {
  current ??= initial();
  return current;
}

export function setPreferences(changes: Partial<Preferences>): void {
  current = { ...preferences(), ...changes };
  try {
    localStorage.setItem(STORE, JSON.stringify(current));
  } catch {
    // A browser that stores nothing still follows the choice until it closes.
  }
  for (const listener of listeners) listener();
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
