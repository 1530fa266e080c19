import { LockOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, type InputRef } from "antd";
import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LockScreenDocument, UnlockScreenDocument } from "@/gql/gen/graphql";
import { accepted, codeOf } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { ME, useAccount, useMe, type Me } from "@/session/session";
import { useIdle } from "@/session/useIdle";
import { useSignOut } from "@/session/useSignOut";
import { useErrorText } from "@/ui/Failure";
import { useGoTo } from "@/ui/PageLink";
import styles from "./LockScreen.module.css";

const Context = createContext<() => void>(() => undefined);

/** Locks the screen now. */
export function useLock(): () => void {
  return useContext(Context);
}

/** A counter nobody stands at hides behind a PIN; what was on the screen stays mounted and comes back as it was. */
export function LockScreen({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const goTo = useGoTo();
  const queryClient = useQueryClient();
  const me = useMe();
  const { hasPin } = useAccount();
  const locked = me?.locked === true;
  const setLocked = (value: boolean) =>
    queryClient.setQueryData<Me | null>(ME, (before) => (before ? { ...before, locked: value } : before));
  const lock = useMutation({
    mutationFn: async () => accepted((await execute(LockScreenDocument, {})).lockScreen),
    onMutate: () => setLocked(true),
    onError: (error) => {
      setLocked(false);
      void message.error(errorText(error));
    },
  });
  const start = () => {
    if (hasPin) return lock.mutate();
    void message.info(t("lock.noPin"));
    goTo("/account");
  };
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  const lockNow = useCallback(() => latest.current(), []);
  useIdle(hasPin && !locked, lockNow);
  return (
    <Context value={lockNow}>
      <div inert={locked} className={locked ? (styles["hidden"] ?? "") : ""}>
        {children}
      </div>
      {locked ? <Overlay onUnlocked={() => setLocked(false)} /> : null}
    </Context>
  );
}

function Overlay({ onUnlocked }: { onUnlocked: () => void }) {
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
