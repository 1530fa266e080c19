import { BellOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { MarkAllNoticesReadDocument, MarkNoticesReadDocument, UnreadNoticesDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { CountBadge } from "@/ui/CountBadge";

const Notices = lazy(async () => ({ default: (await import("./Notices")).Notices }));
const POLL_MS = 60_000;

function useMarkRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (ids: string[] | null) =>
      ids
        ? accepted((await execute(MarkNoticesReadDocument, { input: { ids } })).markNoticesRead)
        : accepted((await execute(MarkAllNoticesReadDocument, {})).markAllNoticesRead),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["notices"] }),
  });
}

/** `onFiles` shows the files that exports have made. */
export function NoticeBell({ onFiles }: { onFiles: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data: unread = 0 } = useQuery({
    queryKey: ["notices", "unread"],
    queryFn: async ({ signal }) => (await execute(UnreadNoticesDocument, {}, { signal })).myNotices?.totalCount ?? 0,
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
      content={
        <Suspense>
          {open ? (
            <Notices onClose={() => setOpen(false)} onRead={(id) => markRead.mutate([id])} onFiles={onFiles} />
          ) : null}
        </Suspense>
      }
    >
      <Button type="text" aria-label={t("notices.unread", { count: unread })} icon={<BellOutlined aria-hidden />}>
        <CountBadge count={unread} />
      </Button>
    </Popover>
  );
}
