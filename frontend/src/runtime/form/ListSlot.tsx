import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form } from "antd";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Field, FieldOf } from "@/config/types";
import { validatorOf } from "./fieldRules";
import { useLiveForm } from "./useFieldState";
import styles from "./Form.module.css";

interface Props {
  readonly field: FieldOf<"ListField">;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly style: CSSProperties;
  readonly renderItem: (field: Field, span: number, item: { list: string; index: number; name: number }) => ReactNode;
}

/** A list of objects, each with the item's fields. */
export function ListSlot({ field, required, readOnly, style, renderItem }: Props) {
  const { t } = useTranslation();
  const live = useLiveForm();
  const { model, changed } = live;
  const inner = field.itemFieldKeys.flatMap((key) => model.lookup.get(key) ?? []);
  return (
    <Form.List name={field.key} rules={[{ validator: validatorOf(field, required, t, live, [field.key]) }]}>
      {(rows, { add, remove }, { errors }) => (
        <fieldset className={styles["list"]} style={style}>
          <legend className={styles["legend"]}>
            {required ? <span className={styles["star"]} aria-hidden="true" /> : null}
            {field.label}
          </legend>
          {field.help ? <p className={styles["help"]}>{field.help}</p> : null}
          {rows.map((row, index) => (
            <div key={row.key} className={styles["item"]} role="group" aria-label={`${field.label} ${index + 1}`}>
              <div className={styles["grid"]}>
                {inner.map((each) =>
                  renderItem(each, inner.length > 2 ? 8 : 12, { list: field.key, index, name: row.name }),
                )}
              </div>
              {readOnly ? null : (
                <Button
                  type="text"
                  aria-label={t("form.removeItem", { number: index + 1 })}
                  icon={<DeleteOutlined aria-hidden />}
                  onClick={() => {
                    remove(row.name);
                    changed(field.key);
                  }}
                />
              )}
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {readOnly || rows.length >= (field.maxItems ?? Number.POSITIVE_INFINITY) ? null : (
            <Button
              type="dashed"
              block
              icon={<PlusOutlined aria-hidden />}
              onClick={() => {
                add({});
                changed(field.key);
              }}
            >
              {t("form.addItem")}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
