import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { isObject, textAt } from "../model/plain";
import type { InputProps } from "./inputProps";
import styles from "./Controls.module.css";

const LANGUAGES = ["zh", "en"] as const;

/** A text in both languages; without either it is not there at all. */
export function BilingualInput({
  id,
  label,
  value,
  onChange,
  disabled,
  long = false,
}: InputProps & { long?: boolean }) {
  const { t } = useTranslation("designer");
  const texts = { zh: textAt(value, "zh") ?? "", en: textAt(value, "en") ?? "" };
  return (
    <div className={styles["bilingual"]}>
      {LANGUAGES.map((language) => {
        const shared = {
          id: language === "zh" ? id : `${id}-en`,
          "aria-label": `${label} ${t(`language.${language}`)}`,
          lang: language === "zh" ? "zh-CN" : "en",
          value: texts[language],
          disabled,
          onChange: (event: { target: { value: string } }) => {
            const next = { ...texts, [language]: event.target.value };
            onChange(next.zh === "" && next.en === "" ? undefined : { ...(isObject(value) ? value : {}), ...next });
          },
        };
        return (
          <div key={language} className={styles["language"]}>
            <span aria-hidden="true" className={styles["tag"]}>
              {t(`language.short.${language}`)}
            </span>
            {long ? <Input.TextArea {...shared} autoSize={{ minRows: 1, maxRows: 6 }} /> : <Input {...shared} />}
          </div>
        );
      })}
    </div>
  );
}
