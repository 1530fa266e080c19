import { InboxOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface Props {
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly action?: ReactNode;
}

/** Nothing here yet: what it means, and the next step. */
export function EmptyState({ title, body, action }: Props) {
  return (
    <div className={styles["empty"]}>
      <InboxOutlined aria-hidden className={styles["icon"] ?? ""} />
      <span className={styles["title"]}>{title}</span>
      {body ? <span>{body}</span> : null}
      {action}
    </div>
  );
}
