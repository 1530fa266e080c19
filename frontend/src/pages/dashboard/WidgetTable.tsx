import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { alignOf } from "@/config/columnLook";
import { connectionOf } from "@/config/operations";
import type { Column, Row } from "@/config/types";
import { plain } from "@/lib/plain";
import { Cell } from "@/runtime/cells/Cell";
import { useReachableTable } from "@/ui/useReachable";

export function WidgetTable({ columns, data }: { columns: readonly Column[]; data: unknown }) {
  const { t } = useTranslation();
  const table = useReachableTable();
  return (
    <Table<Row>
      ref={table}
      size="small"
      pagination={false}
      scroll={{ x: "max-content" }}
      rowKey={(row) => plain(row["id"]) || plain(row["key"]) || JSON.stringify(row)}
      dataSource={[...connectionOf(data).nodes]}
      locale={{ emptyText: t("list.empty") }}
      columns={columns.map((column) => ({
        key: column.key,
        title: column.label,
        align: alignOf(column),
        render: (_: unknown, row: Row) => <Cell column={column} row={row} />,
      }))}
    />
  );
}
