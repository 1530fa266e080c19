import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { loadLanguage } from "@/i18n";
import { setPreferences, type Density, type Locale, type ThemeChoice } from "@/lib/preferences";
import { usePreferences } from "@/theme/usePreferences";
import { Panel } from "@/ui/Panel";
import styles from "./Account.module.css";

async function switchTo(locale: Locale): Promise<void> {
  await loadLanguage(locale);
  setPreferences({ locale });
}

export function PreferencesPanel() {
  const { t } = useTranslation();
  const { locale, theme, density } = usePreferences();
  return (
    <Panel title={t("preferences.title")} hint={t("preferences.hint")}>
      <div className={styles["choices"]}>
        <span id="pref-language">{t("preferences.language")}</span>
        <Segmented<Locale>
          aria-labelledby="pref-language"
          value={locale}
          onChange={(next) => void switchTo(next)}
          options={[
            { value: "zh-CN", label: t("preferences.chinese") },
            { value: "en", label: t("preferences.english") },
          ]}
        />
        <span id="pref-theme">{t("preferences.theme")}</span>
        <Segmented<ThemeChoice>
          aria-labelledby="pref-theme"
          value={theme}
          onChange={(next) => setPreferences({ theme: next })}
          options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`preferences.${value}`) }))}
        />
        <span id="pref-density">{t("preferences.density")}</span>
        <Segmented<Density>
          aria-labelledby="pref-density"
          value={density}
          onChange={(next) => setPreferences({ density: next })}
          options={(["default", "compact"] as const).map((value) => ({ value, label: t(`preferences.${value}`) }))}
        />
      </div>
    </Panel>
  );
}
