import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import type { CustomPageProps } from "@/pages/customPages";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Checkout } from "./Checkout";
import { useStores } from "./data";
import { forget, remember, remembered } from "./open";
import { Selling } from "./Selling";
import styles from "./Sale.module.css";

const STORE = "prepaid.sale.store";

/** Where staff sell to whom stands before them: who, what, by whom; then the code to scan; then the card. */
export function SalePage({ page }: CustomPageProps) {
  const { t } = useTranslation("sale");
  const { data, error, refetch } = useStores();
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORE));
  const [order, setOrder] = useState(remembered);
  const [sales, setSales] = useState(0);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const store = data.find(({ id }) => id === chosen) ?? data[0];
  if (!store) {
    return (
      <>
        <ConfiguredHeader page={page} />
        <EmptyState title={t("noStore")} />
      </>
    );
  }
  const onOrder = (id: string | null) => {
    if (id) remember(id);
    else {
      forget();
      setSales((done) => done + 1);
    }
    setOrder(id);
  };
  const onStore = (id: string) => {
    localStorage.setItem(STORE, id);
    setChosen(id);
  };
  const place =
    data.length > 1 && !order ? (
      <Select
        aria-label={t("store")}
        className={styles["store"] ?? ""}
        value={store.id}
        options={data.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onStore}
      />
    ) : (
      <strong>{store.name}</strong>
    );
  return (
    <>
      <ConfiguredHeader page={page} actions={place} />
      {order ? (
        <Checkout id={order} onEnd={() => onOrder(null)} />
      ) : (
        <Selling key={`${store.id} ${sales}`} store={store} onPlaced={onOrder} />
      )}
    </>
  );
}
