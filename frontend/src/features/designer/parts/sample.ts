/** Rows as they could be, for a preview: by kind and label, so that every column has something to show. */
import type { Action, Column, Option, Page, Widget } from "@/config/types";
import type { Connection } from "@/config/operations";
import { withPath } from "@/lib/paths";

const ROWS = 6;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 2, 2, 1, 30);

type Options = ReadonlyMap<string, readonly Option[]>;

function instant(number: number): string {
  return new Date(START + number * (DAY_MS + 3 * HOUR_MS)).toISOString();
}

function valueOf(column: Column, number: number, options: Options): unknown {
  const known = (column.dictionary ? options.get(column.dictionary) : undefined) ?? [];
  const option = known[number % Math.max(1, known.length)]?.value;
  switch (column.kind) {
    case "TEXT":
    case "LONG_TEXT":
      return `${column.label} ${number + 1}`;
    case "ENUM":
      return option ?? "A";
    case "TAGS":
      return option ? [option] : [`${column.label} ${number + 1}`];
    case "INTEGER":
      return (number + 1) * 3;
    case "DECIMAL":
      return `${number + 1}.5`;
    case "FEN":
      return (number + 1) * 128_800;
    case "PERCENT":
      return (number + 1) * 150;
    case "BOOLEAN":
      return number % 2 === 0;
    case "DATE":
      return instant(number).slice(0, 10);
    case "DATETIME":
      return instant(number);
    case "DATE_RANGE":
      return { from: instant(number).slice(0, 10), to: instant(number + 30).slice(0, 10) };
    case "PHONE":
      return `138****000${number}`;
    case "URL":
      return "https://www.example.com/";
    case "REGION":
      return "310101";
    case "REFERENCE":
      return withPath({ id: `sample-${number}` }, column.labelPath ?? "name", `${column.label} ${number + 1}`);
    case "JSON":
      return { value: number + 1 };
    case "FILE":
    case "IMAGE":
    case "DOCUMENT":
      return null;
  }
}

function row(columns: readonly Column[], actions: readonly Action[], number: number, options: Options): object {
  return columns.reduce<{ [key: string]: unknown }>(
    (made, column) => withPath(made, column.path, valueOf(column, number, options)),
    {
      id: `sample-${number}`,
      availableActions: actions.map(({ key }) => ({ key, enabled: true, reason: null })),
    },
  );
}

function rows(columns: readonly Column[], actions: readonly Action[], options: Options): Connection {
  const nodes = Array.from({ length: ROWS }, (_, number) => row(columns, actions, number, options));
  return { nodes: nodes as Connection["nodes"], totalCount: ROWS, capped: false };
}

function ofWidget(widget: Widget, options: Options): unknown {
  if (widget.stat) {
    const made = withPath<unknown>({}, widget.stat.valuePath, widget.stat.kind === "FEN" ? 1_288_800 : 128);
    return widget.stat.changeBpsPath ? withPath(made, widget.stat.changeBpsPath, 320) : made;
  }
  if (widget.chart) {
    const { categoryPath, categoryKind, series } = widget.chart;
    return Array.from({ length: ROWS }, (_, number) =>
      series.reduce<{ [key: string]: unknown }>(
        (made, one, index) => withPath(made, one.valuePath, (number + 2) * (index + 3) * 1_000),
        withPath<unknown>({}, categoryPath, categoryKind === "DATE" ? instant(number).slice(0, 10) : `${number + 1}`),
      ),
    );
  }
  if (widget.kind === "TODO") return [];
  return rows(widget.columns, [], options).nodes;
}

/** What an operation of a previewed page answers, in the shape that its renderer asked for. */
export function sampleAnswer(page: Page, operationId: string, options: Options): unknown {
  switch (page.__typename) {
    case "ListPage":
      if (page.source.id === operationId) return rows(page.columns, page.actions, options);
      return page.presets.some((preset) => preset.count?.id === operationId) ? null : { nodes: [], totalCount: 0 };
    case "DetailPage": {
      const items = page.sections.flatMap((section) => section.items);
      const made = row(items, page.actions, 0, options) as { [key: string]: unknown };
      if (page.timeline?.id === operationId) return [];
      if (page.source.id !== operationId) return { nodes: [], totalCount: 0, capped: false };
      return withPath(made, page.header.titlePath, made[page.header.titlePath] ?? page.title);
    }
    case "DashboardPage": {
      const widget = page.widgets.find((each) => each.source.id === operationId);
      return widget ? ofWidget(widget, options) : { nodes: [], totalCount: 0 };
    }
    case "FormPage":
    case "CustomPage":
      return {};
  }
}
