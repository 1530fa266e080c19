import type { ReactNode } from "react";
import styles from "./ViewSwitch.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly items: readonly { readonly key: string; readonly label: ReactNode }[];
  readonly onChange: (key: string) => void;
}

/** Views of one list in a row. Not tabs in the sense of ARIA: what they lead to is the same list, filtered. */
export function ViewSwitch({ label, value, items, onChange }: Props) {
  return (
    <nav aria-label={label} className={styles["row"]}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          className={styles["view"]}
          aria-current={item.key === value ? "true" : undefined}
          onClick={() => onChange(item.key)}
        >
          {item.label}
        </button>
      ))}
    </nav>
  );
}
