import { EyeInvisibleOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useClear } from "@/ui/useClear";
import { countWithin, isWithin } from "../model/mistakes";
import { equal, inserted, joined, nameOf, partsAt, put, textAt, type Part, type PlainObject } from "../model/plain";
import { NAV_ITEM } from "../model/properties";
import { useDesigner } from "../parts/DesignerContext";
import { PartRow, useMoveItems, type RowMenu } from "../parts/PartRow";
import { homeOf } from "../parts/PartsList";
import { PropertyList } from "../parts/PropertyList";
import { useDragSort, type DragSort } from "../parts/useDragSort";
import { useLabel } from "../parts/useLabel";
import { useOpened } from "../parts/useOpened";
import styles from "../parts/Parts.module.css";
import outline from "../forms/Outline.module.css";

const LIST = "navigation";

/** An entry beside another one, in the same menu. */
function beside(root: PlainObject, key: string, target: string, after: boolean): PlainObject {
  const items = partsAt(root, LIST);
  const item = items.find((each) => nameOf(each) === key);
  const neighbour = items.find((each) => nameOf(each) === target);
  if (!item || !neighbour || item === neighbour) return root;
  // A menu stands among menus; an entry goes where its new neighbour is.
  const isMenu = !item["pageKey"] && !item["href"];
  const parent = textAt(neighbour, "parentKey");
  if (isMenu && parent !== null) return root;
  const placed = isMenu ? item : put(item, "parentKey", parent ?? undefined);
  const others = items.filter((each) => each !== item);
  return put(root, LIST, others.toSpliced(others.indexOf(neighbour) + (after ? 1 : 0), 0, placed));
}

/** Without an entry; a menu goes with everything in it. */
function without(root: PlainObject, key: string): PlainObject {
  const items = partsAt(root, LIST);
  return put(
    root,
    LIST,
    items.filter((item) => nameOf(item) !== key && textAt(item, "parentKey") !== key),
  );
}

/** Menus with their entries, and where a user begins. Entries that the platform cannot have are left alone. */
export function Navigation() {
  const { t } = useTranslation("designer");
  const clear = useClear();
  const { root, base, edit, pages, readOnly } = useDesigner();
  const labelOf = useLabel();
  const id = useId();
  const [open, setOpen] = useOpened((place) => (isWithin(place, LIST) ? (place.split(".")[1] ?? null) : null));
  const drag = useDragSort((key, target, after) => edit((now) => beside(now, key, target, after)));
  const known = new Set(pages.map((page) => page.value));
  const offered = (item: Part) => {
    const page = textAt(item, "pageKey");
    return page === null || known.has(page);
  };
  const items = partsAt(root, LIST).filter(offered);
  const kept = items.filter((item) => item["pageKey"] || item["href"] || childrenOf(items, nameOf(item)).length > 0);
  const below = partsAt(base ?? {}, LIST);
  const gone = below.filter(
    (item) => offered(item) && !partsAt(root, LIST).some((each) => nameOf(each) === nameOf(item)),
  );
  const shared = { items: kept, drag, open, onOpen: setOpen };
  return (
    <>
      <div className={styles["property"]} style={{ marginBlock: "4px 12px" }}>
        <label htmlFor={id}>{t("prop.landing")}</label>
        <Select<string>
          id={id}
          allowClear={clear}
          disabled={readOnly}
          placeholder={t("landingFirst")}
          value={textAt(root, "landing")}
          options={pages.filter((page) => page.value !== "app").map(({ value, label }) => ({ value, label }))}
          onChange={(next: string | undefined) => edit((now) => put(now, "landing", next))}
        />
      </div>
      <ul className={styles["parts"]} aria-label={t("lists.navigation")}>
        {childrenOf(kept, null).map((item) => (
          <Entry key={nameOf(item)} item={item} {...shared} />
        ))}
      </ul>
      {gone.length ? (
        <>
          <h4 className={styles["subtitle"]}>{t("hiddenParts", { count: gone.length })}</h4>
          <ul className={styles["parts"]}>
            {gone.map((item) => (
              <li key={nameOf(item)} className={styles["gone"]}>
                <span>
                  <EyeInvisibleOutlined aria-hidden /> {labelOf(item)}
                </span>
                {readOnly ? null : (
                  <Button
                    size="small"
                    aria-label={t("showWhat", { what: labelOf(item) })}
                    onClick={() => edit((now) => inserted(now, LIST, homeOf(item, below, partsAt(now, LIST)), item))}
                  >
                    {t("show")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function childrenOf(items: readonly Part[], parent: string | null): Part[] {
  const keys = new Set(items.map(nameOf));
  return items.filter((item) => {
    const own = textAt(item, "parentKey");
    return (own !== null && keys.has(own) ? own : null) === parent;
  });
}

interface EntryProps {
  readonly item: Part;
  readonly items: readonly Part[];
  readonly drag: DragSort;
  readonly open: string | null;
  readonly onOpen: (key: string | null) => void;
}

function Entry({ item, items, drag, open, onOpen }: EntryProps) {
  const { t } = useTranslation("designer");
  const { base, edit, readOnly, mistakes } = useDesigner();
  const labelOf = useLabel();
  const moveItems = useMoveItems();
  const key = nameOf(item) ?? "";
  const place = joined(LIST, key);
  const siblings = childrenOf(items, textAt(item, "parentKey"));
  const index = siblings.indexOf(item);
  const step = (by: 1 | -1) => {
    const neighbour = nameOf(siblings[index + by]);
    if (neighbour !== null) edit((now) => beside(now, key, neighbour, by > 0));
  };
  const before = partsAt(base ?? {}, LIST).find((each) => nameOf(each) === key);
  const changed = before !== undefined && !equal(before, item);
  const menu: RowMenu = [
    ...moveItems(step, index <= 0, index === siblings.length - 1),
    ...(changed
      ? [{ key: "$restore", label: t("restorePart"), onClick: () => edit((now) => put(now, place, before)) }]
      : []),
    { type: "divider" },
    { key: "$hide", label: t("hide"), onClick: () => edit((now) => without(now, key)) },
  ];
  const inner = childrenOf(items, key);
  return (
    <>
      <PartRow
        id={key}
        title={labelOf(item)}
        mark={changed ? "changed" : null}
        wrong={countWithin(mistakes, place)}
        open={open === key}
        onOpen={(next) => onOpen(next ? key : null)}
        onStep={readOnly ? undefined : step}
        drag={readOnly ? undefined : drag}
        menu={readOnly ? [] : menu}
      >
        <PropertyList place={place} properties={NAV_ITEM} />
      </PartRow>
      {inner.length ? (
        <li className={outline["inner"]}>
          <ul className={styles["parts"]} aria-label={labelOf(item)}>
            {inner.map((each) => (
              <Entry key={nameOf(each)} item={each} items={items} drag={drag} open={open} onOpen={onOpen} />
            ))}
          </ul>
        </li>
      ) : null}
    </>
  );
}
