import { Card } from "antd";
import type { ReactNode } from "react";
import styles from "./Panel.module.css";

interface Props {
  readonly title: string;
  readonly hint?: string;
  readonly extra?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Panel({ title, hint, extra, flush = false, children }: Props) {
  return (
    <Card
      className={styles["panel"] ?? ""}
      title={<h2 className={styles["title"]}>{title}</h2>}
      extra={extra}
      styles={{ body: flush ? { padding: 0 } : {} }}
    >
      {hint ? <p className={styles["hint"]}>{hint}</p> : null}
      {children}
    </Card>
  );
}
