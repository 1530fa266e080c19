import { DownOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field, ListPage } from "@/config/types";
import { textOf, valueOfText } from "@/lib/codecs";
import type { ListState } from "@/lib/listState";
import { Control } from "@/runtime/fields/Control";
import { useNarrow } from "@/ui/useMedia";
import type { SetListState } from "./useUrlState";
import styles from "./List.module.css";

const IN_THE_OPEN = 3;

/** Typed filters wait for Enter or for the field to be left; a half-written Chinese word searches for nothing. */
function Filter({ field, text, onText }: { field: Field; text: string; onText: (text: string) => void }) {
  const typed = field.__typename === "TextField" || field.__typename === "NumberField";
  const [draft, setDraft] = useState<{ from: string; value: unknown } | null>(null);
  // A draft belongs to the text it began with: the back button and a chosen view replace it.
  const value = draft && draft.from === text ? draft.value : valueOfText(field, text);
  const commit = () => {
    if (draft) onText(textOf(field, draft.value));
    setDraft(null);
  };
  const id = `filter-${field.key}`;
  return (
    // The handlers only listen to what the control inside lets through.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles["filter"]}
      onBlur={typed ? commit : undefined}
      onKeyDown={(event) => {
        if (typed && event.key === "Enter" && !event.nativeEvent.isComposing) commit();
      }}
    >
      <label htmlFor={id}>{field.label}</label>
      <Control
        inline
        id={id}
        field={field}
        value={value}
        onChange={(next) => (typed ? setDraft({ from: text, value: next }) : onText(textOf(field, next)))}
      />
    </div>
  );
}

function QuickSearch({
  placeholder,
  text,
  onText,
}: {
  placeholder: string;
  text: string;
  onText: (text: string) => void;
}) {
  const [draft, setDraft] = useState<{ from: string; text: string } | null>(null);
  return (
    <Input
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      aria-label={placeholder}
      placeholder={placeholder}
      value={draft && draft.from === text ? draft.text : text}
      onChange={(event) => {
        setDraft({ from: text, text: event.target.value });
        if (event.target.value === "" && event.type === "click") onText("");
      }}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing && draft) onText(draft.text.trim());
      }}
      onBlur={() => {
        if (draft && draft.from === text) onText(draft.text.trim());
      }}
      className={styles["quick"] ?? ""}
    />
  );
}

interface Props {
  readonly page: ListPage;
  readonly state: ListState;
  readonly onState: SetListState;
}

export function FilterBar({ page, state, onState }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const open = narrow ? 0 : IN_THE_OPEN;
  const active = page.filters.filter((field) => state.filters[field.key]);
  const [all, setAll] = useState(active.some((field) => page.filters.indexOf(field) >= open) && !narrow);
  const shown = all ? page.filters : page.filters.slice(0, open);
  if (!page.quickSearch && page.filters.length === 0) return null;
  const set = (key: string, text: string) => onState({ filters: { ...state.filters, [key]: text }, page: 1 });
  return (
    <div role="search" className={styles["filters"]} data-tour="listFilters">
      {page.quickSearch ? (
        <QuickSearch
          placeholder={page.quickSearch.placeholder}
          text={state.search}
          onText={(search) => onState({ search, page: 1 })}
        />
      ) : null}
      {shown.map((field) => (
        <Filter
          key={field.key}
          field={field}
          text={state.filters[field.key] ?? ""}
          onText={(text) => set(field.key, text)}
        />
      ))}
      <div className={styles["filterButtons"]}>
        {active.length || state.search ? (
          <Button type="link" onClick={() => onState({ filters: {}, search: "", page: 1, view: null })}>
            {t("list.clear")}
          </Button>
        ) : null}
        {page.filters.length > open ? (
          <Button
            type="link"
            aria-expanded={all}
            icon={<DownOutlined rotate={all ? 180 : 0} aria-hidden />}
            iconPlacement="end"
            onClick={() => setAll(!all)}
          >
            {all ? t("list.fewer") : t("list.moreFilters", { count: page.filters.length - open })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
