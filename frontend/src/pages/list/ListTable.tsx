import { Table, type TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { widthOf } from "@/config/columnLook";
import { usePagePath } from "@/config/AppConfigContext";
import type { Action, Column, ListPage, Row } from "@/config/types";
import { formatFen, formatNumber } from "@/lib/fen";
import type { ListState } from "@/lib/listState";
import { getPath } from "@/lib/paths";
import { ActionButtons } from "@/runtime/actions/ActionButtons";
import { useGoTo } from "@/ui/PageLink";
import { useMedia } from "@/ui/useMedia";
import { useReachableTable } from "@/ui/useReachable";
import { tableColumns } from "./columns";
import type { SetListState } from "./useUrlState";
import styles from "./List.module.css";

interface Props {
  readonly page: ListPage;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly loading: boolean;
  readonly state: ListState;
  readonly onState: SetListState;
  readonly actions: readonly Action[];
  readonly selected: readonly Row[] | null;
  readonly onSelect: (rows: Row[]) => void;
  readonly onStart: (action: Action, row: Row) => void;
  readonly empty: React.ReactNode;
}

/** A wide character takes about as much as two narrow ones. */
const NARROW_PX = 7.5;
const BUTTON_PX = 15;
const MORE_PX = 40;
const SELECT_WIDTH = 48;
/** A stop of the guided tour. */
const MARK: React.HTMLAttributes<HTMLElement> & { "data-tour": string } = { "data-tour": "listRows" };

function labelWidth(label: string): number {
  return BUTTON_PX + NARROW_PX * Array.from(label).reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);
}

/** Room for the actions in the open and the dots behind which the others are. */
function actionWidth(actions: readonly Action[], shown: number): number {
  const open = actions.length <= shown + 1 ? actions : actions.slice(0, shown);
  const more = open.length < actions.length ? MORE_PX : 0;
  return Math.max(80, 16 + more + open.reduce((sum, action) => sum + labelWidth(action.label), 0));
}

function actionColumn(
  actions: readonly Action[],
  shown: number,
  title: string,
  onStart: Props["onStart"],
): TableColumnType<Row> {
  return {
    key: "$actions",
    title,
    fixed: "end",
    width: actionWidth(actions, shown),
    render: (_: unknown, row: Row) => (
      <span className={styles["rowActions"]}>
        <ActionButtons link shown={shown} actions={actions} row={row} onStart={(action) => onStart(action, row)} />
      </span>
    ),
  };
}

export function ListTable(props: Props) {
  const { page, columns, rows, loading, state, onState, actions, selected, onSelect, onStart, empty } = props;
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const goTo = useGoTo();
  const roomy = useMedia("(min-width: 1200px)");
  const all = tableColumns(columns, state, page.defaultOrder);
  const shown = roomy ? 2 : 1;
  if (actions.length) all.push(actionColumn(actions, shown, t("list.actions"), onStart));
  const width = columns.reduce(
    (sum, column) => sum + widthOf(column),
    SELECT_WIDTH + (actions.length ? actionWidth(actions, shown) : 0),
  );
  const table = useReachableTable();
  return (
    <Table<Row>
      ref={table}
      rowKey={page.rowKey}
      columns={rows.length ? all : all.map(fitting)}
      dataSource={[...rows]}
      loading={loading}
      pagination={false}
      size="middle"
      scroll={rows.length ? { x: width } : {}}
      sticky={{ offsetHeader: 0 }}
      showSorterTooltip={false}
      locale={{ emptyText: empty }}
      onHeaderRow={() => MARK}
      onRow={(row) => {
        const href = pathOf(page.rowLink, row);
        return href ? { onClick: (event) => opened(event) && goTo(href), className: styles["linked"] ?? "" } : {};
      }}
      onChange={(_, __, sorter, { action }) => {
        if (action !== "sort") return;
        const [first] = Array.isArray(sorter) ? sorter : [sorter];
        const key = String(first?.columnKey ?? "");
        onState({ sort: first?.order ? [{ key, descending: first.order === "descend" }] : [], page: 1 });
      }}
      {...(selected
        ? {
            rowSelection: {
              selectedRowKeys: selected.map((row) => String(row[page.rowKey])),
              preserveSelectedRowKeys: true,
              columnWidth: SELECT_WIDTH,
              onChange: (_, chosen) => onSelect(chosen),
              getCheckboxProps: (row) => ({
                "aria-label": t("list.selectRow", { row: String(row["name"] ?? row["no"] ?? row["id"]) }),
              }),
              getTitleCheckboxProps: () => ({ "aria-label": t("list.selectPage") }),
            },
          }
        : {})}
      {...(columns.some((column) => column.summary) && rows.length
        ? { summary: () => <Sums columns={columns} rows={rows} lead={selected !== null} tail={actions.length > 0} /> }
        : {})}
    />
  );
}

/** Without rows there is nothing to scroll to, and nothing that the keyboard could scroll with: the head fits. */
function fitting({ width: _width, fixed: _fixed, ...column }: TableColumnType<Row>): TableColumnType<Row> {
  return column;
}

/** A click on text that is being selected, or on anything with a life of its own, opens nothing. */
function opened(event: React.MouseEvent): boolean {
  const inner = (event.target as Element).closest(
    "a, button, input, label, [role=dialog], .ant-table-selection-column",
  );
  return !inner && String(window.getSelection()) === "";
}

function Sums({
  columns,
  rows,
  lead,
  tail,
}: {
  columns: readonly Column[];
  rows: readonly Row[];
  lead: boolean;
  tail: boolean;
}) {
  const { t } = useTranslation();
  const offset = lead ? 1 : 0;
  return (
    <Table.Summary fixed>
      <Table.Summary.Row>
        {lead ? <Table.Summary.Cell index={0} /> : null}
        {columns.map((column, index) => (
          <Table.Summary.Cell key={column.key} index={index + offset} align={column.summary ? "right" : "left"}>
            {column.summary ? <strong>{sumOf(column, rows)}</strong> : index === 0 ? t("list.pageSum") : null}
          </Table.Summary.Cell>
        ))}
        {tail ? <Table.Summary.Cell index={columns.length + offset} /> : null}
      </Table.Summary.Row>
    </Table.Summary>
  );
}

function sumOf(column: Column, rows: readonly Row[]): string {
  const sum = rows.reduce((total, row) => total + Number(getPath(row, column.path) ?? 0), 0);
  return column.kind === "FEN" ? formatFen(sum) : formatNumber(sum);
}
