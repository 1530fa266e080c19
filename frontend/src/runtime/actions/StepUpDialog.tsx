import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorText } from "@/ui/errorText";
import { PasswordInput } from "@/ui/PasswordInput";
import type { Method, Prove } from "./StepUp";

interface DialogProps {
  readonly prove: Prove;
  readonly methods: readonly Method[];
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

export function StepUpDialog({ prove, methods, onProved, onCancel }: DialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [method, setMethod] = useState(methods[0] ?? "password");
  const [form] = Form.useForm<{ password?: string; code?: string }>();
  const proof = useMutation({ mutationFn: prove, onSuccess: onProved, onError: () => form.resetFields() });
  const rule = { required: true, message: t(method === "code" ? "stepUp.codeRule" : "stepUp.passwordRule") };
  return (
    <Modal
      open
      title={t("stepUp.title")}
      okText={t("common.confirm")}
      confirmLoading={proof.isPending}
      onOk={() => form.submit()}
      onCancel={onCancel}
      width={400}
      // Above a drawer whose form asked for it.
      zIndex={1100}
    >
      <p>{t("stepUp.body")}</p>
      {proof.error ? (
        <Alert type="error" showIcon role="alert" title={errorText(proof.error)} style={{ marginBlockEnd: 16 }} />
      ) : null}
      {methods.length > 1 ? (
        <Segmented
          block
          aria-label={t("stepUp.title")}
          value={method}
          onChange={setMethod}
          options={methods.map((each) => ({ value: each, label: t(`stepUp.${each}`) }))}
          style={{ marginBlockEnd: 16 }}
        />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ password = "", code = "" }) => proof.mutate(method === "code" ? { code } : { password })}
      >
        {method === "code" ? (
          <Form.Item name="code" label={t("stepUp.code")} rules={[rule]}>
            <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={16} />
          </Form.Item>
        ) : (
          <Form.Item name="password" label={t("stepUp.password")} rules={[rule]}>
            <PasswordInput autoFocus autoComplete="current-password" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
