import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { OfferSaleDocument, PlaceSaleDocument, type PlaceCounterOrderInput } from "@/gql/gen/graphql";
import { accepted, Refused } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { newKey } from "@/lib/idempotency";

export type Placing = Omit<PlaceCounterOrderInput, "idempotencyKey">;

/** Ask for the code that the buyer scans. */
export async function offer(orderId: string): Promise<void> {
  accepted((await execute(OfferSaleDocument, { input: { orderId } })).offerCounterPayment);
}

/** Places an order and offers it to its payer. Tried again unchanged, it is the same order. */
export function usePlacing(onPlaced: (order: string) => void) {
  const last = useRef({ asked: "", key: "" });
  return useMutation({
    mutationFn: async (asked: Placing) => {
      const text = JSON.stringify(asked);
      if (last.current.asked !== text) last.current = { asked: text, key: newKey() };
      const input = { ...asked, idempotencyKey: last.current.key };
      const { order } = accepted((await execute(PlaceSaleDocument, { input })).placeCounterOrder);
      if (!order) throw new Refused([{ code: "NOT_FOUND", message: "" }]);
      onPlaced(order.id);
      await offer(order.id);
    },
  });
}
