/** From a page's variable bindings to the variables of one request. */
import { getPath, withPath } from "./paths";

export type BindingSourceName =
  | "ROUTE_PARAM"
  | "ROW"
  | "SELECTION"
  | "FORM"
  | "FILTER"
  | "SEARCH"
  | "ORDER"
  | "PAGE"
  | "KEY"
  | "CONSTANT";

export interface Binding {
  readonly variable: string;
  readonly source: BindingSourceName;
  readonly key?: string | null;
  readonly constant?: unknown;
}
export interface Sources {
  readonly params?: Readonly<Record<string, string>>;
  readonly row?: unknown;
  readonly selection?: readonly unknown[];
  readonly form?: Readonly<Record<string, unknown>>;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly search?: string;
  readonly order?: readonly { readonly field: string; readonly descending: boolean }[];
  readonly page?: { readonly first: number; readonly offset: number };
  readonly idempotencyKey?: string;
  /** Values of `@include` variables by name. */
  readonly include?: Readonly<Record<string, boolean>>;
}

function part(whole: unknown, key: string | null | undefined): unknown {
  return key ? getPath(whole, key) : whole;
}

function valueOf(binding: Binding, sources: Sources): unknown {
  switch (binding.source) {
    case "ROUTE_PARAM":
      return sources.params?.[binding.key ?? "id"];
    case "ROW":
      return part(sources.row, binding.key ?? "id");
    case "SELECTION":
      return sources.selection?.map((row) => part(row, binding.key ?? "id"));
    case "FORM":
      return part(sources.form, binding.key);
    case "FILTER":
      return part(sources.filter, binding.key);
    case "SEARCH":
      return sources.search === "" ? undefined : sources.search;
    case "ORDER":
      return sources.order?.length ? sources.order : undefined;
    case "PAGE":
      return part(sources.page, binding.key);
    case "KEY":
      return sources.idempotencyKey;
    case "CONSTANT":
      return binding.constant;
  }
}

/** What has no value is left out, so that the document's own default holds. */
export function bind(bindings: readonly Binding[], sources: Sources): Record<string, unknown> {
  let variables: Record<string, unknown> = { ...sources.include };
  // A whole form comes before single parts of the same input, which then stand on top of it.
  const ordered = [...bindings].toSorted((a, b) => a.variable.split(".").length - b.variable.split(".").length);
  for (const binding of ordered) {
    const value = valueOf(binding, sources);
    if (value !== undefined) variables = withPath(variables, binding.variable, value);
  }
  return variables;
}

/** `/merchants/:id/edit` with its parameters; a missing one stays visible instead of leading elsewhere. */
export function fillPath(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replace(/:([A-Za-z]\w*)/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === "string" || typeof value === "number" ? encodeURIComponent(String(value)) : whole;
  });
}

/** The parameters of a path under a pattern, or null when it does not match. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const value = decoded(given[index] ?? "");
    if (value === null) return null;
    if (step.startsWith(":")) params[step.slice(1)] = value;
    else if (step !== value) return null;
  }
  return params;
}

function decoded(step: string): string | null {
  try {
    return decodeURIComponent(step);
  } catch {
    return null;
  }
}
