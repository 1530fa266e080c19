import { HolderOutlined, MoreOutlined, RightOutlined, WarningFilled } from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import { useId, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DragSort } from "./useDragSort";
import styles from "./Parts.module.css";

export type RowMenu = NonNullable<MenuProps["items"]>;

interface Props {
  readonly id: string;
  readonly title: string;
  readonly meta?: ReactNode;
  readonly mark?: "added" | "changed" | null;
  /** How many mistakes are in it. */
  readonly wrong: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** One step up (-1) or down (1); absent where nothing is to be sorted. */
  readonly onStep?: ((by: 1 | -1) => void) | undefined;
  readonly drag?: DragSort | undefined;
  readonly menu?: RowMenu;
  /** Shown beside the menu, e.g. a switch. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** One part in a list: handle, name, menu; what can be changed of it below, while it is open. */
export function PartRow({ id, title, meta, mark, wrong, open, onOpen, onStep, drag, menu, extra, children }: Props) {
  const { t } = useTranslation("designer");
  const body = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !onStep) return;
    event.preventDefault();
    onStep(by);
  };
  const over = drag?.over?.id === id ? (drag.over.after ? "after" : "before") : undefined;
  return (
    <li
      className={styles["part"]}
      data-open={open}
      data-over={over}
      data-dragging={drag?.dragging === id}
      data-wrong={wrong > 0}
      data-part={id}
      {...(drag?.target(id) ?? {})}
    >
      <div className={styles["head"]} {...(drag && !open ? drag.source(id) : {})}>
        {onStep ? (
          <button
            type="button"
            className={styles["handle"]}
            aria-label={t("moveHandle", { what: title })}
            title={t("moveHint")}
            onKeyDown={onKeyDown}
          >
            <HolderOutlined aria-hidden />
          </button>
        ) : null}
        <button
          type="button"
          className={styles["title"]}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => onOpen(!open)}
        >
          <RightOutlined aria-hidden rotate={open ? 90 : 0} className={styles["arrow"] ?? ""} />
          <span className={styles["name"]}>{title}</span>
          {mark ? <span className={styles["mark"]}>{t(`mark.${mark}`)}</span> : null}
          {wrong ? (
            <span className={styles["wrong"]}>
              <WarningFilled aria-hidden /> {t("mistakeCount", { count: wrong })}
            </span>
          ) : null}
          {meta ? <span className={styles["meta"]}>{meta}</span> : null}
        </button>
        {extra}
        {menu?.length ? (
          <Dropdown trigger={["click"]} menu={{ items: menu }}>
            <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t("menuOf", { what: title })} />
          </Dropdown>
        ) : null}
      </div>
      {open ? (
        <div id={body} className={styles["body"]}>
          {children}
        </div>
      ) : null}
    </li>
  );
}

/** The entries of a row's menu for moving: fingers cannot drag, and a screen reader does not see a handle. */
export function useMoveItems(): (onStep: (by: 1 | -1) => void, first: boolean, last: boolean) => RowMenu {
  const { t } = useTranslation("designer");
  return (onStep, first, last) => [
    { key: "$up", label: t("up"), disabled: first, onClick: () => onStep(-1) },
    { key: "$down", label: t("down"), disabled: last, onClick: () => onStep(1) },
  ];
}
