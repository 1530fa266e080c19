import { CheckCircleOutlined, RightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { formatNumber } from "@/lib/fen";
import { Lines } from "@/ui/Lines";
import { PageLink } from "@/ui/PageLink";
import { Panel } from "@/ui/Panel";
import type { Filled } from "./useBench";
import styles from "./Home.module.css";

/** What waits for this person, each with the list that shows just that. */
export function Waiting({ cards }: { cards: readonly Filled[] }) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const waiting = cards.filter(({ value }) => value === null || (typeof value === "number" && value > 0));
  return (
    <Panel title={t("home.waiting")}>
      <div data-tour="homeWaiting">
        {cards.some(({ value }) => value === undefined) ? (
          <Lines rows={2} />
        ) : waiting.length === 0 ? (
          <p className={styles["nothing"]}>
            <CheckCircleOutlined aria-hidden /> {t("dashboard.nothingToDo")}
          </p>
        ) : (
          <ul className={styles["waiting"]}>
            {waiting.map(({ card, value, capped }) => (
              <li key={card.key}>
                <PageLink href={`${pathOf(card.pageKey) ?? "/"}?${card.query}`} className={styles["wait"] ?? ""}>
                  <span className={styles["waitLabel"]}>
                    <span className={styles["dot"]} data-tone={card.tone} aria-hidden="true" />
                    {card.label}
                  </span>
                  <strong>
                    {typeof value === "number" ? formatNumber(value) : t("common.none")}
                    {capped ? "+" : ""}
                  </strong>
                  <RightOutlined aria-hidden />
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
