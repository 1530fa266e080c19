// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Column } from "@/config/types";
import { ListPageView } from "@/pages/list/ListPageView";
import { action, choiceField, listPage } from "../support/fields";
import { show } from "../support/render";
import { answering } from "../support/server";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("min-width"),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }));
});

function column(key: string, more: Partial<Column> = {}): Column {
  return {
    key,
    path: key,
    label: key,
    kind: "TEXT",
    dictionary: null,
    labelPath: null,
    width: null,
    align: null,
    pinned: null,
    sortable: null,
    defaultVisible: true,
    includeVariable: null,
    copyable: false,
    maskable: false,
    linkPage: null,
    summary: false,
    ...more,
  };
}

const page = listPage({
  source: {
    id: "doc-list",
    name: "Cards",
    kind: "QUERY",
    resultPath: "cards",
    variables: [
      { variable: "filter", source: "FILTER", key: null, constant: null },
      { variable: "orderBy", source: "ORDER", key: null, constant: null },
      { variable: "first", source: "PAGE", key: "first", constant: null },
      { variable: "offset", source: "PAGE", key: "offset", constant: null },
      { variable: "search", source: "SEARCH", key: null, constant: null },
    ],
  },
  columns: [
    column("Number", { path: "no", sortable: "NO" }),
    column("State", { path: "state", kind: "ENUM", dictionary: "CardState" }),
    column("Balance", { path: "balanceFen", kind: "FEN", summary: true }),
    column("Opened", { path: "openedAt", kind: "DATETIME" }),
    column("Holder", { path: "holder", kind: "REFERENCE", labelPath: "displayName" }),
    column("Costly", { path: "costly", defaultVisible: false, includeVariable: "withCostly" }),
  ],
  filters: [choiceField("State", { inputPath: "state.in", dictionary: "CardState", kind: "TAGS", multiple: true })],
  quickSearch: { placeholder: "Card number" },
  defaultOrder: [{ key: "Number", descending: true }],
  actions: [
    action("Freeze", {
      submit: {
        id: "doc-freeze",
        name: "Freeze",
        kind: "MUTATION",
        resultPath: "freezeCard",
        variables: [
          { variable: "input.id", source: "ROW", key: "id", constant: null },
          { variable: "input.idempotencyKey", source: "KEY", key: null, constant: null },
        ],
      },
      confirm: { title: "Freeze this card?", body: null, confirmLabel: "Do freeze", typeToConfirm: null },
    }),
    action("Thaw"),
  ],
});

const ROWS = [
  {
    id: "c1",
    no: "6200 0001",
    state: "ACTIVE",
    balanceFen: 123450,
    openedAt: "2026-01-31T16:30:00.000000Z",
    holder: { id: "h1", displayName: "Lin" },
    availableActions: [
      { key: "Freeze", enabled: true, reason: null },
      { key: "Thaw", enabled: false, reason: "It is not frozen" },
    ],
  },
  { id: "c2", no: "6200 0002", state: "FROZEN", balanceFen: -50, openedAt: null, holder: null, availableActions: [] },
];

function serving(extra: Parameters<typeof answering>[0] = {}) {
  return answering({
    "doc-list": () => ({ data: { cards: { nodes: ROWS, totalCount: 41, totalCountIsCapped: false } } }),
    ...extra,
  });
}

