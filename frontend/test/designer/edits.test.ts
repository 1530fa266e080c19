import { describe, expect, test } from "vitest";
import { changesBetween } from "@/features/designer/model/changes";
import { eitherOf, lookingAt, renamed, testable } from "@/features/designer/model/conditions";
import {
  putField,
  withCopy,
  withNewField,
  withoutField,
  withoutOrphans,
  withoutSection,
} from "@/features/designer/model/formEdits";
import { mistakesIn, mistakesOf, placedMistakes } from "@/features/designer/model/mistakes";
import { at, nameOf, partsAt, put, textAt, type PlainObject } from "@/features/designer/model/plain";
import { Refused } from "@/lib/errors";

const WORDS = { zh: "zh", en: "en" };
const field = (key: string, more: PlainObject = {}): PlainObject => ({ key, kind: "TEXT", label: WORDS, ...more });
const shows = (key: string): PlainObject => ({ visibleWhen: [{ all: [{ field: key, op: "NOT_EMPTY" }] }] });
const form: PlainObject = {
  sections: [
    { key: "one", title: WORDS },
    { key: "two", title: WORDS },
  ],
  fields: [
    field("a", { section: "one" }),
    field("b", { section: "one", ...shows("a") }),
    field("list", { kind: "JSON", section: "two", itemFieldKeys: ["x", "y"] }),
    field("x"),
    field("y", shows("x")),
  ],
  dictionaries: [{ name: "unused", options: [] }],
};
const keys = (root: PlainObject) => partsAt(root, "fields").map(nameOf);

describe("places", () => {
  test("lead by keys, and nothing else changes", () => {
    const made = put(form, "fields.a.label.zh", "new");
    expect(at(made, "fields.a.label")).toEqual({ zh: "new", en: "en" });
    expect(at(made, "fields.b")).toBe(at(form, "fields.b"));
    expect(keys(put(form, "fields.a", undefined))).toEqual(["b", "list", "x", "y"]);
  });
});

describe("the fields of a form", () => {
  test("move within a section, into another, and into a list", () => {
    const a = partsAt(form, "fields")[0] ?? {};
    expect(keys(putField(form, "", a, { section: "one", list: null, index: 1 })).slice(0, 2)).toEqual(["b", "a"]);
    expect(at(putField(form, "", a, { section: "two", list: null, index: 0 }), "fields.a.section")).toBe("two");
    const inList = putField(form, "", a, { section: null, list: "list", index: 1 });
    expect(at(inList, "fields.list.itemFieldKeys")).toEqual(["x", "a", "y"]);
    expect(at(inList, "fields.a.section")).toBeUndefined();
  });

  test("a new choice has options, a new list an item, and hidden fields keep their keys", () => {
    const spot = { section: "one", list: null, index: 2 };
    const choice = withNewField(form, "", "ENUM", WORDS, WORDS, spot);
    expect(
      partsAt(choice.root, `dictionaries.${textAt(choice.root, `fields.${choice.key}.dictionary`)}.options`),
    ).toHaveLength(2);
    const list = withNewField(form, "", "JSON", WORDS, WORDS, spot);
    expect(at(list.root, `fields.${list.key}.itemFieldKeys`)).toEqual(["item"]);
    expect(withNewField(form, "", "TEXT", WORDS, WORDS, spot, [field("text")]).key).toBe("text2");
  });

  test("a list goes with its items, a section leaves its fields to the next, unused options go", () => {
    expect(keys(withoutField(form, "", "list"))).toEqual(["a", "b"]);
    expect(at(withoutField(form, "", "y"), "fields.list.itemFieldKeys")).toEqual(["x"]);
    expect(at(withoutSection(form, "", "one"), "fields.a.section")).toBe("two");
    expect(partsAt(withoutOrphans(form), "dictionaries")).toEqual([]);
  });

  test("a copy of a list has items of its own", () => {
    const made = withCopy(form, "", "list");
    expect(at(made, "fields.list2.itemFieldKeys")).toEqual(["x2", "y2"]);
    expect(new Set(keys(made)).size).toBe(keys(made).length);
  });
});

describe("conditions", () => {
  test("a field looks at others outside and beside it, never at itself or into a list", () => {
    const fields = partsAt(form, "fields");
    expect(testable(fields, "a").map(nameOf)).toEqual(["b", "list"]);
    expect(testable(fields, "y").map(nameOf)).toEqual(["a", "b", "x"]);
    expect(testable(fields, null).map(nameOf)).toEqual(["a", "b", "list"]);
  });

  test("phone or e-mail: each is required while the other is empty", () => {
    const made = eitherOf(put(form, "fields.a.required", true), "", "a", "b");
    expect(at(made, "fields.a.required")).toBeUndefined();
    expect(at(made, "fields.a.requiredWhen")).toEqual([{ all: [{ field: "b", op: "EMPTY" }] }]);
    expect(at(made, "fields.b.requiredWhen")).toEqual([{ all: [{ field: "a", op: "EMPTY" }] }]);
  });

  test("a new key is followed by everything that names the old one", () => {
    const made = renamed(form, "", "x", "first");
    expect(at(made, "fields.list.itemFieldKeys")).toEqual(["first", "y"]);
    expect(at(made, "fields.y.visibleWhen")).toEqual([{ all: [{ field: "first", op: "NOT_EMPTY" }] }]);
    expect(lookingAt(made, "", "first").map(nameOf)).toEqual(["y"]);
  });
});

describe("mistakes", () => {
  const ops = [
    { op: "remove" as const, at: "columns.a" },
    { op: "set" as const, at: "columns.b", values: { label: WORDS } },
    { op: "add" as const, at: "columns", value: { key: "c" } },
  ];

  test("of an operation stand at the part that it changes", () => {
    const place = (where: string) => placedMistakes([{ place: where, message: "m" }], ops)[0]?.place;
    expect(place("ops.0.at")).toBe("columns.a");
    expect(place("ops.1.values.label")).toBe("columns.b.label");
    expect(place("ops.2.value.path")).toBe("columns.c.path");
    expect(place("columns.b.path")).toBe("columns.b.path");
  });

  test("of a refused save are found at their property, without the place in the words", () => {
    const path = ["patch", "columns", "b", "label", "zh"];
    const refused = new Refused([
      { code: "DEFINITION_INVALID", message: "columns.b.label.zh: must not be empty", path },
    ]);
    const found = mistakesIn(refused, "patch");
    expect(mistakesOf(found, "columns.b", "label")).toEqual(["must not be empty"]);
    expect(mistakesOf(found, "columns.b", "width")).toEqual([]);
  });
});

test("versions differ property by property", () => {
  const after = put(put(form, "fields.a.required", true), "fields.b", undefined);
  expect(changesBetween(form, after).map(({ kind, place }) => `${kind} ${place}`)).toEqual([
    "removed fields.b",
    "changed fields.a.required",
  ]);
});
