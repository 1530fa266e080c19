import {
  LockOutlined,
  LogoutOutlined,
  MoonOutlined,
  SettingOutlined,
  SunOutlined,
  TranslationOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Avatar, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { loadLanguage } from "@/i18n";
import { setPreferences } from "@/lib/preferences";
import { useAccount } from "@/session/session";
import { useSignOut } from "@/session/useSignOut";
import { useDark, usePreferences } from "@/theme/usePreferences";
import { useGoTo } from "@/ui/PageLink";
import { useNarrow } from "@/ui/useMedia";
import { useLock } from "./LockScreen";

export function UserMenu() {
  const { t } = useTranslation();
  const account = useAccount();
  const goTo = useGoTo();
  const signOut = useSignOut();
  const lock = useLock();
  const narrow = useNarrow();
  const dark = useDark();
  const { locale } = usePreferences();
  const other = locale === "en" ? ("zh-CN" as const) : ("en" as const);
  const choose: Record<string, () => void> = {
    account: () => goTo("/account"),
    lock,
    language: () => void loadLanguage(other).then(() => setPreferences({ locale: other })),
    theme: () => setPreferences({ theme: dark ? "light" : "dark" }),
    out: () => void signOut(),
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "who", type: "group", label: `${account.displayName} ${account.phone ?? account.email ?? ""}` },
          { key: "account", icon: <SettingOutlined aria-hidden />, label: t("account.title") },
          { key: "lock", icon: <LockOutlined aria-hidden />, label: t("lock.now") },
          ...(narrow
            ? [
                { key: "language", icon: <TranslationOutlined aria-hidden />, label: t("app.otherLanguage") },
                {
                  key: "theme",
                  icon: dark ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />,
                  label: t(dark ? "app.toLight" : "app.toDark"),
                },
              ]
            : []),
          { type: "divider" },
          { key: "out", icon: <LogoutOutlined aria-hidden />, label: t("shell.signOut") },
        ],
        onClick: ({ key }) => choose[key]?.(),
      }}
    >
      <Button
        type="text"
        aria-haspopup="menu"
        {...(narrow ? { "aria-label": t("shell.user", { name: account.displayName }) } : {})}
      >
        <Avatar
          size={24}
          icon={<UserOutlined aria-hidden />}
          style={{ background: "var(--primary)", color: "var(--surface)" }}
        />
        {narrow ? null : account.displayName}
      </Button>
    </Dropdown>
  );
}
