/** Days that a configuration names from the reader's point of view: `$date+30` a day, `$day-1` the instant it began. */
import { addDays, dayOf, startOfDay } from "./time";

const TOKEN = /\$(date|day)([+-]\d+)?/g;

function inText(text: string, today: string): string {
  return text.replace(TOKEN, (_, what: string, by: string | undefined) => {
    const day = addDays(today, Number(by ?? 0));
    return what === "day" ? startOfDay(day) : day;
  });
}

/** A value of any shape with the days in its texts. The same all day long, so that what was read stays in the cache. */
export function withDays<T>(value: T, now: number): T {
  const today = dayOf(now);
  const resolved = (part: unknown): unknown => {
    if (typeof part === "string") return inText(part, today);
    if (Array.isArray(part)) return part.map(resolved);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, resolved(each)]));
  };
  return resolved(value) as T;
}
