import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { EmptyState } from "@/ui/EmptyState";
import { useOrder, waits } from "./data";
import { forget } from "./open";
import { Paying } from "./Paying";
import { Sold, Unsold } from "./Outcome";

/** An order from the code that is scanned to what came of it. */
export function Checkout({ id, onEnd }: { readonly id: string; readonly onEnd: () => void }) {
  const { t } = useTranslation("sale");
  const { data: order, error, refetch } = useOrder(id);
  const settled = order ? !waits(order) : false;
  useEffect(() => {
    if (settled) forget();
  }, [settled]);
  if (error && !order) return <Failure error={error} onRetry={() => void refetch()} />;
  if (order === undefined) return <PageSkeleton />;
  if (order === null) {
    return <EmptyState title={t("gone")} action={<Button onClick={onEnd}>{t("next")}</Button>} />;
  }
  if (waits(order)) return <Paying order={order} onChanged={() => void refetch()} onEnd={onEnd} />;
  return order.paymentStatus === "CLOSED" ? (
    <Unsold order={order} onEnd={onEnd} />
  ) : (
    <Sold order={order} onEnd={onEnd} />
  );
}
