import { expect, test } from "vitest";
import { decode, encode } from "@/lib/codecs";
import { getPath } from "@/lib/paths";
import { plainField } from "@/features/designer/parts/useTypedField";

const NONE = new Map();

test.each([
  ["FEN", "50000.5", 5_000_050, "50000.50"],
  ["PERCENT", "12.5", 1_250, "12.5"],
  ["INTEGER", "3", 3, "3"],
])("a bound of %s is typed as its users type it, before any preview has come", (kind, typed, wire, shown) => {
  const field = plainField({ key: "amount", kind });
  if (!field) throw new Error("no field");
  expect(encode(field, typed, NONE)).toBe(wire);
  expect(String(decode(field, wire, NONE, getPath))).toBe(shown);
});

test("a record that is picked waits for its search", () => {
  expect(plainField({ key: "shop", kind: "REFERENCE" })).toBeUndefined();
});
