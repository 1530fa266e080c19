/**
 * Between what a control holds and what travels, by the kind of the field. What cannot be read as its kind travels as
 * it was typed: the server then says what is wrong with it, at its place.
 */
import { fenOf, percentOf, yuanOf } from "./fen";
import { withPath } from "./paths";
import { addDays, formatInstant, instantOf, startOfDay } from "./time";
import { isEmpty, isRecord, trimText, type ValueKindName, type WireRecord, type WireValue } from "./values";

export interface CodecField {
  readonly key: string;
  readonly inputPath: string;
  readonly kind: ValueKindName;
  readonly itemFieldKeys?: readonly string[];
  /** Of a DATE_RANGE filter: its ends are instants, not days. */
  readonly instants?: boolean;
}
/** A file as its control holds it; only the token travels. */
export interface HeldFile {
  readonly token: string;
  readonly name: string;
  readonly bytes?: number;
  readonly url?: string;
  readonly mediaType?: string;
}
export interface HeldDocument {
  readonly files: readonly HeldFile[];
  readonly number?: string | null;
  readonly expiresOn?: string | null;
  readonly longTerm?: boolean;
}
export type FieldLookup = ReadonlyMap<string, CodecField>;

function encodeText(value: unknown): WireValue {
  if (typeof value !== "string") return value === undefined ? null : (value as WireValue);
  const text = trimText(value);
  return text === "" ? null : text;
}

function encodeScaled(value: unknown): WireValue {
  const text = encodeText(typeof value === "number" ? String(value) : value);
  return typeof text === "string" ? (fenOf(text) ?? text) : text;
}

function encodeInteger(value: unknown): WireValue {
  const text = encodeText(typeof value === "number" ? String(value) : value);
  if (typeof text !== "string") return text;
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

function encodeFiles(value: unknown): WireValue {
  if (!Array.isArray(value)) return null;
  return (value as (HeldFile | string)[]).map((file) => (typeof file === "string" ? file : file.token));
}

function encodeDocument(value: unknown): WireValue {
  if (!isRecord(value)) return null;
  const wire = {
    files: encodeFiles(value["files"]),
    number: encodeText(value["number"]),
    expiresOn: value["longTerm"] ? null : encodeText(value["expiresOn"]),
    longTerm: value["longTerm"] === true,
  };
  return wire.longTerm || !isEmpty({ ...wire, longTerm: null }) ? wire : null;
}

function encodeInstant(value: unknown): WireValue {
  const text = encodeText(value);
  return typeof text === "string" && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(text) ? instantOf(text) : text;
}

function encodeRange(value: unknown): WireValue {
  const [from, to] = Array.isArray(value) ? (value as (string | null)[]) : [];
  return from || to ? { from: from || null, to: to || null } : null;
}

function encodeMany(value: unknown): WireValue {
  return value === undefined || value === "" ? null : (value as WireValue);
}

const ENCODERS: Record<ValueKindName, (value: unknown) => WireValue> = {
  TEXT: encodeText,
  LONG_TEXT: encodeText,
  PHONE: encodeText,
  URL: encodeText,
  INTEGER: encodeInteger,
  DECIMAL: (value) => encodeText(typeof value === "number" ? String(value) : value),
  FEN: encodeScaled,
  PERCENT: encodeScaled,
  BOOLEAN: encodeMany,
  DATE: encodeText,
  DATETIME: encodeInstant,
  DATE_RANGE: encodeRange,
  ENUM: encodeMany,
  TAGS: encodeMany,
  REFERENCE: encodeMany,
  REGION: encodeMany,
  FILE: encodeFiles,
  IMAGE: encodeFiles,
  DOCUMENT: encodeDocument,
  JSON: encodeMany,
};

/** One control's value as it travels. Items of a list are objects by their own fields' paths. */
export function encode(field: CodecField, value: unknown, fields: FieldLookup): WireValue {
  if (!field.itemFieldKeys) return ENCODERS[field.kind](value);
  if (!Array.isArray(value)) return null;
  return value.map((item: unknown) => encodeAll(itemFields(field, fields), isRecord(item) ? item : {}, fields));
}

/** All values of a form, at their fields' paths. */
export function encodeAll(
  fields: readonly CodecField[],
  values: Readonly<Record<string, unknown>>,
  lookup: FieldLookup,
): { [key: string]: WireValue } {
  let input: { [key: string]: WireValue } = {};
  for (const field of fields) {
    if (field.key in values) input = withPath(input, field.inputPath, encode(field, values[field.key], lookup));
  }
  return input;
}

function itemFields(list: CodecField, fields: FieldLookup): CodecField[] {
  return (list.itemFieldKeys ?? []).flatMap((key) => fields.get(key) ?? []);
}

const DECODERS: Partial<Record<ValueKindName, (value: NonNullable<WireValue>) => unknown>> = {
  FEN: (value) => (typeof value === "number" ? yuanOf(value) : value),
  PERCENT: (value) => (typeof value === "number" ? percentOf(value) : value),
  INTEGER: String,
  DECIMAL: String,
  DATETIME: (value) => (typeof value === "string" ? formatInstant(value, { seconds: true }) : value),
  DATE_RANGE: (value) => (isRecord(value) ? [value["from"] ?? null, value["to"] ?? null] : value),
};

/** What a control starts with, from a record's or a draft's value. */
export function decode(
  field: CodecField,
  value: unknown,
  fields: FieldLookup,
  at: (source: unknown, path: string) => unknown,
): unknown {
  if (value === null || value === undefined) return undefined;
  if (!field.itemFieldKeys) return DECODERS[field.kind]?.(value as NonNullable<WireValue>) ?? value;
  if (!Array.isArray(value)) return undefined;
  return value.map((item: unknown) =>
    Object.fromEntries(
      itemFields(field, fields).map((inner) => [inner.key, decode(inner, at(item, inner.inputPath), fields, at)]),
    ),
  );
}

/** One filter's part of the filter input. */
export function encodeFilter(field: CodecField, value: unknown, fields: FieldLookup): WireRecord | null {
  const wire = encode(field, value, fields);
  if (isEmpty(wire)) return null;
  if (field.kind !== "DATE_RANGE" || !isRecord(wire)) return withPath<WireValue>({}, field.inputPath, wire);
  const { from, to } = wire as { from: string | null; to: string | null };
  const range = field.instants
    ? { gte: from && startOfDay(from), lt: to && startOfDay(addDays(to, 1)) }
    : { gte: from, lte: to };
  const given = Object.fromEntries(Object.entries(range).filter(([, end]) => end));
  return withPath<WireValue>({}, field.inputPath, given);
}

/** A control's value as text in the URL, and back. */
export function textOf(field: CodecField, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field.kind === "DATE_RANGE")
    return encodeRange(value) ? (value as (string | null)[]).map((end) => end ?? "").join("~") : "";
  if (Array.isArray(value)) return value.map(String).join(",");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

export function valueOfText(field: CodecField & { readonly multiple?: boolean }, text: string): unknown {
  if (text === "") return undefined;
  switch (field.kind) {
    case "DATE_RANGE":
      return text.split("~", 2).map((end) => end || null);
    case "BOOLEAN":
      return text === "true";
    case "TAGS":
      return text.split(",");
    default:
      return field.multiple ? text.split(",") : text;
  }
}
