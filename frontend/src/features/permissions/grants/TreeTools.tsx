import { Button, Input, Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TreeView } from "./useTreeView";
import type { Show } from "./visible";
import styles from "../Permissions.module.css";

interface Props {
  readonly view: TreeView;
  /** Also choose by what is granted or changed. */
  readonly byGrants?: boolean;
  readonly children?: ReactNode;
}
const SHOWS = ["all", "granted", "changed"] as const;

/** What of a tree is shown. */
export function TreeTools({ view, byGrants = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles["tools"]} data-tour="treeTools">
      <Input.Search
        allowClear
        value={view.search}
        placeholder={t("permissions.search")}
        aria-label={t("permissions.search")}
        onChange={({ target }) => view.setSearch(target.value)}
        className={styles["search"] ?? ""}
      />
      {byGrants ? (
        <Segmented<Show>
          aria-label={t("permissions.show")}
          value={view.show}
          onChange={view.setShow}
          options={SHOWS.map((value) => ({ value, label: t(`permissions.shows.${value}`) }))}
        />
      ) : null}
      <Button type="link" size="small" disabled={view.searching} onClick={view.foldAll}>
        {t(view.folded ? "permissions.expandAll" : "permissions.collapseAll")}
      </Button>
      {children}
    </div>
  );
}
