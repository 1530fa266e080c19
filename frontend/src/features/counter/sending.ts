/** Sends one redemption until an answer comes: every try carries the same key, so that it counts once. */
import { RedeemDocument, type RedeemInput } from "@/gql/gen/graphql";
import { accepted, isRetryable, Refused } from "@/lib/errors";
import { execute } from "@/lib/execute";
import type { Redeemed } from "./machine";

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000] as const;
const LONGEST_MS = 8_000;
const STORE = "prepaid.counter.sending";

/** Ends a pause before its time: the network is back, or the cashier does not want to wait. */
let wake: (() => void) | null = null;

export function retryNow(): void {
  wake?.();
}

async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener("online", wake, { once: true });
  });
  if (wake) window.removeEventListener("online", wake);
  wake = null;
}

/** What was on its way when the page was closed; its answer is still owed. */
export function unanswered(): RedeemInput | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? "null") as RedeemInput | null;
  } catch {
    return null;
  }
}

export async function redeemSurely(input: RedeemInput, onLost: () => void): Promise<Redeemed> {
  sessionStorage.setItem(STORE, JSON.stringify(input));
  for (let tries = 0; ; tries += 1) {
    try {
      const { redemption } = accepted((await execute(RedeemDocument, { input })).redeem);
      sessionStorage.removeItem(STORE);
      if (!redemption) throw new Refused([{ code: "NOT_FOUND", message: "" }]);
      return redemption;
    } catch (error) {
      if (!isRetryable(error)) {
        sessionStorage.removeItem(STORE);
        throw error;
      }
      onLost();
      await pause(PAUSES_MS[tries] ?? LONGEST_MS);
    }
  }
}
