import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AttemptError } from "@/ui/AttemptError";
import { AuthFrame } from "@/ui/AuthFrame";
import styles from "@/ui/Auth.module.css";
import { RequestSignUpDocument, SignUpDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { NewPasswordFields, type NewPassword } from "@/ui/NewPasswordFields";
import { PageLink, useGoTo } from "@/ui/PageLink";

const CODE_DIGITS = 8;
type Person = NewPassword & { readonly code: string; readonly displayName: string };

/** An account for whoever wants to apply for a merchant: a code proves the login, then name and password. */
export function SignUpPage() {
  const { t } = useTranslation("onboarding");
  const [login, setLogin] = useState<string | null>(null);
  return (
    <AuthFrame>
      <div>
        <h1 className={styles["title"]}>{t("signUp.title")}</h1>
        {login === null ? <AskForCode onSent={setLogin} /> : <Finish login={login} />}
        <div className={styles["links"]}>
          <PageLink href="/sign-in">{t("signUp.toSignIn")}</PageLink>
          {login === null ? null : (
            <Button type="link" size="small" onClick={() => setLogin(null)}>
              {t("signUp.again")}
            </Button>
          )}
        </div>
      </div>
    </AuthFrame>
  );
}

function AskForCode({ onSent }: { onSent: (login: string) => void }) {
  const { t } = useTranslation("onboarding");
  const request = useMutation({
    mutationFn: async ({ login }: { login: string }) =>
      accepted((await execute(RequestSignUpDocument, { input: { login: login.trim() } })).requestSignUp),
    onSuccess: (_, { login }) => onSent(login.trim()),
  });
  return (
    <>
      <p className={styles["lead"]}>{t("signUp.lead")}</p>
      <AttemptError error={request.error} />
      <Form<{ login: string }> layout="vertical" requiredMark={false} size="large" onFinish={request.mutate}>
        <Form.Item
          name="login"
          label={t("signUp.login")}
          rules={[{ required: true, whitespace: true, message: t("signUp.loginRule") }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="off" spellCheck={false} maxLength={254} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={request.isPending}>
          {t("signUp.sendCode")}
        </Button>
      </Form>
    </>
  );
}

function Finish({ login }: { login: string }) {
  const { t } = useTranslation("onboarding");
  const queryClient = useQueryClient();
  const goTo = useGoTo();
  const make = useMutation({
    mutationFn: async ({ code, displayName, newPassword }: Person) =>
      accepted((await execute(SignUpDocument, { input: { login, code, displayName, password: newPassword } })).signUp),
    onSuccess: () => {
      queryClient.clear();
      goTo("/apply", { replace: true });
    },
  });
  return (
    <>
      <Alert type="info" showIcon title={t("signUp.sent", { login })} style={{ marginBlockEnd: 16 }} />
      <AttemptError error={make.error} />
      <Form<Person> layout="vertical" requiredMark={false} size="large" onFinish={make.mutate}>
        <Form.Item
          name="code"
          label={t("signUp.code")}
          rules={[{ required: true, pattern: new RegExp(`^\\d{${CODE_DIGITS}}$`), message: t("signUp.codeRule") }]}
        >
          <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={CODE_DIGITS} />
        </Form.Item>
        <Form.Item
          name="displayName"
          label={t("signUp.name")}
          rules={[{ required: true, whitespace: true, message: t("signUp.nameRule") }]}
        >
          <Input autoComplete="name" maxLength={80} />
        </Form.Item>
        <NewPasswordFields />
        <Button type="primary" htmlType="submit" block loading={make.isPending}>
          {t("signUp.make")}
        </Button>
      </Form>
    </>
  );
}
