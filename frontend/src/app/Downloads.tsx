import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { MyTasksDocument, type TaskStateFragment } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { formatInstant } from "@/lib/time";
import { isUnderWay } from "@/runtime/actions/task";
import { TaskFile } from "@/runtime/actions/TaskFile";
import { TaskProgress, TaskResult } from "@/runtime/actions/TaskProgress";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { StatusBadge } from "@/ui/StatusBadge";
import styles from "./Shell.module.css";

const POLL_MS = 2_000;

/** Long work that the caller has begun, newest first, with the files that came of it. */
export function Downloads({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open={open} title={t("task.centre")} onClose={onClose} size={440} destroyOnHidden>
      <Tasks />
    </Drawer>
  );
}

function Tasks() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["tasks"],
    queryFn: async ({ signal }) => (await execute(MyTasksDocument, {}, { signal })).tasks?.nodes ?? [],
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL_MS : false),
  });
  if (isPending) return <Lines />;
  if (error) return <Failure small error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState title={t("task.none")} body={t("task.noneBody")} />;
  return (
    <div>
      {data.map((task) => (
        <Item key={task.id} task={task} />
      ))}
    </div>
  );
}

const TONES = { QUEUED: "NEUTRAL", RUNNING: "INFO", DONE: "SUCCESS", FAILED: "DANGER", CANCELLED: "NEUTRAL" } as const;

function Item({ task }: { task: TaskStateFragment }) {
  const { t } = useTranslation();
  const label = task.export ? `${task.export.title} · ${t(`export.${task.export.format}`)}` : task.title;
  return (
    <div className={styles["task"]}>
      <strong>{label}</strong>
      <StatusBadge label={t(`task.${task.state}`)} tone={TONES[task.state]} />
      <span className={styles["soft"]}>{formatInstant(task.createdAt)}</span>
      {isUnderWay(task) ? <TaskProgress task={task} /> : null}
      {task.state === "DONE" ? <TaskResult task={task} /> : null}
      {task.fileName ? <TaskFile taskId={task.id} /> : null}
    </div>
  );
}
