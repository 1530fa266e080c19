import { useQuery } from "@tanstack/react-query";
import { Drawer, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { MyExportsDocument, type MyExportsQuery } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { formatNumber } from "@/lib/fen";
import { formatInstant } from "@/lib/time";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import styles from "./Shell.module.css";
import { Lines } from "@/ui/Lines";

type Export = MyExportsQuery["myExports"][number];
const POLL_MS = 2_000;

/** Files that the caller has had made, newest first. */
export function Downloads({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open={open} title={t("export.centre")} onClose={onClose} size={440} destroyOnHidden>
      <Exports />
    </Drawer>
  );
}

function Exports() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["exports"],
    queryFn: async ({ signal }) => (await execute(MyExportsDocument, {}, { signal })).myExports,
    refetchInterval: ({ state }) =>
      state.data?.some((each) => each.state === "RUNNING" || each.state === "WAITING") ? POLL_MS : false,
  });
  if (isPending) return <Lines />;
  if (error) return <Failure small error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState title={t("export.none")} body={t("export.noneBody")} />;
  return (
    <div>
      {data.map((each) => (
        <Item key={each.id} item={each} />
      ))}
    </div>
  );
}

function Item({ item }: { item: Export }) {
  const { t } = useTranslation();
  const running = item.state === "RUNNING" || item.state === "WAITING";
  return (
    <div className={styles["notice"]}>
      <strong>{item.fileName ?? item.label}</strong>
      <span className={styles["soft"]}>
        {formatInstant(item.createdAt)}
        {item.rows === null || item.rows === undefined
          ? ""
          : ` · ${t("export.rows", { rows: formatNumber(item.rows) })}`}
        {item.expiresAt ? ` · ${t("export.until", { time: formatInstant(item.expiresAt) })}` : ""}
      </span>
      {running ? <Progress percent={item.progress} size="small" /> : null}
      {item.state === "FAILED" ? <span role="alert">{item.message ?? t("job.FAILED")}</span> : null}
      {item.fileUrl ? (
        <a href={item.fileUrl} download={item.fileName ?? true}>
          {t("job.download")}
        </a>
      ) : null}
    </div>
  );
}
