import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { outerFields, putField, withoutSection } from "../model/formEdits";
import { countWithin } from "../model/mistakes";
import names from "../model/names.json";
import { freshKey, joined, moved, nameOf, partsAt, put, textAt, type Part } from "../model/plain";
import { SECTION } from "../model/properties";
import { useDesigner } from "../parts/DesignerContext";
import { PartRow, useMoveItems, type RowMenu } from "../parts/PartRow";
import { PropertyList } from "../parts/PropertyList";
import { useDragSort } from "../parts/useDragSort";
import { useLabel } from "../parts/useLabel";
import { useOpened } from "../parts/useOpened";
import { AddField } from "./AddField";
import { openingOf } from "./opening";
import { FieldRow, type Opening } from "./FieldRow";
import partStyles from "../parts/Parts.module.css";
import styles from "./Outline.module.css";

interface Props {
  /** Where the form stands: empty for a form that is edited by itself. */
  readonly form: string;
}

const SECTION_ID = "§";

/** A form as a tree: sections, their fields, the fields of lists. */
export function Outline({ form }: Props) {
  const { t } = useTranslation("designer");
  const { root, edit, readOnly } = useDesigner();
  const [opened, onOpened] = useOpened((place) => openingOf(place, root, form));
  const sections = partsAt(root, joined(form, "sections"));
  const fields = partsAt(root, joined(form, "fields"));
  const list = joined(form, "sections");
  const drag = useDragSort((id, target, after) => {
    if (id.startsWith(SECTION_ID)) {
      if (!target.startsWith(SECTION_ID)) return;
      const keys = sections.map(nameOf);
      const [from, to] = [keys.indexOf(id.slice(1)), keys.indexOf(target.slice(1)) + (after ? 1 : 0)];
      edit((now) => moved(now, list, id.slice(1), from < to ? to - 1 : to));
      return;
    }
    const field = fields.find((each) => nameOf(each) === id);
    if (field) edit((now) => putField(now, form, field, spotAt(now, form, id, target, after)));
  });
  const loose = outerFields(fields, null, sections);
  const shared = { form, drag, opened, onOpened };
  return (
    <div className={styles["outline"]}>
      {loose.length || sections.length === 0 ? (
        <ul className={partStyles["parts"]} aria-label={t("fields.loose")}>
          {loose.map((field) => (
            <FieldRow key={nameOf(field)} field={field} siblings={loose} {...shared} />
          ))}
        </ul>
      ) : null}
      {sections.length === 0 && !readOnly ? (
        <div>
          <AddField form={form} section={null} list={null} onAdded={onOpened} />
        </div>
      ) : null}
      <ul className={partStyles["parts"]} aria-label={t("lists.sections")}>
        {sections.map((section, index) => (
          <SectionRow key={nameOf(section)} section={section} index={index} count={sections.length} {...shared} />
        ))}
      </ul>
      {readOnly ? null : (
        <Button
          type="dashed"
          block
          icon={<PlusOutlined />}
          onClick={() => {
            const key = freshKey(sections, "section");
            edit((now) => put(now, list, [...partsAt(now, list), { key, title: names.section }]));
            onOpened(SECTION_ID + key);
          }}
        >
          {t("addSection")}
        </Button>
      )}
    </div>
  );
}

/** Where a dragged field comes to stand: beside the field that it was dropped at, or first in the section. */
function spotAt(root: Part, form: string, id: string, target: string, after: boolean) {
  const fields = partsAt(root, joined(form, "fields")).filter((each) => nameOf(each) !== id);
  const sections = partsAt(root, joined(form, "sections"));
  if (target.startsWith(SECTION_ID)) return { section: target.slice(1), list: null, index: 0 };
  const list = fields.find((each) => (each["itemFieldKeys"] as readonly string[] | undefined)?.includes(target));
  if (list) {
    const keys = (list["itemFieldKeys"] as readonly string[]).filter((key) => key !== id);
    return { section: null, list: nameOf(list), index: keys.indexOf(target) + (after ? 1 : 0) };
  }
  const section = textAt(
    fields.find((each) => nameOf(each) === target),
    "section",
  );
  const siblings = outerFields(fields, section, sections);
  const index = siblings.findIndex((each) => nameOf(each) === target) + (after ? 1 : 0);
  return { section, list: null, index };
}

interface SectionProps extends Props, Opening {
  readonly section: Part;
  readonly index: number;
  readonly count: number;
  readonly drag: ReturnType<typeof useDragSort>;
}

function SectionRow({ section, index, count, form, drag, opened, onOpened }: SectionProps) {
  const { t } = useTranslation("designer");
  const { root, edit, readOnly, mistakes } = useDesigner();
  const labelOf = useLabel();
  const moveItems = useMoveItems();
  const key = nameOf(section) ?? "";
  const list = joined(form, "sections");
  const place = joined(list, key);
  const fields = outerFields(partsAt(root, joined(form, "fields")), key, partsAt(root, list));
  const step = (by: 1 | -1) => edit((now) => moved(now, list, key, index + by));
  const menu: RowMenu = [
    ...moveItems(step, index === 0, index === count - 1),
    { type: "divider" },
    {
      key: "$remove",
      label: t("removeSection"),
      danger: true,
      onClick: () => edit((now) => withoutSection(now, form, key)),
    },
  ];
  return (
    <li className={styles["section"]}>
      <ul className={partStyles["parts"]}>
        <PartRow
          id={SECTION_ID + key}
          title={labelOf(section)}
          meta={t("fieldCount", { count: fields.length })}
          wrong={countWithin(mistakes, place)}
          open={opened === SECTION_ID + key}
          onOpen={(open) => onOpened(open ? SECTION_ID + key : null)}
          onStep={readOnly ? undefined : step}
          drag={readOnly ? undefined : drag}
          menu={readOnly ? [] : menu}
        >
          <PropertyList place={place} form={form} properties={SECTION} />
        </PartRow>
      </ul>
      <ul className={`${partStyles["parts"]} ${styles["inner"]}`} aria-label={labelOf(section)}>
        {fields.map((field) => (
          <FieldRow
            key={nameOf(field)}
            field={field}
            siblings={fields}
            form={form}
            drag={drag}
            opened={opened}
            onOpened={onOpened}
          />
        ))}
      </ul>
      {readOnly ? null : (
        <div className={styles["inner"]}>
          <AddField form={form} section={key} list={null} onAdded={onOpened} />
        </div>
      )}
    </li>
  );
}
