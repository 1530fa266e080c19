import { useMutation } from "@tanstack/react-query";
import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { ChangePasswordDocument } from "@/gql/gen/graphql";
import { accepted, Refused } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { NewPasswordFields, type NewPassword } from "@/ui/NewPasswordFields";
import { Panel } from "@/ui/Panel";
import { PasswordInput } from "@/ui/PasswordInput";
import { useMessages } from "@/ui/Messages";
import styles from "./Account.module.css";

type Values = NewPassword & { currentPassword: string };
const FIELDS = ["currentPassword", "newPassword"] as const;

export function PasswordPanel() {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const change = useMutation({
    mutationFn: async ({ currentPassword, newPassword }: Values) =>
      accepted((await execute(ChangePasswordDocument, { input: { currentPassword, newPassword } })).changePassword),
    onSuccess: () => {
      form.resetFields();
      messages.success(t("password.changed"));
    },
    onError: (error) => {
      const path = error instanceof Refused ? error.errors[0]?.path?.at(-1) : undefined;
      const name = FIELDS.find((field) => field === path);
      if (name) form.setFields([{ name, errors: [error.message] }]);
      else messages.error(errorText(error));
    },
  });
  return (
    <Panel title={t("password.title")} hint={t("password.endsOthers")}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={change.mutate}
        className={styles["narrow"] ?? ""}
      >
        <Form.Item
          name="currentPassword"
          label={t("password.current")}
          rules={[{ required: true, message: t("signIn.passwordRule") }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <NewPasswordFields />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t("password.change")}
        </Button>
      </Form>
    </Panel>
  );
}
