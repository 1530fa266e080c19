import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  alone,
  applied,
  boxesOf,
  closed,
  differenceOf,
  isEmpty,
  NOTHING,
  shapeOf,
  toggled,
  undone,
} from "@/features/permissions/tree";

interface Vectors {
  tree: Record<string, string | null>;
  boxes: { name: string; granted: string[]; checked: string[]; partial: string[] }[];
  saves: { name: string; granted: string[]; add: string[]; remove: string[]; after: string[] }[];
}
const vectors = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/permission_tree.json", import.meta.url), "utf8"),
) as Vectors;
const shape = shapeOf(Object.entries(vectors.tree).map(([id, parentId]) => ({ id, parentId })));
const sorted = (ids: Iterable<string>) => [...ids].toSorted();

describe("what the server answers too", () => {
  test.each(vectors.boxes)("boxes: $name", ({ granted, checked, partial }) => {
    const boxes = boxesOf(shape, new Set(granted));
    const having = (box: string) => sorted([...boxes].flatMap(([id, each]) => (each === box ? [id] : [])));
    expect(having("CHECKED")).toEqual(sorted(checked));
    expect(having("PARTIAL")).toEqual(sorted(partial));
  });

  test.each(vectors.saves)("saves: $name", ({ granted, add, remove, after }) => {
    const result = applied(shape, granted, { add: new Set(add), remove: new Set(remove) });
    expect(sorted(result)).toEqual(sorted(after));
  });
});

test("parents come before their children, also when they are given after them", () => {
  const late = shapeOf([
    { id: "b", parentId: "a" },
    { id: "c", parentId: "b" },
    { id: "a", parentId: null },
  ]);
  expect(late.order).toEqual(["a", "b", "c"]);
});

describe("a click on a box", () => {
  const after = (base: Set<string>, ...ids: string[]) =>
    ids.reduce((draft, id) => toggled(shape, base, draft, id), NOTHING);
  const granted = (base: Set<string>, ...ids: string[]) => sorted(applied(shape, base, after(base, ...ids)));

  test("fills an empty one with all below it and those above", () => {
    expect(granted(new Set(), "members")).toEqual(["members", "members.add", "members.phone", "team"]);
  });

  test("fills a half one, and empties a whole one", () => {
    const half = closed(shape, ["members.add"]);
    expect(granted(half, "members")).toEqual(["members", "members.add", "members.phone", "team"]);
    expect(granted(half, "members", "members")).toEqual(["team"]);
  });

  test("leaves a page that was granted when its last act goes", () => {
    expect(granted(closed(shape, ["members.add"]), "members.add")).toEqual(["members", "team"]);
  });

  test.each(["members.add", "tokens", "audit", "members"])("twice on %s changes nothing", (id) => {
    const base = closed(shape, ["team"]);
    expect(granted(base, id, id)).toEqual(sorted(base));
    expect(isEmpty(differenceOf(base, applied(shape, base, after(base, id, id))))).toBe(true);
  });

  test("gives back what a page lost with it", () => {
    const base = closed(shape, ["members.add", "members.phone"]);
    const lost = after(base, "members");
    expect(sorted(applied(shape, base, lost))).toEqual(["team"]);
    expect(sorted(applied(shape, base, undone(shape, base, lost, "members.phone")))).toEqual([
      "members",
      "members.phone",
      "team",
    ]);
  });
});

test("a page alone keeps itself and loses its acts", () => {
  const base = closed(shape, ["members.add", "tokens"]);
  const draft = alone(shape, base, NOTHING, "members");
  expect(sorted(applied(shape, base, draft))).toEqual(["members", "team", "tokens"]);
});

test("what was given is taken back with what stands below it", () => {
  const base = new Set<string>();
  const draft = toggled(shape, base, NOTHING, "team");
  expect(sorted(applied(shape, base, undone(shape, base, draft, "members")))).toEqual(["team", "tokens"]);
});

test("what was ticked stays ticked when somebody else has saved meanwhile", () => {
  const before = closed(shape, ["members.add", "tokens"]);
  const mine = toggled(shape, before, toggled(shape, before, NOTHING, "audit"), "tokens");
  const theirs = closed(shape, ["members.phone", "tokens", "audit"]);
  const merged = applied(shape, theirs, mine);
  expect(sorted(merged)).toEqual(["audit", "members", "members.phone", "team"]);
  expect(sorted(differenceOf(theirs, merged).remove)).toEqual(["tokens"]);
});
