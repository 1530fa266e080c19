/** Values as they travel in a GraphQL input, read by the kind of their field. Mirrored by the server's evaluator. */

export type ValueKindName =
  | "TEXT"
  | "LONG_TEXT"
  | "INTEGER"
  | "DECIMAL"
  | "FEN"
  | "REGION"
  | "DOCUMENT"
  | "PERCENT"
  | "BOOLEAN"
  | "DATE"
  | "DATETIME"
  | "DATE_RANGE"
  | "ENUM"
  | "TAGS"
  | "REFERENCE"
  | "FILE"
  | "IMAGE"
  | "PHONE"
  | "URL"
  | "JSON";

export type WireValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly WireValue[]
  | { readonly [key: string]: WireValue };
export type WireRecord = { readonly [key: string]: WireValue };

const NUMERIC: ReadonlySet<ValueKindName> = new Set(["INTEGER", "DECIMAL", "FEN", "PERCENT"]);
const EDGE_SPACE = /^[ \t\n\r\u00a0\u3000]+|[ \t\n\r\u00a0\u3000]+$/g;
const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Trim exactly the characters that the server trims; the two languages' own trims differ. */
export function trimText(text: string): string {
  return text.replace(EDGE_SPACE, "");
}

export function isRecord(value: unknown): value is Record<string, WireValue> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing was given: null, blank text, an empty list, or an object whose every value is empty. `false` and 0 are values. */
export function isEmpty(value: WireValue): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return trimText(value) === "";
  if (Array.isArray(value)) return value.every(isEmpty);
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** An exact decimal: `digits · 10^-scale`. Amounts never pass through binary fractions. */
interface Decimal {
  digits: bigint;
  scale: number;
}

function decimalOf(text: string): Decimal | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = a.digits * 10n ** BigInt(scale - a.scale);
  const right = b.digits * 10n ** BigInt(scale - b.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

function dateKey(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  const time = Date.UTC(year ?? 0, (month ?? 0) - 1, day);
  return new Date(time).toISOString().startsWith(text) ? time : null;
}

/** Milliseconds since the epoch: instants are compared to the millisecond. */
function instantKey(text: string): number | null {
  const match = DATETIME.exec(text);
  return match?.[1] && dateKey(match[1]) !== null ? Date.parse(text) : null;
}

/** A single value as the canonical text that conditions name, or null for an object or a list. */
export function canonical(value: WireValue): string | null {
  if (typeof value === "string") return trimText(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return null;
}

/** -1, 0 or 1, or null when the two cannot be ordered under this kind (text has no order here). */
export function compareAs(kind: ValueKindName, left: string, right: string): number | null {
  if (NUMERIC.has(kind)) {
    const [a, b] = [decimalOf(left), decimalOf(right)];
    return a && b ? compareDecimals(a, b) : null;
  }
  if (kind !== "DATE" && kind !== "DATETIME") return null;
  const read = kind === "DATE" ? dateKey : instantKey;
  const [a, b] = [read(left), read(right)];
  return a === null || b === null ? null : Math.sign(a - b);
}

/** Same value under this kind: `1.50` equals `1.5` as a decimal and differs as text. */
export function equalAs(kind: ValueKindName, left: string, right: string): boolean {
  return left === right || compareAs(kind, left, right) === 0;
}
