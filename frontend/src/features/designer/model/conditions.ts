/** Conditions of fields as a designer edits them. */
import type { TestOp } from "@/gql/gen/graphql";
import type { ValueKindName } from "@/lib/values";
import { at, isObject, joined, nameOf, partsAt, put, textAt, type Part, type Plain, type PlainObject } from "./plain";

export interface Test {
  readonly field: string;
  readonly op: TestOp;
  readonly values: readonly string[];
}
export interface Group {
  readonly all: readonly Test[];
}
export type When = readonly Group[];

const PRESENCE: readonly TestOp[] = ["EMPTY", "NOT_EMPTY"];
const EQUALITY: readonly TestOp[] = ["EQ", "NE"];
const CHOICE: readonly TestOp[] = ["EQ", "NE", "IN", "NOT_IN"];
const ORDER: readonly TestOp[] = ["GT", "GTE", "LT", "LTE"];
const COMPARED: ReadonlySet<ValueKindName> = new Set(["TEXT", "PHONE", "REFERENCE", "REGION"]);
const ORDERED: ReadonlySet<ValueKindName> = new Set(["INTEGER", "DECIMAL", "FEN", "PERCENT", "DATE", "DATETIME"]);

/** What may be asked of a kind; several values of a typed kind are written as alternatives. */
export function operatorsOf(kind: ValueKindName): readonly TestOp[] {
  if (kind === "ENUM" || kind === "TAGS") return [...CHOICE, ...PRESENCE];
  if (kind === "BOOLEAN") return [...EQUALITY, ...PRESENCE];
  if (ORDERED.has(kind)) return [...EQUALITY, ...ORDER, ...PRESENCE];
  return COMPARED.has(kind) ? [...EQUALITY, ...PRESENCE] : PRESENCE;
}

export function takesValues(op: TestOp): boolean {
  return !PRESENCE.includes(op);
}

export function takesSeveral(op: TestOp, kind: ValueKindName): boolean {
  return op === "IN" || op === "NOT_IN" || (kind === "TAGS" && takesValues(op));
}

export function kindOf(part: Part | undefined): ValueKindName {
  return (part?.["kind"] as ValueKindName | undefined) ?? "TEXT";
}

export function whenAt(root: Plain, place: string): When {
  const found = at(root, place);
  if (!Array.isArray(found)) return [];
  return (found as readonly Plain[]).filter(isObject).map((group) => ({
    all: partsAt(group, "all").map((test) => ({
      field: textAt(test, "field") ?? "",
      op: (textAt(test, "op") ?? "NOT_EMPTY") as TestOp,
      values: (at(test, "values") as readonly string[] | undefined) ?? [],
    })),
  }));
}

/** As the server writes it: no condition at all is no property. */
export function plainWhen(when: When): Plain | undefined {
  const groups = when.filter((group) => group.all.length > 0);
  if (groups.length === 0) return undefined;
  return groups.map(({ all }) => ({
    all: all.map(({ field, op, values }) => ({ field, op, ...(values.length ? { values: [...values] } : {}) })),
  }));
}

/** The list that a field is an item of. */
export function listOf(fields: readonly Part[], key: string): Part | undefined {
  return fields.find((field) => (at(field, "itemFieldKeys") as readonly string[] | undefined)?.includes(key));
}

/** Fields that a condition of another one, or of a section, may look at. */
export function testable(fields: readonly Part[], owner: string | null): readonly Part[] {
  const home = owner === null ? undefined : listOf(fields, owner);
  return fields.filter((field) => {
    const key = nameOf(field) ?? "";
    const list = listOf(fields, key);
    return key !== owner && key !== nameOf(home) && (list === undefined || list === home);
  });
}

const WHENS = ["visibleWhen", "requiredWhen", "readOnlyWhen"] as const;

function requiredWhile(empty: string): Plain {
  return [{ all: [{ field: empty, op: "EMPTY" }] }];
}

/** A form in which one of two fields has to be filled in: each is required while the other is empty. */
export function eitherOf<T extends PlainObject>(root: T, form: string, one: string, other: string): T {
  return [
    [one, other],
    [other, one],
  ].reduce((made, [field = "", empty = ""]) => {
    const place = joined(form, "fields", field);
    return put(put(made, joined(place, "requiredWhen"), requiredWhile(empty)), joined(place, "required"), undefined);
  }, root);
}

/** A form in which a field has another key, wherever it is named. */
export function renamed<T extends PlainObject>(root: T, form: string, from: string, to: string): T {
  const swap = (key: string): string => (key === from ? to : key);
  const conditioned = (part: Part): Part =>
    WHENS.reduce<Part>((made, name) => {
      const when = whenAt(made, name);
      if (!when.some((group) => group.all.some((test) => test.field === from))) return made;
      const next = when.map(({ all }) => ({ all: all.map((test) => ({ ...test, field: swap(test.field) })) }));
      return put(made, name, plainWhen(next));
    }, part);
  const keys = (part: Part, name: string): Part => {
    const found = at(part, name);
    return Array.isArray(found) ? put(part, name, (found as readonly string[]).map(swap)) : part;
  };
  const fields = partsAt(root, joined(form, "fields")).map((field) => {
    const made = keys(keys(conditioned(field), "itemFieldKeys"), "dependsOn");
    return nameOf(field) === from ? put(made, "key", to) : made;
  });
  const made = put(root, joined(form, "fields"), fields);
  const sections = partsAt(made, joined(form, "sections"));
  return sections.length ? put(made, joined(form, "sections"), sections.map(conditioned)) : made;
}

/** Fields and sections whose conditions look at a field. */
export function lookingAt(root: Plain, form: string, key: string): readonly Part[] {
  const parts = [...partsAt(root, joined(form, "fields")), ...partsAt(root, joined(form, "sections"))];
  return parts.filter(
    (part) =>
      nameOf(part) !== key &&
      WHENS.some((name) => whenAt(part, name).some((group) => group.all.some((test) => test.field === key))),
  );
}
