import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { PrepareRedemptionDocument, type PrepareRedemptionInput, type RedeemInput } from "@/gql/gen/graphql";
import { accepted, codeOf } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { newKey } from "@/lib/idempotency";
import { formatInstant } from "@/lib/time";
import { useErrorText } from "@/ui/errorText";
import { itemOf, takes, type Meeting } from "./choices";
import { COUNTER, type CounterStore } from "./data";
import { confirmable, READY, step, type Event, type Phase, type Refusal } from "./machine";
import { typedOf, type Typed } from "./scan";
import { redeemSurely, unanswered } from "./sending";
import type { Shape } from "./shape";
import { play } from "./sound";

interface Setting {
  readonly store: CounterStore | undefined;
  readonly shape: Shape;
  readonly meetings: readonly Meeting[];
}
type Shown = Pick<PrepareRedemptionInput, "code" | "cardNumber" | "pin" | "orderNumber">;

export interface Counter {
  readonly phase: Phase;
  readonly dispatch: (event: Event) => void;
  /** What was scanned or typed, of whatever kind. */
  readonly enter: (typed: string) => void;
  readonly enterPin: (pin: string) => void;
  readonly confirm: () => void;
}

const HH_MM = 11;
/** Refusals that another try with the same card answers. */
const OF_PIN: ReadonlySet<string> = new Set(["CARD_OR_PIN_WRONG"]);

/** A customer after the other: what was shown, what is chosen of it, and that it was redeemed once. */
export function useCounter({ store, shape, meetings }: Setting): Counter {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [phase, dispatch] = useReducer(step, READY);
  const latest = useRef({ phase, store, shape, meetings, errorText });
  useEffect(() => {
    latest.current = { phase, store, shape, meetings, errorText };
  });
  const turn = useRef(0);

  const refusalOf = useCallback(
    (error: unknown): Refusal => ({
      code: codeOf(error) ?? "UNEXPECTED",
      message: latest.current.errorText(error),
    }),
    [],
  );
  const prepare = useCallback(
    async (shown: Shown) => {
      const at = latest.current.store;
      if (!at || latest.current.phase.name === "sending") return;
      turn.current += 1;
      const mine = turn.current;
      dispatch({ type: "reading" });
      try {
        const input = { ...shown, storeId: at.id, merchantId: at.merchant?.id ?? null };
        const { prepared } = accepted((await execute(PrepareRedemptionDocument, { input })).prepareRedemption);
        if (mine !== turn.current || !prepared) return;
        const clock = formatInstant(new Date().toISOString()).slice(HH_MM);
        const { shape: asked, meetings: held } = latest.current;
        dispatch({ type: "prepared", prepared, shape: asked, meetings: held, clock });
      } catch (error) {
        if (mine !== turn.current) return;
        play("refused");
        const refusal = refusalOf(error);
        if (shown.cardNumber && OF_PIN.has(refusal.code)) {
          dispatch({ type: "pin", cardNumber: shown.cardNumber, refusal });
        } else dispatch({ type: "refused", refusal });
      }
    },
    [refusalOf],
  );
  const send = useCallback(
    async (input: RedeemInput, meeting: Meeting | null) => {
      dispatch({ type: "sending", input });
      try {
        const redemption = await redeemSurely(input, () => dispatch({ type: "lost" }));
        play("done");
        dispatch({ type: "done", redemption, meeting });
      } catch (error) {
        play("refused");
        dispatch({ type: "refused", refusal: refusalOf(error) });
      }
      await queryClient.invalidateQueries({ queryKey: COUNTER });
    },
    [queryClient, refusalOf],
  );
  useEffect(() => {
    const open = unanswered();
    if (open) void send(open, null);
  }, [send]);

  const confirm = useCallback(() => {
    const { phase: now, store: at } = latest.current;
    if (now.name !== "choosing" || !at) return;
    const ready = confirmable(now);
    if (typeof ready === "string") {
      play("refused");
      return;
    }
    const meeting = now.meeting && takes(now.meeting, ready.choice) ? now.meeting : null;
    void send(
      {
        storeId: at.id,
        merchantId: at.merchant?.id ?? null,
        session: now.prepared.session,
        items: [itemOf(ready.choice, ready.quantity)],
        classSessionId: meeting?.id ?? null,
        idempotencyKey: newKey(),
      },
      meeting,
    );
    // The next key must not find the choice still open.
    latest.current = { ...latest.current, phase: { name: "reading" } };
  }, [send]);
  const enter = useCallback(
    (text: string) => {
      const typed = typedOf(text);
      if (typed?.kind === "card") dispatch({ type: "pin", cardNumber: typed.cardNumber });
      else if (typed) void prepare(shownBy(typed));
    },
    [prepare],
  );
  const enterPin = useCallback(
    (pin: string) => {
      const { phase: now } = latest.current;
      if (now.name === "pin" && pin !== "") void prepare({ cardNumber: now.cardNumber, pin });
    },
    [prepare],
  );
  return { phase, dispatch, enter, enterPin, confirm };
}

function shownBy(typed: Exclude<Typed, { kind: "card" }>): Shown {
  return typed.kind === "code" ? { code: typed.code } : { orderNumber: typed.orderNumber };
}
