import { DownOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Button, Descriptions, Steps } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { pageConfigQuery } from "@/config/queries";
import type { Column, DetailPage, Row } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import { readListState, type ListState } from "@/lib/listState";
import { getPath } from "@/lib/paths";
import { Cell } from "@/runtime/cells/Cell";
import { usePreferences } from "@/theme/usePreferences";
import { Failure } from "@/ui/Failure";
import { Panel } from "@/ui/Panel";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { customSections } from "../customPages";

const ListView = lazy(async () => ({ default: (await import("../list/ListView")).ListView }));

type SectionConfig = DetailPage["sections"][number];
interface Props {
  readonly section: SectionConfig;
  readonly record: Row;
  readonly params: Readonly<Record<string, string>>;
}

export function Section({ section, record, params }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(!section.lazy);
  const flush = section.kind === "RELATED_LIST";
  return (
    <Panel title={section.title} flush={flush}>
      {open ? (
        <Body section={section} record={record} params={params} />
      ) : (
        <Button
          type="link"
          icon={<DownOutlined aria-hidden />}
          onClick={() => setOpen(true)}
          style={{ margin: flush ? 12 : 0 }}
        >
          {t("detail.open")}
        </Button>
      )}
    </Panel>
  );
}

function Body({ section, record, params }: Props) {
  const { kind } = section;
  switch (kind) {
    case "DESCRIPTIONS":
    case "FILES":
      return <Facts columns={section.items} record={record} />;
    case "STEPS":
      return section.items[0] ? <States column={section.items[0]} record={record} /> : null;
    case "RELATED_LIST":
      return section.list ? <Related listKey={section.list} params={params} /> : null;
    case "CUSTOM": {
      const Found = section.component ? customSections[section.component] : undefined;
      return Found ? (
        <Suspense fallback={<PageSkeleton rows={3} />}>
          <Found record={record} params={params} />
        </Suspense>
      ) : null;
    }
    default:
      return assertNever(kind);
  }
}

function Facts({ columns, record }: { columns: readonly Column[]; record: Row }) {
  const { pathname } = useLocation();
  return (
    <Descriptions
      column={{ xs: 1, sm: 1, md: 2, lg: 2, xl: 3, xxl: 3 }}
      items={columns.map((column) => ({
        key: column.key,
        label: column.label,
        children: <Cell column={column} row={record} wrap here={pathname} />,
        ...(column.kind === "LONG_TEXT" || column.kind === "JSON" || column.kind === "FILE" || column.kind === "IMAGE"
          ? { span: "filled" as const }
          : {}),
      }))}
    />
  );
}

/** The states a record goes through, in the dictionary's order. A way out of it shows only when it was taken. */
function States({ column, record }: { column: Column; record: Row }) {
  const value = getPath(record, column.path);
  const options = useDictionary(column.dictionary).filter(
    (option) => option.tone !== "DANGER" || option.value === value,
  );
  const current = options.findIndex((option) => option.value === value);
  return (
    <Steps
      size="small"
      responsive
      current={current}
      status={options[current]?.tone === "DANGER" ? "error" : current === options.length - 1 ? "finish" : "process"}
      items={options.map((option) => ({ key: option.value, title: option.label }))}
    />
  );
}

/** A list page inside a record's page: its state is its own, its parameters are the record's. */
function Related({ listKey, params }: { listKey: string; params: Readonly<Record<string, string>> }) {
  const { locale } = usePreferences();
  const { data: page, error, isPending, refetch } = useQuery(pageConfigQuery(listKey, locale));
  const [state, setState] = useState<ListState | null>(null);
  if (isPending) return <PageSkeleton rows={4} />;
  if (error) return <Failure small error={error} onRetry={() => void refetch()} />;
  if (page?.__typename !== "ListPage") return null;
  const current = state ?? readListState({}, { sizes: page.pageSizes });
  return (
    <Suspense fallback={<PageSkeleton rows={4} />}>
      <ListView
        embedded
        page={page}
        params={params}
        state={current}
        onState={(changes) => setState({ ...current, ...changes })}
      />
    </Suspense>
  );
}
