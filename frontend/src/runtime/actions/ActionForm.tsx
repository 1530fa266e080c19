import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, readKey } from "@/config/operations";
import type { Action, Form } from "@/config/types";
import { isRetryable } from "@/lib/errors";
import { Failure } from "@/ui/Failure";
import { FormBody } from "../form/FormBody";
import { useConfiguredForm } from "../form/useConfiguredForm";
import type { Target } from "./ActionFlow";
import { isCancelled } from "./StepUp";
import type { useSubmit } from "./useSubmit";
import { Lines } from "@/ui/Lines";

interface Props {
  readonly action: Action;
  readonly form: Form;
  readonly target: Target;
  readonly sending: ReturnType<typeof useSubmit>;
  readonly onSend: (form: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly onClose: () => void;
}

/** An action's form in a drawer. What was typed survives a refusal, a lost connection and a slip of the mouse. */
export function ActionForm({ action, form: config, target, sending, onSend, onClose }: Props) {
  const load = useQuery({
    queryKey: action.load ? readKey(action.load, target) : ["none"],
    queryFn: ({ signal }) => (action.load ? read(action.load, target, signal) : null),
    enabled: action.load !== null && action.load !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const form = useConfiguredForm(config, load.data ?? undefined);
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const close = () => (form.dirty ? setLeaving(true) : onClose());
  const submit = async () => {
    const input = await form.settle();
    if (!input) return;
    try {
      await onSend(input);
    } catch (error) {
      form.place(error);
    }
  };
  const error = isCancelled(sending.error) ? null : sending.error;
  return (
    <Drawer
      open
      title={action.label}
      size={config.layout === "TWO_COLUMN" ? 720 : 520}
      onClose={close}
      mask={{ closable: !form.dirty }}
      footer={
        <div style={{ display: "flex", justifyContent: "flex-end", gap: 8 }}>
          <Button onClick={close}>{t("common.cancel")}</Button>
          <Button
            type="primary"
            danger={action.danger}
            loading={sending.isPending}
            disabled={load.isPending && load.fetchStatus !== "idle"}
            onClick={() => void submit()}
          >
            {isRetryable(error) ? t("common.retry") : (action.confirm?.confirmLabel ?? t("common.save"))}
          </Button>
        </div>
      }
    >
      {load.isFetching && !load.data ? (
        <Lines />
      ) : load.error ? (
        <Failure small error={load.error} onRetry={() => void load.refetch()} />
      ) : (
        <FormBody form={form} error={error} onSubmit={() => void submit()} />
      )}
      <Modal
        open={leaving}
        title={t("form.unsavedTitle")}
        okText={t("form.leave")}
        okButtonProps={{ danger: true }}
        cancelText={t("form.stay")}
        onOk={onClose}
        onCancel={() => setLeaving(false)}
        width={420}
      >
        {t("form.unsavedBody")}
      </Modal>
    </Drawer>
  );
}