test("rows are shown as their kinds say, with their sum and how many there are", async () => {
  serving();
  await show(<ListPageView page={page} params={{}} />);
  const row = (await screen.findByText("6200 0001")).closest("tr");
  expect(row).not.toBeNull();
  const cells = within(row ?? document.body);
  expect(cells.getByText("Active")).toBeTruthy();
  expect(cells.getByText("¥1,234.50")).toBeTruthy();
  expect(cells.getByText("2026-02-01 00:30")).toBeTruthy();
  expect(cells.getByText("Lin")).toBeTruthy();
  expect(screen.getByText("41 in total")).toBeTruthy();
  expect(screen.getByText("¥1,234.00")).toBeTruthy();
  expect(screen.queryByText("Costly")).toBeNull();
  expect(document.body.textContent).not.toMatch(/undefined|\[object/);
});

test("filter, order and page come from the address and go to the server", async () => {
  const calls = serving();
  await show(<ListPageView page={page} params={{}} />, {
    path: "/cards?f.State=ACTIVE,FROZEN&page=3&q=6200&cols=Number,Costly",
  });
  await screen.findByText("6200 0001");
  expect(calls[0]?.variables).toEqual({
    filter: { state: { in: ["ACTIVE", "FROZEN"] } },
    orderBy: [{ field: "NO", descending: true }],
    first: 20,
    offset: 40,
    search: "6200",
    withCostly: true,
  });
});

test("a refused action says why; an allowed one asks, and a retry after a lost connection is the same request", async () => {
  const user = userEvent.setup();
  let attempts = 0;
  const calls = serving({
    "doc-freeze": () => {
      attempts += 1;
      return attempts === 1 ? new TypeError("Failed to fetch") : { data: { freezeCard: { userErrors: [] } } };
    },
  });
  await show(<ListPageView page={page} params={{}} />);
  const row = within((await screen.findByText("6200 0001")).closest("tr") ?? document.body);
  expect(row.getByText("Thaw").closest("button")?.getAttribute("aria-disabled")).toBe("true");
  const other = within(screen.getByText("6200 0002").closest("tr") ?? document.body);
  expect(other.queryByText("Freeze")).toBeNull();

  await user.click(row.getByText("Freeze"));
  await user.click(await screen.findByText("Do freeze"));
  expect(await screen.findByText(/The connection was lost/)).toBeTruthy();
  await user.click(screen.getByText("Do freeze"));
  await waitFor(() => expect(attempts).toBe(2));
  const [first, second] = calls.filter((call) => call.documentId === "doc-freeze");
  expect(first?.variables).toEqual(second?.variables);
  expect(first?.variables["input"]).toMatchObject({ id: "c1" });
  expect(await screen.findByText("Freeze: done")).toBeTruthy();
});

test("a list that could not be read can be asked for again", async () => {
  const user = userEvent.setup();
  let down = true;
  answering({
    "doc-list": () => (down ? new TypeError("Failed to fetch") : { data: { cards: { nodes: [], totalCount: 0 } } }),
  });
  await show(<ListPageView page={page} params={{}} />);
  await screen.findByText(/The connection was lost/);
  down = false;
  await user.click(screen.getByText("Try again"));
  expect(await screen.findByText("Nothing here yet")).toBeTruthy();
});

test("an action on a selection runs row by row and tells which rows were refused", async () => {
  const user = userEvent.setup();
  const no = { code: "FROZEN_ALREADY", message: "It is frozen already", path: null };
  const calls = serving({
    "doc-freeze": (variables) => {
      const { id } = variables["input"] as { id: string };
      return { data: { freezeCard: { userErrors: id === "c2" ? [no] : [] } } };
    },
  });
  const [freeze] = page.actions;
  if (!freeze) throw new Error("the page has lost its action");
  const bulk = { ...page, actions: [{ ...freeze, placement: ["BULK" as const] }] };
  await show(<ListPageView page={bulk} params={{}} />);
  await screen.findByText("6200 0001");
  await user.click(screen.getByRole("checkbox", { name: "Select the whole page" }));
  const bar = within(screen.getByRole("region", { name: "Bulk actions" }));
  expect(bar.getByText("2 selected")).toBeTruthy();
  await user.click(bar.getByText("Freeze"));
  await user.click(await screen.findByText("Do freeze"));
  expect(await screen.findByText("1 done, 1 refused:")).toBeTruthy();
  expect(screen.getByText(/It is frozen already/)).toBeTruthy();
  const keys = calls.flatMap((call) =>
    call.documentId === "doc-freeze" ? [(call.variables["input"] as { idempotencyKey: string }).idempotencyKey] : [],
  );
  expect(new Set(keys).size).toBe(2);
});
