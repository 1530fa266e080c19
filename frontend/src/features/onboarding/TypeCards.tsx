import { useTranslation } from "react-i18next";
import { formatFen } from "@/lib/fen";
import type { OpenType } from "./data";
import styles from "./Onboarding.module.css";

interface Props {
  readonly types: readonly OpenType[];
  readonly busy: boolean;
  readonly onChoose: (code: string) => void;
}

/** The types of merchants that take applications, each with what it means for the applicant. */
export function TypeCards({ types, busy, onChoose }: Props) {
  const { t } = useTranslation("onboarding");
  return (
    <div className={styles["types"]}>
      {types.map((type) => (
        <button
          key={type.code}
          type="button"
          className={styles["type"]}
          disabled={busy}
          onClick={() => onChoose(type.code)}
        >
          <strong>{type.name}</strong>
          {type.inForce ? (
            <>
              <span>{t(`regime.${type.inForce.legalRegime}`)}</span>
              <span>
                {type.inForce.depositBaseFen
                  ? t("type.deposit", { amount: formatFen(type.inForce.depositBaseFen) })
                  : t("type.noDeposit")}
              </span>
            </>
          ) : null}
        </button>
      ))}
    </div>
  );
}
