import type { OrderReceiptPageQuery } from "@/gql/gen/graphql";

export type PaidOrder = NonNullable<OrderReceiptPageQuery["order"]>;

export interface Item {
  readonly key: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly textZh: string;
  readonly textEn: string;
}
const PARTS = ["key", "titleZh", "titleEn", "textZh", "textEn"] as const;

/** The items of a receipt as they were stored; anything that is none is left out. */
export function itemsOf(order: Pick<PaidOrder, "receipt">): readonly Item[] {
  const items: unknown = order.receipt?.items;
  return Array.isArray(items) ? items.filter(isItem) : [];
}

function isItem(item: unknown): item is Item {
  if (typeof item !== "object" || item === null) return false;
  const parts = item as Readonly<Record<string, unknown>>;
  return PARTS.every((part) => typeof parts[part] === "string");
}
