/**
 * Colours that pass WCAG AA on every surface of the admin; antd's own blue, tags and greys do not. Status colours stay
 * antd's: status is shown as a dot beside normal text, so the dot only has to be seen, not read.
 */
import { theme, type ThemeConfig } from "antd";
import type { Density } from "@/lib/preferences";

const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

const shared: ThemeConfig = {
  cssVar: { key: "prepaid" },
  hashed: false,
  token: { fontFamily: FONT, borderRadius: 6, wireframe: false, controlHeight: 34, fontSize: 14 },
};

const menu = {
  itemBorderRadius: 6,
  activeBarBorderWidth: 0,
  itemMarginInline: 8,
  subMenuItemBg: "transparent",
  itemHeight: 38,
};

/** The label stands close to its own field; between fields there is room for a line of error (app.css). */
const form = { labelHeight: 22, verticalLabelPadding: "0 0 6px", itemMarginBottom: 26 };

const light: ThemeConfig = {
  token: {
    colorPrimary: "#0958d9",
    colorPrimaryHover: "#1668dc",
    colorLink: "#0958d9",
    colorLinkHover: "#1668dc",
    colorError: "#cf1322",
    colorErrorHover: "#a8071a",
    colorTextDescription: "rgba(0,0,0,.65)",
    colorTextTertiary: "rgba(0,0,0,.65)",
    colorTextPlaceholder: "rgba(0,0,0,.58)",
    colorTextDisabled: "rgba(0,0,0,.45)",
    colorBgLayout: "#f3f5f9",
    colorBorderSecondary: "#e6e9ef",
  },
  components: {
    Layout: { siderBg: "#ffffff", headerBg: "#ffffff", bodyBg: "#f3f5f9", headerHeight: 56, headerPadding: "0 16px" },
    Menu: { ...menu, itemSelectedBg: "#e8f0fe" },
    Select: { multipleItemColorDisabled: "#595959" },
    Table: { headerBg: "#f7f8fa", headerSplitColor: "transparent", rowHoverBg: "#f5f8ff", rowSelectedBg: "#e8f0fe" },
  },
};

const dark: ThemeConfig = {
  token: {
    colorPrimary: "#3c89e8",
    colorLink: "#78b6ff",
    colorLinkHover: "#a3cdff",
    colorLinkActive: "#a3cdff",
    colorError: "#ff7875",
    colorTextDescription: "rgba(255,255,255,.65)",
    colorTextTertiary: "rgba(255,255,255,.65)",
    colorTextPlaceholder: "rgba(255,255,255,.55)",
    colorBgLayout: "#0d1117",
    colorBgContainer: "#161b22",
    colorBgElevated: "#1c232d",
    colorBorderSecondary: "#2a313c",
  },
  components: {
    Layout: { siderBg: "#161b22", headerBg: "#161b22", bodyBg: "#0d1117", headerHeight: 56, headerPadding: "0 16px" },
    Button: { primaryColor: "#000", dangerColor: "#000" },
    Menu: { ...menu, itemSelectedColor: "#91caff", subMenuItemSelectedColor: "#91caff" },
    Select: { multipleItemColorDisabled: "rgba(255,255,255,.65)" },
    Tabs: { itemSelectedColor: "#91caff", itemHoverColor: "#91caff", itemActiveColor: "#91caff" },
    Table: { headerBg: "#1c232d", headerSplitColor: "transparent" },
  },
};

export function themeOf(isDark: boolean, density: Density, motion: boolean): ThemeConfig {
  const chosen = isDark ? dark : light;
  return {
    ...shared,
    algorithm: [
      isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      ...(density === "compact" ? [theme.compactAlgorithm] : []),
    ],
    token: { ...shared.token, ...chosen.token, motion },
    components: { ...chosen.components, Form: form },
  };
}
