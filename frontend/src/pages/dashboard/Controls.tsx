import { useLocation } from "@tanstack/react-router";
import type { Field } from "@/config/types";
import { textOf, valueOfText } from "@/lib/codecs";
import { stringifySearch } from "@/lib/listState";
import { Control } from "@/runtime/fields/Control";
import { useGoTo } from "@/ui/PageLink";
import styles from "./Dashboard.module.css";

export function Controls({ fields, texts }: { fields: readonly Field[]; texts: Readonly<Record<string, string>> }) {
  const { pathname } = useLocation();
  const goTo = useGoTo();
  const set = (key: string, text: string) => {
    const all = Object.entries({ ...texts, [key]: text }).map(([name, value]): [string, string] => [
      `f.${name}`,
      value,
    ]);
    goTo(pathname + stringifySearch(Object.fromEntries(all)), { replace: true });
  };
  return (
    <div role="search" className={styles["controls"]}>
      {fields.map((field) => (
        <div key={field.key} className={styles["control"]}>
          <label htmlFor={`control-${field.key}`}>{field.label}</label>
          <Control
            inline
            id={`control-${field.key}`}
            field={field}
            value={valueOfText(field, texts[field.key] ?? "")}
            onChange={(value) => set(field.key, textOf(field, value))}
          />
        </div>
      ))}
    </div>
  );
}
