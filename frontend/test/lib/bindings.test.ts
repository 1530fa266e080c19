import { describe, expect, test } from "vitest";
import { bind, fillPath, matchPath, type Binding } from "@/lib/bindings";
import { getPath, withPath } from "@/lib/paths";

describe("paths", () => {
  test("read", () => {
    expect(getPath({ a: { b: [{ c: 1 }, { c: 2 }] } }, "a.b.c")).toEqual([1, 2]);
    expect(getPath({ a: null }, "a.b")).toBeUndefined();
    expect(getPath({}, "constructor.name")).toBeUndefined();
  });

  test("write a copy", () => {
    const before = { a: { b: 1 } };
    expect(withPath<unknown>(before, "a.c.d", 2)).toEqual({ a: { b: 1, c: { d: 2 } } });
    expect(before).toEqual({ a: { b: 1 } });
  });
});

describe("variables of a request", () => {
  const bindings: Binding[] = [
    { variable: "input.id", source: "ROW" },
    { variable: "input", source: "FORM" },
    { variable: "input.idempotencyKey", source: "KEY" },
    { variable: "first", source: "PAGE", key: "first" },
    { variable: "search", source: "SEARCH" },
    { variable: "kind", source: "CONSTANT", constant: "X" },
    { variable: "ids", source: "SELECTION", key: "merchant.id" },
    { variable: "merchant", source: "ROUTE_PARAM", key: "merchant" },
  ];

  test("each source; a part of an input stands on top of the whole form", () => {
    expect(
      bind(bindings, {
        row: { id: "r1" },
        form: { reason: "late", id: "typed" },
        idempotencyKey: "k1",
        page: { first: 20, offset: 40 },
        search: "冰",
        selection: [{ merchant: { id: "m1" } }, { merchant: { id: "m2" } }],
        params: { merchant: "m9" },
        include: { colBank: true },
      }),
    ).toEqual({
      input: { id: "r1", reason: "late", idempotencyKey: "k1" },
      first: 20,
      search: "冰",
      kind: "X",
      ids: ["m1", "m2"],
      merchant: "m9",
      colBank: true,
    });
  });

  test("what has no value is left out", () => {
    expect(bind(bindings, { search: "" })).toEqual({ kind: "X" });
  });
});

describe("page paths", () => {
  test("match and fill", () => {
    expect(matchPath("/merchants/:id/edit", "/merchants/a%2Fb/edit")).toEqual({ id: "a/b" });
    expect(matchPath("/merchants/:id", "/merchants")).toBeNull();
    expect(matchPath("/merchants/:id", "/merchants/%E0%A4%A")).toBeNull();
    expect(fillPath("/merchants/:id/edit", { id: "a/b" })).toBe("/merchants/a%2Fb/edit");
    expect(fillPath("/merchants/:id", {})).toBe("/merchants/:id");
  });
});
