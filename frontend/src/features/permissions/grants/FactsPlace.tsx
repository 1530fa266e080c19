import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "../Permissions.module.css";

interface Props {
  /** There is room beside the tree. */
  readonly wide: boolean;
  readonly hint: string;
  /** Without room: whether they are asked for. */
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Where a node is read about: beside the tree, or in a sheet over it where there is no room. */
export function FactsPlace({ wide, hint, open, onClose, children }: Props) {
  const { t } = useTranslation();
  if (wide) return <div data-tour="treeFacts">{children ?? <p className={styles["hint"]}>{hint}</p>}</div>;
  return (
    <Drawer
      open={open && Boolean(children)}
      placement="bottom"
      size={320}
      title={t("permissions.facts")}
      onClose={onClose}
    >
      {children}
    </Drawer>
  );
}
