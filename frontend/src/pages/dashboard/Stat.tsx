import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Widget } from "@/config/types";
import { percentOf } from "@/lib/fen";
import { getPath } from "@/lib/paths";
import { plainText } from "@/runtime/cells/plainText";
import styles from "./Dashboard.module.css";

export function Stat({ spec, data }: { spec: NonNullable<Widget["stat"]>; data: unknown }) {
  const { t } = useTranslation();
  const value = getPath(data, spec.valuePath);
  const change = spec.changeBpsPath ? getPath(data, spec.changeBpsPath) : null;
  const text =
    value === null || value === undefined
      ? t("common.none")
      : plainText({ kind: spec.kind, labelPath: null }, value, [], t("common.yes"), t("common.no"));
  const up = typeof change === "number" && change >= 0;
  const good = spec.goodWhen === "NEITHER" ? null : (spec.goodWhen === "UP") === up;
  return (
    <div className={styles["stat"]}>
      <span className={styles["figure"]}>
        {text}
        {spec.unit ? <small>{spec.unit}</small> : null}
      </span>
      {typeof change === "number" ? (
        <span className={styles["change"]} data-good={good}>
          {up ? (
            <ArrowUpOutlined aria-label={t("dashboard.up")} />
          ) : (
            <ArrowDownOutlined aria-label={t("dashboard.down")} />
          )}{" "}
          {percentOf(Math.abs(change))}%<span className={styles["against"]}>{t("dashboard.against")}</span>
        </span>
      ) : null}
    </div>
  );
}
