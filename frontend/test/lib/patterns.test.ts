import { expect, test } from "vitest";
import { verdict, type PatternNameValue, type Verdict } from "@/lib/patterns";

const cases: [PatternNameValue, string, Verdict][] = [
  ["USCC", "91350100M000100Y43", "OK"],
  ["USCC", " 91350100m000100y43 ", "OK"],
  ["USCC", "９１３５０１００Ｍ０００１００Ｙ４３", "OK"],
  ["USCC", "91350100M000100Y44", "CHECK_DIGIT"],
  ["USCC", "91350100M000100I43", "FORMAT"],
  ["ORG_CODE", "D2143569-X", "OK"],
  ["ORG_CODE", "D2143569-1", "CHECK_DIGIT"],
  ["OLD_LICENCE", "110108000000016", "OK"],
  ["OLD_LICENCE", "110108000000017", "CHECK_DIGIT"],
  ["CN_ID_CARD", "11010519491231002x", "OK"],
  ["CN_ID_CARD", "110105194912310021", "CHECK_DIGIT"],
  ["CN_ID_CARD", "110105491231002", "FORMAT"],
  ["BANK_CARD", "378282246310005", "OK"],
  ["BANK_CARD", "3782 822463 10006", "CHECK_DIGIT"],
  ["CN_MOBILE", "+86 138-0013-8000", "OK"],
  ["CN_MOBILE", "8613800138000", "OK"],
  ["CN_MOBILE", "12800138000", "FORMAT"],
  ["WECHAT_APPID", "wx0123456789abcdef", "OK"],
  ["WECHAT_APPID", "wx0123456789abcdeg", "FORMAT"],
  ["EMAIL", "Someone@Bank.example", "OK"],
  ["EMAIL", "someone@bank", "FORMAT"],
  ["POSTCODE", "100080", "OK"],
  ["URL", "javascript:alert(1)", "FORMAT"],
  ["URL", "https://bank.example/guide", "OK"],
];

test.each(cases)("%s %s: %s", (name, text, expected) => {
  expect(verdict(name, text)).toBe(expected);
});
