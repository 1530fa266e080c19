/** What a merchant type's configuration of the page says of the counter; it decides order and parts, never rules. */

export type EntryUnit = "VISIT" | "MONEY" | "PERIOD";

export interface Shape {
  /** Which kind of entitlement is offered first. */
  readonly first: EntryUnit;
  /** Today's classes beside what can be used. */
  readonly classes: boolean;
  /** Amounts that one key gives, in fen. */
  readonly amounts: readonly number[];
}

const UNITS: ReadonlySet<string> = new Set(["VISIT", "MONEY", "PERIOD"]);

export function shapeOf(props: unknown): Shape {
  const given = (typeof props === "object" && props !== null ? props : {}) as Readonly<Record<string, unknown>>;
  const { first, classes, amounts } = given;
  return {
    first: typeof first === "string" && UNITS.has(first) ? (first as EntryUnit) : "VISIT",
    classes: classes === true,
    amounts: Array.isArray(amounts)
      ? amounts.filter((each): each is number => Number.isSafeInteger(each) && each > 0)
      : [],
  };
}
