import { Form } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/config/types";
import { Control } from "../fields/Control";
import { validatorOf } from "./fieldRules";
import { isListField } from "./formModel";
import { ListSlot } from "./ListSlot";
import { useFieldState, useLiveForm } from "./useFieldState";
import styles from "./Form.module.css";

interface Props {
  readonly field: Field;
  /** Width on the grid of 24 when the field leaves it to the layout. */
  readonly span: number;
  readonly item?: { readonly list: string; readonly index: number; readonly name: number };
}

function renderItem(field: Field, span: number, item: NonNullable<Props["item"]>) {
  return <FieldSlot key={field.key} field={field} span={span} item={item} />;
}

/** A field with its label, while its condition shows it. Renders when its own state changes, not with every key. */
export const FieldSlot = memo(function FieldSlot({ field, span, item }: Props) {
  const { t } = useTranslation();
  const live = useLiveForm();
  const { visible, required, readOnly } = useFieldState(field.key, item);
  if (!visible) return null;
  const name = item ? [item.list, item.name, field.key] : [field.key];
  const style = { gridColumn: `span ${field.span || span}` };
  if (isListField(field))
    return <ListSlot field={field} required={required} readOnly={readOnly} style={style} renderItem={renderItem} />;
  return (
    <Form.Item
      className={styles["slot"] ?? ""}
      style={style}
      name={item ? [item.name, field.key] : field.key}
      label={field.label}
      required={required}
      rules={[{ validator: validatorOf(field, required, t, live, name) }]}
      validateTrigger={["onBlur", "onSubmit"]}
      {...(field.help ? { extra: field.help } : {})}
    >
      <Control
        field={field}
        disabled={readOnly}
        aria-required={required}
        onChange={() => live.changed(item?.list ?? field.key)}
      />
    </Form.Item>
  );
});
