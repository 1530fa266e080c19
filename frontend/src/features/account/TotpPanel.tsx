import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { DisableTotpDocument, RegenerateRecoveryCodesDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { isCancelled, useStepUp } from "@/runtime/actions/StepUp";
import { RecoveryCodes } from "@/session/RecoveryCodes";
import { ME, useAccount } from "@/session/session";
import { useErrorText } from "@/ui/errorText";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { PasswordInput } from "@/ui/PasswordInput";
import { StatusBadge } from "@/ui/StatusBadge";

const EnrolTotp = lazy(async () => ({ default: (await import("@/session/EnrolTotp")).EnrolTotp }));
/** Loaded with the dialog, not with the page. */
const beginEnrolment = async () => (await import("@/session/EnrolTotp")).beginEnrolment();
type Step = "enrol" | "renew" | "disable" | null;

export function TotpPanel() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { secondFactor } = useAccount();
  const [step, setStep] = useState<Step>(null);
  const steppedUp = useStepUp();
  const over = () => {
    setStep(null);
    void queryClient.invalidateQueries({ queryKey: ME });
  };
  const errorText = useErrorText();
  const begin = useMutation({
    mutationFn: () => steppedUp(beginEnrolment),
    onSuccess: () => setStep("enrol"),
  });
  const failure = isCancelled(begin.error) ? null : begin.error;
  return (
    <Panel title={t("totp.title")} hint={t("totp.hint")}>
      <div style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 12 }}>
        <StatusBadge
          tone={secondFactor.enrolled ? "SUCCESS" : "WARNING"}
          label={secondFactor.enrolled ? t("totp.on", { count: secondFactor.recoveryCodesLeft }) : t("totp.off")}
        />
        {secondFactor.enrolled ? (
          <>
            <Button onClick={() => setStep("renew")}>{t("totp.newCodes")}</Button>
            <Button danger onClick={() => setStep("disable")}>
              {t("totp.disable")}
            </Button>
          </>
        ) : (
          <Button type="primary" disabled={begin.isPending} onClick={() => begin.mutate()}>
            {t("totp.enrol")}
          </Button>
        )}
      </div>
      {failure ? <Alert type="error" showIcon role="alert" title={errorText(failure)} /> : null}
      {step === "enrol" && begin.data ? (
        <Modal open footer={null} title={t("totp.enrolTitle")} onCancel={over} width={440} mask={{ closable: false }}>
          <Suspense fallback={<PageSkeleton rows={4} />}>
            <EnrolTotp onDone={over} begun={begin.data} />
          </Suspense>
        </Modal>
      ) : null}
      {step === "renew" ? <Renew onOver={over} /> : null}
      {step === "disable" ? <Disable onOver={over} /> : null}
    </Panel>
  );
}

function CodeField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={t("signIn.code")}
      rules={[{ required: true, pattern: /^\d{6}$/, message: t("totp.codeRule") }]}
    >
      <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
    </Form.Item>
  );
}

function Renew({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ code: string }>();
  const renew = useMutation({
    mutationFn: async (input: { code: string }) =>
      accepted((await execute(RegenerateRecoveryCodesDocument, { input })).regenerateRecoveryCodes),
  });
  if (renew.data) {
    return (
      <Modal open footer={null} closable={false} mask={{ closable: false }} title={t("totp.newCodes")} width={440}>
        <RecoveryCodes codes={renew.data.recoveryCodes ?? []} onDone={onOver} />
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t("totp.newCodes")}
      okText={t("common.confirm")}
      confirmLoading={renew.isPending}
      onOk={() => form.submit()}
      onCancel={onOver}
      width={400}
    >
      <p>{t("totp.newCodesBody")}</p>
      {renew.error ? (
        <Alert type="error" showIcon role="alert" title={errorText(renew.error)} style={{ marginBlockEnd: 16 }} />
      ) : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={renew.mutate}>
        <CodeField />
      </Form>
    </Modal>
  );
}

function Disable({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ code: string; password: string }>();
  const disable = useMutation({
    mutationFn: async (input: { code: string; password: string }) =>
      accepted((await execute(DisableTotpDocument, { input })).disableTotp),
    onSuccess: onOver,
  });
  return (
    <Modal
      open
      title={t("totp.disable")}
      okText={t("totp.disable")}
      okButtonProps={{ danger: true }}
      confirmLoading={disable.isPending}
      onOk={() => form.submit()}
      onCancel={onOver}
      width={400}
    >
      <p>{t("totp.disableBody")}</p>
      {disable.error ? (
        <Alert type="error" showIcon role="alert" title={errorText(disable.error)} style={{ marginBlockEnd: 16 }} />
      ) : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={disable.mutate}>
        <CodeField />
        <Form.Item
          name="password"
          label={t("password.current")}
          rules={[{ required: true, message: t("signIn.passwordRule") }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={128} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
