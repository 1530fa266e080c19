/** Dotted paths into plain JSON: `settlement.bankName`. */

export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined where any step is absent. Steps through a list read every element. */
export function getPath(value: unknown, path: string): unknown {
  let current: unknown = value;
  const steps = path.split(".");
  for (const [index, step] of steps.entries()) {
    if (Array.isArray(current)) {
      const rest = steps.slice(index).join(".");
      return current.map((element) => getPath(element, rest));
    }
    if (!isObject(current)) return undefined;
    current = Object.hasOwn(current, step) ? current[step] : undefined;
  }
  return current;
}

/** A copy of `target` with the value at the path; the objects between are made. */
export function withPath<T>(target: { readonly [key: string]: T }, path: string, value: T): { [key: string]: T } {
  const [head = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...target, [head]: value };
  const inner = target[head];
  const below = isObject(inner) ? (inner as { [key: string]: T }) : {};
  // A nested record is itself a value of the tree, which TypeScript cannot say of an open T.
  return { ...target, [head]: withPath(below, rest.join("."), value) as T };
}
