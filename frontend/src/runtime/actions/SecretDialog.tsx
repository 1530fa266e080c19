import { CopyOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** What an action made and will never show again: only a deliberate press closes the dialog. */
export function SecretDialog({ title, secret, onClose }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      onOk={onClose}
      okText={t("secret.kept")}
      footer={(_, { OkBtn }) => <OkBtn />}
      width={520}
    >
      <div style={{ display: "grid", gap: 12 }}>
        <Alert type="warning" showIcon title={t("secret.once")} />
        <Input.TextArea
          readOnly
          autoSize
          value={secret}
          aria-label={title}
          spellCheck={false}
          style={{ fontFamily: "monospace" }}
          onFocus={(event) => event.target.select()}
        />
        <Button
          icon={<CopyOutlined aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
        >
          {t(copied ? "common.copied" : "secret.copy")}
        </Button>
      </div>
    </Modal>
  );
}
