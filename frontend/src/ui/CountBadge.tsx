import styles from "./CountBadge.module.css";

/** How many wait, in a pill; nothing for none. */
export function CountBadge({ count, most = 99 }: { count: number; most?: number }) {
  if (count <= 0) return null;
  return <span className={styles["count"]}>{count > most ? `${most}+` : count}</span>;
}
