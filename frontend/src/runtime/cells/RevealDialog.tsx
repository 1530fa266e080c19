import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { RevealFieldDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useErrorText } from "@/ui/errorText";
import { useStepUp } from "../actions/StepUp";

interface Props {
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly onRevealed: (value: string) => void;
  readonly onClose: () => void;
}

const SHORTEST_REASON = 5;

export function RevealDialog({ id, field, label, onRevealed, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const errorText = useErrorText();
  const steppedUp = useStepUp();
  const reveal = useMutation({
    mutationFn: (reason: string) =>
      steppedUp(async () =>
        accepted((await execute(RevealFieldDocument, { input: { id, field, reason } })).revealField),
      ),
    onSuccess: ({ value }) => onRevealed(value ?? ""),
  });
  return (
    <Modal
      open
      title={t("reveal.title", { label })}
      okText={t("reveal.confirm")}
      confirmLoading={reveal.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => reveal.mutate(reason)}>
        <Alert type="info" showIcon title={t("reveal.logged")} style={{ marginBlockEnd: 16 }} />
        {reveal.error ? (
          <Alert type="error" showIcon title={errorText(reveal.error)} style={{ marginBlockEnd: 16 }} role="alert" />
        ) : null}
        <Form.Item
          name="reason"
          label={t("reveal.reason")}
          rules={[{ required: true, whitespace: true, min: SHORTEST_REASON, message: t("reveal.reasonRule") }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={200} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
