import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DeclineContractDocument, SealsToSignWithDocument, SignContractDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { dayOf } from "@/lib/time";
import { useStepUp } from "@/runtime/actions/StepUp";
import { DialogForm } from "@/ui/DialogForm";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { useMessages } from "@/ui/Messages";
import { PageLink } from "@/ui/PageLink";
import { usePagePath } from "@/config/AppConfigContext";
import type { ReadContract } from "./reading";
import styles from "./Contracts.module.css";

interface Props {
  readonly contract: ReadContract;
  readonly onChanged: () => void;
}

/** One's own yes, by a seal, to the bytes that the page shows; or one's no, with a reason. */
export function SignForm({ contract, onChanged }: Props) {
  const { t } = useTranslation("signing");
  const state = contract.availableActions.find(({ key }) => key === "signContract");
  const [asked, setAsked] = useState(false);
  if (contract.state === "IN_FORCE") return <Alert type="success" showIcon title={t("inForce")} />;
  if (asked) return <Alert type="info" showIcon title={t("approvalAsked")} description={t("approvalHint")} />;
  if (contract.signatures.some((each) => each.state === "PENDING")) {
    return <Alert type="info" showIcon role="status" title={t("beingSigned")} />;
  }
  if (!state?.enabled) return <Alert type="warning" showIcon title={state?.reason ?? t("notNow")} />;
  return <Yes contract={contract} onChanged={onChanged} onAsked={() => setAsked(true)} />;
}

function Yes({ contract, onChanged, onAsked }: Props & { readonly onAsked: () => void }) {
  const { t } = useTranslation("signing");
  const messages = useMessages();
  const errorText = useErrorText();
  const steppedUp = useStepUp();
  const seals = useSeals(contract);
  const [chosen, setChosen] = useState<string>();
  const [agreed, setAgreed] = useState(false);
  const [declining, setDeclining] = useState(false);
  const sealsPath = usePagePath()("seals");
  const sealId = chosen ?? seals.data?.find((seal) => seal.usableByMe)?.id ?? seals.data?.[0]?.id;
  const sign = useMutation({
    mutationFn: async () => {
      const input = { contractId: contract.id, sealId: sealId ?? "", documentSha256: contract.documentSha256 ?? "" };
      return steppedUp(async () => accepted((await execute(SignContractDocument, { input })).signContract));
    },
    onSuccess: ({ changeRequest }) => {
      if (changeRequest) onAsked();
      else messages.success(t("done"));
      onChanged();
    },
    onError: (error) => {
      if (!isCancelled(error)) messages.error(errorText(error));
      onChanged();
    },
  });
  if (seals.isPending) return <Lines rows={3} />;
  if (seals.error) return <Failure error={seals.error} small onRetry={() => void seals.refetch()} />;
  if (seals.data.length === 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t("noSeal")}
        description={sealsPath ? <PageLink href={sealsPath}>{t("toSeals")}</PageLink> : null}
      />
    );
  }
  const seal = seals.data.find((each) => each.id === sealId);
  return (
    <>
      <Radio.Group
        className={styles["seals"] ?? ""}
        value={sealId}
        onChange={(event) => setChosen(event.target.value as string)}
        aria-label={t("seal")}
      >
        {seals.data.map((each) => (
          <Radio key={each.id} value={each.id} className={styles["seal"] ?? ""}>
            {each.name}
            <small>
              {each.holderName}
              {each.validTo ? ` · ${t("validTo", { day: dayOf(each.validTo) })}` : ""}
            </small>
          </Radio>
        ))}
      </Radio.Group>
      {seal && !seal.usableByMe ? <p className={styles["note"]}>{t("needsApproval")}</p> : null}
      <p className={styles["note"]}>{t("evidence")}</p>
      <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
        {t("agree", { title: contract.title })}
      </Checkbox>
      <div className={styles["actions"]}>
        <Button
          type="primary"
          disabled={!agreed || !contract.documentSha256}
          loading={sign.isPending}
          onClick={() => sign.mutate()}
        >
          {t("signNow")}
        </Button>
        <Button danger disabled={sign.isPending} onClick={() => setDeclining(true)}>
          {t("decline")}
        </Button>
      </div>
      {declining ? (
        <Decline
          contract={contract}
          onClose={() => setDeclining(false)}
          onDone={() => {
            messages.success(t("declined"));
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}

interface DeclineProps {
  readonly contract: ReadContract;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Decline({ contract, onDone, onClose }: DeclineProps) {
  const { t } = useTranslation("signing");
  return (
    <DialogForm<{ reason: string }>
      title={t("declineTitle")}
      okText={t("decline")}
      danger
      onClose={onClose}
      onSend={async ({ reason }) => {
        const input = { contractId: contract.id, reason };
        accepted((await execute(DeclineContractDocument, { input })).declineContract);
        onDone();
      }}
    >
      <Form.Item name="reason" label={t("reason")} rules={[{ required: true, min: 5, message: t("reasonRule") }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </DialogForm>
  );
}

function useSeals(contract: ReadContract) {
  const ofBank = contract.waitsFor === "BANK";
  return useQuery({
    queryKey: ["read", "sealsToSignWith", ofBank],
    queryFn: async ({ signal }) => {
      const nodes = (await execute(SealsToSignWithDocument, {}, { signal })).seals?.nodes ?? [];
      // The bank sees the seals of all merchants, and signs by its own alone.
      return ofBank ? nodes.filter((seal) => !seal.merchant) : nodes;
    },
  });
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.message === "cancelled";
}
