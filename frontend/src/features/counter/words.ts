/** What the counter says of units, and what to do after a refusal. */
import { useTranslation } from "react-i18next";
import { formatFen } from "@/lib/fen";
import type { EntryUnit } from "./shape";

const HINTS = {
  WRONG_STORE: "hints.wrongStore",
  STAFF_NOT_ALLOWED: "hints.staff",
  CARD_FROZEN: "hints.frozen",
  CARD_EXPIRED: "hints.expired",
  CARD_NOT_ACTIVE: "hints.notActive",
  INSUFFICIENT: "hints.insufficient",
  TOKEN_USED: "hints.used",
  TOKEN_EXPIRED: "hints.newCode",
  REDEMPTION_CODE_UNKNOWN: "hints.unknownCode",
  CARD_OR_PIN_WRONG: "hints.pin",
  CARD_PIN_NOT_SET: "hints.noPin",
  TOO_MANY_ATTEMPTS: "hints.tooMany",
  OUT_OF_HOURS: "hints.hours",
  MERCHANT_BLOCKED: "hints.blocked",
  CLASS_SESSION_NOT_NOW: "hints.otherClass",
  CLASS_SESSION_CANCELLED: "hints.otherClass",
  NOT_OF_THIS_CLASS: "hints.otherClass",
  CONNECTION_LOST: "hints.connection",
} as const;

export type Hint = (typeof HINTS)[keyof typeof HINTS] | "hints.other";

export function hintOf(code: string): Hint {
  return (HINTS as Readonly<Record<string, Hint>>)[code] ?? "hints.other";
}

export interface Amounts {
  /** How much is left of something: uses, days, or money. */
  readonly left: (unit: EntryUnit, units: number) => string;
  /** How much was taken of it; a visit within a period is one. */
  readonly taken: (unit: EntryUnit, units: number) => string;
}

export function useAmounts(): Amounts {
  const { t } = useTranslation("counter");
  const left = (unit: EntryUnit, units: number) =>
    unit === "MONEY" ? formatFen(units) : t(unit === "PERIOD" ? "amount.days" : "amount.uses", { count: units });
  return { left, taken: (unit, units) => (unit === "PERIOD" ? t("amount.once") : left(unit, units)) };
}
