import { Alert, Input, Modal, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "@/config/types";
import { useErrorText } from "@/ui/errorText";
import { isCancelled } from "./StepUp";
import type { useSubmit } from "./useSubmit";

interface Props {
  readonly action: Action;
  readonly confirm: NonNullable<Action["confirm"]>;
  readonly sending: ReturnType<typeof useSubmit>;
  readonly count: number | undefined;
  readonly onSend: () => Promise<void>;
  readonly onClose: () => void;
}

export function ConfirmDialog({ action, confirm, sending, count, onSend, onClose }: Props) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [typed, setTyped] = useState("");
  const error = sending.error && !isCancelled(sending.error) ? errorText(sending.error) : null;
  const wanted = confirm.typeToConfirm;
  return (
    <Modal
      open
      title={confirm.title}
      okText={confirm.confirmLabel}
      okButtonProps={{ danger: action.danger, disabled: Boolean(wanted) && typed.trim() !== wanted }}
      confirmLoading={sending.isPending}
      onOk={() => void onSend().catch(() => undefined)}
      onCancel={onClose}
      mask={{ closable: !sending.isPending }}
      width={440}
    >
      <div style={{ display: "grid", gap: 12 }}>
        {error ? <Alert type="error" showIcon role="alert" title={error} /> : null}
        {confirm.body ? <span style={{ whiteSpace: "pre-line" }}>{confirm.body}</span> : null}
        {count ? <span>{t("action.selected", { count })}</span> : null}
        {wanted ? (
          <label>
            {t("action.typeToConfirm", { text: wanted })}
            <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
          </label>
        ) : null}
        {sending.progress === null ? null : (
          <Progress aria-label={confirm.title} percent={Math.floor(sending.progress * 100)} />
        )}
      </div>
    </Modal>
  );
}
