import type { Field } from "@/config/types";
import { FieldSlot } from "./FieldSlot";
import styles from "./Form.module.css";

export function Grid({ fields, span }: { fields: readonly Field[]; span: number }) {
  return (
    <div className={styles["grid"]}>
      {fields.map((field) => (
        <FieldSlot key={field.key} field={field} span={span} />
      ))}
    </div>
  );
}
