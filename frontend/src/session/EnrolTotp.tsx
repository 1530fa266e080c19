import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, QRCode, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { ConfirmTotpDocument, EnrollTotpDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { RecoveryCodes } from "./RecoveryCodes";
import styles from "./Totp.module.css";
import { Lines } from "@/ui/Lines";

interface Enrolment {
  readonly address: string | null;
  readonly secret: string | null;
}
interface Props {
  readonly onDone: () => void;
  /** One that has begun: whoever is asked who he is begins it before this is shown. */
  readonly begun?: Enrolment;
}

/** Asks for the secret that the authenticator is to keep. */
export async function beginEnrolment(): Promise<Enrolment> {
  const { address, secret } = accepted((await execute(EnrollTotpDocument, {})).enrollTotp);
  return { address: address ?? null, secret: secret ?? null };
}

/** Scan, type the first code, keep the recovery codes. */
export function EnrolTotp({ onDone, begun }: Props) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  // A query, so that a second render or a return to this step does not make a second secret.
  const enrolment = useQuery({
    queryKey: ["enrolTotp"],
    queryFn: beginEnrolment,
    ...(begun ? { initialData: begun } : {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const confirm = useMutation({
    mutationFn: async ({ code }: { code: string }) =>
      accepted((await execute(ConfirmTotpDocument, { input: { code } })).confirmTotp),
  });
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes ?? []} onDone={onDone} />;
  if (enrolment.error) return <Failure small error={enrolment.error} onRetry={() => void enrolment.refetch()} />;
  if (!enrolment.data) return <Lines />;
  const { address, secret } = enrolment.data;
  return (
    <>
      <p>{t("totp.scan")}</p>
      <div className={styles["qr"]}>
        {/* Who cannot see it reads the key below. */}
        <div aria-hidden="true">
          <QRCode type="svg" value={address ?? ""} size={184} color="#000" bgColor="#fff" bordered />
        </div>
        <span className={styles["secret"]}>
          {t("totp.byHand")}
          <Typography.Text code copyable={{ text: secret ?? "" }}>
            {(secret ?? "").replace(/(.{4})(?=.)/g, "$1 ")}
          </Typography.Text>
        </span>
      </div>
      {confirm.error ? (
        <Alert type="error" showIcon role="alert" title={errorText(confirm.error)} style={{ marginBlockEnd: 16 }} />
      ) : null}
      <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={confirm.mutate}>
        <Form.Item
          name="code"
          label={t("totp.firstCode")}
          rules={[{ required: true, pattern: /^\d{6}$/, message: t("totp.codeRule") }]}
        >
          <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
          {t("totp.confirm")}
        </Button>
      </Form>
    </>
  );
}
