import { describe, expect, test } from "vitest";
import { characterOf, ScanReader, scannedInto, typedOf, type Stroke } from "@/features/counter/scan";

const TOKEN = "AaIGNxMOcC-iwTtos_Bxhj6R4FGnVSjgLlU6TPf3SUc";

/** The keys that a scanner or a person presses for a text, `everyMs` apart. */
function strokes(text: string, everyMs: number, { composing = false, from = 1_000 } = {}): Stroke[] {
  const keys = Array.from(text).flatMap((character): Omit<Stroke, "at">[] => {
    const shift = /[A-Z_]/.test(character);
    const code = /[a-z]/i.test(character)
      ? `Key${character.toUpperCase()}`
      : /\d/.test(character)
        ? `Digit${character}`
        : "Minus";
    const own = { key: composing ? "Process" : character, code, shift, composing };
    return shift ? [{ key: "Shift", code: "ShiftLeft", shift: true, composing: false }, own] : [own];
  });
  keys.push({ key: "Enter", code: "Enter", shift: false, composing });
  return keys.map((key, index) => Object.assign(key, { at: from + index * everyMs }));
}

function read(list: readonly Stroke[], reader = new ScanReader()): (string | null)[] {
  return list.map((stroke) => reader.read(stroke)).filter((found) => found !== null);
}

describe("a scanner", () => {
  test("is told by its speed and its Enter", () => expect(read(strokes(TOKEN, 8))).toEqual([TOKEN]));
  test("is read although an input method holds its keys", () => {
    expect(read(strokes(TOKEN, 8, { composing: true }))).toEqual([TOKEN]);
  });
  test("is not a person who types", () => expect(read(strokes("66958019", 140))).toEqual([]));
  test("is not somebody who presses two keys at once", () => expect(read(strokes("12", 10))).toEqual([]));
  test("is read again after what a person typed before", () => {
    const reader = new ScanReader();
    reader.read({ key: "7", code: "Digit7", shift: false, composing: false, at: 0 });
    expect(read(strokes(TOKEN, 8), reader)).toEqual([TOKEN]);
  });
  test("is read twice when it reads twice", () => {
    const reader = new ScanReader();
    expect(read([...strokes(TOKEN, 8), ...strokes(TOKEN, 8, { from: 3_000 })], reader)).toEqual([TOKEN, TOKEN]);
  });
});

test("signs that no code has end what was read", () => {
  expect(characterOf({ key: "!", code: "Digit1", shift: true, composing: true, at: 0 })).toBeNull();
  expect(characterOf({ key: "F8", code: "F8", shift: false, composing: false, at: 0 })).toBeNull();
});

describe("what ended in the field", () => {
  test("is the whole field where a slow scanner paused", () => {
    expect(scannedInto(TOKEN, TOKEN.slice(20))).toBe(TOKEN);
  });
  test("is the code alone where something stood before it", () => expect(scannedInto(`12${TOKEN}`, TOKEN)).toBe(TOKEN));
  test("is the scan where an input method kept the field", () => expect(scannedInto("阿爱", TOKEN)).toBe(TOKEN));
});

test.each([
  ["6695 8019", { kind: "code", code: "66958019" }],
  [TOKEN, { kind: "code", code: TOKEN }],
  ["8601 0000 0000 049", { kind: "card", cardNumber: "860100000000049" }],
  ["261123-aaey-pery", { kind: "order", orderNumber: "261123-AAEY-PERY" }],
  ["261123AAEYPERY", { kind: "order", orderNumber: "261123-AAEY-PERY" }],
  ["  ", null],
])("%s is understood", (text, found) => expect(typedOf(text)).toEqual(found));
