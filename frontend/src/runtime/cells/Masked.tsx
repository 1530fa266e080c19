import { EyeInvisibleOutlined, EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "@/config/types";
import { getPath } from "@/lib/paths";
import { CopyButton } from "@/ui/CopyButton";
import styles from "./Cell.module.css";

const RevealDialog = lazy(async () => ({ default: (await import("./RevealDialog")).RevealDialog }));
const SHOWN_MS = 60_000;

interface Props {
  readonly masked: string;
  readonly label: string;
  readonly path: string;
  readonly row: Row;
}

/** The record that the value belongs to, and the value's name in it: `account.phone` is the account's. */
function owner(row: Row, path: string): { id: string; field: string } {
  const at = path.lastIndexOf(".");
  const id = at < 0 ? row["id"] : (getPath(row, `${path.slice(0, at)}.id`) ?? row["id"]);
  return { id: String(id), field: path.slice(at + 1) };
}

/** A masked value; the full one is asked for with a reason, is logged, and hides itself again after a minute. */
export function Masked({ masked, label, path, row }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<string | null>(null);
  useEffect(() => {
    if (full === null) return undefined;
    const timer = setTimeout(() => setFull(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [full]);
  const name = t(full === null ? "reveal.show" : "reveal.hide", { label });
  return (
    <span className={styles["masked"]}>
      {full ?? masked}
      {full === null ? null : <CopyButton text={full} what={label} />}
      <Button
        title={name}
        type="text"
        size="small"
        aria-label={name}
        icon={full === null ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
        onClick={(event) => {
          event.stopPropagation();
          if (full === null) setAsking(true);
          else setFull(null);
        }}
      />
      {asking ? (
        <Suspense>
          <RevealDialog
            label={label}
            {...owner(row, path)}
            onClose={() => setAsking(false)}
            onRevealed={(value) => {
              setFull(value);
              setAsking(false);
            }}
          />
        </Suspense>
      ) : null}
    </span>
  );
}
