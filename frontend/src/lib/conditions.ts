/**
 * Conditions of a form: an OR of ANDs of field tests, evaluated alike here and on the server
 * (shared vectors: `tests/vectors/conditions.json`).
 */
import { canonical, compareAs, equalAs, isEmpty, type ValueKindName, type WireValue } from "./values";

export type TestOpName = "EQ" | "NE" | "IN" | "NOT_IN" | "EMPTY" | "NOT_EMPTY" | "GT" | "GTE" | "LT" | "LTE";

export interface Test {
  readonly field: string;
  readonly op: TestOpName;
  readonly values: readonly string[];
}
export interface Group {
  readonly all: readonly Test[];
}
export type Condition = readonly Group[];

export interface Reading {
  readonly kind: ValueKindName;
  readonly value: WireValue;
}

const ORDERED: Partial<Record<TestOpName, (order: number) => boolean>> = {
  GT: (order) => order > 0,
  GTE: (order) => order >= 0,
  LT: (order) => order < 0,
  LTE: (order) => order <= 0,
};

function hasAny(kind: ValueKindName, actual: readonly string[], wanted: readonly string[]): boolean {
  return actual.some((value) => wanted.some((other) => equalAs(kind, value, other)));
}

function sameSet(kind: ValueKindName, actual: readonly string[], wanted: readonly string[]): boolean {
  return (
    actual.every((value) => wanted.some((other) => equalAs(kind, value, other))) &&
    wanted.every((value) => actual.some((other) => equalAs(kind, value, other)))
  );
}

function atoms(value: WireValue): string[] | null {
  const parts = (Array.isArray(value) ? value : [value]).map((part: WireValue) => canonical(part));
  return parts.every((part) => part !== null) ? parts : null;
}

/** An empty value passes only EMPTY, NE and NOT_IN; so does an object, which has no text to compare. */
export function passes(test: Pick<Test, "op" | "values">, { kind, value }: Reading): boolean {
  const { op, values } = test;
  const empty = isEmpty(value);
  if (op === "EMPTY" || op === "NOT_EMPTY") return empty === (op === "EMPTY");
  const negative = op === "NE" || op === "NOT_IN";
  const actual = empty ? null : atoms(value);
  if (actual === null) return negative;
  const compare = ORDERED[op];
  if (compare) {
    const order = Array.isArray(value) ? null : compareAs(kind, actual[0] ?? "", values[0] ?? "");
    return order !== null && compare(order);
  }
  const wanted = op === "EQ" || op === "NE" ? values.slice(0, Array.isArray(value) ? values.length : 1) : values;
  const hit =
    Array.isArray(value) && (op === "EQ" || op === "NE") ? sameSet(kind, actual, wanted) : hasAny(kind, actual, wanted);
  return hit !== negative;
}

export function holds(condition: Condition, read: (field: string) => Reading): boolean {
  return condition.some((group) => group.all.every((test) => passes(test, read(test.field))));
}

/** Keys of the fields that a condition looks at. */
export function fieldsOf(condition: Condition | null | undefined): string[] {
  return [...new Set((condition ?? []).flatMap((group) => group.all.map((test) => test.field)))];
}
