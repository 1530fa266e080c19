import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { MyNoticesDocument, type MyNoticesQuery } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { formatAgo } from "@/lib/time";
import { usePreferences } from "@/theme/usePreferences";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageLink, useGoTo } from "@/ui/PageLink";
import styles from "./Shell.module.css";
import { Lines } from "@/ui/Lines";

type Notice = NonNullable<MyNoticesQuery["myNotices"]>["nodes"][number];

interface Props {
  readonly onClose: () => void;
  readonly onRead: (id: string) => void;
  readonly onFiles: () => void;
}

/** The newest notices; one that names a record leads to it, one of an export to its file. */
export function Notices({ onClose, onRead, onFiles }: Props) {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const pathOf = usePagePath();
  const goTo = useGoTo();
  const all = pathOf("notices");
  const { data, dataUpdatedAt, error, isPending, refetch } = useQuery({
    queryKey: ["notices", "list"],
    queryFn: async ({ signal }) => (await execute(MyNoticesDocument, {}, { signal })).myNotices?.nodes ?? [],
  });
  const open = (notice: Notice) => {
    if (!notice.readAt) onRead(notice.id);
    if (notice.kind === "export.ready") {
      onClose();
      onFiles();
      return;
    }
    const href = pathOf(notice.pageKey, { id: notice.targetId });
    if (!href) return;
    onClose();
    goTo(href);
  };
  return (
    <div className={styles["notices"]}>
      {isPending ? (
        <Lines />
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
      {all ? (
        <PageLink href={all} className={styles["all"] ?? ""} onNavigate={onClose}>
          {t("notices.all")}
        </PageLink>
      ) : null}
    </div>
  );
}
