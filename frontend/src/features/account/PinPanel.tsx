import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { SetPinDocument } from "@/gql/gen/graphql";
import { accepted, Refused } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { ME, useAccount } from "@/session/session";
import { useErrorText } from "@/ui/errorText";
import { Panel } from "@/ui/Panel";
import { PasswordInput } from "@/ui/PasswordInput";
import { useMessages } from "@/ui/Messages";
import styles from "./Account.module.css";

interface Values {
  readonly pin: string;
  readonly password: string;
}

export function PinPanel() {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { hasPin } = useAccount();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: async (input: Values) => accepted((await execute(SetPinDocument, { input })).setPin),
    onSuccess: async () => {
      form.resetFields();
      messages.success(t("pin.saved"));
      await queryClient.invalidateQueries({ queryKey: ME });
    },
    onError: (error) => {
      const path = error instanceof Refused ? error.errors[0]?.path?.at(-1) : undefined;
      if (path === "pin" || path === "password") form.setFields([{ name: path, errors: [error.message] }]);
      else messages.error(errorText(error));
    },
  });
  return (
    <Panel title={t("pin.title")} hint={t(hasPin ? "pin.hintSet" : "pin.hintUnset")}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save.mutate}
        className={styles["narrow"] ?? ""}
      >
        <Form.Item
          name="pin"
          label={t("pin.new")}
          rules={[{ required: true, pattern: /^\d{4,6}$/, message: t("pin.rule") }]}
        >
          <Input type="password" inputMode="numeric" autoComplete="off" maxLength={6} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("password.current")}
          rules={[{ required: true, message: t("signIn.passwordRule") }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(hasPin ? "pin.replace" : "pin.set")}
        </Button>
      </Form>
    </Panel>
  );
}
