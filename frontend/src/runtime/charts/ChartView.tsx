import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendPlainComponent, TooltipComponent } from "echarts/components";
import { init, use as register, type ECharts, type EChartsCoreOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { theme } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { connectionOf } from "@/config/operations";
import type { Widget } from "@/config/types";
import { getPath } from "@/lib/paths";
import { usePreferences } from "@/theme/usePreferences";
import { EmptyState } from "@/ui/EmptyState";
import { categoriesOf, chartOption, valueText, type ChartKind } from "./option";
import styles from "./Chart.module.css";

register([BarChart, LineChart, PieChart, GridComponent, LegendPlainComponent, TooltipComponent, CanvasRenderer]);

interface Props {
  readonly kind: ChartKind;
  readonly spec: NonNullable<Widget["chart"]>;
  readonly data: unknown;
  readonly title: string;
}

/** Made with the first figures and gone with the last. */
function Canvas({ option }: { option: EChartsCoreOption }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const made = init(element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, true), [option]);
  return <div ref={box} className={styles["chart"]} aria-hidden="true" />;
}

/** A chart for the eye, and the same figures as a table for a screen reader. */
export function ChartView({ kind, spec, data, title }: Props) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const { locale } = usePreferences();
  const options = useDictionary(spec.categoryDictionary);
  const rows = useMemo(() => connectionOf(data).nodes, [data]);
  const option = useMemo(
    () =>
      chartOption(
        kind,
        spec,
        rows,
        options,
        {
          colors: [token.blue6, token.green6, token.orange6, token.purple6, token.cyan6, token.magenta6],
          text: token.colorTextDescription,
          line: token.colorBorderSecondary,
          surface: token.colorBgContainer,
        },
        locale,
      ),
    [kind, spec, rows, options, token, locale],
  );
  if (rows.length === 0) return <EmptyState title={t("dashboard.noData")} />;
  const categories = categoriesOf(spec, rows, options);
  return (
    <figure className={styles["figure"]}>
      <Canvas option={option} />
      <table className={styles["table"]}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td>{t("dashboard.category")}</td>
            {spec.series.map((series) => (
              <th key={series.key} scope="col">
                {series.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows of a figure have no id; their order is their identity.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <th scope="row">{categories[index]}</th>
              {spec.series.map((series) => (
                <td key={series.key}>{valueText(series, getPath(row, series.valuePath))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
