import type { Tone } from "@/gql/gen/graphql";
import styles from "./StatusBadge.module.css";

/** A status: a dot for the eye, normal text for reading, so that colour never carries the meaning alone. */
export function StatusBadge({ tone, label }: { tone?: Tone | null | undefined; label: string }) {
  return (
    <span className={styles["status"]}>
      <span className={styles["dot"]} data-tone={tone ?? "NEUTRAL"} aria-hidden="true" />
      {label}
    </span>
  );
}
