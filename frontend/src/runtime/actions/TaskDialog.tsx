import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Progress } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { TaskProgressDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { formatNumber } from "@/lib/fen";
import { Failure } from "@/ui/Failure";
import { isUnderWay, percentOfTask } from "./task";
import { TaskFile } from "./TaskFile";
import { TaskResult } from "./TaskProgress";

const POLL_MS = 1_000;

/** Long work on the server: how far it is, and its file at the end. Closing the dialog does not stop it. */
export function TaskDialog({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const {
    data: task,
    error,
    refetch,
  } = useQuery({
    queryKey: ["task", id],
    queryFn: async ({ signal }) => (await execute(TaskProgressDocument, { id }, { signal })).task ?? null,
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? POLL_MS : false),
  });
  const over = task !== undefined && task !== null && !isUnderWay(task);
  useEffect(() => {
    if (!over) return;
    void queryClient.invalidateQueries({ queryKey: ["tasks"] });
    void queryClient.invalidateQueries({ queryKey: ["read"] });
  }, [over, queryClient]);
  const status = task?.state === "FAILED" ? "exception" : task?.state === "DONE" ? "success" : "active";
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={420}
      footer={
        <>
          <Button onClick={onClose}>{t(over ? "common.close" : "task.background")}</Button>
          {task?.fileName ? <TaskFile taskId={task.id} /> : null}
        </>
      }
    >
      {error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-live="polite" style={{ display: "grid", gap: 8 }}>
          <Progress aria-label={title} percent={task ? percentOfTask(task) : 0} status={status} />
          <span>{t(`task.${task?.state ?? "QUEUED"}`)}</span>
          {task && isUnderWay(task) && task.total === null && task.done > 0 ? (
            <span>{t("task.rows", { rows: formatNumber(task.done) })}</span>
          ) : null}
          {task?.state === "DONE" ? <TaskResult task={task} /> : null}
        </div>
      )}
    </Modal>
  );
}
