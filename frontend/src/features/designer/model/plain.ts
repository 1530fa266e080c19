/**
 * Definitions of pages and forms as plain JSON, and places in them: names and keys from the outside in, as the server
 * writes them in a mistake (`columns.phone.label.zh`).
 */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainObject;
export interface PlainObject {
  readonly [name: string]: Plain | undefined;
}
export type Part = PlainObject;

export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a part is called within its list: dictionaries by name, options by value. */
export function nameOf(part: unknown): string | null {
  if (!isObject(part)) return null;
  const name = part["key"] || part["name"] || part["value"];
  return typeof name === "string" ? name : null;
}

export function stepsOf(place: string): string[] {
  return place === "" ? [] : place.split(".");
}

export function joined(...steps: readonly (string | number)[]): string {
  return steps.filter((step) => step !== "").join(".");
}

function indexIn(parts: readonly Plain[], step: string): number {
  const named = parts.findIndex((part) => nameOf(part) === step);
  if (named >= 0) return named;
  return /^\d+$/.test(step) && Number(step) < parts.length ? Number(step) : -1;
}

/** What stands at a place; undefined where nothing does. */
export function at(root: Plain | undefined, place: string): Plain | undefined {
  let found: Plain | undefined = root;
  for (const step of stepsOf(place)) {
    if (Array.isArray(found)) found = (found as readonly Plain[])[indexIn(found, step)];
    else found = isObject(found) ? found[step] : undefined;
  }
  return found;
}

export function partsAt(root: Plain | undefined, place: string): readonly Part[] {
  const found = at(root, place);
  return Array.isArray(found) ? (found as readonly Plain[]).filter(isObject) : [];
}

export function textAt(root: Plain | undefined, place: string): string | null {
  const found = at(root, place);
  return typeof found === "string" ? found : null;
}

/** A copy with another value at a place; undefined takes it away. Objects on the way are made. */
export function put<T extends Plain>(root: T, place: string, value: Plain | undefined): T {
  return placed(root, stepsOf(place), value) as T;
}

function placed(target: Plain | undefined, steps: readonly string[], value: Plain | undefined): Plain | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(target)) {
    const parts = target as readonly Plain[];
    const index = indexIn(parts, step);
    if (index < 0) return parts;
    const changed = placed(parts[index], rest, value);
    return changed === undefined ? parts.toSpliced(index, 1) : parts.with(index, changed);
  }
  const owner = isObject(target) ? target : {};
  const changed = placed(owner[step], rest, value);
  if (changed !== undefined) return { ...owner, [step]: changed };
  const { [step]: _gone, ...others } = owner;
  return others;
}

/** A copy with a part put into a list, before the one that stands at the index. */
export function inserted<T extends Plain>(root: T, list: string, index: number, part: Part): T {
  return put(root, list, partsAt(root, list).toSpliced(index, 0, part));
}

/** A copy with a part of a list at another index of it. */
export function moved<T extends Plain>(root: T, list: string, name: string, to: number): T {
  const parts = partsAt(root, list);
  const from = parts.findIndex((part) => nameOf(part) === name);
  const part = parts[from];
  if (!part) return root;
  const others = parts.toSpliced(from, 1);
  return put(root, list, others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, part));
}

export function equal(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [a as readonly Plain[], b as readonly Plain[]];
    return left.length === right.length && left.every((value, index) => equal(value, right[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => equal(a[name], b[name]));
}

/** A key that no part of a list has yet: `text`, `text2`, `text3`. */
export function freshKey(parts: readonly Part[], stem: string): string {
  const known = new Set(parts.map(nameOf));
  if (!known.has(stem)) return stem;
  let number = 2;
  while (known.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
