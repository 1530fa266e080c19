import { useMutation } from "@tanstack/react-query";
import { Alert, Button, QRCode, Spin } from "antd";
import { useTranslation } from "react-i18next";
import { CancelSaleDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { formatFen } from "@/lib/fen";
import { formatInstant } from "@/lib/time";
import { useErrorText } from "@/ui/errorText";
import type { SaleOrder } from "./data";
import { offer } from "./usePlacing";
import styles from "./Sale.module.css";

interface Props {
  readonly order: SaleOrder;
  readonly onChanged: () => void;
  readonly onEnd: () => void;
}

/** The code that the buyer scans, as large as the amount; the page goes on by itself when he has paid. */
export function Paying({ order, onChanged, onEnd }: Props) {
  const { t } = useTranslation("sale");
  const errorText = useErrorText();
  const again = useMutation({ mutationFn: () => offer(order.id), onSuccess: onChanged });
  const cancel = useMutation({
    mutationFn: async () => accepted((await execute(CancelSaleDocument, { input: { orderId: order.id } })).closeOrder),
    onSuccess: onEnd,
  });
  const open = order.payments.find(({ state }) => state === "REQUESTED" || state === "READY");
  const failed = !open && order.paymentStatus === "UNPAID" && order.payments.length > 0;
  const wrong = again.error ?? cancel.error;
  return (
    <section className={styles["paying"]} aria-label={t("paying.title")}>
      <p className={styles["due"]}>{formatFen(order.totalFen)}</p>
      <p>{order.lines.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(t("comma"))}</p>
      {open?.codeUrl ? (
        <div className={styles["code"]} aria-hidden="true">
          <QRCode type="svg" value={open.codeUrl} size={264} color="#000" bgColor="#fff" bordered={false} />
        </div>
      ) : null}
      {open && !open.codeUrl ? (
        <div className={styles["code"]}>
          <Spin />
        </div>
      ) : null}
      <p role="status">
        {open
          ? t(open.codeUrl ? "paying.scan" : "paying.preparing")
          : t(failed ? "paying.failed" : "paying.notOffered")}
      </p>
      {wrong ? <Alert type="error" showIcon role="alert" title={errorText(wrong)} /> : null}
      <p className={styles["soft"]}>
        {t("paying.order", { number: order.number, buyer: order.buyer })}
        {open ? ` · ${t("paying.until", { at: formatInstant(open.expiresAt) })}` : ""}
      </p>
      <div className={styles["acts"]}>
        {open ? null : (
          <Button type="primary" size="large" loading={again.isPending} onClick={() => again.mutate()}>
            {t("paying.again")}
          </Button>
        )}
        {open?.codeUrl && /^https?:/.test(open.codeUrl) ? (
          <Button href={open.codeUrl} target="_blank" rel="noreferrer">
            {t("paying.cashier")}
          </Button>
        ) : null}
        <Button onClick={onEnd}>{t("paying.later")}</Button>
        <Button danger loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t("paying.cancel")}
        </Button>
      </div>
    </section>
  );
}
