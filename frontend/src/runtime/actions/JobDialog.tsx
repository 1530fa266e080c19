import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Progress } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { JobProgressDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { Failure } from "@/ui/Failure";

const POLL_MS = 1_000;

/** Long work on the server: how far it is, and its file at the end. Closing the dialog does not stop it. */
export function JobDialog({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const {
    data: job,
    error,
    refetch,
  } = useQuery({
    queryKey: ["job", id],
    queryFn: async ({ signal }) => (await execute(JobProgressDocument, { id }, { signal })).job ?? null,
    refetchInterval: ({ state }) =>
      state.data?.state === "WAITING" || state.data?.state === "RUNNING" ? POLL_MS : false,
  });
  const over = job?.state === "DONE" || job?.state === "FAILED" || job?.state === "CANCELLED";
  useEffect(() => {
    if (!over) return;
    void queryClient.invalidateQueries({ queryKey: ["exports"] });
    void queryClient.invalidateQueries({ queryKey: ["read"] });
  }, [over, queryClient]);
  const status = job?.state === "FAILED" ? "exception" : job?.state === "DONE" ? "success" : "active";
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={420}
      footer={[
        <Button key="close" onClick={onClose}>
          {t(over ? "common.close" : "job.background")}
        </Button>,
        job?.fileUrl ? (
          <Button key="file" type="primary" href={job.fileUrl} download={job.fileName ?? true}>
            {t("job.download")}
          </Button>
        ) : null,
      ]}
    >
      {error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-live="polite" style={{ display: "grid", gap: 8 }}>
          <Progress percent={job?.progress ?? 0} status={status} />
          <span>{job?.message ?? t(`job.${job?.state ?? "WAITING"}`)}</span>
        </div>
      )}
    </Modal>
  );
}
