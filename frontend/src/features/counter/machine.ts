/** Where the counter stands between two customers. */
import type { CounterRedemptionFragment, RedeemInput } from "@/gql/gen/graphql";
import { choicesOf, meetingFor, quantityOf, takes, type Choice, type Meeting, type Prepared } from "./choices";
import type { Shape } from "./shape";

export type Redeemed = CounterRedemptionFragment;

/** Why not, in the words of the server; `next` names the hint that says what to do. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type Phase =
  | { readonly name: "ready" }
  | { readonly name: "pin"; readonly cardNumber: string; readonly refusal: Refusal | null }
  | { readonly name: "reading" }
  | Choosing
  | { readonly name: "sending"; readonly input: RedeemInput; readonly lost: number }
  | { readonly name: "done"; readonly redemption: Redeemed; readonly meeting: Meeting | null }
  | { readonly name: "refused"; readonly refusal: Refusal };

export interface Choosing {
  readonly name: "choosing";
  readonly prepared: Prepared;
  readonly choices: readonly Choice[];
  readonly at: number;
  readonly typed: string;
  readonly meeting: Meeting | null;
}

export type Event =
  | { readonly type: "reading" }
  | { readonly type: "pin"; readonly cardNumber: string; readonly refusal?: Refusal }
  | {
      readonly type: "prepared";
      readonly prepared: Prepared;
      readonly shape: Shape;
      readonly meetings: readonly Meeting[];
      readonly clock: string;
    }
  | { readonly type: "select"; readonly at: number }
  | { readonly type: "move"; readonly by: number }
  | { readonly type: "type"; readonly key: string }
  | { readonly type: "amount"; readonly typed: string }
  | { readonly type: "meeting"; readonly meeting: Meeting | null }
  | { readonly type: "sending"; readonly input: RedeemInput }
  | { readonly type: "lost" }
  | { readonly type: "done"; readonly redemption: Redeemed; readonly meeting: Meeting | null }
  | { readonly type: "refused"; readonly refusal: Refusal }
  | { readonly type: "ready" };

export const READY: Phase = { name: "ready" };

/** Money has two decimals, uses have at most three digits. */
const MONEY = /^\d{0,7}(?:\.\d{0,2})?$/;
const USES = /^\d{0,3}$/;

export function step(phase: Phase, event: Event): Phase {
  switch (event.type) {
    case "ready":
      return READY;
    case "reading":
      return { name: "reading" };
    case "pin":
      return { name: "pin", cardNumber: event.cardNumber, refusal: event.refusal ?? null };
    case "prepared":
      return prepared(event);
    case "sending":
      return { name: "sending", input: event.input, lost: 0 };
    case "lost":
      return phase.name === "sending" ? { ...phase, lost: phase.lost + 1 } : phase;
    case "done":
      return { name: "done", redemption: event.redemption, meeting: event.meeting };
    case "refused":
      return { name: "refused", refusal: event.refusal };
    default:
      return phase.name === "choosing" ? chosen(phase, event) : phase;
  }
}

type Chosen = Extract<Event, { type: "select" | "move" | "type" | "amount" | "meeting" }>;

function prepared(event: Extract<Event, { type: "prepared" }>): Phase {
  const choices = choicesOf(event.prepared, event.shape);
  const meeting = meetingFor(event.meetings, choices, event.clock) ?? null;
  const at = meeting ? choices.findIndex((choice) => !choice.refusal && takes(meeting, choice)) : 0;
  return { name: "choosing", prepared: event.prepared, choices, at: Math.max(at, 0), typed: "", meeting };
}

function chosen(phase: Choosing, event: Chosen): Phase {
  switch (event.type) {
    case "select":
      return { ...phase, at: event.at, typed: "" };
    case "move": {
      const count = phase.choices.length;
      return count === 0 ? phase : { ...phase, at: (phase.at + event.by + count) % count, typed: "" };
    }
    case "amount":
      return { ...phase, typed: event.typed };
    case "meeting":
      return { ...phase, meeting: event.meeting };
    case "type":
      return { ...phase, typed: typedNext(phase, event.key) };
  }
}

function typedNext(phase: Choosing, key: string): string {
  const unit = phase.choices[phase.at]?.unit;
  if (unit === undefined || unit === "PERIOD") return "";
  if (key === "Backspace") return phase.typed.slice(0, -1);
  if (key === "+" || key === "-") {
    if (unit === "MONEY") return phase.typed;
    const now = phase.typed === "" ? 1 : Number(phase.typed);
    return String(Math.max(1, now + (key === "+" ? 1 : -1)));
  }
  const next = phase.typed === "0" && key !== "." ? key : phase.typed + key;
  const allowed = unit === "MONEY" ? MONEY : USES;
  return allowed.test(next) && !(unit === "VISIT" && next === "0") ? next : phase.typed;
}

export interface Ready {
  readonly choice: Choice;
  readonly quantity: number;
}

/** What Enter would redeem now, or why it would not. */
export function confirmable(phase: Choosing): Ready | "nothing" | "refused" | "amount" | "tooMany" {
  const choice = phase.choices[phase.at];
  if (!choice) return "nothing";
  if (choice.refusal) return "refused";
  const quantity = quantityOf(choice, phase.typed);
  if (quantity === null) return "amount";
  return choice.unit !== "PERIOD" && quantity > choice.available ? "tooMany" : { choice, quantity };
}
