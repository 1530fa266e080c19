// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HomePage } from "@/features/home/HomePage";
import { WorkBenchDocument } from "@/gql/gen/graphql";
import { dayOf } from "@/lib/time";
import { ME } from "@/session/session";
import { APP, show } from "../support/render";
import { answering, idOf } from "../support/server";

const BENCH = idOf(WorkBenchDocument);

function card(key: string, kind: "TODO" | "FIGURE", query: string, constant: unknown = null) {
  return {
    key,
    label: key,
    kind,
    tone: "WARNING",
    source: {
      id: `doc-${key}`,
      name: key,
      kind: "QUERY",
      resultPath: "cards",
      variables: constant ? [{ variable: "filter", source: "CONSTANT", key: null, constant }] : [],
    },
    valuePath: "totalCount",
    valueKind: "INTEGER",
    pageKey: "cards",
    query,
  };
}
const count =
  (totalCount: number, totalCountIsCapped = false) =>
  () => ({
    data: { cards: { totalCount, totalCountIsCapped } },
  });

function serving(answers: Parameters<typeof answering>[0], cards: ReturnType<typeof card>[]) {
  const calls = answering({ [BENCH]: () => ({ data: { workBench: cards } }), ...answers });
  void show(<HomePage />, {
    app: { ...APP, features: [] },
    seed: (client) =>
      client.setQueryData(ME, {
        account: { displayName: "Lin", hasPin: true, hasPassword: true, secondFactor: { enrolled: true } },
        membership: { placeName: "Rink", templateName: "Merchants" },
      }),
  });
  return calls;
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("what waits is shown with the list behind it; what does not wait is not", async () => {
  const calls = serving({ "doc-Expiring": count(3), "doc-Done": count(0), "doc-Members": count(10_000, true) }, [
    card("Expiring", "TODO", "f.on=$date~$date+30", { expiresAt: { gte: "$day" } }),
    card("Done", "TODO", "view=done"),
    card("Members", "FIGURE", ""),
  ]);
  const today = dayOf(Date.now());
  const waiting = await screen.findByRole("link", { name: /Expiring/ });
  expect(waiting.textContent).toContain("3");
  expect(waiting.getAttribute("href")).toMatch(new RegExp(`^/cards\\?f\\.on=${today}~\\d{4}-\\d{2}-\\d{2}$`));
  expect(screen.queryByRole("link", { name: /Done/ })).toBeNull();
  const members = screen.getByRole("link", { name: /Members/ });
  expect(members.textContent).toContain("10,000+");
  expect(members.getAttribute("href")).toBe("/cards");
  const asked = calls.find((call) => call.documentId === "doc-Expiring")?.variables["filter"];
  expect(asked).toEqual({ expiresAt: { gte: new Date(`${today}T00:00:00+08:00`).toISOString() } });
});

test("a figure that could not be read leaves the others standing", async () => {
  serving(
    { "doc-Bad": () => ({ errors: [{ message: "no", extensions: { code: "FORBIDDEN" } }] }), "doc-Good": count(7) },
    [card("Bad", "FIGURE", ""), card("Good", "FIGURE", "")],
  );
  expect((await screen.findByRole("link", { name: /Good/ })).textContent).toContain("7");
  expect(screen.getByRole("link", { name: /Bad/ }).textContent).toContain("—");
});

test("when nothing waits, that is said", async () => {
  serving({ "doc-Done": count(0) }, [card("Done", "TODO", "")]);
  expect(await screen.findByText("Nothing to do")).toBeTruthy();
});
