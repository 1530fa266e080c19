/**
 * The live states of one form's fields. A control reports its value; only the fields that look at it, directly or
 * through others, are asked again, and only components of fields that changed render.
 */
import type { Field, Form } from "@/config/types";
import { encode, encodeAll, type CodecField } from "@/lib/codecs";
import { itemStates, settle, type Settled } from "@/lib/formInput";
import { FormRules, HIDDEN, type FieldState } from "@/lib/formRules";
import { getPath } from "@/lib/paths";
import { isRecord, type WireRecord, type WireValue } from "@/lib/values";
import { decode } from "@/lib/codecs";

export type Values = Record<string, unknown>;

export function isListField(field: Field): field is Extract<Field, { __typename: "ListField" }> {
  return field.__typename === "ListField";
}

const STATES = new Map<string, FieldState>();

/** The same object for the same state, so that React sees when nothing changed. */
function interned(state: FieldState): FieldState {
  const key = `${state.visible}${state.required}${state.readOnly}`;
  const known = STATES.get(key);
  if (known) return known;
  STATES.set(key, state);
  return state;
}

export class FormModel {
  readonly lookup: ReadonlyMap<string, Field>;
  readonly rules: FormRules;
  private readonly top: readonly CodecField[];
  private readonly wire = new Map<string, WireValue>();
  private readonly states = new Map<string, FieldState>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private items = new Map<string, readonly ReadonlyMap<string, FieldState>[]>();

  constructor(form: Form, values: Values) {
    this.lookup = new Map(form.fields.map((field) => [field.key, field]));
    this.rules = new FormRules(form.fields, form.sections);
    this.top = this.rules.order.flatMap((field) => this.lookup.get(field.key) ?? []);
    for (const field of this.top) this.wire.set(field.key, encode(field, values[field.key], this.lookup));
    this.evaluate(this.rules.order.map((field) => field.key));
  }

  /** The fields that stand in the form itself, as configured and in the order they are configured. */
  topFields(form: Form): Field[] {
    return form.fields.filter((field) => this.states.has(field.key));
  }

  stateOf(key: string): FieldState {
    return this.states.get(key) ?? HIDDEN;
  }

  wireOf(key: string): WireValue {
    return this.wire.get(key);
  }

  itemStateOf(list: string, index: number, key: string): FieldState {
    let known = this.items.get(list);
    if (!known) {
      const value = this.wire.get(list);
      const rows = (Array.isArray(value) ? value : []) as readonly WireValue[];
      const outer = this.rules.reader((outside) => this.wire.get(outside), this.states);
      known = rows.map((row) => {
        const states = itemStates(this.rules, list, isRecord(row) ? row : {}, outer);
        return new Map([...states].map(([name, state]) => [name, interned(state)]));
      });
      this.items.set(list, known);
    }
    return known[index]?.get(key) ?? HIDDEN;
  }

  /** A control's new value. */
  change(key: string, value: unknown): void {
    const field = this.lookup.get(key);
    if (!field) return;
    this.wire.set(key, encode(field, value, this.lookup));
    const affected = this.rules.affectedBy(key);
    this.items = new Map();
    const changed = this.evaluate(affected);
    const lists = affected.filter((other) => this.rules.items.has(other));
    for (const each of new Set([...changed, ...lists, key])) this.tell(each);
  }

  subscribe(key: string, listener: () => void): () => void {
    const set = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, set.add(listener));
    return () => set.delete(listener);
  }

  /** What may be sent for these values, and what is missing. */
  settle(values: Values): Settled {
    return settle(this.rules, encodeAll(this.top, values, this.lookup));
  }

  private evaluate(keys: readonly string[]): string[] {
    const read = this.rules.reader((key) => this.wire.get(key), this.states);
    const before = keys.map((key) => this.states.get(key));
    const fields = keys.flatMap((key) => this.rules.fields.get(key) ?? []);
    this.rules.settleStates(fields, this.states, read);
    return keys.filter((key, index) => {
      const state = interned(this.stateOf(key));
      this.states.set(key, state);
      return state !== before[index];
    });
  }

  private tell(key: string): void {
    for (const listener of this.listeners.get(key) ?? []) listener();
  }
}

/** What the controls start with: the record's values where there is one, else what the form says. */
export function startingValues(form: Form, record: unknown): Values {
  const lookup = new Map(form.fields.map((field) => [field.key, field]));
  const inner = new Set(form.fields.flatMap((field) => (isListField(field) ? field.itemFieldKeys : [])));
  const values: Values = {};
  for (const field of form.fields) {
    if (inner.has(field.key)) continue;
    const given = record === null || record === undefined ? field.initial : getPath(record, field.inputPath);
    const value = decode(field, given, lookup, getPath);
    // A switch that shows "off" means it: what the eye sees is what travels.
    values[field.key] = value === undefined && field.__typename === "BooleanField" ? false : value;
  }
  return values;
}

export type { WireRecord };
