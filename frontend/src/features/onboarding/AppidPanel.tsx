import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { AppidsDocument, RegisterAppidDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { newKey } from "@/lib/idempotency";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";
import { Panel } from "@/ui/Panel";
import { StatusBadge } from "@/ui/StatusBadge";
import { ONBOARDING } from "./data";
import styles from "./Onboarding.module.css";

const RUNNING: ReadonlySet<string> = new Set(["CREATED", "SUBMITTED", "FACE_CHECK"]);

/** The merchant's mini-program: its APPID, how far its registration has come, or the way to apply for one. */
export function AppidPanel() {
  const { t } = useTranslation("onboarding");
  const states = useDictionary("AppidRegistrationState");
  const queryClient = useQueryClient();
  const messages = useMessages();
  const errorText = useErrorText();
  const [key, setKey] = useState(newKey);
  const { data } = useQuery({
    queryKey: [ONBOARDING, "appids"],
    queryFn: async ({ signal }) => await execute(AppidsDocument, {}, { signal }),
    refetchInterval: 30_000,
  });
  const ask = useMutation({
    mutationFn: async () =>
      accepted((await execute(RegisterAppidDocument, { input: { idempotencyKey: key } })).registerAppid),
    onSuccess: () => {
      messages.success(t("appid.asked"));
      void queryClient.invalidateQueries({ queryKey: [ONBOARDING, "appids"] });
    },
    onError: (error) => {
      setKey(newKey());
      messages.error(errorText(error));
    },
  });
  if (!data) return null;
  const appid = data.merchantCompanies?.nodes[0]?.appid;
  const latest = data.appidRegistrations?.nodes[0];
  const state = states.find((option) => option.value === latest?.state);
  if (appid) return <Panel title={t("appid.title")}>{t("appid.done", { appid })}</Panel>;
  return (
    <Panel title={t("appid.title")} hint={t("appid.none")}>
      <div className={styles["save"]}>
        {latest ? (
          <>
            <StatusBadge tone={state?.tone} label={`${t("appid.state")}：${state?.label ?? latest.state}`} />
            <span className={styles["soft"]}>{latest.failure}</span>
          </>
        ) : null}
        {latest && RUNNING.has(latest.state) ? null : (
          <Button type="primary" loading={ask.isPending} onClick={() => ask.mutate()}>
            {t("appid.ask")}
          </Button>
        )}
      </div>
    </Panel>
  );
}
