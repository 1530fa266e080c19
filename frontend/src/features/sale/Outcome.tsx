import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { usePagePath } from "@/config/AppConfigContext";
import { formatFen } from "@/lib/fen";
import { dayOf } from "@/lib/time";
import { PageLink, useGoTo } from "@/ui/PageLink";
import { useSoldCard, type SaleOrder, type SoldCard } from "./data";
import styles from "./Sale.module.css";

interface Props {
  readonly order: SaleOrder;
  readonly onEnd: () => void;
}

/** It is paid: the card with what is on it now, the receipt, the next customer. */
export function Sold({ order, onEnd }: Props) {
  const { t } = useTranslation("sale");
  const goTo = useGoTo();
  const pathOf = usePagePath();
  const { data: card } = useSoldCard(order.cardNumber);
  const path = (key: string, id: string) => pathOf(key)?.replace(":id", encodeURIComponent(id));
  const receipt = path("orderReceipt", order.id);
  const detail = path("order", order.id);
  const cardPath = card ? path("card", card.id) : undefined;
  return (
    <section className={styles["outcome"]} data-kind="sold">
      <CheckCircleFilled aria-hidden className={styles["mark"] ?? ""} />
      <div role="status">
        <h2>{t("sold.title", { amount: formatFen(order.totalFen) })}</h2>
      </div>
      <p>{order.lines.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(t("comma"))}</p>
      {card ? (
        <div className={styles["card"]}>
          <strong>
            {card.cardType?.name} {cardPath ? <PageLink href={cardPath}>{card.number}</PageLink> : card.number}
          </strong>
          <Lots card={card} />
        </div>
      ) : null}
      <p className={styles["soft"]}>
        {t("sold.by", { buyer: order.buyer, store: order.storeName })}
        {order.salespersonName ? ` · ${t("sold.seller", { name: order.salespersonName })}` : ""}
      </p>
      <p>{detail ? <PageLink href={detail}>{t("sold.order", { number: order.number })}</PageLink> : order.number}</p>
      <div className={styles["acts"]}>
        <Button type="primary" size="large" autoFocus onClick={onEnd}>
          {t("next")}
        </Button>
        {receipt ? (
          <Button size="large" onClick={() => goTo(receipt)}>
            {t("sold.receipt")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Lots({ card }: { readonly card: SoldCard }) {
  const { t } = useTranslation("sale");
  return (
    <ul className={styles["lots"]}>
      {card.lots.map((lot) => (
        <li key={lot.id}>
          {t(`lot.${lot.unit}`, { count: lot.available, amount: formatFen(lot.available) })}
          {lot.funding === "BONUS" ? ` · ${t("lot.bonus")}` : ""}
          {lot.expiresAt ? ` · ${t("lot.until", { day: dayOf(lot.expiresAt) })}` : ""}
        </li>
      ))}
    </ul>
  );
}

/** Nothing was sold: why, and what becomes of money that was paid. */
export function Unsold({ order, onEnd }: Props) {
  const { t } = useTranslation("sale");
  const reason = order.closeReason ?? "CANCELLED";
  return (
    <section className={styles["outcome"]} data-kind="unsold">
      <CloseCircleFilled aria-hidden className={styles["mark"] ?? ""} />
      <div role="status">
        <h2>{t("unsold.title")}</h2>
      </div>
      <p>{t(`unsold.${reason}`)}</p>
      <p className={styles["soft"]}>{order.number}</p>
      <div className={styles["acts"]}>
        <Button type="primary" size="large" autoFocus onClick={onEnd}>
          {t("next")}
        </Button>
      </div>
    </section>
  );
}
