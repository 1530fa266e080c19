import { describe, expect, test } from "vitest";
import { offered, writtenPages } from "@/config/offered";
import type { AppConfig } from "@/config/types";

const page = (key: string, kind: string) => ({ key, kind, path: `/${key}`, title: key });
const entry = (key: string, pageKey: string | null, parentKey: string | null) => ({
  key,
  pageKey,
  parentKey,
  href: null,
});
const app = {
  pages: [page("home", "CUSTOM"), page("members", "LIST"), page("designer", "CUSTOM")],
  navigation: [
    entry("home", "home", null),
    entry("team", null, null),
    entry("members", "members", "team"),
    entry("configuration", null, null),
    entry("designer", "designer", "configuration"),
  ],
} as unknown as AppConfig;

describe("offered", () => {
  test("a hand-written page that this client lacks is gone, with its entry and the group it leaves empty", () => {
    writtenPages.add("home");
    const shown = offered(app);
    expect(shown.pages.map(({ key }) => key)).toEqual(["home", "members"]);
    expect(shown.navigation.map(({ key }) => key)).toEqual(["home", "team", "members"]);
  });
});
