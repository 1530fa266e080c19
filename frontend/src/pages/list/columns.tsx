import type { TableColumnType } from "antd";
import type { Column, Row, ValueKind } from "@/config/types";
import type { ListState, Sorting } from "@/lib/listState";
import { Cell } from "@/runtime/cells/Cell";

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

function directionOf(sort: readonly Sorting[], key: string): "ascend" | "descend" | null {
  const found = sort.find((part) => part.key === key);
  return found ? (found.descending ? "descend" : "ascend") : null;
}

export function tableColumns(
  columns: readonly Column[],
  state: ListState,
  sort: readonly Sorting[],
): TableColumnType<Row>[] {
  return columns.map((column) => ({
    key: column.key,
    title: column.label,
    width: widthOf(column),
    align: alignOf(column),
    ellipsis: { showTitle: false },
    render: (_: unknown, row: Row) => <Cell column={column} row={row} />,
    ...(column.pinned ? { fixed: column.pinned === "LEFT" ? ("start" as const) : ("end" as const) } : {}),
    ...(column.sortable
      ? {
          sorter: true,
          sortOrder: directionOf(state.sort.length ? state.sort : sort, column.key),
          showSorterTooltip: false,
        }
      : {}),
  }));
}
