import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import type { Action, Column, ListPage, Row } from "@/config/types";
import { ActionButtons } from "@/runtime/actions/ActionButtons";
import { Cell } from "@/runtime/cells/Cell";
import { PageLink } from "@/ui/PageLink";
import styles from "./List.module.css";
import { Lines } from "@/ui/Lines";

interface Props {
  readonly page: ListPage;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly loading: boolean;
  readonly actions: readonly Action[];
  readonly selected: readonly Row[] | null;
  readonly onSelect: (rows: Row[]) => void;
  readonly onStart: (action: Action, row: Row) => void;
  readonly empty: ReactNode;
}

/** A list on a phone: a card for each row, the first column as its title. */
export function RowCards({ page, columns, rows, loading, actions, selected, onSelect, onStart, empty }: Props) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const [first, ...others] = columns;
  const chosen = new Set(selected?.map((row) => row[page.rowKey]));
  if (loading && rows.length === 0) return <Lines rows={6} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className={styles["cards"]} aria-busy={loading}>
      {rows.map((row) => {
        const key = String(row[page.rowKey]);
        const href = pathOf(page.rowLink, row);
        const title = first ? <Cell column={first} row={row} /> : key;
        return (
          <article key={key} className={styles["card"]}>
            <div className={styles["cardHead"]}>
              {selected ? (
                <Checkbox
                  aria-label={t("list.selectRow", { row: key })}
                  checked={chosen.has(row[page.rowKey])}
                  onChange={({ target }) =>
                    onSelect(
                      target.checked
                        ? [...selected, row]
                        : selected.filter((each) => each[page.rowKey] !== row[page.rowKey]),
                    )
                  }
                />
              ) : null}
              <strong className={styles["cardTitle"]}>
                {href && !first?.linkPage ? <PageLink href={href}>{title}</PageLink> : title}
              </strong>
            </div>
            <dl className={styles["facts"]}>
              {others.map((column) => (
                <div key={column.key} className={styles["fact"]}>
                  <dt>{column.label}</dt>
                  <dd>
                    <Cell column={column} row={row} wrap />
                  </dd>
                </div>
              ))}
            </dl>
            {actions.length ? (
              <div className={styles["cardActions"]}>
                <ActionButtons shown={2} actions={actions} row={row} onStart={(action) => onStart(action, row)} />
              </div>
            ) : null}
          </article>
        );
      })}
    </div>
  );
}
