import { EyeInvisibleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { countWithin, isWithin } from "../model/mistakes";
import { at, equal, inserted, joined, moved, nameOf, partsAt, put, stepsOf, type Part } from "../model/plain";
import { useDesigner } from "./DesignerContext";
import { PartRow, useMoveItems, type RowMenu } from "./PartRow";
import { useDragSort } from "./useDragSort";
import { useLabel } from "./useLabel";
import { useOpened } from "./useOpened";
import styles from "./Parts.module.css";

interface Props {
  /** The list, from the page or form on. */
  readonly list: string;
  readonly label: string;
  readonly meta?: (part: Part) => ReactNode;
  /** What can be changed of a part. */
  readonly children: (part: Part, place: string) => ReactNode;
  /** Entries of a part's menu beside those that every part has. */
  readonly menu?: (part: Part, place: string) => RowMenu;
  readonly extra?: (part: Part, place: string) => ReactNode;
  /** `make` is given the hidden parts too: they keep their keys. */
  readonly add?: { readonly label: string; readonly make: (parts: readonly Part[]) => Part };
}

/** The parts of a list in order: opened, moved, hidden and brought back. */
export function PartsList({ list, label, meta, children, menu, extra, add }: Props) {
  const { t } = useTranslation("designer");
  const { root, base, edit, readOnly, mistakes } = useDesigner();
  const labelOf = useLabel();
  const moveItems = useMoveItems();
  const [open, setOpen] = useOpened((place) =>
    isWithin(place, list) ? (stepsOf(place)[stepsOf(list).length] ?? null) : null,
  );
  const parts = partsAt(root, list);
  const below = partsAt(base ?? {}, list);
  const gone = below.filter((part) => !parts.some((each) => nameOf(each) === nameOf(part)));
  const indexOf = (name: string) => parts.findIndex((part) => nameOf(part) === name);
  const drag = useDragSort((name, target, after) => {
    const [from, to] = [indexOf(name), indexOf(target) + (after ? 1 : 0)];
    edit((now) => moved(now, list, name, from < to ? to - 1 : to));
  });
  const remove = (part: Part) =>
    edit((now) =>
      put(
        now,
        list,
        partsAt(now, list).filter((each) => nameOf(each) !== nameOf(part)),
      ),
    );
  const markOf = (part: Part): "added" | "changed" | null => {
    if (!base) return null;
    const before = below.find((each) => nameOf(each) === nameOf(part));
    return before ? (equal(before, part) ? null : "changed") : "added";
  };
  return (
    <>
      <ul className={styles["parts"]} aria-label={label}>
        {parts.map((part, index) => {
          const name = nameOf(part) ?? String(index);
          const place = joined(list, name);
          const step = (by: 1 | -1) => edit((now) => moved(now, list, name, index + by));
          const mark = markOf(part);
          const before = below.find((each) => nameOf(each) === name);
          const items: RowMenu = [
            ...moveItems(step, index === 0, index === parts.length - 1),
            ...(menu?.(part, place) ?? []),
            ...(before && mark === "changed"
              ? [{ key: "$restore", label: t("restorePart"), onClick: () => edit((now) => put(now, place, before)) }]
              : []),
            { type: "divider" },
            {
              key: "$remove",
              label: before ? t("hide") : t("remove"),
              danger: !before,
              onClick: () => remove(part),
            },
          ];
          return (
            <PartRow
              key={name}
              id={name}
              title={labelOf(part)}
              meta={meta?.(part)}
              mark={mark}
              wrong={countWithin(mistakes, place)}
              open={open === name}
              onOpen={(next) => setOpen(next ? name : null)}
              onStep={readOnly ? undefined : step}
              drag={readOnly ? undefined : drag}
              menu={readOnly ? [] : items}
              extra={extra?.(part, place)}
            >
              {children(part, place)}
            </PartRow>
          );
        })}
      </ul>
      {gone.length ? (
        <>
          <h4 className={styles["subtitle"]}>{t("hiddenParts", { count: gone.length })}</h4>
          <ul className={styles["parts"]} aria-label={t("hiddenParts", { count: gone.length })}>
            {gone.map((part) => (
              <li key={nameOf(part)} className={styles["gone"]}>
                <span>
                  <EyeInvisibleOutlined aria-hidden /> {labelOf(part)}
                </span>
                {readOnly ? null : (
                  <Button
                    size="small"
                    aria-label={t("showWhat", { what: labelOf(part) })}
                    onClick={() => edit((now) => inserted(now, list, homeOf(part, below, partsAt(now, list)), part))}
                  >
                    {t("show")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {add && !readOnly ? (
        <Button
          className={styles["add"] ?? ""}
          type="dashed"
          block
          icon={<PlusOutlined />}
          onClick={() => {
            const made = add.make([...parts, ...gone]);
            edit((now) => put(now, list, [...partsAt(now, list), made]));
            setOpen(nameOf(made));
          }}
        >
          {add.label}
        </Button>
      ) : null}
    </>
  );
}

/** Where a part that comes back belongs: behind the neighbour it had, as far as that is still there. */
export function homeOf(part: Part, below: readonly Part[], parts: readonly Part[]): number {
  const before = below.slice(0, below.indexOf(part)).toReversed();
  const neighbour = before.find((each) => parts.some((other) => nameOf(other) === nameOf(each)));
  return neighbour ? parts.findIndex((each) => nameOf(each) === nameOf(neighbour)) + 1 : 0;
}

export function isAdded(base: Part | null, place: string): boolean {
  return base !== null && at(base, place) === undefined;
}
