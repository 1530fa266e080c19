/** A platform as a file: read here just far enough to show what it is; the server reads the rest. */

export interface PlatformFile {
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly nodes: number;
  readonly roles: number;
  /** Names of nodes and roles by their codes, in both languages. */
  readonly names: ReadonlyMap<string, { readonly zh: string; readonly en: string }>;
}
export const MOST_BYTES = 2_000_000;

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nameOf(value: unknown): { zh: string; en: string } | null {
  const name = objectOf(value);
  const { zh, en } = name ?? {};
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : null;
}

/** The file, or null when it is no platform at all. */
export function readPlatformFile(name: string, text: string): PlatformFile | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const document = objectOf(parsed);
  const head = objectOf(document?.["template"]);
  const title = nameOf(head?.["name"]);
  const code = head?.["code"];
  if (!document || document["format"] !== "prepaid.platform-template" || !title || typeof code !== "string")
    return null;
  const nodes = listOf(document?.["nodes"]);
  const roles = listOf(document?.["roles"]);
  const entries = [...nodes, ...roles].flatMap((entry) => {
    const part = objectOf(entry);
    const named = nameOf(part?.["name"]);
    return named && typeof part?.["code"] === "string" ? [[part["code"], named] as const] : [];
  });
  return {
    name,
    document,
    code,
    title,
    nodes: nodes.length,
    roles: roles.length,
    names: new Map(entries),
  };
}
