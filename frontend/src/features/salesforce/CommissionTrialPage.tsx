import { Form, InputNumber, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import type { CommissionItemInput } from "@/gql/gen/graphql";
import { fenOf, yuanOf } from "@/lib/fen";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import { useDebounced } from "@/ui/useDebounced";
import { Picker } from "./Picker";
import { TrialResult } from "./TrialResult";
import { useQuote } from "./useTrial";
import styles from "./Trial.module.css";

type Occasion = CommissionItemInput["occasion"];
const AMOUNTS = ["listFen", "paidFen", "fromCardFen", "fromBonusFen", "subsidyFen"] as const;
const NOTHING: Record<(typeof AMOUNTS)[number], string> = {
  listFen: "",
  paidFen: "",
  fromCardFen: "",
  fromBonusFen: "",
  subsidyFen: "",
};

/** What would this sale earn? Nothing is written. */
export function CommissionTrialPage({ page }: { page: CustomPage }) {
  const { t } = useTranslation();
  const occasions = useDictionary("CommissionOccasion");
  const [who, setWho] = useState<string | null>(null);
  const [occasion, setOccasion] = useState<Occasion>("OPENING");
  const [product, setProduct] = useState<string | null>(null);
  const [yuan, setYuan] = useState(NOTHING);
  const [count, setCount] = useState(1);
  const [minutes, setMinutes] = useState<number | null>(null);
  const services = occasion === "SERVICE" || occasion === "PERFORMANCE";
  const amount = (name: (typeof AMOUNTS)[number]) => fenOf(yuan[name] || "0") ?? 0;
  const item: CommissionItemInput | null = product
    ? {
        occasion,
        product,
        listFen: amount("listFen"),
        paidFen: amount("paidFen"),
        fromCardFen: amount("fromCardFen"),
        fromBonusFen: amount("fromBonusFen"),
        subsidyFen: amount("subsidyFen"),
        count,
        minutes: services ? minutes : null,
      }
    : null;
  const { data, error, refetch } = useQuote(who, useDebounced(item, 250));
  const choose = (next: Occasion) => {
    const other = next === "SERVICE" || next === "PERFORMANCE";
    if (other !== services) {
      setProduct(null);
      setYuan(NOTHING);
    }
    setOccasion(next);
  };
  return (
    <>
      <ConfiguredHeader page={page} subtitle={t("trial.hint")} />
      <div className={styles["columns"]}>
        <Panel title={t("trial.sale")}>
          <Form layout="vertical">
            <Form.Item label={t("trial.occasion")}>
              <Segmented
                block
                aria-label={t("trial.occasion")}
                value={occasion}
                options={occasions.map(({ value, label }) => ({ value: value as Occasion, label }))}
                onChange={choose}
              />
            </Form.Item>
            <Form.Item label={t("trial.person")} htmlFor="trial-person">
              <Picker id="trial-person" kind="people" value={who} onPick={(choice) => setWho(choice.value)} />
            </Form.Item>
            <Form.Item label={t("trial.product")} htmlFor="trial-product">
              <Picker
                key={services ? "services" : "packages"}
                id="trial-product"
                kind={services ? "services" : "packages"}
                value={product}
                onPick={(choice) => {
                  setProduct(choice.value);
                  setYuan({ ...NOTHING, listFen: yuanOf(choice.listFen ?? 0), paidFen: yuanOf(choice.paidFen ?? 0) });
                }}
              />
            </Form.Item>
            <div className={styles["grid"]}>
              {AMOUNTS.map((name) => (
                <Form.Item key={name} label={t(`trial.${name}`)} htmlFor={`trial-${name}`}>
                  <InputNumber<string>
                    id={`trial-${name}`}
                    stringMode
                    controls={false}
                    min="0"
                    precision={2}
                    prefix="¥"
                    className={styles["wide"] ?? ""}
                    value={yuan[name]}
                    onChange={(typed) => setYuan({ ...yuan, [name]: typed ?? "" })}
                  />
                </Form.Item>
              ))}
              <Form.Item label={t("trial.count")} htmlFor="trial-count">
                <InputNumber
                  id="trial-count"
                  min={1}
                  precision={0}
                  controls={false}
                  className={styles["wide"] ?? ""}
                  value={count}
                  onChange={(typed) => setCount(typed ?? 1)}
                />
              </Form.Item>
              {services ? (
                <Form.Item label={t("trial.minutes")} htmlFor="trial-minutes">
                  <InputNumber
                    id="trial-minutes"
                    min={0}
                    precision={0}
                    controls={false}
                    className={styles["wide"] ?? ""}
                    value={minutes}
                    onChange={setMinutes}
                  />
                </Form.Item>
              ) : null}
            </div>
          </Form>
        </Panel>
        <Panel title={t("trial.earns")}>
          {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
          {data && !error ? <TrialResult quote={data} /> : null}
          {!data && !error ? <p className={styles["soft"]}>{t("trial.choose")}</p> : null}
        </Panel>
      </div>
    </>
  );
}
