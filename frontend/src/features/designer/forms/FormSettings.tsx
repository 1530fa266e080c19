import { useId } from "react";
import { useTranslation } from "react-i18next";
import { BilingualInput } from "../controls/BilingualInput";
import { textAt } from "../model/plain";
import { LAYOUT } from "../model/properties";
import { useDesigner } from "../parts/DesignerContext";
import { PropertyList } from "../parts/PropertyList";
import type { FormStart } from "./useFormLife";
import styles from "./Designer.module.css";

interface Props {
  readonly name: FormStart["name"];
  readonly onName: (name: FormStart["name"]) => void;
  readonly use: string;
  readonly type: string;
}

/** What concerns the form as a whole. */
export function FormSettings({ name, onName, use, type }: Props) {
  const { t } = useTranslation("designer");
  const { readOnly } = useDesigner();
  const id = useId();
  return (
    <div className={styles["settings"]}>
      <dl className={styles["facts"]}>
        <dt>{t("form.use")}</dt>
        <dd>{use}</dd>
        <dt>{t("form.type")}</dt>
        <dd>{type}</dd>
      </dl>
      <div className={styles["field"]}>
        <label htmlFor={id}>{t("form.name")}</label>
        <BilingualInput
          id={id}
          label={t("form.name")}
          place=""
          value={{ ...name }}
          disabled={readOnly}
          onChange={(next) => onName({ zh: textAt(next, "zh") ?? "", en: textAt(next, "en") ?? "" })}
        />
      </div>
      <PropertyList place="" form="" properties={[LAYOUT]} />
    </div>
  );
}
