import { useTranslation } from "react-i18next";
import { kindOf, listOf, lookingAt } from "../model/conditions";
import { itemKeys, outerFields, putField, withCopy, withoutField } from "../model/formEdits";
import { countWithin } from "../model/mistakes";
import { at, equal, isObject, joined, nameOf, partsAt, put, textAt, type Part } from "../model/plain";
import { fieldGroups } from "../model/fieldProperties";
import { useDesigner } from "../parts/DesignerContext";
import { PartRow, useMoveItems, type RowMenu } from "../parts/PartRow";
import { PropertyGroups } from "../parts/PropertyList";
import type { DragSort } from "../parts/useDragSort";
import { useLabel } from "../parts/useLabel";
import { AddField } from "./AddField";
import partStyles from "../parts/Parts.module.css";
import styles from "./Outline.module.css";

export interface Opening {
  /** The part whose properties are shown. */
  readonly opened: string | null;
  readonly onOpened: (key: string | null) => void;
}
interface Props extends Opening {
  readonly field: Part;
  readonly siblings: readonly Part[];
  readonly form: string;
  readonly drag: DragSort;
}

/** A field in the outline, with the fields of its items below it. */
export function FieldRow({ field, siblings, form, drag, opened, onOpened }: Props) {
  const { t } = useTranslation("designer");
  const { root, base, edit, readOnly, mistakes } = useDesigner();
  const labelOf = useLabel();
  const moveItems = useMoveItems();
  const key = nameOf(field) ?? "";
  const place = joined(form, "fields", key);
  const fields = partsAt(root, joined(form, "fields"));
  const home = listOf(fields, key);
  const index = siblings.indexOf(field);
  const kind = kindOf(field);
  const step = (by: 1 | -1) => edit((now) => stepped(now, form, field, by));
  const before = base ? at(base, place) : undefined;
  const own = base === null || before === undefined;
  const mark = base === null ? null : before === undefined ? "added" : equal(before, field) ? null : "changed";
  const lookers = lookingAt(root, form, key);
  const menu: RowMenu = [
    ...moveItems(
      step,
      index === 0 && !canLeave(root, form, field, -1),
      index === siblings.length - 1 && !canLeave(root, form, field, 1),
    ),
    { key: "$copy", label: t("copy"), onClick: () => edit((now) => withCopy(now, form, key)) },
    ...(isObject(before) && mark === "changed"
      ? [{ key: "$restore", label: t("restorePart"), onClick: () => edit((now) => put(now, place, before)) }]
      : []),
    { type: "divider" },
    {
      key: "$remove",
      danger: true,
      label: lookers.length ? t("removeLooked", { fields: lookers.map(labelOf).join(", ") }) : t("remove"),
      onClick: () => edit((now) => withoutField(now, form, key)),
    },
  ];
  const inner = itemKeys(field).flatMap((item) => fields.filter((each) => nameOf(each) === item));
  return (
    <>
      <PartRow
        id={key}
        title={labelOf(field)}
        meta={<Meta field={field} />}
        mark={mark}
        wrong={countWithin(mistakes, place)}
        open={opened === key}
        onOpen={(open) => onOpened(open ? key : null)}
        onStep={readOnly ? undefined : step}
        drag={readOnly ? undefined : drag}
        menu={readOnly ? [] : menu}
      >
        <PropertyGroups
          place={place}
          form={form}
          owner={key}
          onRenamed={onOpened}
          groups={fieldGroups(field, { own, inList: home !== undefined, isFilter: false })}
        />
      </PartRow>
      {kind === "JSON" ? (
        <li className={styles["inner"]}>
          <ul className={partStyles["parts"]} aria-label={t("itemsOf", { what: labelOf(field) })}>
            {inner.map((item) => (
              <FieldRow
                key={nameOf(item)}
                field={item}
                siblings={inner}
                form={form}
                drag={drag}
                opened={opened}
                onOpened={onOpened}
              />
            ))}
          </ul>
          {readOnly ? null : (
            <div className={styles["add"]}>
              <AddField form={form} section={null} list={key} onAdded={onOpened} />
            </div>
          )}
        </li>
      ) : null}
    </>
  );
}

/** What a field is and asks, in a word each. */
function Meta({ field }: { field: Part }) {
  const { t } = useTranslation("designer");
  return (
    <>
      <span>{t(`kind.${kindOf(field)}`)}</span>
      {field["required"] === true ? <span>{t("meta.required")}</span> : null}
      {field["requiredWhen"] && field["required"] !== true ? <span>{t("meta.requiredWhen")}</span> : null}
      {field["visibleWhen"] ? <span>{t("meta.visibleWhen")}</span> : null}
      {field["readOnly"] === true || field["readOnlyWhen"] ? <span>{t("meta.readOnly")}</span> : null}
    </>
  );
}

function homes(root: Part, form: string): (string | null)[] {
  return [null, ...partsAt(root, joined(form, "sections")).map((section) => nameOf(section))];
}

/** Whether there is a section before or behind the field's own. */
function canLeave(root: Part, form: string, field: Part, by: 1 | -1): boolean {
  const places = homes(root, form);
  if (listOf(partsAt(root, joined(form, "fields")), nameOf(field) ?? "")) return false;
  const target = places.indexOf(textAt(field, "section")) + by;
  return target >= 0 && target < places.length;
}

/** One step among its neighbours; beyond the first and the last the next section begins. */
function stepped<T extends Part>(root: T, form: string, field: Part, by: 1 | -1): T {
  const key = nameOf(field) ?? "";
  const fields = partsAt(root, joined(form, "fields"));
  const home = listOf(fields, key);
  if (home) {
    const index = itemKeys(home).indexOf(key) + by;
    if (index < 0 || index >= itemKeys(home).length) return root;
    return putField(root, form, field, { section: null, list: nameOf(home), index });
  }
  const sections = partsAt(root, joined(form, "sections"));
  const section = textAt(field, "section");
  const siblings = outerFields(fields, section, sections);
  const index = siblings.findIndex((each) => nameOf(each) === key) + by;
  if (index >= 0 && index < siblings.length) return putField(root, form, field, { section, list: null, index });
  if (!canLeave(root, form, field, by)) return root;
  const places = homes(root, form);
  const next = places[places.indexOf(section) + by] ?? null;
  const count = outerFields(fields, next, sections).length;
  return putField(root, form, field, { section: next, list: null, index: by > 0 ? 0 : count });
}
