import { useTranslation } from "react-i18next";
import { formatInstant } from "@/lib/time";
import { StatusBadge } from "@/ui/StatusBadge";
import { grouped, type ReadContract } from "./reading";
import { Fact } from "./Fact";
import styles from "./Contracts.module.css";

const TONES = { PENDING: "INFO", APPLIED: "SUCCESS", FAILED: "DANGER" } as const;

/** Who has signed, with the evidence that is kept: what he was shown, when, from where, by what. */
export function Signatures({ contract }: { contract: ReadContract }) {
  const { t } = useTranslation("signing");
  if (contract.signatures.length === 0) return <p className={styles["note"]}>{t("nobody")}</p>;
  return (
    <ol className={styles["signatures"]}>
      {contract.signatures.map((each) => (
        <li key={each.id} data-party={each.party}>
          <StatusBadge
            tone={TONES[each.state]}
            label={`${t(`parties.${each.party}`)} · ${t(`signatureStates.${each.state}`)}`}
          />
          <dl className={styles["facts"]}>
            <Fact name={t("signer")}>{each.signerName}</Fact>
            <Fact name={t("at")}>{formatInstant(each.at)}</Fact>
            <Fact name={t("address")}>{each.address ?? "–"}</Fact>
            <Fact name={t("device")}>{each.device ?? "–"}</Fact>
            <Fact name={t("shown")}>
              <span className={styles["hash"]}>{grouped(each.documentSha256)}</span>
            </Fact>
            <Fact name={t("statement")}>{each.statement}</Fact>
            {each.certificateSerial ? <Fact name={t("certificate")}>{each.certificateSerial}</Fact> : null}
            {each.signedAt ? <Fact name={t("stamped")}>{formatInstant(each.signedAt)}</Fact> : null}
          </dl>
        </li>
      ))}
    </ol>
  );
}
