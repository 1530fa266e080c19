import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { PasswordInput } from "./PasswordInput";

const SHORTEST = 12;
export interface NewPassword {
  readonly newPassword: string;
}

/** A new password, twice. Length is what counts (NIST SP 800-63B); the server also refuses common ones. */
export function NewPasswordFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t("password.new")}
        extra={t("password.hint", { min: SHORTEST })}
        rules={[{ required: true, min: SHORTEST, message: t("password.tooShort", { min: SHORTEST }) }]}
      >
        <PasswordInput autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t("password.repeat")}
        dependencies={["newPassword"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, value: unknown) => {
              if (value !== getFieldValue("newPassword")) throw new Error(t("password.differs"));
            },
          }),
        ]}
      >
        <PasswordInput autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </>
  );
}
