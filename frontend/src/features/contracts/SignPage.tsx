import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { CustomPage } from "@/config/types";
import { DownloadContractDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { formatInstant } from "@/lib/time";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { useMessages } from "@/ui/Messages";
import { useGoTo } from "@/ui/PageLink";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { StandingPage } from "@/ui/StandingPage";
import { StatusBadge } from "@/ui/StatusBadge";
import { ContractText } from "./ContractText";
import { Fact } from "./Fact";
import { clausesOf, grouped, partiesOf, rowsOf, useContract, type ReadContract } from "./reading";
import { Signatures } from "./Signatures";
import { SignForm } from "./SignForm";
import styles from "./Contracts.module.css";

/** Signing a contract: what it says, which bytes are signed, who has signed, and one's own yes or no. */
export function SignPage({ page, id }: { page: CustomPage; id: string }) {
  const { t } = useTranslation("signing");
  const goTo = useGoTo();
  const { data: contract, error, isPending, refetch } = useContract(id);
  if (isPending) return <PageSkeleton />;
  if (error && !contract) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!contract) return <StandingPage status={404} onHome={() => goTo("/")} />;
  return (
    <>
      <ConfiguredHeader
        page={page}
        title={contract.title}
        subtitle={contract.number}
        status={
          <StatusBadge
            tone={contract.state === "IN_FORCE" ? "SUCCESS" : "INFO"}
            label={t(`states.${contract.state}`)}
          />
        }
        actions={<PdfButton contract={contract} />}
      />
      <div className={styles["sides"]}>
        <div className={styles["column"]}>
          <Panel title={t("text")}>
            <ContractText clauses={clausesOf(contract.text)} />
          </Panel>
          <Panel title={t("parameters")}>
            <Parameters rows={rowsOf(contract.parameterTable)} />
          </Panel>
        </div>
        <div className={styles["column"]}>
          <Panel title={t("what")}>
            <Facts contract={contract} />
          </Panel>
          <Panel title={t("sign")}>
            <SignForm contract={contract} onChanged={() => void refetch()} />
          </Panel>
          <Panel title={t("signatures")}>
            <Signatures contract={contract} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Facts({ contract }: { contract: ReadContract }) {
  const { t } = useTranslation("signing");
  const until = contract.validTo ?? t("open");
  return (
    <dl className={styles["facts"]}>
      {partiesOf(contract.parties).map((party) => (
        <Fact key={party.party} name={t(`parties.${party.party === "BANK" ? "BANK" : "MERCHANT"}`)}>
          {party.name}
        </Fact>
      ))}
      <Fact name={t("valid")}>{`${contract.validFrom} – ${until}`}</Fact>
      <Fact name={t("signBy")}>{formatInstant(contract.signBy)}</Fact>
      <Fact name={t("template")}>
        {t("versionOf", { name: contract.templateName, version: contract.templateVersion })}
      </Fact>
      <Fact name={t("sha256")}>
        <span className={styles["hash"]} data-hash={contract.documentSha256}>
          {contract.documentSha256 ? grouped(contract.documentSha256) : t("making")}
        </span>
      </Fact>
    </dl>
  );
}

function Parameters({ rows }: { rows: readonly Record<string, string>[] }) {
  const [first] = rows;
  if (!first) return null;
  const names = Object.keys(first);
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[names[0] ?? ""]}>
            {names.map((name) => (
              <td key={name}>{row[name]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The file itself: its link is asked for when it is wanted, since it is good for minutes only. */
function PdfButton({ contract }: { contract: ReadContract }) {
  const { t } = useTranslation("signing");
  const messages = useMessages();
  const errorText = useErrorText();
  const fetchFile = useMutation({
    mutationFn: async () =>
      accepted((await execute(DownloadContractDocument, { input: { contractId: contract.id } })).downloadContract),
    onSuccess: ({ url }) => {
      const link = document.createElement("a");
      link.href = url ?? "";
      link.target = "_blank";
      link.rel = "noopener";
      link.click();
    },
    onError: (error) => messages.error(errorText(error)),
  });
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      loading={fetchFile.isPending}
      disabled={!contract.documentSha256}
      onClick={() => fetchFile.mutate()}
    >
      {t("pdf")}
    </Button>
  );
}
