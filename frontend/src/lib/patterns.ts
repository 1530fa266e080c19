/** What a text has to be, by the names that the server knows too. The server decides; this only answers sooner. */

export type PatternNameValue =
  | "CN_MOBILE"
  | "CN_ID_CARD"
  | "ORG_CODE"
  | "OLD_LICENCE"
  | "WECHAT_APPID"
  | "USCC"
  | "BANK_CARD"
  | "EMAIL"
  | "POSTCODE"
  | "URL";
export type Verdict = "OK" | "FORMAT" | "CHECK_DIGIT";

const BASE31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text[index] ?? ""), 0);
}

/** GB 32100-2015: 17 characters in base 31, weights are powers of 3 modulo 31. */
function usccDigit(text: string): boolean {
  const weights = Array.from({ length: 17 }, (_, index) => 3 ** index % 31);
  return BASE31[(31 - (weighted(text, BASE31, weights) % 31)) % 31] === text[17];
}

/** GB 11714-1997: the ninth character of an organisation code. */
function orgDigit(text: string): boolean {
  const check = (11 - (weighted(text, BASE36, [3, 7, 9, 10, 5, 8, 4, 2]) % 11)) % 11;
  return (check === 10 ? "X" : String(check)) === text[8];
}

/** GB 11643-1999: ISO 7064 MOD 11-2. */
function idCardDigit(text: string): boolean {
  const weights = Array.from({ length: 17 }, (_, index) => 2 ** (17 - index) % 11);
  return "10X98765432"[weighted(text, BASE36, weights) % 11] === text[17];
}

/** GS 15-2006: ISO 7064 MOD 11,10 over a 15-digit registration number. */
function licenceDigit(text: string): boolean {
  let product = 10;
  for (const digit of text.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(text[14])) % 10 === 1;
}

function luhn(text: string): boolean {
  const sum = Array.from(text)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

interface Rule {
  readonly form: RegExp;
  readonly digit?: (text: string) => boolean;
  readonly tidy?: (text: string) => string;
}
/** Full-width letters and digits of a Chinese keyboard, spaces and dashes, as the server takes them. */
const bare = (text: string): string => text.normalize("NFKC").replace(/[\s-]/g, "");
const upper = (text: string): string => bare(text).toUpperCase();
const lower = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
const phone = (text: string): string =>
  bare(text)
    .replace(/[()]/g, "")
    .replace(/^(?:\+86|0086|86(?=\d{11}$))/, "");

const RULES: Record<PatternNameValue, Rule> = {
  CN_MOBILE: { form: /^1[3-9]\d{9}$/, tidy: phone },
  CN_ID_CARD: { form: /^[1-9]\d{16}[\dX]$/, digit: idCardDigit, tidy: upper },
  ORG_CODE: { form: /^[0-9A-Z]{8}[\dX]$/, digit: orgDigit, tidy: upper },
  OLD_LICENCE: { form: /^\d{15}$/, digit: licenceDigit, tidy: bare },
  WECHAT_APPID: { form: /^wx[0-9a-f]{16}$/, tidy: lower },
  USCC: { form: /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/, digit: usccDigit, tidy: upper },
  BANK_CARD: { form: /^\d{12,19}$/, digit: luhn, tidy: bare },
  EMAIL: { form: /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/, tidy: lower },
  POSTCODE: { form: /^\d{6}$/ },
  URL: { form: /^https?:\/\/[!-~]{1,1990}$/ },
};

export function verdict(name: PatternNameValue, text: string): Verdict {
  const { form, digit, tidy } = RULES[name];
  const tidied = tidy ? tidy(text) : text.trim();
  if (!form.test(tidied)) return "FORMAT";
  return !digit || digit(tidied) ? "OK" : "CHECK_DIGIT";
}
