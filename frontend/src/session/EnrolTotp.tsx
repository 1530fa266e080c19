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

interface Props {
  readonly onDone: () => void;
  /** How a call is made that the server may answer by asking who is there; nobody is asked during sign-in. */
  readonly steppedUp?: <T>(run: () => Promise<T>) => Promise<T>;
}

function atOnce<T>(run: () => Promise<T>): Promise<T> {
  return run();
}

/** Scan, type the first code, keep the recovery codes. */
export function EnrolTotp({ onDone, steppedUp = atOnce }: Props) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  // A query, so that a second render or a return to this step does not make a second secret.
  const enrolment = useQuery({
    queryKey: ["enrolTotp"],
    queryFn: () => steppedUp(async () => accepted((await execute(EnrollTotpDocument, {})).enrollTotp)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      steppedUp(async () => accepted((await execute(ConfirmTotpDocument, { input: { code } })).confirmTotp)),
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
