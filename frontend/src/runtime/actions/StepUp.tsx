import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Input, Modal, Segmented } from "antd";
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "@/lib/errors";
import { useErrorText } from "@/ui/Failure";
import { PasswordInput } from "@/ui/PasswordInput";

export type Proof = { readonly password: string } | { readonly code: string };
type Prove = (proof: Proof) => Promise<void>;
type SteppedUp = <T>(run: () => Promise<T>) => Promise<T>;

const Context = createContext<SteppedUp>((run) => run());

/** Runs something; when the server asks who is there, asks the user and runs it again. */
export function useStepUp(): SteppedUp {
  return useContext(Context);
}

class StepUpCancelled extends Error {}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}
interface ProviderProps {
  readonly prove: Prove;
  /** Ways in which this user can prove it. */
  readonly methods: readonly ("password" | "code")[];
  readonly children: ReactNode;
}

export function StepUpProvider({ prove, methods, children }: ProviderProps) {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<Waiting[]>([]);
  const settle = useCallback((error?: Error) => {
    setAsking(false);
    for (const each of waiting.current.splice(0)) {
      if (error) each.reject(error);
      else each.resolve();
    }
  }, []);
  const steppedUp = useMemo<SteppedUp>(
    () => async (run) => {
      try {
        return await run();
      } catch (error) {
        if (codeOf(error) !== "STEP_UP_REQUIRED") throw error;
        await new Promise<void>((resolve, reject) => {
          waiting.current.push({ resolve, reject });
          setAsking(true);
        });
        return run();
      }
    },
    [],
  );
  return (
    <Context value={steppedUp}>
      {children}
      {asking ? (
        <StepUpDialog
          prove={prove}
          methods={methods}
          onProved={() => settle()}
          onCancel={() => settle(new StepUpCancelled("cancelled"))}
        />
      ) : null}
    </Context>
  );
}

export function isCancelled(error: unknown): boolean {
  return error instanceof StepUpCancelled;
}

interface DialogProps extends Omit<ProviderProps, "children"> {
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

function StepUpDialog({ prove, methods, onProved, onCancel }: DialogProps) {
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
