import { BellOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Badge, Button, Popover, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import {
  MarkNoticesReadDocument,
  MyNoticesDocument,
  UnreadNoticesDocument,
  type MyNoticesQuery,
} from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { formatAgo } from "@/lib/time";
import { usePreferences } from "@/theme/usePreferences";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { useGoTo } from "@/ui/PageLink";
import styles from "./Shell.module.css";

type Notice = MyNoticesQuery["myNotices"]["nodes"][number];
const POLL_MS = 60_000;

function useMarkRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (ids: string[] | null) =>
      accepted((await execute(MarkNoticesReadDocument, { input: { ids } })).markNoticesRead),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["notices"] }),
  });
}

export function NoticeBell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data: unread = 0 } = useQuery({
    queryKey: ["notices", "unread"],
    queryFn: async ({ signal }) => (await execute(UnreadNoticesDocument, {}, { signal })).myNotices.unreadCount,
    refetchInterval: POLL_MS,
  });
  const markRead = useMarkRead();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={
        <span style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
          {t("notices.title")}
          {unread ? (
            <Button type="link" size="small" loading={markRead.isPending} onClick={() => markRead.mutate(null)}>
              {t("notices.readAll")}
            </Button>
          ) : null}
        </span>
      }
      content={open ? <Notices onClose={() => setOpen(false)} onRead={(id) => markRead.mutate([id])} /> : null}
    >
      <Button
        type="text"
        aria-label={t("notices.unread", { count: unread })}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  );
}

function Notices({ onClose, onRead }: { onClose: () => void; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const pathOf = usePagePath();
  const goTo = useGoTo();
  const { data, dataUpdatedAt, error, isPending, refetch } = useQuery({
    queryKey: ["notices", "list"],
    queryFn: async ({ signal }) => (await execute(MyNoticesDocument, {}, { signal })).myNotices.nodes,
  });
  const open = (notice: Notice) => {
    if (!notice.readAt) onRead(notice.id);
    const href = pathOf(notice.pageKey, { id: notice.targetId });
    if (!href) return;
    onClose();
    goTo(href);
  };
  return (
    <div className={styles["notices"]}>
      {isPending ? (
        <Skeleton active />
      ) : error ? (
        <Failure small error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <EmptyState title={t("notices.none")} />
      ) : (
        data.map((notice) => (
          <button
            key={notice.id}
            type="button"
            className={styles["notice"]}
            data-unread={!notice.readAt}
            onClick={() => open(notice)}
          >
            <strong>{notice.title}</strong>
            {notice.body ? <span>{notice.body}</span> : null}
            <small className={styles["soft"]}>{formatAgo(notice.createdAt, dataUpdatedAt, locale)}</small>
          </button>
        ))
      )}
    </div>
  );
}
