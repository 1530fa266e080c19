import { useTranslation } from "react-i18next";
import { useAppConfig, usePagePath } from "@/config/AppConfigContext";
import { iconOf } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";
import { Panel } from "@/ui/Panel";
import styles from "./Home.module.css";

/** The menu once more, laid out to be seen at a glance. */
export function Entrances() {
  const { t } = useTranslation();
  const { navigation, landing } = useAppConfig();
  const pathOf = usePagePath();
  const groups = navigation
    .filter((item) => !item.parentKey && item.pageKey !== landing)
    .toSorted((a, b) => a.order - b.order)
    .map((group) => ({
      group,
      entries: [group, ...navigation.filter((item) => item.parentKey === group.key)].flatMap((item) => {
        const href = pathOf(item.pageKey);
        return href ? [{ key: item.key, label: item.label, href }] : [];
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) return null;
  return (
    <Panel title={t("home.entrances")}>
      <div className={styles["groups"]} data-tour="homeEntrances">
        {groups.map(({ group, entries }) => (
          <section key={group.key} className={styles["group"]} aria-label={group.label}>
            <span className={styles["groupIcon"]}>{iconOf(group.icon)}</span>
            <div>
              <h3 className={styles["groupTitle"]}>{group.label}</h3>
              <div className={styles["entries"]}>
                {entries.map((entry) => (
                  <PageLink key={entry.key} href={entry.href}>
                    {entry.label}
                  </PageLink>
                ))}
              </div>
            </div>
          </section>
        ))}
      </div>
    </Panel>
  );
}
