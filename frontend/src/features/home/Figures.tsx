import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { plainText } from "@/runtime/cells/plainText";
import { PageLink } from "@/ui/PageLink";
import type { Filled } from "./useBench";
import styles from "./Home.module.css";

/** Figures that somebody keeps an eye on; each leads to what it counts. */
export function Figures({ cards }: { cards: readonly Filled[] }) {
  const { t } = useTranslation();
  if (cards.length === 0) return null;
  return (
    <ul className={styles["figures"]} aria-label={t("home.figures")} data-tour="homeFigures">
      {cards.map((filled) => (
        <li key={filled.card.key}>
          <Figure {...filled} />
        </li>
      ))}
    </ul>
  );
}

function Figure({ card, value, capped }: Filled) {
  const { t } = useTranslation();
  const path = usePagePath()(card.pageKey) ?? "/";
  const spec = { kind: card.valueKind, labelPath: null };
  const empty = value === undefined || value === null;
  const text = empty ? t("common.none") : plainText(spec, value, [], t("common.yes"), t("common.no"));
  return (
    <PageLink href={card.query ? `${path}?${card.query}` : path} className={styles["figure"] ?? ""}>
      <span className={styles["figureLabel"]}>{card.label}</span>
      <strong className={styles["figureValue"]} data-tone={!empty && value !== 0 ? card.tone : "NEUTRAL"}>
        {value === undefined ? " " : text}
        {capped ? "+" : ""}
      </strong>
    </PageLink>
  );
}
