import { describe, expect, test, vi } from "vitest";
import { FormModel, startingValues } from "@/runtime/form/formModel";
import { booleanField, choiceField, form, listField, numberField, textField, when } from "../support/fields";

const onboarding = form([
  choiceField("kind", { required: true }),
  textField("uscc", { visibleWhen: when("kind", "EQ", "COMPANY"), required: true, inputPath: "subject.uscc" }),
  textField("idCard", { visibleWhen: when("kind", "EQ", "PERSON"), inputPath: "subject.idCard" }),
  textField("note"),
]);

describe("a live form", () => {
  test("a change tells the fields that look at it, and nobody else", () => {
    const model = new FormModel(onboarding, {});
    const told = { uscc: vi.fn<() => void>(), note: vi.fn<() => void>() };
    model.subscribe("uscc", told.uscc);
    model.subscribe("note", told.note);
    expect(model.stateOf("uscc").visible).toBe(false);
    model.change("kind", "COMPANY");
    expect(model.stateOf("uscc")).toEqual({ visible: true, required: true, readOnly: false });
    expect(told.uscc).toHaveBeenCalledTimes(1);
    expect(told.note).not.toHaveBeenCalled();
  });

  test("the same state is the same object, so that nothing renders for nothing", () => {
    const model = new FormModel(onboarding, { kind: "COMPANY" });
    const before = model.stateOf("uscc");
    model.change("kind", "PERSON");
    model.change("kind", "COMPANY");
    expect(model.stateOf("uscc")).toBe(before);
  });

  test("a keystroke in a long form looks at as much as in a short one", () => {
    const looks = (count: number) => {
      const fields = Array.from({ length: count }, (_, index) =>
        textField(`f${index}`, index % 2 ? { visibleWhen: when(`f${index - 1}`, "NOT_EMPTY") } : {}),
      );
      const model = new FormModel(form(fields), {});
      const asked = vi.spyOn(model.rules, "stateOf");
      model.change("f0", "x");
      return asked.mock.calls.length;
    };
    expect(looks(200)).toBe(looks(10));
  });

  test("phone or e-mail: one that is given frees the other, and nobody else is told", () => {
    const contact = form([
      textField("phone", { requiredWhen: when("email", "EMPTY") }),
      textField("email", { requiredWhen: when("phone", "EMPTY") }),
      textField("note"),
    ]);
    const model = new FormModel(contact, {});
    const told = { email: vi.fn<() => void>(), note: vi.fn<() => void>() };
    model.subscribe("email", told.email);
    model.subscribe("note", told.note);
    expect(model.settle({}).missing).toEqual(["phone", "email"]);
    model.change("phone", "13812345678");
    expect(["phone", "email"].map((key) => model.stateOf(key).required)).toEqual([true, false]);
    expect([told.email.mock.calls.length, told.note.mock.calls.length]).toEqual([1, 0]);
    model.change("phone", "1381234567");
    expect(told.email).toHaveBeenCalledTimes(1);
    expect(model.settle({ phone: "13812345678" }).missing).toEqual([]);
  });

  test("what the chosen branch hides is not sent, though it was typed", () => {
    const model = new FormModel(onboarding, {});
    const settled = model.settle({ kind: "PERSON", uscc: "91350100M000100Y43", idCard: " 1 ", note: "" });
    expect(settled.input).toEqual({ kind: "PERSON", subject: { idCard: "1" }, note: null });
    expect(settled.hidden).toEqual(["subject.uscc"]);
  });

  test("items of a list have states of their own", () => {
    const tiers = form([
      listField("tiers", ["unit", "amount"]),
      choiceField("unit"),
      numberField("amount", { kind: "FEN", visibleWhen: when("unit", "EQ", "COMPANY") }),
    ]);
    const model = new FormModel(tiers, { tiers: [{ unit: "COMPANY" }, { unit: "PERSON" }] });
    expect([0, 1].map((index) => model.itemStateOf("tiers", index, "amount").visible)).toEqual([true, false]);
    const told = vi.fn<() => void>();
    model.subscribe("tiers", told);
    model.change("tiers", [{ unit: "PERSON" }]);
    expect(model.itemStateOf("tiers", 0, "amount").visible).toBe(false);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe("what a form starts with", () => {
  test("the record, else what the form says; a switch shows what it means", () => {
    const fields = form([
      numberField("price", { kind: "FEN", inputPath: "terms.priceFen", initial: 100 }),
      booleanField("gift"),
      textField("name", { initial: "new" }),
    ]);
    expect(startingValues(fields, undefined)).toEqual({ price: "1.00", gift: false, name: "new" });
    expect(startingValues(fields, { terms: { priceFen: 123456 }, gift: true, name: null })).toEqual({
      price: "1234.56",
      gift: true,
      name: undefined,
    });
  });
});
