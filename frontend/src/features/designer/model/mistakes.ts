import type { MistakeFragment } from "@/gql/gen/graphql";
import { Refused } from "@/lib/errors";
import type { Op } from "./patch";
import { joined, nameOf } from "./plain";

export type Mistake = MistakeFragment;

/** Mistakes of a place itself, by the name of the property they are in; whatever lies deeper counts for it too. */
export function mistakesOf(mistakes: readonly Mistake[], place: string, property: string): string[] {
  const whole = joined(place, property);
  return mistakes.filter((one) => isWithin(one.place, whole)).map((one) => one.message);
}

export function countWithin(mistakes: readonly Mistake[], place: string): number {
  return mistakes.filter((one) => isWithin(one.place, place)).length;
}

export function isWithin(place: string, outer: string): boolean {
  return outer === "" || place === outer || place.startsWith(`${outer}.`);
}

/** A mistake of an operation stands at the part that the operation changes: `ops.3.values.label` is of a column. */
export function placedMistakes(mistakes: readonly Mistake[], ops: readonly Op[]): Mistake[] {
  return mistakes.map((mistake) => {
    const [first, number, ...rest] = mistake.place.split(".");
    const op = first === "ops" ? ops[Number(number)] : undefined;
    if (!op) return mistake;
    const inside = rest.filter((step) => step !== op.op);
    if (inside[0] === "values") return { ...mistake, place: joined(op.at, ...inside.slice(1)) };
    if (inside[0] === "value" && op.op === "add")
      return { ...mistake, place: joined(op.at, nameOf(op.value) ?? "", ...inside.slice(1)) };
    if (inside[0] === "value") return { ...mistake, place: joined(op.at, ...inside.slice(1)) };
    return { ...mistake, place: op.at };
  });
}

/** The mistakes in a refusal to save: each points at its place behind the name of the argument. */
export function mistakesIn(error: unknown, argument: string): Mistake[] {
  if (!(error instanceof Refused)) return [];
  return error.errors.flatMap((one) => {
    const [first, ...place] = one.path ?? [];
    if (first !== argument || place.length === 0) return [];
    const shown = place.join(".");
    return [{ place: shown, message: one.message.replace(`${shown}：`, "").replace(`${shown}: `, "") }];
  });
}
