import { useTranslation } from "react-i18next";
import { formatFen } from "@/lib/fen";
import type { Foreseen } from "./data";
import styles from "./Sale.module.css";

interface Props {
  readonly quote: NonNullable<Foreseen["quote"]>;
  /** Whether it is known who buys: a recharge of his card, or a first one. */
  readonly known: boolean;
}

/** Lines, what came off, what did not and why, the total. */
export function QuoteLines({ quote, known }: Props) {
  const { t } = useTranslation("sale");
  const what =
    quote.kind === "CARD_RECHARGE"
      ? t("summary.recharge", { number: quote.cardNumber ?? "" })
      : quote.kind === "CARD_PURCHASE"
        ? t(known ? "summary.opening" : "summary.maybeOpening")
        : t("summary.services");
  return (
    <div className={styles["quote"]}>
      <p className={styles["what"]}>{what}</p>
      {quote.lines.map((line) => (
        <p key={line.name} className={styles["line"]}>
          <span>
            {line.name}
            {line.quantity > 1 ? ` × ${line.quantity}` : ""}
          </span>
          <span>{formatFen(line.netFen)}</span>
        </p>
      ))}
      {quote.applied.map((each) => (
        <p key={each.name} className={styles["line"]}>
          <span>{t("summary.applied", { name: each.name })}</span>
          <span>−{formatFen(each.amountFen)}</span>
        </p>
      ))}
      {quote.skipped.map((each) => (
        <p key={each.name} className={styles["soft"]}>
          {each.shortfallFen
            ? t("summary.short", { name: each.name, amount: formatFen(each.shortfallFen) })
            : t("summary.skipped", { name: each.name })}
        </p>
      ))}
      {quote.listFen > quote.totalFen ? (
        <p className={styles["line"]} data-soft="true">
          <span>{t("summary.list")}</span>
          <span>{formatFen(quote.listFen)}</span>
        </p>
      ) : null}
      <p className={styles["line"]} data-total="true">
        <span>{t("summary.total")}</span>
        <strong>{formatFen(quote.totalFen)}</strong>
      </p>
    </div>
  );
}
