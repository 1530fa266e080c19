import type { TableColumnType } from "antd";
import { alignOf, widthOf } from "@/config/columnLook";
import type { Column, Row } from "@/config/types";
import type { ListState, Sorting } from "@/lib/listState";
import { Cell } from "@/runtime/cells/Cell";

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
