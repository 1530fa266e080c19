/**
 * What a form shows and asks for at a given moment. Fields are compiled once to an order in which every field
 * comes after the fields its conditions look at, and to the list of those that look at it, so that a keystroke
 * costs as much as its field has dependents, however long the form is.
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
  /** Top-level fields, each after those it depends on. */
  readonly order: readonly RuleField[];
  readonly items: ReadonlyMap<string, readonly RuleField[]>;
  private readonly sections: ReadonlyMap<string, RuleSection>;
  private readonly dependents: ReadonlyMap<string, readonly string[]>;
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
    const needs = new Map(top.map((field) => [field.key, this.needsOf(field, itemKeys)]));
    this.order = ordered(top, needs);
    this.rank = new Map(this.order.map((field, index) => [field.key, index]));
    this.dependents = reversed(needs);
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
    const found = new Set<string>();
    const open = [key];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const dependent of this.dependents.get(next) ?? []) {
        if (found.has(dependent)) continue;
        found.add(dependent);
        open.push(dependent);
      }
    }
    return [...found].toSorted((a, b) => (this.rank.get(a) ?? 0) - (this.rank.get(b) ?? 0));
  }

  /** All states for an input. */
  evaluate(input: WireRecord): Map<string, FieldState> {
    const states = new Map<string, FieldState>();
    const read = this.reader((key) => getPath(input, this.fields.get(key)?.inputPath ?? "") as WireValue, states);
    for (const field of this.order) states.set(field.key, this.stateOf(field, read));
    return states;
  }

  /** Read fields through their states: what is hidden reads as empty. */
  reader(valueOf: (key: string) => WireValue, states: ReadonlyMap<string, FieldState>): (key: string) => Reading {
    return (key) => {
      const kind = this.fields.get(key)?.kind ?? "TEXT";
      return { kind, value: states.get(key)?.visible === false ? null : valueOf(key) };
    };
  }

  private needsOf(field: RuleField, itemKeys: ReadonlySet<string>): string[] {
    const section = field.section ? this.sections.get(field.section) : undefined;
    if (field.section && this.sections.size > 0 && !section)
      throw new FormRuleError("UNKNOWN_FIELD", `${field.key}.section`);
    const own = [...conditionFields(field), ...fieldsOf(section?.visibleWhen)];
    const inItems = (this.items.get(field.key) ?? []).flatMap((item) => this.needsOfItem(field.key, item));
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
      items.set(list.key, ordered(fields, new Map(fields.map((field) => [field.key, conditionFields(field)]))));
    }
    return items;
  }

  /** Top-level fields that an item's field looks at; a key of the same item is found there first. */
  private needsOfItem(listKey: string, item: RuleField): string[] {
    const siblings = new Set((this.items.get(listKey) ?? []).map((field) => field.key));
    return conditionFields(item).filter((key) => !siblings.has(key));
  }
}

function conditionFields(field: RuleField): string[] {
  return [field.visibleWhen, field.requiredWhen, field.readOnlyWhen].flatMap(fieldsOf);
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
