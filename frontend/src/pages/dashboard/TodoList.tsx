import { RightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { connectionOf } from "@/config/operations";
import { EmptyState } from "@/ui/EmptyState";
import { PageLink } from "@/ui/PageLink";
import { StatusBadge } from "@/ui/StatusBadge";
import type { Tone } from "@/gql/gen/graphql";
import styles from "./Dashboard.module.css";

interface Todo {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly tone?: Tone | null;
  readonly pageKey?: string | null;
  readonly query?: string | null;
}

/** What waits for this person; each leads to the list that shows just that. */
export function TodoList({ data }: { data: unknown }) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const todos = connectionOf(data).nodes as unknown as Todo[];
  if (todos.every((todo) => todo.count === 0)) return <EmptyState title={t("dashboard.nothingToDo")} />;
  return (
    <ul className={styles["todos"]}>
      {todos.map((todo) => {
        const path = pathOf(todo.pageKey);
        const content = (
          <>
            <StatusBadge label={todo.label} tone={todo.count > 0 ? (todo.tone ?? "INFO") : "NEUTRAL"} />
            <span className={styles["count"]}>{todo.count}</span>
            {path ? <RightOutlined aria-hidden /> : null}
          </>
        );
        return (
          <li key={todo.key}>
            {path ? (
              <PageLink href={path + (todo.query ?? "")} className={styles["todo"] ?? ""}>
                {content}
              </PageLink>
            ) : (
              <span className={styles["todo"]}>{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
