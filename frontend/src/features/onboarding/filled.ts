import type { Field, Form } from "@/config/types";
import type { HeldFile } from "@/lib/codecs";
import { getPath } from "@/lib/paths";
import type { Desk } from "./data";

/** Values with their files in place of the tokens, as the controls hold them. */
export function withFiles(values: unknown, files: readonly HeldFile[]): unknown {
  const byToken = new Map(files.map((file) => [file.token, file]));
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return byToken.get(value) ?? value;
    if (Array.isArray(value)) return value.map(walk);
    if (value !== null && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
    }
    return value;
  };
  return walk(values);
}

function isMasked(field: Field, values: unknown): boolean {
  const value: unknown = getPath(values, field.inputPath);
  return typeof value === "string" && value.includes("*");
}

/** The form with what is locked now; a number that is shown masked is checked by the server when it is typed anew. */
export function formOf(desk: Desk): Form {
  const locked = new Set(desk.locked);
  const fields = desk.form.fields.map((field): Field => {
    const readOnly = field.readOnly || locked.has(field.key);
    if (field.__typename !== "TextField" || !isMasked(field, desk.values)) return { ...field, readOnly };
    return { ...field, readOnly, pattern: null, kind: field.kind === "PHONE" ? "TEXT" : field.kind };
  });
  return { ...desk.form, fields };
}
