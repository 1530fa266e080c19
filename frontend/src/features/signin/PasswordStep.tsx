import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SignInOptionsDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { PageLink } from "@/ui/PageLink";
import { PasswordInput } from "@/ui/PasswordInput";
import { AttemptError, useLockedUntil } from "@/ui/AttemptError";
import styles from "@/ui/Auth.module.css";

interface Credentials {
  readonly login: string;
  readonly password: string;
}
interface Props {
  /** Code of a refusal by the bank's directory, which answers by sending the browser back here. */
  readonly failedAt: string | null;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (credentials: Credentials) => void;
}

export function PasswordStep({ failedAt, error, pending, onSubmit }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const [tried, setTried] = useState<string | null>(null);
  const login = Form.useWatch("login", form);
  const { seconds } = useLockedUntil(error);
  const { data: directory = false } = useQuery({
    queryKey: ["signInOptions"],
    queryFn: async ({ signal }) => (await execute(SignInOptionsDocument, {}, { signal })).signInOptions.directory,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // A lock is one login's: a colleague at the same desk may sign in meanwhile.
  const locked = seconds > 0 && login === tried;
  return (
    <div>
      <h1 className={styles["title"]}>{t("signIn.title")}</h1>
      {failedAt && !error ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginBlockEnd: 16 }}
          title={t(failedAt === "DIRECTORY_ACCOUNT_UNKNOWN" ? "signIn.directoryUnknown" : "signIn.directoryFailed")}
        />
      ) : null}
      <AttemptError error={error} />
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        size="large"
        form={form}
        onFinish={(credentials) => {
          setTried(credentials.login);
          onSubmit(credentials);
        }}
      >
        <Form.Item
          name="login"
          label={t("signIn.login")}
          rules={[{ required: true, whitespace: true, message: t("signIn.loginRule") }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="off" spellCheck={false} maxLength={254} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("signIn.password")}
          rules={[{ required: true, message: t("signIn.passwordRule") }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={pending} disabled={locked}>
          {locked ? t("signIn.locked", { seconds }) : t("signIn.submit")}
        </Button>
      </Form>
      <div className={styles["links"]}>
        <PageLink href="/forgot-password">{t("signIn.forgot")}</PageLink>
        <PageLink href="/sign-up">{t("signIn.signUp")}</PageLink>
        {directory ? <a href="/auth/directory/start">{t("signIn.directory")}</a> : null}
      </div>
    </div>
  );
}
