import { isRecord } from "@/lib/values";
import { plain } from "@/lib/plain";
import { Differences, isDifferences } from "./Differences";
import styles from "./Cell.module.css";

type Flat = Readonly<Record<string, unknown>>;

/** Records whose values are all plain are a table; anything deeper is shown as it is. */
function tableOf(value: unknown): { names: string[]; rows: Flat[] } | null {
  const rows = (Array.isArray(value) ? value : [value]) as unknown[];
  const flat = rows.every(
    (row) => isRecord(row) && Object.values(row).every((each) => each === null || typeof each !== "object"),
  );
  if (rows.length === 0 || !flat) return null;
  return { names: [...new Set((rows as Flat[]).flatMap((row) => Object.keys(row)))], rows: rows as Flat[] };
}

export function JsonView({ value, text }: { value: unknown; text: string }) {
  if (isDifferences(value)) return <Differences rows={value} />;
  const table = tableOf(value);
  if (!table) return <pre className={styles["json"]}>{text}</pre>;
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          {table.names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={JSON.stringify(row)}>
            {table.names.map((name) => (
              <td key={name}>{plain(row[name]) || "—"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
