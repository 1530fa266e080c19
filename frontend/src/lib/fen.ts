/** Amounts: whole fen everywhere, yuan with two decimals to the eye. */

const YUAN = /^([+-]?)(\d{1,14})(?:\.(\d{1,2}))?$/;
const GROUPS = /\B(?=(\d{3})+(?!\d))/g;
const NOISE = /[,，\s¥￥]/g;

/** `123456` → `1234.56`: what a form shows. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `1234.56` → `123456`; null for anything that is no amount, has a third decimal or leaves the exact range. */
export function fenOf(yuan: string): number | null {
  const match = YUAN.exec(yuan.replace(NOISE, ""));
  if (!match) return null;
  const [, sign, whole = "0", fraction = ""] = match;
  const fen = Number(whole + fraction.padEnd(2, "0"));
  if (!Number.isSafeInteger(fen)) return null;
  return sign === "-" && fen !== 0 ? -fen : fen;
}

/** `-123456` → `-¥1,234.56`. */
export function formatFen(fen: number): string {
  const [whole = "", fraction = ""] = yuanOf(Math.abs(fen)).split(".");
  return `${fen < 0 ? "-" : ""}¥${whole.replace(GROUPS, ",")}.${fraction}`;
}

/** Whole and decimal numbers with separators: `1234567.5` → `1,234,567.5`. */
export function formatNumber(value: number | string): string {
  const [whole = "", fraction] = String(value).split(".");
  return whole.replace(GROUPS, ",") + (fraction === undefined ? "" : `.${fraction}`);
}

/** Basis points as a percentage: `1250` → `12.5`. */
export function percentOf(bps: number): string {
  return yuanOf(bps).replace(/\.?0+$/, "");
}
