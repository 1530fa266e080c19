import { createPortal, flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { formatInstant } from "@/lib/time";
import type { Redeemed } from "./machine";
import { useAmounts } from "./words";
import "./slip.css";

/** Puts the slip on the page and prints nothing else of it. */
export function printSlip(show: () => void): void {
  flushSync(show);
  document.body.dataset["print"] = "slip";
  window.addEventListener("afterprint", () => delete document.body.dataset["print"], { once: true });
  window.print();
}

/** What the customer takes along, for paper of 58 mm; on the screen it is not seen. */
export function Slip({ redemption }: { redemption: Redeemed | null }) {
  const { t } = useTranslation("counter");
  const amounts = useAmounts();
  if (!redemption) return null;
  return createPortal(
    <div className="counter-slip" aria-hidden="true">
      <h1>{redemption.merchantName}</h1>
      <p>{redemption.storeName}</p>
      <h2>{t(redemption.status === "UNDONE" ? "slip.undone" : "slip.title")}</h2>
      <hr />
      {redemption.items.map((item) => (
        <div key={item.id}>
          <div className="counter-slip-line">
            <span>{item.name}</span>
            <span>{amounts.taken(item.unit, item.quantity)}</span>
          </div>
          <div className="counter-slip-line">
            <span>{item.cardNumber ?? item.orderNumber}</span>
            <span>{t("left", { amount: amounts.left(item.unit, item.unitsLeft) })}</span>
          </div>
        </div>
      ))}
      <hr />
      <p>{t("slip.customer", { holder: redemption.holder })}</p>
      <p>{t("slip.number", { number: redemption.number })}</p>
      <p>{t("slip.at", { at: formatInstant(redemption.redeemedAt, { seconds: true }) })}</p>
      <p>{t("slip.by", { name: redemption.cashierName ?? "" })}</p>
      <p>{t("slip.foot")}</p>
    </div>,
    document.body,
  );
}
