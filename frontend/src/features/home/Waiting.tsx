import { RightOutlined } from "@ant-design/icons";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAppConfig, usePagePath } from "@/config/AppConfigContext";
import { read, readKey } from "@/config/operations";
import { EmptyState } from "@/ui/EmptyState";
import { Lines } from "@/ui/Lines";
import { PageLink } from "@/ui/PageLink";
import { Panel } from "@/ui/Panel";
import styles from "./Home.module.css";

/** What waits for this person: the counts that the menu carries, with the lists behind them. */
export function Waiting() {
  const { t } = useTranslation();
  const { navigation } = useAppConfig();
  const pathOf = usePagePath();
  const counted = navigation.flatMap((item) => (item.badge ? [{ ...item, badge: item.badge }] : []));
  const counts = useQueries({
    queries: counted.map(({ badge }) => ({
      queryKey: readKey(badge, {}),
      queryFn: ({ signal }: { signal: AbortSignal }) => read(badge, {}, signal),
    })),
  });
  const waiting = counted.flatMap((item, index) => {
    const count = counts[index]?.data;
    const href = pathOf(item.pageKey);
    return typeof count === "number" && count > 0 && href ? [{ key: item.key, label: item.label, count, href }] : [];
  });
  return (
    <Panel title={t("home.waiting")}>
      {counts.some((each) => each.isPending) ? (
        <Lines rows={3} />
      ) : waiting.length === 0 ? (
        <EmptyState title={t("dashboard.nothingToDo")} />
      ) : (
        <ul className={styles["waiting"]}>
          {waiting.map((item) => (
            <li key={item.key}>
              <PageLink href={item.href} className={styles["wait"] ?? ""}>
                {item.label}
                <strong>{item.count}</strong>
                <RightOutlined aria-hidden />
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
