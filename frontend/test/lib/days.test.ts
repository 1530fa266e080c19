import { expect, test } from "vitest";
import { withDays } from "@/lib/days";

/** Half past midnight in Shanghai: the day before in UTC. */
const NOW = Date.parse("2026-02-28T16:30:00Z");

test("days are named from the reader's point of view", () => {
  expect(withDays("f.at=$date~$date+30", NOW)).toBe("f.at=2026-03-01~2026-03-31");
  expect(withDays("$day-1", NOW)).toBe("2026-02-27T16:00:00.000Z");
});

test("in a value of any shape, and nowhere else", () => {
  const filter = { at: { gte: "$day", lt: "$day+1" }, state: { in: ["OPEN", "$tomorrow"] }, of: null, by: 3, on: true };
  expect(withDays(filter, NOW)).toEqual({
    at: { gte: "2026-02-28T16:00:00.000Z", lt: "2026-03-01T16:00:00.000Z" },
    state: { in: ["OPEN", "$tomorrow"] },
    of: null,
    by: 3,
    on: true,
  });
});

test("the same all day long, so that a figure is read once", () => {
  const evening = Date.parse("2026-03-01T15:59:00Z");
  expect(withDays({ gte: "$day+31" }, NOW)).toEqual(withDays({ gte: "$day+31" }, evening));
});
