import { expect, test } from "vitest";
import { lastPage, parseSearch, readListState, stringifySearch, writeListState } from "@/lib/listState";

const defaults = { sizes: [20, 50, 100] };

test("a full state survives the URL", () => {
  const state = {
    page: 3,
    size: 50,
    search: "冰场 & 泳池",
    filters: { status: "ACTIVE,CLOSED", createdAt: "2026-01-01~" },
    sort: [
      { key: "createdAt", descending: true },
      { key: "no", descending: false },
    ],
    columns: ["no", "name"],
    view: "v1",
  };
  const text = stringifySearch(writeListState(state, defaults));
  expect(readListState(parseSearch(text), defaults)).toEqual(state);
  expect(text).toContain("sort=-createdAt,no");
});

test("defaults leave the URL clean, and nonsense in it is ignored", () => {
  const state = readListState(parseSearch("?page=-1&size=7&f.x="), defaults);
  expect(state).toMatchObject({ page: 1, size: 20, filters: {}, sort: [], columns: null });
  expect(stringifySearch(writeListState(state, defaults))).toBe("");
});

test("pages end where the server's offset ends", () => {
  expect(lastPage(0, 20)).toBe(1);
  expect(lastPage(41, 20)).toBe(3);
  expect(lastPage(1_000_000, 50)).toBe(201);
});
