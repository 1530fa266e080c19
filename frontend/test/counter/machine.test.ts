import { describe, expect, test } from "vitest";
import { itemOf, type Meeting, type Prepared } from "@/features/counter/choices";
import { confirmable, READY, step, type Choosing, type Event, type Phase } from "@/features/counter/machine";
import { shapeOf } from "@/features/counter/shape";

type Entry = Prepared["cards"][number]["entries"][number];

function entry(changes: Partial<Entry>): Entry {
  return {
    key: "VISIT:s1",
    unit: "VISIT",
    serviceId: "s1",
    name: "Skating",
    available: 3,
    valueFen: 6_800,
    expiresAt: null,
    ...changes,
  };
}

function prepared(entries: readonly Entry[], refusal: Prepared["cards"][number]["refusal"] = null): Prepared {
  const card = { cardId: "c1", number: "8601", typeName: "Card", refusal, entries: [...entries] };
  return { session: "session", expiresAt: "2026-11-23T03:00:00Z", holder: "154****5147", cards: [card], services: [] };
}

function meeting(id: string, starts: string, ends: string, changes: Partial<Meeting> = {}): Meeting {
  return {
    id,
    starts,
    ends,
    status: "PLANNED",
    cancelReason: null,
    teacherName: "T",
    attended: 0,
    attendedCards: [],
    enrolled: 0,
    timetableClass: { name: id, capacity: 9, service: { id: "s1", name: "Skating" } },
    roster: [],
    ...changes,
  };
}

const VISITS = shapeOf(null);
const MONEY = entry({ key: "MONEY:", unit: "MONEY", serviceId: null, name: null, available: 20_000 });

function choosing(given: Prepared, more: Partial<Extract<Event, { type: "prepared" }>> = {}): Choosing {
  const event: Event = { type: "prepared", prepared: given, shape: VISITS, meetings: [], clock: "10:00", ...more };
  const phase = step(READY, event);
  if (phase.name !== "choosing") throw new Error(phase.name);
  return phase;
}

function typed(phase: Phase, keys: string): Choosing {
  const after = Array.from(keys).reduce(
    (now, key) => step(now, { type: "type", key: key === "<" ? "Backspace" : key }),
    phase,
  );
  if (after.name !== "choosing") throw new Error(after.name);
  return after;
}

describe("what is chosen when a customer is recognised", () => {
  test("one visit, which Enter takes", () => {
    expect(confirmable(choosing(prepared([entry({})])))).toMatchObject({ quantity: 1 });
  });
  test("what the shape offers first", () => {
    const given = prepared([entry({}), MONEY]);
    expect(choosing(given).choices[0]?.unit).toBe("VISIT");
    const stored = choosing(given, { shape: shapeOf({ first: "MONEY", amounts: [5_000, -1, "x"] }) });
    expect(stored.choices[0]?.unit).toBe("MONEY");
    expect(confirmable(stored)).toBe("amount");
  });
  test("what ends soonest", () => {
    const given = prepared([entry({ key: "a" }), entry({ key: "b", expiresAt: "2026-12-01T00:00:00Z" })]);
    expect(choosing(given).choices[0]?.key).toBe("c1 b");
  });
  test("nothing of a card that cannot be used", () => {
    const frozen = choosing(prepared([entry({})], { code: "CARD_FROZEN", message: "frozen" }));
    expect(confirmable(frozen)).toBe("refused");
    expect(confirmable(choosing(prepared([])))).toBe("nothing");
  });
});

describe("how much", () => {
  const one = choosing(prepared([entry({})]));
  test("digits are uses, up to what is left", () => {
    expect(confirmable(typed(one, "2"))).toMatchObject({ quantity: 2 });
    expect(confirmable(typed(one, "20"))).toBe("tooMany");
    expect(confirmable(typed(one, "20<"))).toMatchObject({ quantity: 2 });
    expect(confirmable(typed(one, "+"))).toMatchObject({ quantity: 2 });
    expect(confirmable(typed(one, "--"))).toMatchObject({ quantity: 1 });
    expect(typed(one, "0.").typed).toBe("");
  });
  test("stored value takes yuan with two decimals", () => {
    const stored = choosing(prepared([MONEY]));
    expect(confirmable(typed(stored, "12.345"))).toMatchObject({ quantity: 1_234 });
    expect(confirmable(typed(stored, "0"))).toBe("amount");
    expect(confirmable(typed(stored, "200.01"))).toBe("tooMany");
  });
  test("another choice begins anew", () => {
    const two = choosing(prepared([entry({ key: "a" }), entry({ key: "b" })]));
    const moved = step(typed(two, "3"), { type: "move", by: -1 });
    expect(moved).toMatchObject({ at: 1, typed: "" });
  });
  test("is sent as the unit asks", () => {
    const [visit, money] = choosing(prepared([entry({}), MONEY])).choices;
    expect(visit && itemOf(visit, 2)).toEqual({ cardId: "c1", serviceId: "s1", unit: "VISIT", quantity: 2 });
    expect(money && itemOf(money, 500)).toEqual({ cardId: "c1", unit: "MONEY", amountFen: 500 });
  });
});

describe("the class that a lesson is for", () => {
  const given = prepared([entry({})]);
  const own = [{ id: "e", card: { number: "8601", holderName: null } }];
  test("is the customer's own before one that is on now", () => {
    const meetings = [meeting("now", "09:30", "11:00"), meeting("own", "15:00", "16:00", { roster: own })];
    expect(choosing(given, { meetings }).meeting?.id).toBe("own");
  });
  test("is the next of his own when he was in the first already", () => {
    const first = meeting("first", "09:30", "11:00", { roster: own, attendedCards: ["8601"] });
    expect(
      choosing(given, { meetings: [first, meeting("second", "15:00", "16:00", { roster: own })] }).meeting?.id,
    ).toBe("second");
  });
  test("is what is on now or begins soon, never a cancelled one, another service's or one that is over", () => {
    const other = { name: "x", capacity: 9, service: { id: "s2", name: "x" } };
    const meetings = [
      meeting("over", "08:00", "09:00"),
      meeting("cancelled", "09:30", "11:00", { status: "CANCELLED" }),
      meeting("other", "09:30", "11:00", { timetableClass: other }),
      meeting("soon", "10:45", "11:45"),
      meeting("later", "18:00", "19:00"),
    ];
    expect(choosing(given, { meetings }).meeting?.id).toBe("soon");
    expect(choosing(given, { meetings: meetings.filter(({ id }) => id !== "soon") }).meeting).toBeNull();
  });
});

test("tries are counted only while something is on its way", () => {
  const input = { storeId: "s", items: [], idempotencyKey: "k" };
  const sending = step(READY, { type: "sending", input });
  expect(step(step(sending, { type: "lost" }), { type: "lost" })).toMatchObject({ lost: 2 });
  expect(step(READY, { type: "lost" })).toBe(READY);
});
