import { describe, expect, test } from "vitest";
import { decode, encode, encodeAll, encodeFilter, textOf, valueOfText, type CodecField } from "@/lib/codecs";
import { getPath } from "@/lib/paths";
import type { ValueKindName } from "@/lib/values";

const field = (kind: ValueKindName, more: Partial<CodecField> = {}): CodecField => ({
  key: "x",
  inputPath: "x",
  kind,
  ...more,
});
const none = new Map<string, CodecField>();

describe("a control's value travels as its kind", () => {
  test.each<[ValueKindName, unknown, unknown]>([
    ["TEXT", " 冰场\u3000", "冰场"],
    ["TEXT", "  ", null],
    ["INTEGER", "12", 12],
    ["INTEGER", "1.5", "1.5"],
    ["DECIMAL", 1.5, "1.5"],
    ["FEN", "1234.5", 123450],
    ["FEN", "a lot", "a lot"],
    ["PERCENT", "12.5", 1250],
    ["BOOLEAN", false, false],
    ["DATE", "2026-01-31", "2026-01-31"],
    ["DATETIME", "2026-02-01 00:00:00", "2026-01-31T16:00:00.000Z"],
    ["DATE_RANGE", ["2026-01-01", null], { from: "2026-01-01", to: null }],
    ["DATE_RANGE", [null, null], null],
    ["TAGS", ["A", "B"], ["A", "B"]],
    ["FILE", [{ token: "t1", name: "a.pdf" }], ["t1"]],
    [
      "DOCUMENT",
      { files: [{ token: "t1", name: "a.pdf" }], number: " 12 ", expiresOn: "2030-01-01", longTerm: true },
      { files: ["t1"], number: "12", expiresOn: null, longTerm: true },
    ],
    ["DOCUMENT", { files: [], number: "" }, null],
  ])("%s %o", (kind, held, wire) => {
    expect(encode(field(kind), held, none)).toEqual(wire);
  });

  test.each<[ValueKindName, unknown]>([
    ["FEN", 123450],
    ["PERCENT", 1250],
    ["INTEGER", 7],
    ["DECIMAL", "0.125"],
    ["DATETIME", "2026-01-31T16:00:00.000Z"],
    ["DATE_RANGE", { from: "2026-01-01", to: "2026-01-31" }],
    ["TAGS", ["A"]],
    ["BOOLEAN", false],
  ])("%s there and back: %o", (kind, wire) => {
    expect(encode(field(kind), decode(field(kind), wire, none, getPath), none)).toEqual(wire);
  });

  test("items of a list, by their own paths", () => {
    const fields = [
      field("JSON", { key: "tiers", inputPath: "rule.tiers", itemFieldKeys: ["amount"] }),
      field("FEN", { key: "amount", inputPath: "amountFen" }),
    ];
    const lookup = new Map(fields.map((each) => [each.key, each]));
    const [list] = fields;
    expect(encodeAll(fields.slice(0, 1), { tiers: [{ amount: "1.00" }, {}] }, lookup)).toEqual({
      rule: { tiers: [{ amountFen: 100 }, {}] },
    });
    expect(list && decode(list, [{ amountFen: 100 }], lookup, getPath)).toEqual([{ amount: "1.00" }]);
  });
});

describe("filters", () => {
  test("a range of days as days or as instants of Shanghai", () => {
    const range = field("DATE_RANGE", { inputPath: "createdAt" });
    expect(encodeFilter(range, ["2026-01-01", "2026-01-31"], none)).toEqual({
      createdAt: { gte: "2026-01-01", lte: "2026-01-31" },
    });
    expect(encodeFilter({ ...range, instants: true }, ["2026-01-01", "2026-01-31"], none)).toEqual({
      createdAt: { gte: "2025-12-31T16:00:00.000Z", lt: "2026-01-31T16:00:00.000Z" },
    });
    expect(encodeFilter({ ...range, instants: true }, [null, "2026-01-31"], none)).toEqual({
      createdAt: { lt: "2026-01-31T16:00:00.000Z" },
    });
  });

  test("empty ones leave", () => {
    expect(encodeFilter(field("TAGS", { inputPath: "status.in" }), [], none)).toBeNull();
    expect(encodeFilter(field("TAGS", { inputPath: "status.in" }), ["A"], none)).toEqual({ status: { in: ["A"] } });
  });

  test.each<[ValueKindName, unknown, string]>([
    ["TAGS", ["A", "B"], "A,B"],
    ["DATE_RANGE", ["2026-01-01", null], "2026-01-01~"],
    ["BOOLEAN", false, "false"],
    ["TEXT", "冰 场", "冰 场"],
  ])("%s %o in the URL is %s", (kind, value, text) => {
    expect(textOf(field(kind), value)).toBe(text);
    expect(valueOfText(field(kind), text)).toEqual(value);
  });
});
