import type { TFunction } from "i18next";
import type { Field, FieldOf } from "@/config/types";
import { encode } from "@/lib/codecs";
import { formatFen, percentOf } from "@/lib/fen";
import { verdict } from "@/lib/patterns";
import { dayOf, dayOfBound } from "@/lib/time";
import { isEmpty, trimText } from "@/lib/values";
import type { FieldName } from "./placeErrors";
import type { LiveForm } from "./useFieldState";

type Check = (value: unknown, t: TFunction) => string | null;

function ofText(field: FieldOf<"TextField">): Check {
  const pattern = field.pattern ?? (field.kind === "PHONE" ? "CN_MOBILE" : field.kind === "URL" ? "URL" : null);
  return (value, t) => {
    const text = field.secret ? String(value) : trimText(String(value));
    // The server counts code points, so does this.
    const length = Array.from(text).length;
    if (field.minLength && length < field.minLength) return t("validation.tooShort", { min: field.minLength });
    if (field.maxLength && length > field.maxLength) return t("validation.tooLong", { max: field.maxLength });
    if (!pattern) return null;
    const found = verdict(pattern, text);
    if (found === "OK") return null;
    return t(found === "CHECK_DIGIT" ? "validation.checkDigit" : `validation.pattern.${pattern}`);
  };
}

function shownBound(field: FieldOf<"NumberField">, bound: string): string {
  if (field.kind === "FEN") return formatFen(Number(bound));
  if (field.kind === "PERCENT") return `${percentOf(Number(bound))}%`;
  return bound + (field.unit ?? "");
}

function ofNumber(field: FieldOf<"NumberField">): Check {
  const scale = field.kind === "INTEGER" ? 0 : field.scale;
  return (value, t) => {
    const typed = trimText(String(value)).replace(/,/g, "");
    if (!/^[+-]?\d+(?:\.\d+)?$/.test(typed)) return t("validation.notANumber");
    const decimals = typed.split(".")[1]?.replace(/0+$/, "").length ?? 0;
    if (decimals > scale) return scale === 0 ? t("validation.whole") : t("validation.decimals", { scale });
    const wire = encode(field, typed, new Map());
    const number = Number(wire);
    if (field.kind !== "DECIMAL" && typeof wire !== "number") return t("validation.tooLarge");
    if (field.min && number < Number(field.min)) return t("validation.min", { min: shownBound(field, field.min) });
    if (field.max && number > Number(field.max)) return t("validation.max", { max: shownBound(field, field.max) });
    return null;
  };
}

function ofDate(field: FieldOf<"DateField">): Check {
  return (value, t) => {
    const [from, to] = Array.isArray(value) ? (value as (string | null)[]) : [String(value)];
    if (from && to && from > to) return t("validation.rangeReversed");
    const today = Date.now();
    const first = field.notBefore ? dayOfBound(field.notBefore, today) : null;
    const last = field.notAfter ? dayOfBound(field.notAfter, today) : null;
    for (const day of [from, to]) {
      if (!day) continue;
      if (first && day.slice(0, 10) < first) return t("validation.notBefore", { day: first });
      if (last && day.slice(0, 10) > last) return t("validation.notAfter", { day: last });
    }
    return null;
  };
}

function ofUpload(field: FieldOf<"UploadField">): Check {
  return (value, t) => {
    if (field.kind !== "DOCUMENT") return null;
    const held = value as { files?: unknown[]; expiresOn?: string | null; longTerm?: boolean };
    if (!held.files?.length) return t("validation.documentFiles");
    if (field.expiry === "REQUIRED" && !held.expiresOn && !held.longTerm) return t("validation.documentExpiry");
    if (held.expiresOn && !held.longTerm && held.expiresOn < dayOf(Date.now())) return t("validation.documentExpired");
    return null;
  };
}

function ofList(field: FieldOf<"ListField">): Check {
  return (value, t) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (field.minItems && count < field.minItems) return t("validation.minItems", { min: field.minItems });
    if (field.maxItems && count > field.maxItems) return t("validation.maxItems", { max: field.maxItems });
    return null;
  };
}

function checkOf(field: Field): Check | null {
  switch (field.__typename) {
    case "TextField":
      return ofText(field);
    case "NumberField":
      return ofNumber(field);
    case "DateField":
      return ofDate(field);
    case "UploadField":
      return ofUpload(field);
    case "ListField":
      return ofList(field);
    case "ChoiceField":
    case "ReferenceField":
    case "BooleanField":
      return null;
  }
}

/** What is wrong with a control's value, in words, or null. */
export function problemOf(
  field: Field,
  required: boolean,
  value: unknown,
  t: TFunction,
  lookup: ReadonlyMap<string, Field>,
): string | null {
  if (isEmpty(encode(field, value, lookup))) {
    return required ? t("validation.required", { label: field.label }) : null;
  }
  return checkOf(field)?.(value, t) ?? null;
}

/**
 * What antd checks before anything is sent; the server checks it all again. What the server said of a value stays with
 * it until it changes: a look into the field and out of it is no answer.
 */
export function validatorOf(field: Field, required: boolean, t: TFunction, live: LiveForm, name: FieldName) {
  return async (_: unknown, value: unknown): Promise<void> => {
    const problem = live.refusalOf(name, value) ?? problemOf(field, required, value, t, live.model.lookup);
    if (problem) throw new Error(problem);
  };
}
