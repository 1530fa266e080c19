import type { CartItemInput } from "@/gql/gen/graphql";

/** One package, or services with their pieces; never both. */
export type Cart =
  | { readonly kind: "package"; readonly id: string }
  | { readonly kind: "services"; readonly pieces: Readonly<Record<string, number>> };
export const EMPTY: Cart = { kind: "services", pieces: {} };
const MOST = 99;

export function itemsOf(cart: Cart): CartItemInput[] {
  if (cart.kind === "package") return [{ productId: cart.id, quantity: 1 }];
  return Object.entries(cart.pieces)
    .filter(([, quantity]) => quantity > 0)
    .map(([productId, quantity]) => ({ productId, quantity }));
}

/** The cart with so many pieces of a service; a package in it gives way. */
export function withPieces(cart: Cart, service: string, quantity: number): Cart {
  const pieces = cart.kind === "services" ? cart.pieces : {};
  return { kind: "services", pieces: { ...pieces, [service]: Math.min(Math.max(quantity, 0), MOST) } };
}

export function piecesOf(cart: Cart, service: string): number {
  return cart.kind === "services" ? (cart.pieces[service] ?? 0) : 0;
}
