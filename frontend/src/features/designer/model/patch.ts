/**
 * An overlay as the difference of two pages: the editor works on the page that will be, what is saved is how it differs
 * from the page below. The server applies it; `tests/vectors/overlays.json` holds both to each other.
 */
import { equal, isObject, joined, nameOf, type Part, type Plain, type PlainObject } from "./plain";

export type Op =
  | { readonly op: "set"; readonly at: string; readonly values: PlainObject }
  | { readonly op: "add"; readonly at: string; readonly value: Part; readonly before?: string; readonly after?: string }
  | { readonly op: "replace"; readonly at: string; readonly value: Part }
  | { readonly op: "remove"; readonly at: string }
  | { readonly op: "move"; readonly at: string; readonly before?: string; readonly after?: string };

/** Lists whose parts are addressed by their keys; every other list is a value. */
const KEYED = new Set([
  "columns",
  "filters",
  "actions",
  "sections",
  "items",
  "fields",
  "presets",
  "dictionaries",
  "options",
  "widgets",
  "controls",
  "series",
  "navigation",
]);
/** What a part stays for ever; a part that differs here is another part. */
const FIXED = ["kind", "permission", "needs", "component"];
const ADDRESSABLE = /^[A-Za-z][A-Za-z0-9]*$/;

function keysOf(list: readonly Plain[]): string[] | null {
  const keys = list.map((part) => nameOf(part) ?? "");
  return keys.every((key) => ADDRESSABLE.test(key)) && new Set(keys).size === keys.length ? keys : null;
}

function isKeyed(name: string, a: Plain | undefined, b: Plain | undefined): boolean {
  return KEYED.has(name) && Array.isArray(a) && Array.isArray(b) && keysOf(a) !== null && keysOf(b) !== null;
}

function isText(value: PlainObject): boolean {
  return Object.keys(value).every((name) => name === "zh" || name === "en");
}

/** Objects inside of a part are changed property by property, as long as they stay what they are. */
function goesInto(a: Plain | undefined, b: Plain | undefined): boolean {
  if (!isObject(a) || !isObject(b) || isText(a) || isText(b)) return false;
  return ["key", ...FIXED].every((name) => equal(a[name], b[name]));
}

/** The operations that turn one page into the other. */
export function patchBetween(base: PlainObject, edited: PlainObject): Op[] {
  return ofObject("", base, edited);
}

function ofObject(place: string, base: PlainObject, edited: PlainObject): Op[] {
  const values: Record<string, Plain> = {};
  const inner: Op[] = [];
  for (const name of new Set([...Object.keys(base), ...Object.keys(edited)])) {
    const [a, b] = [base[name], edited[name]];
    if (equal(a, b)) continue;
    if (isKeyed(name, a, b)) inner.push(...ofList(joined(place, name), a as readonly Part[], b as readonly Part[]));
    else if (goesInto(a, b)) inner.push(...ofObject(joined(place, name), a as PlainObject, b as PlainObject));
    else values[name] = b ?? null;
  }
  return Object.keys(values).length ? [{ op: "set", at: place, values }, ...inner] : inner;
}

function ofPart(place: string, base: Part, edited: Part): Op[] {
  const same = FIXED.every((name) => equal(base[name], edited[name]));
  return same ? ofObject(place, base, edited) : [{ op: "replace", at: place, value: edited }];
}

function ofList(place: string, base: readonly Part[], edited: readonly Part[]): Op[] {
  const before = new Map(base.map((part) => [nameOf(part) ?? "", part]));
  const after = new Map(edited.map((part) => [nameOf(part) ?? "", part]));
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const ops: Op[] = removed.map((key) => ({ op: "remove", at: joined(place, key) }));
  for (const [key, part] of after) {
    const old = before.get(key);
    if (old) ops.push(...ofPart(joined(place, key), old, part));
  }
  return [
    ...ops,
    ...inOrder(
      place,
      [...before.keys()].filter((key) => after.has(key)),
      after,
      before,
    ),
  ];
}

/** Adds and moves, from the first part to the last; the longest run that is in order already stays where it is. */
function inOrder(
  place: string,
  kept: readonly string[],
  after: ReadonlyMap<string, Part>,
  before: ReadonlyMap<string, Part>,
): Op[] {
  const wanted = [...after.keys()];
  const still = new Set(longestRun(kept.map((key) => wanted.indexOf(key))).map((index) => wanted[index]));
  const ops: Op[] = [];
  const now = [...kept];
  let previous: string | null = null;
  for (const [key, part] of after) {
    if (!still.has(key)) {
      const neighbour: { before?: string; after?: string } =
        previous !== null
          ? { after: previous }
          : now.find((other) => other !== key)
            ? { before: firstOf(now, key) }
            : {};
      if (before.has(key)) {
        ops.push({ op: "move", at: joined(place, key), ...neighbour });
        now.splice(now.indexOf(key), 1);
      } else {
        ops.push({ op: "add", at: place, value: part, ...neighbour });
      }
      now.splice(previous === null ? 0 : now.indexOf(previous) + 1, 0, key);
    }
    previous = key;
  }
  return ops;
}

function firstOf(now: readonly string[], key: string): string {
  return now.find((other) => other !== key) ?? "";
}

/** The longest increasing subsequence, as values. */
function longestRun(values: readonly number[]): number[] {
  let best: number[] = [];
  const runs: number[][] = [];
  for (const value of values) {
    let longest: number[] = [];
    for (const run of runs) if ((run.at(-1) ?? -1) < value && run.length > longest.length) longest = run;
    const run = [...longest, value];
    runs.push(run);
    if (run.length > best.length) best = run;
  }
  return best;
}
