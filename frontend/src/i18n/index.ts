/** Texts of the admin itself; everything that is configured comes translated from the server. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
// antd brings its English along everywhere; only the other languages come when they are chosen.
import enUS from "antd/es/locale/en_US";
import type { Locale as AntdLocale } from "antd/es/locale";
import { preferences, type Locale } from "@/lib/preferences";
import type counter from "./counter.zh-CN.json";
import type designer from "./designer.zh-CN.json";
import type onboarding from "./onboarding.zh-CN.json";
import type sale from "./sale.zh-CN.json";
import type signing from "./signing.zh-CN.json";
import type zhCN from "./zh-CN.json";

export type Texts = typeof zhCN;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: {
      translation: Texts;
      counter: typeof counter;
      designer: typeof designer;
      onboarding: typeof onboarding;
      sale: typeof sale;
      signing: typeof signing;
    };
    returnNull: false;
  }
}

interface Language {
  readonly texts: Texts;
  readonly antd: AntdLocale;
}

const LANGUAGES: Record<Locale, () => Promise<Language>> = {
  "zh-CN": async () => {
    const [texts, antd] = await Promise.all([import("./zh-CN.json"), import("antd/es/locale/zh_CN")]);
    return { texts: texts.default, antd: antd.default };
  },
  en: async () => ({ texts: (await import("./en.json")).default, antd: enUS }),
};

/** Texts of parts that few people open: they come with the part. */
const PARTS = {
  counter: {
    "zh-CN": async () => (await import("./counter.zh-CN.json")).default,
    en: async () => (await import("./counter.en.json")).default,
  },
  designer: {
    "zh-CN": async () => (await import("./designer.zh-CN.json")).default,
    en: async () => (await import("./designer.en.json")).default,
  },
  onboarding: {
    "zh-CN": async () => (await import("./onboarding.zh-CN.json")).default,
    en: async () => (await import("./onboarding.en.json")).default,
  },
  sale: {
    "zh-CN": async () => (await import("./sale.zh-CN.json")).default,
    en: async () => (await import("./sale.en.json")).default,
  },
  signing: {
    "zh-CN": async () => (await import("./signing.zh-CN.json")).default,
    en: async () => (await import("./signing.en.json")).default,
  },
} as const;
export type TextPart = keyof typeof PARTS;
const wanted = new Set<TextPart>();

async function loadPart(part: TextPart, locale: Locale): Promise<void> {
  i18next.addResourceBundle(locale, part, await PARTS[part][locale](), true, true);
}

/** Load the texts of a part, in the language in force now and from then on in each that is chosen. */
export async function loadTexts(part: TextPart): Promise<void> {
  wanted.add(part);
  await loadPart(part, preferences().locale);
}

const antdLocales = new Map<string, AntdLocale>();

/** Load a language and switch to it; the text of one language only is ever loaded at start. */
export async function loadLanguage(locale: Locale): Promise<void> {
  const { texts, antd } = await LANGUAGES[locale]();
  antdLocales.set(locale, antd);
  if (i18next.isInitialized) {
    i18next.addResourceBundle(locale, "translation", texts, true, true);
    await Promise.all([...wanted].map((part) => loadPart(part, locale)));
    await i18next.changeLanguage(locale);
  } else {
    await i18next.use(initReactI18next).init({
      lng: locale,
      fallbackLng: false,
      resources: { [locale]: { translation: texts } },
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  document.documentElement.lang = locale;
}

export function antdLocaleOf(locale: Locale): AntdLocale | undefined {
  return antdLocales.get(locale);
}
