import { CheckCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Meeting } from "./choices";
import type { Redeemed } from "./machine";
import { useAmounts } from "./words";
import styles from "./Counter.module.css";

interface Props {
  readonly redemption: Redeemed;
  readonly meeting: Meeting | null;
  readonly onPrint: (redemption: Redeemed) => void;
  readonly onOpen: (redemption: Redeemed) => void;
}

/** Readable from two steps away: that it was taken, what, and what is left. */
export function Done({ redemption, meeting, onPrint, onOpen }: Props) {
  const { t } = useTranslation("counter");
  const amounts = useAmounts();
  return (
    <section className={styles["outcome"]} data-kind="done" role="status">
      <CheckCircleFilled aria-hidden className={styles["outcomeIcon"] ?? ""} />
      <div className={styles["outcomeText"]}>
        <h2>{t("done.title")}</h2>
        {redemption.items.map((item) => (
          <p key={item.id} className={styles["outcomeMain"]}>
            {item.name} <strong>{amounts.taken(item.unit, item.quantity)}</strong>
            <span className={styles["outcomeLeft"]}>
              {t("left", { amount: amounts.left(item.unit, item.unitsLeft) })}
            </span>
          </p>
        ))}
        {meeting ? (
          <p>{t("done.attended", { name: `${meeting.timetableClass?.name ?? ""} ${meeting.starts}` })}</p>
        ) : null}
        <p className={styles["soft"]}>
          {redemption.holder} · {t("done.number", { number: redemption.number })}
        </p>
        <div className={styles["outcomeActions"]}>
          <Button onClick={() => onPrint(redemption)}>{t("print")}</Button>
          <Button onClick={() => onOpen(redemption)}>{t("undo.open")}</Button>
        </div>
      </div>
    </section>
  );
}
