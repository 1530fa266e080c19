import { LockOutlined, MutedOutlined, SoundOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LockScreenDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { ME, useAccount, type Me } from "@/session/session";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { useGoTo } from "@/ui/PageLink";
import type { CounterStore } from "./data";
import { isMuted, play, setMuted } from "./sound";
import styles from "./Counter.module.css";

interface Props {
  readonly store: CounterStore;
  readonly stores: readonly CounterStore[];
  readonly onStore: (id: string) => void;
}

/** Which counter this is, whether it sounds, and locking it. */
export function Tools({ store, stores, onStore }: Props) {
  const { t } = useTranslation("counter");
  const [muted, setSilent] = useState(isMuted);
  const lock = useLockNow();
  const closed = store.openNow ? null : t("closedNow", { opens: store.opens ?? "", closes: store.closes ?? "" });
  return (
    <div className={styles["tools"]}>
      {closed ? <span className={styles["closed"]}>{closed}</span> : null}
      {stores.length > 1 ? (
        <Select
          aria-label={t("store")}
          className={styles["store"] ?? ""}
          value={store.id}
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onStore}
        />
      ) : (
        <strong>{store.name}</strong>
      )}
      <Button
        aria-pressed={!muted}
        icon={muted ? <MutedOutlined aria-hidden /> : <SoundOutlined aria-hidden />}
        onClick={() => {
          setMuted(!muted);
          setSilent(!muted);
          play("done");
        }}
      >
        {t(muted ? "muted" : "sound")}
      </Button>
      <Button icon={<LockOutlined aria-hidden />} onClick={lock}>
        {t("lock")}
      </Button>
    </div>
  );
}

/** Whoever leaves the counter locks it; what is on the screen stays, and a PIN opens it. */
function useLockNow(): () => void {
  const { t } = useTranslation("counter");
  const queryClient = useQueryClient();
  const messages = useMessages();
  const errorText = useErrorText();
  const goTo = useGoTo();
  const { hasPin } = useAccount();
  const lock = useMutation({
    mutationFn: async () => accepted((await execute(LockScreenDocument, {})).lockScreen),
    onSuccess: () =>
      queryClient.setQueryData<Me | null>(ME, (before) => (before ? { ...before, locked: true } : before)),
    onError: (error) => messages.error(errorText(error)),
  });
  return () => {
    if (hasPin) return lock.mutate();
    messages.info(t("noPinYet"));
    goTo("/account");
  };
}
