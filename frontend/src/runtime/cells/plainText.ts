import type { Column, Option, Row } from "@/config/types";
import { formatFen, formatNumber, percentOf } from "@/lib/fen";
import { plain } from "@/lib/plain";
import { formatInstant } from "@/lib/time";
import { getPath } from "@/lib/paths";

function labelOf(options: readonly Option[], value: unknown): string {
  const text = String(value);
  return options.find((option) => option.value === text)?.label ?? text;
}

function dated(value: unknown): string {
  const { from, to } = value as { from?: string | null; to?: string | null };
  return `${from ?? "…"} – ${to ?? "…"}`;
}

function named(value: unknown): string {
  const files = Array.isArray(value) ? (value as Row[]) : [value as Row];
  return files.map((file) => plain(file["name"])).join(", ");
}

/** A value as one line of text: for titles, copying and sums. */
export function plainText(
  column: Pick<Column, "kind" | "labelPath">,
  value: unknown,
  options: readonly Option[],
  yes: string,
  no: string,
): string {
  switch (column.kind) {
    case "FEN":
      return typeof value === "number" ? formatFen(value) : String(value);
    case "INTEGER":
    case "DECIMAL":
      return formatNumber(value as number | string);
    case "PERCENT":
      return typeof value === "number" ? `${percentOf(value)}%` : String(value);
    case "BOOLEAN":
      return value === true ? yes : no;
    case "DATETIME":
      return formatInstant(String(value));
    case "DATE_RANGE":
      return dated(value);
    case "ENUM":
      return labelOf(options, value);
    case "TAGS":
      return (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) => labelOf(options, each)).join(", ");
    case "REFERENCE": {
      const label = getPath(value, column.labelPath ?? "name");
      return typeof label === "string" ? label : plain((value as Row)["id"]);
    }
    case "FILE":
    case "IMAGE":
    case "DOCUMENT":
      return named(value);
    case "JSON":
      return JSON.stringify(value, null, 2);
    default:
      return Array.isArray(value) ? value.map(String).join(", ") : String(value);
  }
}
