import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** As the server reads codes (`rules/permissions.py`). */
const CODE = /^(?=.{1,80}$)[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;
const LONGEST_NAME = 80;
const SHORTEST_REASON = 5;
const LONGEST_REASON = 500;

export function CodeField({ label }: { label?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={label ?? t("permissions.code")}
      extra={t("permissions.codeHint")}
      rules={[{ required: true, pattern: CODE, message: t("permissions.codeRule") }]}
    >
      <Input autoComplete="off" spellCheck={false} maxLength={LONGEST_NAME} />
    </Form.Item>
  );
}

export function TextItem({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: t("validation.required", { label }) }]}
    >
      <Input maxLength={LONGEST_NAME} />
    </Form.Item>
  );
}

/** Why, for those who ask later; the server wants five characters at least. */
export function ReasonField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t("permissions.reason")}
      extra={t("permissions.reasonHint")}
      rules={[{ required: true, min: SHORTEST_REASON, message: t("reveal.reasonRule") }]}
    >
      <Input.TextArea maxLength={LONGEST_REASON} autoSize={{ minRows: 2, maxRows: 4 }} />
    </Form.Item>
  );
}
