/**
 * What a form shows and asks for at a given moment. Fields are compiled once to an order in which every field
 * comes after the fields that decide whether it is there, and to the list of those that look at it, so that a keystroke
 * costs as much as its field has dependents, however long the form is. Whether a field is required decides nothing that
 * another one reads: it stands outside of the order, and two fields may each be required while the other is empty.
 */
import { fieldsOf, holds, type Condition, type Reading } from "./conditions";
import { getPath } from "./paths";
import type { ValueKindName, WireRecord, WireValue } from "./values";

export interface RuleField {
  readonly key: string;
  readonly inputPath: string;
  readonly kind: ValueKindName;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly section?: string | null;
  readonly visibleWhen?: Condition | null;
  readonly requiredWhen?: Condition | null;
  readonly readOnlyWhen?: Condition | null;
  /** Of a list field: keys of the fields that make up one item. Their paths are relative to the item. */
  readonly itemFieldKeys?: readonly string[];
}
export interface RuleSection {
  readonly key: string;
  readonly visibleWhen?: Condition | null;
}
export interface FieldState {
  readonly visible: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
}

export class FormRuleError extends Error {
  constructor(
    readonly code: "UNKNOWN_FIELD" | "DUPLICATE_KEY" | "DUPLICATE_PATH" | "CYCLE",
    readonly place: string,
  ) {
    super(`${code} at ${place}`);
  }
}

export const HIDDEN: FieldState = { visible: false, required: false, readOnly: false };

export class FormRules {
  readonly fields: ReadonlyMap<string, RuleField>;
  /** Top-level fields, each after those that decide whether it is there. */
  readonly order: readonly RuleField[];
  readonly items: ReadonlyMap<string, readonly RuleField[]>;
  private readonly sections: ReadonlyMap<string, RuleSection>;
  private readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** By field: those that only ask whether they are required. */
  private readonly asking: ReadonlyMap<string, readonly string[]>;
  private readonly rank: ReadonlyMap<string, number>;

  constructor(fields: readonly RuleField[], sections: readonly RuleSection[] = []) {
    this.fields = new Map(fields.map((field) => [field.key, field]));
    this.sections = new Map(sections.map((section) => [section.key, section]));
    if (this.fields.size < fields.length)
      throw new FormRuleError("DUPLICATE_KEY", firstRepeated(fields.map((field) => field.key)));
    this.items = this.itemsInOrder();
    const itemKeys = new Set([...this.items.values()].flat().map((field) => field.key));
    const top = fields.filter((field) => !itemKeys.has(field.key));
    const paths = top.map((field) => field.inputPath);
    if (new Set(paths).size < paths.length) throw new FormRuleError("DUPLICATE_PATH", firstRepeated(paths));
    const needs = new Map(top.map((field) => [field.key, this.needsOf(field, itemKeys, presenceFields)]));
    const asked = new Map(top.map((field) => [field.key, this.needsOf(field, itemKeys, requirementFields)]));
    this.order = ordered(top, needs);
    this.rank = new Map(this.order.map((field, index) => [field.key, index]));
    this.dependents = reversed(needs);
    this.asking = reversed(asked);
  }

  /** State of one field; what it looks at is read through `read`, where a hidden field reads as empty. */
  stateOf(field: RuleField, read: (key: string) => Reading): FieldState {
    const section = field.section ? this.sections.get(field.section) : undefined;
    const shown = (when: Condition | null | undefined): boolean => !when?.length || holds(when, read);
    if (!shown(section?.visibleWhen) || !shown(field.visibleWhen)) return HIDDEN;
    return {
      visible: true,
      required: field.required || holds(field.requiredWhen ?? [], read),
      readOnly: field.readOnly || holds(field.readOnlyWhen ?? [], read),
    };
  }

