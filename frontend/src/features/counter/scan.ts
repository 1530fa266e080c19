/** Tells a scanner from a person: it types like nobody can, and ends with Enter. */

/** Longest pause between two keys of one scan, on a machine that is busy, too. */
const PAUSE_MS = 90;
const SHORTEST = 8;

/** What a reader needs of a key event; `composing` while an input method holds the keys back. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  readonly composing: boolean;
  readonly at: number;
}

/**
 * The character of a key, also where an input method took it: scanners act as keyboards with the layout of the United
 * States, and codes are letters, digits, `-` and `_` only, so that the place of the key says enough.
 */
export function characterOf({ key, code, shift, composing }: Stroke): string | null {
  if (!composing && key.length === 1) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shift ? null : digit;
  if (code === "Minus") return shift ? "_" : "-";
  return null;
}

/** Reads strokes one by one; answers what was scanned when its Enter comes. */
export class ScanReader {
  private text = "";
  private last = Number.NEGATIVE_INFINITY;

  read(stroke: Stroke): string | null {
    const fast = stroke.at - this.last <= PAUSE_MS;
    this.last = stroke.at;
    if (stroke.key === "Enter" || stroke.code === "Enter" || stroke.code === "NumpadEnter") {
      const scanned = fast && this.text.length >= SHORTEST ? this.text : null;
      this.text = "";
      return scanned;
    }
    // Shift comes as a stroke of its own between the letters.
    if (stroke.key === "Shift") {
      if (!fast) this.text = "";
      return null;
    }
    const character = characterOf(stroke);
    this.text = character === null ? "" : fast ? this.text + character : character;
    return null;
  }
}

const WHOLE = /^(?:[A-Za-z0-9_-]{43}|\d{8})$/;

/**
 * What was shown, of a scan that ended in the field: the scan where it is a whole code, whatever stood in the field
 * before it; else all that the field holds, since a slow scanner pauses within a code.
 */
export function scannedInto(field: string, scanned: string): string {
  return WHOLE.test(scanned) || !field.endsWith(scanned) ? scanned : field;
}

/** What somebody typed: a code, the number of a card, whose PIN is needed, or of an order. */
export type Typed =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "card"; readonly cardNumber: string }
  | { readonly kind: "order"; readonly orderNumber: string };

const MANUAL = /^\d{8}$/;
const CARD = /^\d{9,24}$/;
const ORDER = /^(\d{6})-?([A-Z0-9]{4})-?([A-Z0-9]{4})$/;

export function typedOf(given: string): Typed | null {
  const text = given.replace(/\s/g, "");
  if (text === "") return null;
  if (MANUAL.test(text)) return { kind: "code", code: text };
  if (CARD.test(text)) return { kind: "card", cardNumber: text };
  const order = ORDER.exec(text.toUpperCase());
  if (order) return { kind: "order", orderNumber: order.slice(1).join("-") };
  return { kind: "code", code: text };
}
