/** What a customer may use here, as one list to choose from, and what of it is meant most likely. */
import type { CounterClassesQuery, PrepareRedemptionMutation, RedeemItemInput } from "@/gql/gen/graphql";
import { fenOf } from "@/lib/fen";
import type { EntryUnit, Shape } from "./shape";

export type Prepared = NonNullable<PrepareRedemptionMutation["prepareRedemption"]["prepared"]>;
export type Meeting = NonNullable<CounterClassesQuery["classSessions"]>["nodes"][number];
type PreparedRefusal = Prepared["cards"][number]["refusal"];

export interface Choice {
  readonly key: string;
  readonly source: "CARD" | "ORDER";
  readonly name: string | null;
  readonly typeName: string | null;
  /** Number of the card, or of the order. */
  readonly number: string;
  readonly unit: EntryUnit;
  readonly available: number;
  readonly expiresAt: string | null;
  readonly serviceId: string | null;
  readonly id: string;
  readonly refusal: PreparedRefusal;
}

/** All there is: what can be used first, and of that what the shape prefers, then what ends soonest. */
export function choicesOf(prepared: Prepared, shape: Shape): readonly Choice[] {
  const ofCards = prepared.cards.flatMap((card) =>
    card.entries.map((entry): Choice => ({
      key: `${card.cardId} ${entry.key}`,
      source: "CARD",
      name: entry.name,
      typeName: card.typeName,
      number: card.number,
      unit: entry.unit,
      available: entry.available,
      expiresAt: entry.expiresAt,
      serviceId: entry.serviceId,
      id: card.cardId,
      refusal: card.refusal,
    })),
  );
  const ofOrders = prepared.services.map((line): Choice => ({
    key: line.orderLineId,
    source: "ORDER",
    name: line.name,
    typeName: null,
    number: line.orderNumber,
    unit: "VISIT",
    available: line.available,
    expiresAt: null,
    serviceId: line.serviceId,
    id: line.orderLineId,
    refusal: line.refusal,
  }));
  const rank = (choice: Choice) => (choice.refusal ? 2 : choice.unit === shape.first ? 0 : 1);
  return [...ofCards, ...ofOrders].toSorted(
    (a, b) => rank(a) - rank(b) || (a.expiresAt ?? "9").localeCompare(b.expiresAt ?? "9"),
  );
}

/** Cards without a single entry say themselves why. */
export function refusalsOf(prepared: Prepared): readonly { number: string; message: string; code: string }[] {
  return prepared.cards.flatMap(({ number, refusal }) => (refusal ? [{ number, ...refusal }] : []));
}

const EARLY_MINUTES = 60;

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** The meeting that somebody who stands here at `clock` (HH:MM) has come for: his own class, else what is on now. */
export function meetingFor(
  meetings: readonly Meeting[],
  choices: readonly Choice[],
  clock: string,
): Meeting | undefined {
  const held = meetings.filter(
    (each) =>
      each.status === "PLANNED" &&
      choices.some((choice) => !choice.refusal && choice.serviceId === each.timetableClass?.service?.id),
  );
  const numbers = new Set(choices.map(({ number }) => number));
  const own = held.filter(
    ({ roster, attendedCards }) =>
      roster.some(({ card }) => card && numbers.has(card.number)) && !attendedCards.some((each) => numbers.has(each)),
  );
  const now = minutesOf(clock);
  const near = ({ starts, ends }: Meeting) =>
    now >= minutesOf(starts) - EARLY_MINUTES && now <= minutesOf(ends) ? 0 : Math.abs(minutesOf(starts) - now);
  return (own.length > 0 ? own : held.filter((each) => near(each) === 0)).toSorted((a, b) => near(a) - near(b))[0];
}

/** Whether this choice is a lesson of the meeting. */
export function takes(meeting: Meeting | undefined, choice: Choice): boolean {
  return meeting !== undefined && choice.serviceId !== null && meeting.timetableClass?.service?.id === choice.serviceId;
}

/** How much was typed: uses, or fen of stored value; null while that is no amount. */
export function quantityOf(choice: Choice, typed: string): number | null {
  if (choice.unit === "PERIOD") return 1;
  if (choice.unit === "MONEY") {
    const fen = fenOf(typed);
    return fen !== null && fen > 0 ? fen : null;
  }
  const count = typed === "" ? 1 : Number(typed);
  return Number.isSafeInteger(count) && count > 0 ? count : null;
}

export function itemOf(choice: Choice, quantity: number): RedeemItemInput {
  const which = choice.source === "CARD" ? { cardId: choice.id } : { orderLineId: choice.id };
  const service = choice.serviceId === null || choice.source === "ORDER" ? {} : { serviceId: choice.serviceId };
  return choice.unit === "MONEY"
    ? { ...which, ...service, unit: "MONEY", amountFen: quantity }
    : { ...which, ...service, unit: choice.unit, quantity };
}