  /** Keys to look at again after a change of one field, in order; its own state does not hang on its own value. */
  affectedBy(key: string): string[] {
    const reached = new Set([key]);
    const open = [key];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const dependent of this.dependents.get(next) ?? []) {
        if (reached.has(dependent)) continue;
        reached.add(dependent);
        open.push(dependent);
      }
    }
    const found = new Set(reached);
    for (const each of reached) for (const dependent of this.asking.get(each) ?? []) found.add(dependent);
    found.delete(key);
    return [...found].toSorted((a, b) => (this.rank.get(a) ?? 0) - (this.rank.get(b) ?? 0));
  }

  /** All states for an input. */
  evaluate(input: WireRecord): Map<string, FieldState> {
    const states = new Map<string, FieldState>();
    const read = this.reader((key) => getPath(input, this.fields.get(key)?.inputPath ?? "") as WireValue, states);
    this.settleStates(this.order, states, read);
    return states;
  }

  /** Set the states of fields that stand in order: first what is there, then, with that known, what is required. */
  settleStates(fields: readonly RuleField[], states: Map<string, FieldState>, read: (key: string) => Reading): void {
    for (const field of fields) states.set(field.key, this.stateOf(field, read));
    for (const field of fields) {
      if (field.requiredWhen?.length) states.set(field.key, this.stateOf(field, read));
    }
  }

  /** Read fields through their states: what is hidden reads as empty. */
  reader(valueOf: (key: string) => WireValue, states: ReadonlyMap<string, FieldState>): (key: string) => Reading {
    return (key) => {
      const kind = this.fields.get(key)?.kind ?? "TEXT";
      return { kind, value: states.get(key)?.visible === false ? null : valueOf(key) };
    };
  }

  /** Top-level fields that a field looks at, of those that `looks` names: by itself, its section and its items. */
  private needsOf(field: RuleField, itemKeys: ReadonlySet<string>, looks: Looks): string[] {
    const section = field.section ? this.sections.get(field.section) : undefined;
    if (field.section && this.sections.size > 0 && !section)
      throw new FormRuleError("UNKNOWN_FIELD", `${field.key}.section`);
    const own = looks(field, section);
    const siblings = new Set((this.items.get(field.key) ?? []).map((item) => item.key));
    // A key of the same item is found there first.
    const inItems = (this.items.get(field.key) ?? []).flatMap((item) =>
      looks(item).filter((key) => !siblings.has(key)),
    );
    const needs = [...new Set([...own, ...inItems])];
    for (const need of needs) {
      if (!this.fields.has(need) || itemKeys.has(need))
        throw new FormRuleError("UNKNOWN_FIELD", `${field.key}.${need}`);
    }
    return needs;
  }

  private itemsInOrder(): Map<string, readonly RuleField[]> {
    const items = new Map<string, readonly RuleField[]>();
    for (const list of this.fields.values()) {
      if (!list.itemFieldKeys) continue;
      const fields = list.itemFieldKeys.map((key) => {
        const field = this.fields.get(key);
        if (!field) throw new FormRuleError("UNKNOWN_FIELD", `${list.key}.${key}`);
        return field;
      });
      items.set(list.key, ordered(fields, new Map(fields.map((field) => [field.key, presenceFields(field)]))));
    }
    return items;
  }
}

type Looks = (field: RuleField, section?: RuleSection) => string[];

function presenceFields(field: RuleField, section?: RuleSection): string[] {
  return [field.visibleWhen, field.readOnlyWhen, section?.visibleWhen].flatMap(fieldsOf);
}

function requirementFields(field: RuleField): string[] {
  const needs = fieldsOf(field.requiredWhen);
  if (needs.includes(field.key)) throw new FormRuleError("CYCLE", `${field.key} > ${field.key}`);
  return needs;
}

function firstRepeated(values: readonly string[]): string {
  return values.find((value, index) => values.indexOf(value) < index) ?? "";
}

function ordered(fields: readonly RuleField[], needs: ReadonlyMap<string, readonly string[]>): RuleField[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const done = new Set<string>();
  const result: RuleField[] = [];
  const visit = (field: RuleField, trail: readonly string[]): void => {
    if (done.has(field.key)) return;
    if (trail.includes(field.key))
      throw new FormRuleError("CYCLE", [...trail.slice(trail.indexOf(field.key)), field.key].join(" > "));
    for (const need of needs.get(field.key) ?? []) {
      const below = byKey.get(need);
      if (below) visit(below, [...trail, field.key]);
    }
    done.add(field.key);
    result.push(field);
  };
  for (const field of fields) visit(field, []);
  return result;
}

function reversed(needs: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const dependents = new Map<string, string[]>();
  for (const [key, list] of needs) {
    for (const need of list) dependents.set(need, [...(dependents.get(need) ?? []), key]);
  }
  return dependents;
}
