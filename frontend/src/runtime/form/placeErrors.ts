import type { Field } from "@/config/types";
import type { UserError } from "@/lib/errors";
import type { FormModel } from "./formModel";
import { isListField } from "./formModel";

export type FieldName = (string | number)[];
export interface Placed {
  readonly fields: readonly { readonly name: FieldName; readonly errors: string[] }[];
  /** What belongs to no field that is shown. */
  readonly rest: readonly UserError[];
}

function inField(field: Field, path: string): boolean {
  return path === field.inputPath || path.startsWith(`${field.inputPath}.`);
}

function nameOf(model: FormModel, keys: readonly string[], path: string): FieldName | null {
  for (const key of keys) {
    const field = model.lookup.get(key);
    if (!field || !inField(field, path)) continue;
    if (!isListField(field)) return [key];
    const [index, ...inner] = path.slice(field.inputPath.length + 1).split(".");
    const below = index && inner.length ? nameOf(model, field.itemFieldKeys, inner.join(".")) : null;
    return below ? [key, Number(index), ...below] : [key];
  }
  return null;
}

/** Where a refusal's errors belong in a form: its `path` points into the input, with or without the word `input`. */
export function placeErrors(model: FormModel, errors: readonly UserError[]): Placed {
  const top = model.rules.order.map((field) => field.key).filter((key) => model.stateOf(key).visible);
  const fields = new Map<string, { name: FieldName; errors: string[] }>();
  const rest: UserError[] = [];
  for (const error of errors) {
    const path = (error.path ?? []).join(".").replace(/^input\./, "");
    const name = path ? nameOf(model, top, path) : null;
    if (!name) {
      rest.push(error);
      continue;
    }
    const known = fields.get(name.join("."));
    if (known) known.errors.push(error.message);
    else fields.set(name.join("."), { name, errors: [error.message] });
  }
  return { fields: [...fields.values()], rest };
}
