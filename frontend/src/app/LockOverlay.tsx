import { LockOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, type InputRef } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { UnlockScreenDocument } from "@/gql/gen/graphql";
import { accepted, codeOf } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { ME, useAccount } from "@/session/session";
import { useSignOut } from "@/session/useSignOut";
import { useErrorText } from "@/ui/errorText";
import styles from "./LockScreen.module.css";

/** Asks for the PIN; the fifth wrong one ends the session. */
export function LockOverlay({ onUnlocked }: { onUnlocked: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { displayName } = useAccount();
  const signOut = useSignOut();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ pin: string }>();
  const field = useRef<InputRef>(null);
  const unlock = useMutation({
    mutationFn: async (input: { pin: string }) =>
      accepted((await execute(UnlockScreenDocument, { input })).unlockScreen),
    onSuccess: () => {
      onUnlocked();
      void queryClient.invalidateQueries();
    },
    onError: (error) => {
      form.resetFields();
      if (codeOf(error) === "PIN_EXHAUSTED") void queryClient.invalidateQueries({ queryKey: ME });
    },
  });
  useEffect(() => {
    // Focus left in a field behind the overlay would let a keyboard type into it.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    field.current?.focus();
  }, []);
  return (
    <div className={styles["overlay"]} role="dialog" aria-modal="true" aria-label={t("lock.title")}>
      <div className={styles["box"]}>
        <LockOutlined className={styles["icon"] ?? ""} aria-hidden />
        <h1 className={styles["title"]}>{t("lock.title")}</h1>
        <p className={styles["who"]}>{displayName}</p>
        <Form form={form} onFinish={unlock.mutate} size="large" className={styles["form"] ?? ""}>
          <Form.Item
            name="pin"
            rules={[{ required: true, message: t("pin.rule") }]}
            {...(unlock.error ? { validateStatus: "error" as const, help: errorText(unlock.error) } : {})}
          >
            <Input
              ref={field}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              placeholder={t("lock.pin")}
              aria-label={t("lock.pin")}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={unlock.isPending}>
            {t("lock.open")}
          </Button>
        </Form>
        <Button type="link" onClick={() => void signOut()}>
          {t("lock.other")}
        </Button>
      </div>
    </div>
  );
}
