import { describe, expect, test } from "vitest";
import { fenOf, formatFen, formatNumber, percentOf, yuanOf } from "@/lib/fen";
import { formatBytes } from "@/lib/fileSize";
import { addDays, dayOf, dayOfBound, formatAgo, formatInstant, instantOf, startOfDay } from "@/lib/time";

describe("amounts", () => {
  test.each([
    [0, "0.00", "¥0.00"],
    [1, "0.01", "¥0.01"],
    [-5, "-0.05", "-¥0.05"],
    [123456, "1234.56", "¥1,234.56"],
    [-100000000, "-1000000.00", "-¥1,000,000.00"],
    [Number.MAX_SAFE_INTEGER, "90071992547409.91", "¥90,071,992,547,409.91"],
  ])("%d fen is %s yuan, shown %s", (fen, yuan, shown) => {
    expect(yuanOf(fen)).toBe(yuan);
    expect(formatFen(fen)).toBe(shown);
    expect(fenOf(yuan)).toBe(fen);
  });

  test.each([
    ["1.1", 110],
    ["1,234.5", 123450],
    ["￥ 8", 800],
    ["0.29", 29],
    ["-0", 0],
    ["1.005", null],
    ["1.", null],
    ["", null],
    ["1e3", null],
    ["90071992547409.92", null],
  ])("%s is %s fen", (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
  });

  test("numbers and rates", () => {
    expect(formatNumber(1234567)).toBe("1,234,567");
    expect(formatNumber("-1234.5678")).toBe("-1,234.5678");
    expect(["1250", "2000", "5", "0"].map((bps) => percentOf(Number(bps)))).toEqual(["12.5", "20", "0.05", "0"]);
    expect([512, 1536, 10485760, 52428800].map(formatBytes)).toEqual(["512 B", "1.5 kB", "10 MB", "50 MB"]);
  });
});

describe("time", () => {
  test("an instant is shown as Shanghai's wall clock", () => {
    expect(formatInstant("2026-01-31T16:00:00.000000Z")).toBe("2026-02-01 00:00");
    expect(formatInstant("2025-12-31T15:59:59Z", { seconds: true })).toBe("2025-12-31 23:59:59");
    expect(dayOf("2025-12-31T16:00:00Z")).toBe("2026-01-01");
  });

  test("days begin in Shanghai", () => {
    expect(startOfDay("2026-03-01")).toBe("2026-02-28T16:00:00.000Z");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(instantOf("2026-02-01 00:00")).toBe("2026-01-31T16:00:00.000Z");
    const lateEvening = Date.parse("2026-06-30T17:00:00Z");
    expect(dayOfBound("today", lateEvening)).toBe("2026-07-01");
    expect(dayOfBound("today-30", lateEvening)).toBe("2026-06-01");
    expect(dayOfBound("2026-01-31", lateEvening)).toBe("2026-01-31");
  });

  test("ago, in both languages", () => {
    const now = Date.parse("2026-06-30T12:00:00Z");
    expect(formatAgo("2026-06-30T11:57:00Z", now, "en")).toBe("3 minutes ago");
    expect(formatAgo("2026-06-30T11:57:00Z", now, "zh-CN")).toBe("3分钟前");
    expect(formatAgo("2026-06-29T11:00:00Z", now, "en")).toBe("yesterday");
    expect(formatAgo("2026-06-01T20:00:00Z", now, "en")).toBe("2026-06-02");
  });
});
