import type { Column, ValueKind } from "./types";

const WIDTHS: Partial<Record<ValueKind, number>> = {
  INTEGER: 110,
  DECIMAL: 120,
  FEN: 140,
  PERCENT: 90,
  BOOLEAN: 90,
  DATE: 120,
  DATETIME: 160,
  DATE_RANGE: 210,
  ENUM: 120,
  PHONE: 150,
  IMAGE: 90,
};
const OTHER_WIDTH = 180;
const AMOUNTS: ReadonlySet<ValueKind> = new Set(["INTEGER", "DECIMAL", "FEN", "PERCENT"]);

export function widthOf(column: Column): number {
  return column.width ?? WIDTHS[column.kind] ?? OTHER_WIDTH;
}

export function alignOf(column: Column): "left" | "right" | "center" {
  if (column.align) return column.align === "RIGHT" ? "right" : column.align === "CENTER" ? "center" : "left";
  return AMOUNTS.has(column.kind) ? "right" : "left";
}
