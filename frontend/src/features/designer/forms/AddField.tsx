import { PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ValueKindName } from "@/lib/values";
import { itemKeys, outerFields, withNewField } from "../model/formEdits";
import names from "../model/names.json";
import { joined, nameOf, partsAt, type PlainObject } from "../model/plain";
import { useDesigner } from "../parts/DesignerContext";
import styles from "./Outline.module.css";

interface Props {
  readonly form: string;
  readonly section: string | null;
  /** List that the field becomes an item of. */
  readonly list: string | null;
  readonly onAdded: (key: string) => void;
}

const GROUPS: readonly {
  readonly key: "texts" | "numbers" | "choices" | "days" | "files" | "others";
  readonly kinds: readonly ValueKindName[];
}[] = [
  { key: "texts", kinds: ["TEXT", "LONG_TEXT", "PHONE", "URL"] },
  { key: "numbers", kinds: ["INTEGER", "DECIMAL", "FEN", "PERCENT"] },
  { key: "choices", kinds: ["ENUM", "TAGS", "BOOLEAN", "REFERENCE", "REGION"] },
  { key: "days", kinds: ["DATE", "DATETIME", "DATE_RANGE"] },
  { key: "files", kinds: ["DOCUMENT", "IMAGE", "FILE"] },
  { key: "others", kinds: ["JSON"] },
];

/** A new field of any kind, at the end of its section. */
export function AddField({ form, section, list, onAdded }: Props) {
  const { t } = useTranslation("designer");
  const { root, base, edit } = useDesigner();
  const add = (kind: ValueKindName) => {
    const made = (now: PlainObject) => {
      const fields = partsAt(now, joined(form, "fields"));
      const home = fields.find((field) => nameOf(field) === list);
      const index = home
        ? itemKeys(home).length
        : outerFields(fields, section, partsAt(now, joined(form, "sections"))).length;
      return withNewField(
        now,
        form,
        kind,
        names.field,
        names.option,
        { section, list, index },
        partsAt(base ?? {}, joined(form, "fields")),
      );
    };
    edit((now) => made(now).root);
    onAdded(made(root).key);
  };
  const items = GROUPS.map((group) => ({
    key: group.key,
    type: "group" as const,
    label: t(`fieldGroup.${group.key}`),
    children: group.kinds
      // Lists do not nest.
      .filter((kind) => list === null || kind !== "JSON")
      .map((kind) => ({ key: kind, label: t(`kind.${kind}`), onClick: () => add(kind) })),
  })).filter((group) => group.children.length > 0);
  return (
    <Dropdown trigger={["click"]} menu={{ items, className: styles["kinds"] ?? "" }}>
      <Button size="small" icon={<PlusOutlined />}>
        {t(list === null ? "addField" : "addItemField")}
      </Button>
    </Dropdown>
  );
}
