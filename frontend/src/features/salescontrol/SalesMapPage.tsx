import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { ExplainDrawer, type Asked } from "./ExplainDrawer";
import { MapTable } from "./MapTable";
import { useMerchants, useSalesMap } from "./useSales";
import styles from "./SalesMap.module.css";

/** What may be sold where, today or on a later day. */
export function SalesMapPage({ page }: { page: CustomPage }) {
  const { t } = useTranslation();
  const kinds = useDictionary("ProductKind");
  const merchants = useMerchants();
  const [chosen, setChosen] = useState<string>();
  const [kind, setKind] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const [day, setDay] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const at = day ? `${day}T12:00:00+08:00` : null;
  const merchant = chosen ?? merchants.data?.[0]?.id;
  const { data, error, refetch } = useSalesMap(merchant, at);
  const products = useMemo(
    () =>
      (data?.products ?? []).filter(
        (product) =>
          (kind === null || product.kind === kind) &&
          `${product.name} ${product.number}`.toLowerCase().includes(search.trim().toLowerCase()),
      ),
    [data, kind, search],
  );
  const failed = merchants.error ?? error;
  if (failed && !data) {
    return <Failure error={failed} onRetry={() => void (merchants.error ? merchants.refetch() : refetch())} />;
  }
  return (
    <>
      <ConfiguredHeader page={page} subtitle={t("salesMap.hint")} />
      <div className={styles["tools"]}>
        {(merchants.data?.length ?? 0) > 1 ? (
          <Select
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("salesMap.merchant")}
            className={styles["tool"] ?? ""}
            value={merchant ?? null}
            options={(merchants.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        ) : null}
        <Select
          allowClear
          aria-label={t("salesMap.kind")}
          placeholder={t("salesMap.kind")}
          className={styles["tool"] ?? ""}
          value={kind}
          options={kinds.map(({ value, label }) => ({ value, label }))}
          onChange={(value: string | undefined) => setKind(value ?? null)}
        />
        <Input
          allowClear
          aria-label={t("salesMap.search")}
          placeholder={t("salesMap.search")}
          className={styles["tool"] ?? ""}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <DatePicker
          aria-label={t("salesMap.day")}
          placeholder={t("salesMap.today")}
          className={styles["tool"] ?? ""}
          value={day ? dayjs(day) : null}
          onChange={(value) => setDay(value ? value.format("YYYY-MM-DD") : null)}
        />
      </div>
      {data ? (
        <Panel flush>
          {data.stores.length === 0 || products.length === 0 ? (
            <EmptyState title={t("salesMap.empty")} />
          ) : (
            <MapTable
              key={merchant}
              map={data}
              products={products}
              onAsk={(store, product) => setAsked({ store, product })}
            />
          )}
        </Panel>
      ) : (
        <PageSkeleton />
      )}
      <ExplainDrawer asked={asked} at={at} onClose={() => setAsked(null)} />
    </>
  );
}
