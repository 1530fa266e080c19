import { GlobalOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { setPreferences } from "@/lib/preferences";
import { loadLanguage } from "@/i18n";
import { useDark, usePreferences } from "@/theme/usePreferences";

async function switchLanguage(locale: "zh-CN" | "en"): Promise<void> {
  // First the texts, then the choice: what is on the screen is never half in one language.
  await loadLanguage(locale);
  setPreferences({ locale });
}

/** Two languages are a switch, not a menu; each is named in itself. */
export function LanguageButton() {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const other = locale === "en" ? "zh-CN" : "en";
  return (
    <Button type="text" lang={other} icon={<GlobalOutlined aria-hidden />} onClick={() => void switchLanguage(other)}>
      {t("app.otherLanguage")}
    </Button>
  );
}

export function ThemeButton() {
  const { t } = useTranslation();
  const dark = useDark();
  return (
    <Button
      type="text"
      aria-label={t(dark ? "app.toLight" : "app.toDark")}
      title={t(dark ? "app.toLight" : "app.toDark")}
      icon={dark ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
      onClick={() => setPreferences({ theme: dark ? "light" : "dark" })}
    />
  );
}
