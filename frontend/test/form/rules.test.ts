import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import type { Field } from "@/config/types";
import en from "@/i18n/en.json";
import { problemOf } from "@/runtime/form/fieldRules";
import { placeErrors } from "@/runtime/form/placeErrors";
import { FormModel } from "@/runtime/form/formModel";
import { choiceField, dateField, form, listField, numberField, textField, uploadField, when } from "../support/fields";

beforeAll(async () => {
  await i18next.init({ lng: "en", resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
});

function problem(field: Field, value: unknown, required = false): string | null {
  return problemOf(field, required, value, i18next.t, new Map([textField("t"), field].map((each) => [each.key, each])));
}

describe("before anything is sent", () => {
  test.each<[Field, unknown, string | null]>([
    [textField("t", { minLength: 3 }), "ab", "At least 3 characters"],
    [textField("t", { maxLength: 2 }), "冰𠮷", null],
    [
      textField("t", { pattern: "USCC" }),
      "91350100M000100Y44",
      "The check digit is wrong; compare it with the original",
    ],
    [textField("t", { kind: "PHONE" }), "12345", "Enter a mobile number of 11 digits"],
    [textField("t", { pattern: "USCC" }), "", null],
    [numberField("n"), "1.5", "Enter a whole number"],
    [numberField("n", { kind: "FEN" }), "1.005", "At most 2 decimals"],
    [numberField("n", { kind: "FEN", max: "100000" }), "1000.01", "At most ¥1,000.00"],
    [numberField("n", { kind: "FEN", max: "100000" }), "1,000.00", null],
    [numberField("n", { kind: "PERCENT", max: "2000" }), "20.01", "At most 20%"],
    [numberField("n", { kind: "FEN" }), "99999999999999999", "The number is too large"],
    [numberField("n"), "many", "Enter a number"],
    [dateField("d", { notBefore: "2026-01-01" }), "2025-12-31", "Not before 2026-01-01"],
    [dateField("d", { kind: "DATE_RANGE" }), ["2026-02-01", "2026-01-01"], "It ends before it begins"],
    [
      uploadField("u", { kind: "DOCUMENT", expiry: "REQUIRED" }),
      { files: [{ token: "t" }] },
      "Give the day it expires on",
    ],
    [uploadField("u", { kind: "DOCUMENT" }), { files: [], number: "1" }, "Upload the document"],
    [
      uploadField("u", { kind: "DOCUMENT", expiry: "REQUIRED", longTerm: true }),
      { files: [{ token: "t" }], longTerm: true },
      null,
    ],
    [listField("l", ["t"], { minItems: 2 }), [{ t: "x" }], "At least 2 items"],
  ])("%o with %o", (field, value, expected) => {
    expect(problem(field, value)).toBe(expected);
  });

  test("blank is nothing, zero and false are something", () => {
    expect(problem(textField("name"), " \u3000", true)).toBe("name is required");
    expect(problem(numberField("count"), "0", true)).toBeNull();
  });
});

describe("a refusal's errors stand at their fields", () => {
  const model = new FormModel(
    form([
      choiceField("kind"),
      textField("uscc", { inputPath: "subject.uscc", visibleWhen: when("kind", "EQ", "COMPANY") }),
      listField("tiers", ["amount"], { inputPath: "rule.tiers" }),
      numberField("amount", { kind: "FEN", inputPath: "amountFen" }),
      uploadField("licence", { kind: "DOCUMENT" }),
    ]),
    { kind: "PERSON", tiers: [{ amount: "1" }] },
  );
  const error = (path: string[] | null, message = "no") => ({ code: "X", message, path });

  test("by path, with or without `input`, also inside a list and a document", () => {
    const placed = placeErrors(model, [
      error(["input", "kind"]),
      error(["rule", "tiers", "0", "amountFen"], "a"),
      error(["rule", "tiers", "0", "amountFen"], "b"),
      error(["rule", "tiers"]),
      error(["licence", "expiresOn"]),
    ]);
    expect(placed.rest).toEqual([]);
    expect(placed.fields).toEqual([
      { name: ["kind"], errors: ["no"] },
      { name: ["tiers", 0, "amount"], errors: ["a", "b"] },
      { name: ["tiers"], errors: ["no"] },
      { name: ["licence"], errors: ["no"] },
    ]);
  });

  test("what no shown field can carry is not lost", () => {
    const placed = placeErrors(model, [
      error(null, "closed"),
      error(["subject", "uscc"], "hidden"),
      error(["kindred"], "other"),
    ]);
    expect(placed.fields).toEqual([]);
    expect(placed.rest.map(({ message }) => message)).toEqual(["closed", "hidden", "other"]);
  });
});
