import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { TaskStateFragment } from "@/gql/gen/graphql";
import { formatNumber } from "@/lib/fen";
import { formatBytes } from "@/lib/fileSize";
import { formatInstant } from "@/lib/time";
import { percentOfTask, rowsOfTask } from "./task";

/** How far a task is: a bar, or, where nobody knows how much there is, how much is done. */
export function TaskProgress({ task }: { task: TaskStateFragment }) {
  const { t } = useTranslation();
  if (task.total === null && task.done > 0) return <span>{t("task.rows", { rows: formatNumber(task.done) })}</span>;
  return <Progress aria-label={t(`task.${task.state}`)} percent={percentOfTask(task)} size="small" />;
}

/** What came of a task: rows, what was left out, the file and how long it is kept. */
export function TaskResult({ task }: { task: TaskStateFragment }) {
  const { t } = useTranslation();
  const { rows, truncated } = rowsOfTask(task);
  const parts = [
    rows === null ? null : t("task.rows", { rows: formatNumber(rows) }),
    task.fileSize ? formatBytes(task.fileSize) : null,
    task.fileExpiresAt ? t("task.keptUntil", { at: formatInstant(task.fileExpiresAt) }) : null,
    rows !== null && !task.fileName ? t("task.expired") : null,
  ].filter((part) => part !== null);
  return (
    <>
      {parts.length ? <span>{parts.join(" · ")}</span> : null}
      {truncated ? <span role="note">{t("task.truncated")}</span> : null}
    </>
  );
}
