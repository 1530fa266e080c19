import { useTranslation } from "react-i18next";
import { isRecord } from "@/lib/values";
import styles from "./Differences.module.css";

/** What an act changed, in words that the server found: a value before and after, or what came and went of a list. */
export interface Difference {
  readonly label: string;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly removed?: readonly string[];
  readonly added?: readonly string[];
}

export function isDifferences(value: unknown): value is readonly Difference[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => isRecord(row) && typeof row["label"] === "string" && ("after" in row || "added" in row))
  );
}

export function Differences({ rows }: { rows: readonly Difference[] }) {
  return (
    <dl className={styles["rows"]}>
      {rows.map((row) => (
        <div key={row.label} className={styles["row"]}>
          <dt>{row.label}</dt>
          <dd>{row.added || row.removed ? <OfList row={row} /> : <OfValue row={row} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function OfValue({ row: { before, after } }: { row: Difference }) {
  const { t } = useTranslation();
  if (!before) return <ins>{after ?? t("common.none")}</ins>;
  return (
    <>
      <del>{before}</del> → <ins>{after ?? t("common.none")}</ins>
    </>
  );
}

function OfList({ row: { removed, added } }: { row: Difference }) {
  const { t } = useTranslation();
  return (
    <ul className={styles["list"]}>
      {added?.map((name) => (
        <li key={name}>
          <span className="for-reading">{t("detail.added")}</span>
          <span aria-hidden="true">+ </span>
          <ins>{name}</ins>
        </li>
      ))}
      {removed?.map((name) => (
        <li key={name}>
          <span className="for-reading">{t("detail.removed")}</span>
          <span aria-hidden="true">− </span>
          <del>{name}</del>
        </li>
      ))}
    </ul>
  );
}
