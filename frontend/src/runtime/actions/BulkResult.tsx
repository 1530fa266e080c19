import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Action } from "@/config/types";
import { useErrorText } from "@/ui/errorText";
import type { Outcome } from "./useSubmit";

/** Some of a selection were refused: which, and why. */
export function BulkResult({ outcome, action, onClose }: { outcome: Outcome; action: Action; onClose: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Modal open title={action.label} onCancel={onClose} onOk={onClose} footer={(_, { OkBtn }) => <OkBtn />}>
      <p>{t("action.partly", { done: outcome.done, failed: outcome.failed.length })}</p>
      <ul style={{ maxBlockSize: 300, overflow: "auto", paddingInlineStart: 20 }}>
        {outcome.failed.map(({ row, error }) => (
          <li key={String(row["id"])}>
            {String(row["name"] ?? row["no"] ?? row["id"])}: {errorText(error)}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
