import { Empty } from "antd";
import type { ReactNode } from "react";

/** Nothing here yet: what it means, and the next step. */
export function EmptyState({
  title,
  body,
  action,
}: {
  title: string;
  body?: string | null | undefined;
  action?: ReactNode;
}) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <div style={{ display: "grid", gap: 4 }}>
          <span style={{ color: "var(--text)" }}>{title}</span>
          {body ? <span style={{ color: "var(--text-soft)" }}>{body}</span> : null}
        </div>
      }
      style={{ padding: "32px 0" }}
    >
      {action}
    </Empty>
  );
}
