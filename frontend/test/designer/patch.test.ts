import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { patchBetween, type Op } from "@/features/designer/model/patch";
import { nameOf, type PlainObject } from "@/features/designer/model/plain";

interface Vectors {
  base: PlainObject;
  cases: { name: string; edited: PlainObject; ops: Op[] }[];
  orders: { from: string; to: string; ops: string[] }[];
}
const vectors = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/overlays.json", import.meta.url), "utf8"),
) as Vectors;

function columns(letters: string): PlainObject {
  return { columns: Array.from(letters, (key) => ({ key })) };
}

/** `move b after c` */
function said(op: Op): string {
  const what = op.op === "add" ? nameOf(op.value) : op.at.split(".").at(-1);
  const before = "before" in op && op.before ? ` before ${op.before}` : "";
  const after = "after" in op && op.after ? ` after ${op.after}` : "";
  return `${op.op} ${what}${before}${after}`;
}

describe("what an editor saves is how the page differs from the one below", () => {
  test.each(vectors.cases)("$name", ({ edited, ops }) => {
    expect(patchBetween(vectors.base, { ...vectors.base, ...edited })).toEqual(ops);
  });

  test.each(vectors.orders)("$from becomes $to", ({ from, to, ops }) => {
    expect(patchBetween(columns(from), columns(to)).map(said)).toEqual(ops);
  });
});
