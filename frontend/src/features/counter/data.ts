import { useQuery } from "@tanstack/react-query";
import {
  CounterClassesDocument,
  CounterDayDocument,
  CounterStoresDocument,
  type CounterStoresQuery,
} from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { dayOf } from "@/lib/time";
import { useNow } from "@/ui/useNow";
import type { Meeting } from "./choices";
import type { Redeemed } from "./machine";

export type CounterStore = NonNullable<CounterStoresQuery["stores"]>["nodes"][number];

/** Everything of a counter that changes with each redemption. */
export const COUNTER = ["read", "counter"] as const;
const REFRESH_MS = 60_000;
const NO_MEETINGS: readonly Meeting[] = [];

export function useStores() {
  return useQuery({
    queryKey: [...COUNTER, "stores"],
    queryFn: async ({ signal }): Promise<readonly CounterStore[]> =>
      (await execute(CounterStoresDocument, {}, { signal })).stores?.nodes ?? [],
  });
}

/** What was redeemed in a store today, newest first; others redeem there too. */
export function useDay(store: string | undefined) {
  const day = dayOf(useNow(REFRESH_MS));
  return useQuery({
    queryKey: [...COUNTER, "day", store, day],
    enabled: store !== undefined,
    refetchInterval: REFRESH_MS,
    queryFn: async ({ signal }): Promise<{ readonly count: number; readonly redemptions: readonly Redeemed[] }> => {
      const { redemptions } = await execute(CounterDayDocument, { store: store ?? "", day }, { signal });
      return { count: redemptions?.totalCount ?? 0, redemptions: redemptions?.nodes ?? [] };
    },
  });
}

/** Today's classes of a store, where the configuration of the page asks for them. */
export function useMeetings(store: string | undefined, wanted: boolean) {
  const day = dayOf(useNow(REFRESH_MS));
  const { data, error, refetch, isPending } = useQuery({
    queryKey: [...COUNTER, "classes", store, day],
    enabled: wanted && store !== undefined,
    refetchInterval: REFRESH_MS,
    queryFn: async ({ signal }): Promise<readonly Meeting[]> =>
      (await execute(CounterClassesDocument, { store: store ?? "", day }, { signal })).classSessions?.nodes ?? [],
  });
  return { meetings: data ?? NO_MEETINGS, error, refetch, isPending };
}
