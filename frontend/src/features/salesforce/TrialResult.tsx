import { useTranslation } from "react-i18next";
import { useDictionary, usePagePath } from "@/config/AppConfigContext";
import { formatFen, percentOf } from "@/lib/fen";
import { PageLink } from "@/ui/PageLink";
import type { Quote } from "./useTrial";
import styles from "./Trial.module.css";

type Fact =
  | "rule"
  | "version"
  | "level"
  | "rate"
  | "percent"
  | "fixed"
  | "basis"
  | "unit"
  | "counted"
  | "floor"
  | "cap";

/** What it earns, by which rule, and how that was counted. */
export function TrialResult({ quote }: { quote: Quote }) {
  const { t } = useTranslation();
  const pathOf = usePagePath();
  const levels = useDictionary("CommissionMatchLevel");
  const rates = useDictionary("CommissionRateKind");
  const bases = useDictionary("CommissionBasis");
  const label = (options: typeof levels, value: string | null) =>
    options.find((each) => each.value === value)?.label ?? t("common.none");
  const href = quote.ruleId ? pathOf("commissionRule", { id: quote.ruleId }) : null;
  const money = (fen: number | null) => (fen === null ? t("common.none") : formatFen(fen));
  const percentage = quote.rateKind === "PERCENT";
  const rule = href ? <PageLink href={href}>{quote.ruleNumber}</PageLink> : quote.ruleNumber;
  const facts: readonly { key: Fact; value: React.ReactNode }[] = [
    { key: "rule", value: rule },
    { key: "version", value: quote.version },
    { key: "level", value: label(levels, quote.level) },
    { key: "rate", value: label(rates, quote.rateKind) },
    percentage
      ? { key: "percent", value: `${percentOf(quote.bps ?? 0)}%` }
      : { key: "fixed", value: money(quote.fixedFen) },
    ...(percentage
      ? [{ key: "basis" as const, value: `${label(bases, quote.basis)} ${formatFen(quote.basisFen)}` }]
      : []),
    ...(quote.unitMinutes === null
      ? []
      : [{ key: "unit" as const, value: t("trial.minutesOf", { count: quote.unitMinutes }) }]),
    { key: "counted", value: formatFen(quote.countedFen) },
    { key: "floor", value: money(quote.floorFen) },
    { key: "cap", value: money(quote.capFen) },
  ];
  return (
    <div aria-live="polite">
      <p className={styles["amount"]}>{formatFen(quote.amountFen)}</p>
      {quote.ruleNumber ? (
        <dl className={styles["facts"]}>
          {facts.map(({ key, value }) => (
            <div key={key}>
              <dt>{t(`trial.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={styles["soft"]}>{t("trial.noRule")}</p>
      )}
    </div>
  );
}
