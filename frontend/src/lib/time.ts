/** Times are UTC on the wire and Shanghai's to the eye; legal days are Shanghai's. China has no summer time. */

const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

function shifted(instant: string | number | Date): string {
  return new Date(new Date(instant).getTime() + ZONE_MS).toISOString();
}

/** `2026-01-31T16:00:00Z` → `2026-02-01 00:00`, or with seconds. */
export function formatInstant(instant: string, { seconds = false }: { seconds?: boolean } = {}): string {
  return shifted(instant)
    .slice(0, seconds ? 19 : 16)
    .replace("T", " ");
}

/** The day in Shanghai: `2026-02-01`. */
export function dayOf(instant: string | number | Date): string {
  return shifted(instant).slice(0, 10);
}

/** The first instant of a day in Shanghai, in UTC. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A bound of a date field as a day: `2026-01-31`, `today`, `today+30`. */
export function dayOfBound(bound: string, now: number): string {
  const match = /^today([+-]\d+)?$/.exec(bound);
  return match ? addDays(dayOf(now), Number(match[1] ?? 0)) : bound;
}

/** `3 minutes ago` in the user's language; older than a week the day itself. */
export function formatAgo(instant: string, now: number, locale: string): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  if (Math.abs(seconds) > 7 * 86_400) return dayOf(instant);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second" as const, 1];
  return format.format(Math.trunc(seconds / size), unit);
}

/** What a wall clock in Shanghai shows, `2026-02-01 00:00`, as an instant. */
export function instantOf(wall: string): string {
  return new Date(`${wall.replace(" ", "T")}+08:00`).toISOString();
}
