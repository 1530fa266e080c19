import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  ForeseeSaleDocument,
  SaleAgreementDocument,
  SaleOrderDocument,
  SaleProductsDocument,
  SaleSellersDocument,
  SaleStoresDocument,
  SoldCardDocument,
  type ForeseeSaleQuery,
  type ForeseeSaleQueryVariables,
  type SaleAgreementQuery,
  type SaleOrderQuery,
  type SaleProductsQuery,
  type SaleSellersQuery,
  type SaleStoresQuery,
  type SoldCardQuery,
} from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";

export type SaleStore = NonNullable<SaleStoresQuery["stores"]>["nodes"][number];
export type SalePackage = NonNullable<SaleProductsQuery["packages"]>["nodes"][number];
export type SaleService = NonNullable<SaleProductsQuery["services"]>["nodes"][number];
export type Seller = NonNullable<SaleSellersQuery["deskSellers"]>[number];
export type Foreseen = NonNullable<ForeseeSaleQuery["counterSale"]>;
export type Agreement = NonNullable<SaleAgreementQuery["currentAgreement"]>;
export type SaleOrder = NonNullable<SaleOrderQuery["order"]>;
export type SoldCard = NonNullable<SoldCardQuery["cards"]>["nodes"][number];

const SALE = ["read", "sale"] as const;
const WATCH_MS = 1500;
/** States in which an order still waits for its payer. */
const WAITING: ReadonlySet<string> = new Set(["UNPAID", "PAYING"]);

export function waits(order: SaleOrder): boolean {
  return WAITING.has(order.paymentStatus);
}

export function useStores() {
  return useQuery({
    queryKey: [...SALE, "stores"],
    queryFn: async ({ signal }): Promise<readonly SaleStore[]> =>
      (await execute(SaleStoresDocument, {}, { signal })).stores?.nodes ?? [],
  });
}

export interface Range {
  readonly packages: readonly SalePackage[];
  readonly services: readonly SaleService[];
}

export function useProducts(merchant: string | null) {
  return useQuery({
    queryKey: [...SALE, "products", merchant],
    queryFn: async ({ signal }): Promise<Range> => {
      const found = await execute(SaleProductsDocument, { merchant }, { signal });
      return { packages: found.packages?.nodes ?? [], services: found.services?.nodes ?? [] };
    },
  });
}

export function useSellers(merchant: string | null) {
  return useQuery({
    queryKey: [...SALE, "sellers", merchant],
    queryFn: async ({ signal }): Promise<readonly Seller[]> =>
      (await execute(SaleSellersDocument, { merchant }, { signal })).deskSellers ?? [],
  });
}

export function useAgreement(merchant: string | null) {
  return useQuery({
    queryKey: [...SALE, "agreement", merchant],
    enabled: merchant !== null,
    queryFn: async ({ signal }): Promise<Agreement | null> =>
      (await execute(SaleAgreementDocument, { merchant: merchant ?? "" }, { signal })).currentAgreement ?? null,
  });
}

/** What the sale would do now; asked anew whenever something of it changes. */
export function useForeseen(asked: ForeseeSaleQueryVariables | null) {
  return useQuery({
    queryKey: [...SALE, "foreseen", asked],
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<Foreseen | null> =>
      asked ? ((await execute(ForeseeSaleDocument, asked, { signal })).counterSale ?? null) : null,
  });
}

/** An order while its payer is waited for: its state comes by itself. */
export function useOrder(id: string) {
  return useQuery<SaleOrder | null>({
    queryKey: [...SALE, "order", id],
    refetchInterval: ({ state }) => (state.data === undefined || (state.data && waits(state.data)) ? WATCH_MS : false),
    queryFn: async ({ signal }) => (await execute(SaleOrderDocument, { id }, { signal })).order ?? null,
  });
}

export function useSoldCard(number: string | null | undefined) {
  return useQuery({
    queryKey: [...SALE, "card", number],
    enabled: Boolean(number),
    queryFn: async ({ signal }): Promise<SoldCard | null> =>
      (await execute(SoldCardDocument, { number: number ?? "" }, { signal })).cards?.nodes[0] ?? null,
  });
}
