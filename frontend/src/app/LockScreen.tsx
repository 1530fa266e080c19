import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LockScreenDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { ME, useAccount, useMe, type Me } from "@/session/session";
import { useIdle } from "@/session/useIdle";
import { useErrorText } from "@/ui/errorText";
import { useGoTo } from "@/ui/PageLink";
import { useMessages } from "@/ui/Messages";
import styles from "./LockScreen.module.css";

const load = async () => ({ default: (await import("./LockOverlay")).LockOverlay });
const LockOverlay = lazy(load);

/** Until it is known where one works. */
const USUAL_IDLE_MINUTES = 15;

const Context = createContext<() => void>(() => undefined);

/** Locks the screen now. */
export function useLock(): () => void {
  return useContext(Context);
}

/** A counter nobody stands at hides behind a PIN; what was on the screen stays mounted and comes back as it was. */
export function LockScreen({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const messages = useMessages();
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
      messages.error(errorText(error));
    },
  });
  const start = () => {
    if (hasPin) return lock.mutate();
    messages.info(t("lock.noPin"));
    goTo("/account");
  };
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  const lockNow = useCallback(() => latest.current(), []);
  useEffect(() => {
    // Here before it is needed: a counter that has lost its network has to lock all the same.
    if (hasPin) void load();
  }, [hasPin]);
  useIdle(hasPin && !locked, me?.membership?.idleMinutes ?? USUAL_IDLE_MINUTES, lockNow);
  return (
    <Context value={lockNow}>
      <div inert={locked} className={locked ? (styles["hidden"] ?? "") : ""}>
        {children}
      </div>
      {locked ? (
        <Suspense fallback={<div className={styles["overlay"]} />}>
          <LockOverlay onUnlocked={() => setLocked(false)} />
        </Suspense>
      ) : null}
    </Context>
  );
}
