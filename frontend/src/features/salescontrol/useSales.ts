import { useQuery } from "@tanstack/react-query";
import {
  ExplainSaleDocument,
  SalesMapDocument,
  SalesMerchantsDocument,
  type ExplainSaleQuery,
  type SalesMapQuery,
} from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { usePreferences } from "@/theme/usePreferences";

export type SalesMap = SalesMapQuery["salesMap"];
export type SalesCell = SalesMap["cells"][number];
export type SalesProduct = SalesMap["products"][number];
export type Explanation = ExplainSaleQuery["explainSale"];

/** Merchants that the caller sees: one for a merchant's own people. */
export function useMerchants() {
  return useQuery({
    queryKey: ["read", "sales", "merchants"],
    queryFn: async ({ signal }) => (await execute(SalesMerchantsDocument, {}, { signal })).merchants?.nodes ?? [],
  });
}

export function useSalesMap(merchant: string | undefined, at: string | null) {
  const { locale } = usePreferences();
  return useQuery({
    queryKey: ["read", "sales", "map", merchant, at, locale],
    enabled: merchant !== undefined,
    queryFn: async ({ signal }) => (await execute(SalesMapDocument, { merchant, at }, { signal })).salesMap,
  });
}

export function useExplanation(asked: { product: string; store: string } | null, at: string | null) {
  const { locale } = usePreferences();
  return useQuery({
    queryKey: ["read", "sales", "explain", asked, at, locale],
    enabled: asked !== null,
    queryFn: async ({ signal }) =>
      asked ? (await execute(ExplainSaleDocument, { ...asked, at }, { signal })).explainSale : null,
  });
}
