import { ConfigProvider, theme } from "antd";
import { useLayoutEffect, useMemo, type ReactNode } from "react";
import { antdLocaleOf } from "@/i18n";
import { themeOf } from "./tokens";
import { useDark, usePreferences, useStill } from "./usePreferences";

/** Colours for our own style sheets, so that they follow the theme without a class on every element. */
const VARIABLES = {
  "--layout": "colorBgLayout",
  "--surface": "colorBgContainer",
  "--raised": "colorBgElevated",
  "--line": "colorBorderSecondary",
  "--fill": "colorFillQuaternary",
  "--text": "colorText",
  "--text-soft": "colorTextDescription",
  "--primary": "colorPrimary",
  "--primary-soft": "colorPrimaryBg",
  "--link": "colorLink",
  "--success": "colorSuccess",
  "--warning": "colorWarning",
  "--danger": "colorError",
  "--shadow": "boxShadowSecondary",
} as const;

function RootVariables({ dark }: { dark: boolean }) {
  const { token } = theme.useToken();
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, key] of Object.entries(VARIABLES)) style.setProperty(name, token[key]);
    style.colorScheme = dark ? "dark" : "light";
  }, [token, dark]);
  return null;
}

const BUTTON = { autoInsertSpace: false };

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { density, locale } = usePreferences();
  const dark = useDark();
  const still = useStill();
  const config = useMemo(() => themeOf(dark, density, !still), [dark, density, still]);
  const antdLocale = antdLocaleOf(locale);
  return (
    <ConfigProvider
      theme={config}
      button={BUTTON}
      {...(antdLocale ? { locale: antdLocale } : {})}
      {...(density === "compact" ? { componentSize: "small" as const } : {})}
    >
      <RootVariables dark={dark} />
      {children}
    </ConfigProvider>
  );
}
