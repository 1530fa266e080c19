import { useMutation } from "@tanstack/react-query";
import { Checkbox, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { SaveViewDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { Failure } from "@/ui/Failure";

interface SaveProps {
  readonly pageKey: string;
  readonly query: string;
  readonly onSaved: (id: string | null) => void;
  readonly onClose: () => void;
}

/** Names what is looked at now, for oneself or for colleagues too. */
export function SaveViewDialog({ pageKey, query, onSaved, onClose }: SaveProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ label: string; shared: boolean }>();
  const save = useMutation({
    mutationFn: async ({ label, shared = false }: { label: string; shared?: boolean }) =>
      accepted((await execute(SaveViewDocument, { input: { pageKey, label: label.trim(), query, shared } })).saveView),
    onSuccess: ({ view }) => onSaved(view?.id ?? null),
  });
  return (
    <Modal
      open
      title={t("list.saveView")}
      okText={t("common.save")}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={400}
    >
      {save.error ? <Failure small error={save.error} /> : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => save.mutate(values)}>
        <Form.Item
          name="label"
          label={t("list.viewName")}
          rules={[{ required: true, whitespace: true, message: t("list.viewNameRule") }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="shared" valuePropName="checked">
          <Checkbox>{t("list.viewShared")}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
