import type { CSSProperties, ReactNode } from "react";
import styles from "./Panel.module.css";

interface Props {
  readonly title?: ReactNode;
  readonly hint?: string;
  readonly extra?: ReactNode;
  /** Without space around what it holds: for tables. */
  readonly flush?: boolean;
  /** The heading is a small label over one figure. */
  readonly quiet?: boolean;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** A part of a page on a surface of its own. */
export function Panel({ title, hint, extra, flush = false, quiet = false, className, style, children }: Props) {
  return (
    <section className={`${styles["panel"]} ${className ?? ""}`} data-quiet={quiet} style={style}>
      {title || extra ? (
        <div className={styles["head"]}>
          <h2 className={styles["title"]}>{title}</h2>
          {extra}
        </div>
      ) : null}
      <div className={flush ? "" : styles["body"]}>
        {hint ? <p className={styles["hint"]}>{hint}</p> : null}
        {children}
      </div>
    </section>
  );
}
