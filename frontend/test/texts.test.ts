import { describe, expect, test } from "vitest";
import counterEn from "@/i18n/counter.en.json";
import counterZh from "@/i18n/counter.zh-CN.json";
import saleEn from "@/i18n/sale.en.json";
import saleZh from "@/i18n/sale.zh-CN.json";
import designerEn from "@/i18n/designer.en.json";
import designerZh from "@/i18n/designer.zh-CN.json";
import en from "@/i18n/en.json";
import zhCN from "@/i18n/zh-CN.json";
import { sources } from "./support/sources";

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
}

const LANGUAGES = [
  { part: "shell", chinese: new Map(leaves(zhCN)), english: new Map(leaves(en)) },
  { part: "sale", chinese: new Map(leaves(saleZh)), english: new Map(leaves(saleEn)) },
  { part: "counter", chinese: new Map(leaves(counterZh)), english: new Map(leaves(counterEn)) },
  { part: "designer", chinese: new Map(leaves(designerZh)), english: new Map(leaves(designerEn)) },
];
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").toSorted();
const CJK = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** Names of languages are written in themselves. */
const OWN_NAMES = new Set(["app.otherLanguage", "preferences.chinese", "preferences.english"]);

describe.each(LANGUAGES)("the two languages of $part", ({ chinese, english }) => {
  test("have the same texts", () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  test.each([...chinese])("%s has the same holes", (key, text) => {
    expect(holes(english.get(key) ?? "")).toEqual(holes(text));
  });

  test("do not mix", () => {
    const mixed = [...english].filter(([key, text]) => !OWN_NAMES.has(key) && CJK.test(text.replace(/[“”…→—–]/g, "")));
    expect(mixed).toEqual([]);
    const untranslated = [...chinese].filter(
      ([key, text]) => !OWN_NAMES.has(key) && text === english.get(key) && text !== "—",
    );
    expect(untranslated).toEqual([]);
  });

  test("every text is used", () => {
    const code = sources(/\.tsx?$/)
      .map(({ text }) => text)
      .join("\n");
    // A key made of parts, `scope.${place.scope}`, uses everything below its fixed part.
    const open = [...code.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((match) => match[1] ?? "");
    const unused = [...chinese.keys()].filter(
      (key) => !code.includes(`"${key}"`) && !open.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

describe("components speak through texts only", () => {
  test.each(sources(/\.tsx?$/))("$path has no literal Chinese", ({ text }) => {
    const found = text.split("\n").filter((line) => /[\u4e00-\u9fff]/.test(line));
    expect(found).toEqual([]);
  });

  test.each(sources(/\.tsx$/))("$path has no literal words between tags", ({ text }) => {
    const found = [
      ...text.matchAll(
        /^\s*([A-Z][a-z]+(?: [a-z]+)+[.!?]?)$|<(?:span|p|h1|h2|strong|button|Button|label)[^<>{}]*>\s*([A-Za-z][A-Za-z ]+)\s*</gm,
      ),
    ];
    expect(found.map((match) => match[0].trim())).toEqual([]);
  });
});
