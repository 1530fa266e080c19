import styles from "./Lines.module.css";

/** Grey lines where text will stand. */
export function Lines({ rows = 4 }: { rows?: number }) {
  return (
    <span className={styles["lines"]} aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className={styles["line"]} />
      ))}
    </span>
  );
}
