import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  TrialPackagesDocument,
  TrialPeopleDocument,
  TrialServicesDocument,
  TryCommissionDocument,
  type CommissionItemInput,
  type TryCommissionQuery,
} from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";

export type Quote = TryCommissionQuery["quoteCommission"];
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** List price and price, where it has them. */
  readonly listFen?: number;
  readonly paidFen?: number;
}
export type Kind = "people" | "services" | "packages";

/** What can be chosen: found by name, pinyin or number on the server. */
export function useChoices(kind: Kind, search: string) {
  return useQuery({
    queryKey: ["read", "trial", kind, search],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const variables = { search: search || null };
      if (kind === "people") {
        const { salespeople } = await execute(TrialPeopleDocument, variables, { signal });
        return (salespeople?.nodes ?? []).map((each) => ({
          value: each.id,
          label: `${each.name} ${each.staffNumber}`,
        }));
      }
      if (kind === "services") {
        const { services } = await execute(TrialServicesDocument, variables, { signal });
        return (services?.nodes ?? []).map((each) => {
          const price = each.onSale?.unitPriceFen ?? 0;
          return { value: each.id, label: `${each.name} ${each.number}`, listFen: price, paidFen: price };
        });
      }
      const { packages } = await execute(TrialPackagesDocument, variables, { signal });
      return (packages?.nodes ?? []).map((each) => ({
        value: each.id,
        label: `${each.name} ${each.number}`,
        listFen: each.onSale?.listValueFen ?? 0,
        paidFen: each.onSale?.salePriceFen ?? 0,
      }));
    },
  });
}

export function useQuote(who: string | null, item: CommissionItemInput | null) {
  return useQuery({
    queryKey: ["read", "trial", "quote", who, item],
    enabled: who !== null && item !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      who && item ? (await execute(TryCommissionDocument, { who, item }, { signal })).quoteCommission : null,
  });
}
