import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action, Row } from "@/config/types";
import { getPath } from "@/lib/paths";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { BulkResult } from "./BulkResult";
import { ConfirmDialog } from "./ConfirmDialog";
import { TaskDialog } from "./TaskDialog";
import { isCancelled } from "./StepUp";
import { useGoto } from "./useGoto";
import { useSubmit, type Outcome } from "./useSubmit";

const SecretDialog = lazy(async () => ({ default: (await import("./SecretDialog")).SecretDialog }));
const ActionForm = lazy(async () => ({ default: (await import("./ActionForm")).ActionForm }));

export interface Target {
  readonly params?: Readonly<Record<string, string>>;
  readonly row?: Row;
  readonly selection?: readonly Row[];
}
interface Props {
  readonly action: Action;
  readonly target: Target;
  readonly onClose: () => void;
}

/** One run of an action: ask, fill in, send, show what came of it. */
export function ActionFlow({ action, target, onClose }: Props) {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const goto = useGoto();
  const sending = useSubmit(action.submit);
  const [task, setTask] = useState<string | null>(null);
  const [partly, setPartly] = useState<Outcome | null>(null);
  const [secret, setSecret] = useState<string | null>(null);

  const finish = (outcome: Outcome) => {
    const started = getPath(outcome.payload, "task.id");
    if (action.job && typeof started === "string") return setTask(started);
    if (outcome.failed.length) return setPartly(outcome);
    const made = outcome.payload["secret"];
    if (typeof made === "string") return setSecret(made);
    if (action.submit) messages.success(t("action.done", { label: action.label }));
    onClose();
    if (action.goto && action.after === "GOTO")
      goto(action.goto, { ...target, row: { ...target.row, ...outcome.payload } });
  };
  const send = (form?: Readonly<Record<string, unknown>>) =>
    sending.mutateAsync({ ...target, ...(form ? { form } : {}) }).then(finish);
  const quietly = (error: unknown) => {
    if (!isCancelled(error)) messages.error(errorText(error));
    onClose();
  };

  const immediate = !action.form && !action.confirm;
  const started = useRef(false);
  useEffect(() => {
    if (!immediate || started.current) return;
    started.current = true;
    if (!action.submit && action.goto) {
      goto(action.goto, target);
      onClose();
    } else {
      send().catch(quietly);
    }
    // Runs once: an action is started by the press of a button, not by a render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  if (task) return <TaskDialog id={task} title={action.label} onClose={onClose} />;
  if (secret) {
    return (
      <Suspense>
        <SecretDialog title={action.label} secret={secret} onClose={onClose} />
      </Suspense>
    );
  }
  if (partly) return <BulkResult outcome={partly} action={action} onClose={onClose} />;
  if (action.form) {
    return (
      <Suspense>
        <ActionForm
          action={action}
          form={action.form}
          target={target}
          sending={sending}
          onSend={send}
          onClose={onClose}
        />
      </Suspense>
    );
  }
  if (!action.confirm) return null;
  return (
    <ConfirmDialog
      action={action}
      confirm={action.confirm}
      sending={sending}
      count={target.selection?.length}
      onSend={send}
      onClose={onClose}
    />
  );
}
