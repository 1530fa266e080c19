import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { VerifyDocumentMutation } from "@/gql/gen/graphql";
import { formatInstant } from "@/lib/time";
import { PageLink } from "@/ui/PageLink";
import { Panel } from "@/ui/Panel";
import { StatusBadge } from "@/ui/StatusBadge";
import { grouped } from "./reading";
import { Fact } from "./Fact";
import styles from "./Contracts.module.css";

export type Verified = VerifyDocumentMutation["verifyDocument"];
const TYPES = { AUTHENTIC: "success", INCOMPLETE: "warning", ALTERED: "error", UNKNOWN: "error" } as const;

interface Props {
  readonly found: Verified;
  readonly pathOf: (contractId: string) => string | null;
}

/** What became of a document: the verdict, the contract that it is, and each signature in it. */
export function Verdict({ found, pathOf }: Props) {
  const { t } = useTranslation("signing");
  const { contract } = found;
  const verdict = found.verdict ?? "UNKNOWN";
  const path = contract ? pathOf(contract.id) : null;
  return (
    <>
      <Alert
        role="status"
        type={TYPES[verdict]}
        showIcon
        title={t(`verdicts.${verdict}`)}
        description={
          found.alterations?.length ? found.alterations.map((each) => t(`alterations.${each}`)).join("；") : null
        }
      />
      <Panel title={t("verify.contract")}>
        <dl className={styles["facts"]}>
          {contract ? (
            <>
              <Fact name={t("number")}>
                {path ? <PageLink href={path}>{contract.number}</PageLink> : contract.number}
              </Fact>
              <Fact name={t("titleOf")}>{contract.title}</Fact>
              <Fact name={t("state")}>{t(`states.${contract.state}`)}</Fact>
              <Fact name={t("template")}>
                {t("versionOf", { name: contract.templateName, version: contract.templateVersion })}
              </Fact>
              <Fact name={t("valid")}>{`${contract.validFrom} – ${contract.validTo ?? t("open")}`}</Fact>
            </>
          ) : null}
          <Fact name={t("sha256")}>
            <span className={styles["hash"]}>{grouped(found.sha256 ?? "")}</span>
          </Fact>
        </dl>
      </Panel>
      {found.signatures?.length ? (
        <Panel title={t("signatures")}>
          <ol className={styles["signatures"]}>
            {found.signatures.map((each) => (
              <li key={`${each.signer}${each.signedAt ?? ""}`}>
                <StatusBadge
                  tone={each.intact && each.trusted && !each.changedSince ? "SUCCESS" : "DANGER"}
                  label={each.signer}
                />
                <dl className={styles["facts"]}>
                  <Fact name={t("stamped")}>{each.signedAt ? formatInstant(each.signedAt) : "–"}</Fact>
                  <Fact name={t("verify.intact")}>{t(each.intact ? "yes" : "no")}</Fact>
                  <Fact name={t("verify.trusted")}>{t(each.trusted ? "yes" : "no")}</Fact>
                  <Fact name={t("verify.changed")}>{t(each.changedSince ? "yes" : "no")}</Fact>
                  <Fact name={t("verify.known")}>{t(each.known ? "yes" : "no")}</Fact>
                </dl>
              </li>
            ))}
          </ol>
        </Panel>
      ) : null}
    </>
  );
}
