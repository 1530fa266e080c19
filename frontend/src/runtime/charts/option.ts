import type { Option, Row, Widget } from "@/config/types";
import { getPath } from "@/lib/paths";
import { plainText } from "../cells/plainText";

type Spec = NonNullable<Widget["chart"]>;
type Series = Spec["series"][number];
export type ChartKind = "LINE" | "BAR" | "PIE";

export interface Palette {
  readonly colors: readonly string[];
  readonly text: string;
  readonly line: string;
  readonly surface: string;
}

/** The same value in numbers for the axis and in words for the eye. */
export function valueText(series: Pick<Series, "kind">, value: unknown): string {
  return plainText({ kind: series.kind, labelPath: null }, value ?? 0, [], "", "");
}

/** Axis labels are short, in the units that the language counts in. */
function axisText(kind: Series["kind"], value: number, locale: string): string {
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  if (kind === "FEN") return `${value < 0 ? "-" : ""}¥${short.format(Math.abs(value) / 100)}`;
  return kind === "PERCENT" ? `${short.format(value / 100)}%` : short.format(value);
}

export function categoriesOf(spec: Spec, rows: readonly Row[], options: readonly Option[]): string[] {
  return rows.map((row) =>
    plainText({ kind: spec.categoryKind, labelPath: null }, getPath(row, spec.categoryPath) ?? "", options, "", ""),
  );
}

function numberAt(row: Row, series: Series): number {
  return Number(getPath(row, series.valuePath) ?? 0);
}

export function chartOption(
  kind: ChartKind,
  spec: Spec,
  rows: readonly Row[],
  options: readonly Option[],
  palette: Palette,
  locale: string,
) {
  const categories = categoriesOf(spec, rows, options);
  const [first] = spec.series;
  const shared = {
    color: [...palette.colors],
    textStyle: { color: palette.text, fontFamily: "inherit" },
    animationDuration: 300,
  };
  if (kind === "PIE") {
    return {
      ...shared,
      tooltip: {
        trigger: "item",
        valueFormatter: (value: unknown) => (first ? valueText(first, value) : String(value)),
      },
      legend: { bottom: 0, textStyle: { color: palette.text } },
      series: [
        {
          type: "pie",
          radius: ["48%", "72%"],
          center: ["50%", "44%"],
          itemStyle: { borderColor: palette.surface, borderWidth: 2 },
          label: { color: palette.text, formatter: "{b} {d}%" },
          data: first ? rows.map((row, index) => ({ name: categories[index], value: numberAt(row, first) })) : [],
        },
      ],
    };
  }
  return {
    ...shared,
    grid: { left: 8, right: 16, top: spec.series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis" },
    legend: spec.series.length > 1 ? { top: 0, textStyle: { color: palette.text } } : { show: false },
    xAxis: {
      type: "category",
      data: categories,
      boundaryGap: kind === "BAR",
      axisLabel: { color: palette.text, hideOverlap: true },
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: {
        color: palette.text,
        formatter: (value: number) => axisText(first?.kind ?? "INTEGER", value, locale),
      },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: spec.series.map((series) => ({
      type: kind === "LINE" ? "line" : "bar",
      name: series.label,
      data: rows.map((row) => numberAt(row, series)),
      tooltip: { valueFormatter: (value: unknown) => valueText(series, value) },
      ...(kind === "LINE"
        ? { smooth: true, showSymbol: rows.length < 2, areaStyle: { opacity: 0.08 } }
        : { barMaxWidth: 28 }),
    })),
  };
}
