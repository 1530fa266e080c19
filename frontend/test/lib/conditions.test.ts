import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { holds, passes, type Condition, type TestOpName } from "@/lib/conditions";
import { settle } from "@/lib/formInput";
import { FormRuleError, FormRules, type FieldState, type RuleField, type RuleSection } from "@/lib/formRules";
import type { ValueKindName, WireRecord, WireValue } from "@/lib/values";

interface Vectors {
  tests: { name: string; kind: ValueKindName; op: TestOpName; values: string[]; actual?: WireValue; passes: boolean }[];
  conditions: {
    name: string;
    fields: Record<string, ValueKindName>;
    when: Condition;
    values: WireRecord;
    passes: boolean;
  }[];
  forms: {
    name: string;
    fields: RuleField[];
    sections?: RuleSection[];
    input: WireRecord;
    states: Record<string, string>;
    sent: WireRecord;
    missing: string[];
    hidden: string[];
  }[];
  refused: { name: string; fields: RuleField[] }[];
}

const vectors = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/conditions.json", import.meta.url), "utf8"),
) as Vectors;

/** V visible, R required, L locked. */
function letters(state: FieldState): string {
  return (state.visible ? "V" : "") + (state.required ? "R" : "") + (state.readOnly ? "L" : "");
}

const waiting = (key = "", ...needs: string[]): RuleField => ({
  key,
  inputPath: key,
  kind: "TEXT",
  required: false,
  readOnly: false,
  visibleWhen: needs.length ? [{ all: needs.map((need) => ({ field: need, op: "NOT_EMPTY", values: [] })) }] : null,
});

describe("shared vectors", () => {
  test.each(vectors.tests)("test: $name", (vector) => {
    expect(passes(vector, { kind: vector.kind, value: vector.actual })).toBe(vector.passes);
  });

  test.each(vectors.conditions)("condition: $name", (vector) => {
    const read = (field: string) => ({ kind: vector.fields[field] ?? "TEXT", value: vector.values[field] });
    expect(holds(vector.when, read)).toBe(vector.passes);
  });

  test.each(vectors.forms)("form: $name", (vector) => {
    const rules = new FormRules(vector.fields, vector.sections);
    const states = Object.fromEntries([...rules.evaluate(vector.input)].map(([key, state]) => [key, letters(state)]));
    expect(states).toEqual(vector.states);
    const settled = settle(rules, vector.input);
    expect(settled.input).toEqual(vector.sent);
    expect([...settled.missing].toSorted()).toEqual(vector.missing);
    expect([...settled.hidden].toSorted()).toEqual(vector.hidden);
  });

  test.each(vectors.refused)("refused: $name", (vector) => {
    expect(() => new FormRules(vector.fields)).toThrow(FormRuleError);
  });
});

describe("what is refused names its place", () => {
  test.each([
    [["a", "b"], ["b", "a"], "CYCLE at a > b > a"],
    [["a", "a"], ["b"], "CYCLE at a > a"],
    [["a", "gone"], ["b"], "UNKNOWN_FIELD at a.gone"],
    [["a"], ["a"], "DUPLICATE_KEY at a"],
  ])("%s, %s", (first, second, message) => {
    expect(() => new FormRules([waiting(...first), waiting(...second)])).toThrow(message);
  });
});

describe("dependants", () => {
  test("a change is followed through hidden fields, in order, and nothing else is looked at", () => {
    const rules = new FormRules([waiting("d", "c"), waiting("c", "b"), waiting("b", "a"), waiting("a"), waiting("z")]);
    expect(rules.affectedBy("a")).toEqual(["b", "c", "d"]);
    expect(rules.affectedBy("z")).toEqual([]);
  });

  test("phone or e-mail: each looks at the other, and what hangs on neither being there is not looked at twice", () => {
    const rules = new FormRules([
      { ...waiting("phone"), requiredWhen: [{ all: [{ field: "email", op: "EMPTY", values: [] }] }] },
      { ...waiting("email"), requiredWhen: [{ all: [{ field: "phone", op: "EMPTY", values: [] }] }] },
      waiting("thanks", "email"),
    ]);
    expect(rules.affectedBy("phone")).toEqual(["email"]);
    expect(rules.affectedBy("email")).toEqual(["phone", "thanks"]);
  });

  test("a field of a hidden section follows the section's condition", () => {
    const fields = [waiting("a"), { ...waiting("b"), section: "s" }];
    const rules = new FormRules(fields, [
      { key: "s", visibleWhen: [{ all: [{ field: "a", op: "NOT_EMPTY", values: [] }] }] },
    ]);
    expect(rules.affectedBy("a")).toEqual(["b"]);
  });
});
