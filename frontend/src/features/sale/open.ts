/** The order that waits for its payer: it survives a reload of the page. */
const OPEN = "prepaid.sale.order";

export function remembered(): string | null {
  return sessionStorage.getItem(OPEN);
}

export function remember(order: string): void {
  sessionStorage.setItem(OPEN, order);
}

export function forget(): void {
  sessionStorage.removeItem(OPEN);
}
