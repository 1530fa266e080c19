import { CheckOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import type { Meeting } from "./choices";
import styles from "./Counter.module.css";

interface Props {
  readonly meetings: readonly Meeting[];
  readonly error: Error | null;
  readonly chosen: string | null;
}

/** Today's classes of the store, each with its roster and who has come. */
export function Classes({ meetings, error, chosen }: Props) {
  const { t } = useTranslation("counter");
  return (
    <Panel title={t("classes.title")}>
      {error && meetings.length === 0 ? <Failure error={error} small /> : null}
      {!error && meetings.length === 0 ? <EmptyState title={t("classes.none")} /> : null}
      <div className={styles["classes"]}>
        {meetings.map((meeting) => (
          <details
            key={meeting.id}
            className={styles["class"]}
            open={meeting.id === chosen}
            data-chosen={meeting.id === chosen}
          >
            <summary>
              <span className={styles["classTime"]}>
                {meeting.starts}–{meeting.ends}
              </span>
              <span className={styles["className"]}>{meeting.timetableClass?.name}</span>
              <span className={styles["soft"]}>
                {meeting.status === "CANCELLED"
                  ? t("classes.cancelled")
                  : t("classes.came", { came: meeting.attended, all: meeting.enrolled })}
              </span>
            </summary>
            <p className={styles["soft"]}>
              {t("classes.by", { teacher: meeting.teacherName, service: meeting.timetableClass?.service?.name ?? "" })}
            </p>
            {meeting.cancelReason ? <p>{meeting.cancelReason}</p> : null}
            {meeting.roster.length === 0 ? <p className={styles["soft"]}>{t("classes.nobody")}</p> : null}
            <ul className={styles["roster"]}>
              {meeting.roster.map(({ id, card }) => {
                const came = card !== null && meeting.attendedCards.includes(card.number);
                return (
                  <li key={id} data-came={came}>
                    <span>{card?.holderName ?? t("classes.noName")}</span>
                    <span className={styles["soft"]}>{card?.number.slice(-6)}</span>
                    <span className={styles["came"]}>
                      {came ? (
                        <>
                          <CheckOutlined aria-hidden /> {t("classes.here")}
                        </>
                      ) : (
                        t("classes.notYet")
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
          </details>
        ))}
      </div>
    </Panel>
  );
}
