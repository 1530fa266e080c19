/** From an input as typed to the input as sent: hidden values leave, missing ones are named by their path. */
import { isEmpty, isRecord, type WireRecord, type WireValue } from "./values";
import { getPath, withPath } from "./paths";
import type { FieldState, FormRules, RuleField } from "./formRules";
import type { Reading } from "./conditions";

export interface Settled {
  /** What may be sent. */
  readonly input: WireRecord;
  /** Paths of required fields without a value. */
  readonly missing: readonly string[];
  /** Paths that were given although their condition hides them: the server refuses these. */
  readonly hidden: readonly string[];
}

interface Collected {
  input: { [key: string]: WireValue };
  missing: string[];
  hidden: string[];
}

/** Keep, field by field, what is shown; walk into the items of a list with the item's own values in front. */
export function settle(rules: FormRules, input: WireRecord): Settled {
  const states = rules.evaluate(input);
  const read = rules.reader((key) => at(input, rules.fields.get(key)), states);
  const collected: Collected = { input: {}, missing: [], hidden: [] };
  for (const field of rules.order) {
    const state = states.get(field.key);
    if (state) take(rules, field, state, input, "", read, collected);
  }
  return collected;
}

/** States of one item's fields, by key. Siblings are read in the item, everything else outside. */
export function itemStates(
  rules: FormRules,
  listKey: string,
  item: WireRecord,
  outer: (key: string) => Reading,
): Map<string, FieldState> {
  const fields = rules.items.get(listKey) ?? [];
  const own = new Map(fields.map((field) => [field.key, field]));
  const states = new Map<string, FieldState>();
  const read = (key: string): Reading => {
    const sibling = own.get(key);
    if (!sibling) return outer(key);
    return { kind: sibling.kind, value: states.get(key)?.visible === false ? null : at(item, sibling) };
  };
  rules.settleStates(fields, states, read);
  return states;
}

function take(
  rules: FormRules,
  field: RuleField,
  state: FieldState,
  source: WireRecord,
  prefix: string,
  read: (key: string) => Reading,
  into: Collected,
): void {
  const path = prefix + field.inputPath;
  const value = at(source, field);
  if (!state.visible) {
    if (!isEmpty(value)) into.hidden.push(path);
    return;
  }
  if (state.required && isEmpty(value)) into.missing.push(path);
  if (value === undefined) return;
  const items = rules.items.get(field.key);
  const kept =
    items && Array.isArray(value)
      ? value.map((item: WireValue, index) => takeItem(rules, field, item, `${path}.${index}.`, read, into))
      : value;
  into.input = withPath(into.input, field.inputPath, kept);
}

function takeItem(
  rules: FormRules,
  list: RuleField,
  item: WireValue,
  prefix: string,
  read: (key: string) => Reading,
  into: Collected,
): WireValue {
  const source: WireRecord = isRecord(item) ? item : {};
  const states = itemStates(rules, list.key, source, read);
  const inner: Collected = { input: {}, missing: into.missing, hidden: into.hidden };
  for (const field of rules.items.get(list.key) ?? []) {
    const state = states.get(field.key);
    if (state) take(rules, field, state, source, prefix, read, inner);
  }
  return inner.input;
}

function at(source: WireRecord, field: RuleField | undefined): WireValue {
  return field ? (getPath(source, field.inputPath) as WireValue) : undefined;
}
