import type { AppConfig } from "./types";

/** Keys of the hand-written pages that this client has; the application fills them in. */
export const writtenPages = new Set<string>();

/** What this client can show: a hand-written page that it does not have is neither offered nor linked. */
export function offered(app: AppConfig): AppConfig {
  const pages = app.pages.filter((page) => page.kind !== "CUSTOM" || writtenPages.has(page.key));
  const keys = new Set(pages.map((page) => page.key));
  const entries = app.navigation.filter((item) => !item.pageKey || keys.has(item.pageKey));
  const navigation = entries.filter(
    (item) => item.pageKey || item.href || entries.some((entry) => entry.parentKey === item.key),
  );
  return { ...app, pages, navigation };
}
