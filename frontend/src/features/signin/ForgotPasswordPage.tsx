import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Result } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RequestPasswordResetDocument, ResetPasswordDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { NewPasswordFields, type NewPassword } from "@/ui/NewPasswordFields";
import { PageLink, useGoTo } from "@/ui/PageLink";
import { AttemptError } from "@/ui/AttemptError";
import { AuthFrame } from "@/ui/AuthFrame";
import styles from "@/ui/Auth.module.css";

const CODE_DIGITS = 8;

export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [login, setLogin] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const goTo = useGoTo();
  return (
    <AuthFrame>
      {done ? (
        <Result
          status="success"
          title={t("signIn.resetDone")}
          subTitle={t("signIn.resetDoneBody")}
          extra={
            <Button type="primary" onClick={() => goTo("/sign-in")}>
              {t("signIn.toSignIn")}
            </Button>
          }
        />
      ) : (
        <div>
          <h1 className={styles["title"]}>{t("signIn.forgotTitle")}</h1>
          {login === null ? <AskForCode onSent={setLogin} /> : <SetNew login={login} onDone={() => setDone(true)} />}
          <div className={styles["links"]}>
            <PageLink href="/sign-in">{t("signIn.toSignIn")}</PageLink>
            {login === null ? null : (
              <Button type="link" size="small" onClick={() => setLogin(null)}>
                {t("signIn.sendAgain")}
              </Button>
            )}
          </div>
        </div>
      )}
    </AuthFrame>
  );
}

function AskForCode({ onSent }: { onSent: (login: string) => void }) {
  const { t } = useTranslation();
  const request = useMutation({
    mutationFn: async ({ login }: { login: string }) =>
      accepted((await execute(RequestPasswordResetDocument, { input: { login: login.trim() } })).requestPasswordReset),
    onSuccess: (_, { login }) => onSent(login.trim()),
  });
  return (
    <>
      <p className={styles["lead"]}>{t("signIn.forgotLead")}</p>
      <AttemptError error={request.error} />
      <Form<{ login: string }> layout="vertical" requiredMark={false} size="large" onFinish={request.mutate}>
        <Form.Item
          name="login"
          label={t("signIn.login")}
          rules={[{ required: true, whitespace: true, message: t("signIn.loginRule") }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="off" spellCheck={false} maxLength={254} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={request.isPending}>
          {t("signIn.sendCode")}
        </Button>
      </Form>
    </>
  );
}

function SetNew({ login, onDone }: { login: string; onDone: () => void }) {
  const { t } = useTranslation();
  const reset = useMutation({
    mutationFn: async ({ code, newPassword }: NewPassword & { code: string }) =>
      accepted((await execute(ResetPasswordDocument, { input: { login, code, newPassword } })).resetPassword),
    onSuccess: onDone,
  });
  return (
    <>
      <Alert type="info" showIcon title={t("signIn.codeSent", { login })} style={{ marginBlockEnd: 16 }} />
      <AttemptError error={reset.error} />
      <Form<NewPassword & { code: string }> layout="vertical" requiredMark={false} size="large" onFinish={reset.mutate}>
        <Form.Item
          name="code"
          label={t("signIn.resetCode")}
          rules={[{ required: true, pattern: new RegExp(`^\\d{${CODE_DIGITS}}$`), message: t("signIn.resetCodeRule") }]}
        >
          <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={CODE_DIGITS} />
        </Form.Item>
        <NewPasswordFields />
        <Button type="primary" htmlType="submit" block loading={reset.isPending}>
          {t("signIn.setPassword")}
        </Button>
      </Form>
    </>
  );
}
