import { Descriptions } from "antd";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/session/session";
import { useTitle } from "@/ui/useTitle";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { PasswordPanel } from "./PasswordPanel";
import { PinPanel } from "./PinPanel";
import { PreferencesPanel } from "./PreferencesPanel";
import { SessionsPanel } from "./SessionsPanel";
import { TotpPanel } from "./TotpPanel";

/** Everything about oneself: who one is, where one is signed in, how one proves it. */
export function AccountPage() {
  const { t } = useTranslation();
  const account = useAccount();
  useTitle(t("account.title"));
  return (
    <>
      <PageHeader title={t("account.title")} />
      <div style={{ display: "grid", gap: 16, maxInlineSize: 960 }}>
        <Panel title={t("account.profile")}>
          <Descriptions
            column={{ xs: 1, sm: 2, md: 3 }}
            items={[
              { key: "name", label: t("account.name"), children: account.displayName },
              { key: "phone", label: t("account.phone"), children: account.phone ?? t("common.none") },
              { key: "email", label: t("account.email"), children: account.email ?? t("common.none") },
            ]}
          />
        </Panel>
        <SessionsPanel />
        {account.hasPassword ? <PasswordPanel /> : null}
        <TotpPanel />
        {account.hasPassword ? <PinPanel /> : null}
        <PreferencesPanel />
      </div>
    </>
  );
}
