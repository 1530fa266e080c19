import { useTranslation } from "react-i18next";
import { formatFen } from "@/lib/fen";
import { formatInstant } from "@/lib/time";
import { itemsOf, type PaidOrder } from "./reading";
import "./receipt.css";

/** The receipt as its buyer reads it: what was sold, then the twelve items as they stood at the sale. */
export function Sheet({ order }: { readonly order: PaidOrder }) {
  const { t, i18n } = useTranslation("sale");
  const english = i18n.language === "en";
  return (
    <article className="receipt-sheet" lang={i18n.language}>
      <header>
        <h2>{order.merchantName}</h2>
        <p>{t("receipt.title")}</p>
      </header>
      <dl className="receipt-facts">
        <dt>{t("receipt.number")}</dt>
        <dd>{order.number}</dd>
        <dt>{t("receipt.paidAt")}</dt>
        <dd>{order.paidAt ? formatInstant(order.paidAt, { seconds: true }) : "—"}</dd>
        <dt>{t("receipt.store")}</dt>
        <dd>{order.storeName}</dd>
        <dt>{t("receipt.buyer")}</dt>
        <dd>{order.buyer}</dd>
        {order.cardNumber ? (
          <>
            <dt>{t("receipt.card")}</dt>
            <dd>{order.cardNumber}</dd>
          </>
        ) : null}
        {order.lines.map((line) => (
          <div key={line.id} className="receipt-line">
            <dt>
              {line.name}
              {line.quantity > 1 ? ` × ${line.quantity}` : ""}
            </dt>
            <dd>{formatFen(line.netFen)}</dd>
          </div>
        ))}
        <div className="receipt-line receipt-total">
          <dt>{t("receipt.total")}</dt>
          <dd>{formatFen(order.totalFen)}</dd>
        </div>
      </dl>
      <ol className="receipt-items">
        {itemsOf(order).map((item) => (
          <li key={item.key}>
            <h3>{english ? item.titleEn : item.titleZh}</h3>
            <p>{english ? item.textEn : item.textZh}</p>
          </li>
        ))}
      </ol>
      <footer>{t("receipt.foot", { at: formatInstant(order.receipt?.issuedAt ?? "") })}</footer>
    </article>
  );
}
