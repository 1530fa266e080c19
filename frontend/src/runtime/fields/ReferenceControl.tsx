import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { connectionOf, read, readKey } from "@/config/operations";
import type { FieldOf, Operation, Row } from "@/config/types";
import { getPath } from "@/lib/paths";
import { useDebounced } from "@/ui/useDebounced";
import { useClear } from "@/ui/useClear";
import { useWireValues } from "../form/useFieldState";
import type { ControlProps } from "./controlProps";

/** A region has no search: its control knows the divisions. */
export type SearchedField = FieldOf<"ReferenceField"> & { readonly search: Operation };
interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string | null;
}
const TYPING_MS = 250;

function choiceOf(field: SearchedField, row: Row): Choice {
  const label = getPath(row, field.labelPath);
  const description = field.descriptionPath ? getPath(row, field.descriptionPath) : null;
  return {
    value: String(row["id"]),
    label: typeof label === "string" ? label : String(row["id"]),
    description: typeof description === "string" ? description : null,
  };
}

/** Labels of what was chosen before the picker opened. */
function useChosen(field: SearchedField, ids: readonly string[]): readonly Choice[] {
  const asked = field.search.variables.some((binding) => binding.source === "ROW");
  const sources = { row: { ids } };
  const { data } = useQuery({
    queryKey: readKey(field.search, sources),
    queryFn: ({ signal }) => read(field.search, sources, signal),
    enabled: asked && ids.length > 0,
  });
  return useMemo(() => connectionOf(data).nodes.map((row) => choiceOf(field, row)), [data, field]);
}

/** Picks records by searching for them; a reference is never typed. */
export function ReferenceControl({ field, value, onChange, inline = false, ...rest }: ControlProps<SearchedField>) {
  const { t } = useTranslation();
  const clear = useClear();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const search = useDebounced(text.trim(), TYPING_MS);
  const narrowed = useWireValues(field.dependsOn);
  const ids = (Array.isArray(value) ? value : value ? [value] : []) as string[];
  const chosen = useChosen(
    field,
    ids.filter((id) => !seen.has(id)),
  );
  const sources = { search, form: narrowed };
  const found = useQuery({
    queryKey: readKey(field.search, sources),
    queryFn: ({ signal }) => read(field.search, sources, signal),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const offered = useMemo(() => connectionOf(found.data).nodes.map((row) => choiceOf(field, row)), [found.data, field]);
  const known = new Map([...chosen, ...seen.values(), ...offered].map((choice) => [choice.value, choice]));
  const shown = open ? offered : ids.flatMap((id) => known.get(id) ?? []);

  const choose = (picked: string | string[] | undefined) => {
    const list = Array.isArray(picked) ? picked : picked ? [picked] : [];
    setSeen(
      new Map([
        ...seen,
        ...list.flatMap((id) => {
          const choice = known.get(id);
          return choice ? [[id, choice] as const] : [];
        }),
      ]),
    );
    onChange?.(list.length === 0 ? undefined : picked);
    setText("");
  };
  return (
    <Select<string | string[], Choice>
      {...rest}
      {...(field.multiple ? { mode: "multiple" as const } : {})}
      allowClear={clear}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      onOpenChange={setOpen}
      options={[...shown]}
      value={(value as string | string[] | undefined) ?? null}
      labelRender={({ value: id, label }) => known.get(String(id))?.label ?? label ?? t("common.loading")}
      optionRender={({ data }) => (
        <span style={{ display: "grid" }}>
          <span>{data.label}</span>
          {data.description ? <small style={{ color: "var(--text-soft)" }}>{data.description}</small> : null}
        </span>
      )}
      onChange={choose}
      loading={found.isFetching}
      notFoundContent={
        found.isFetching ? t("common.loading") : found.error ? t("errors.connectionLost") : t("form.nothingFound")
      }
      placeholder={field.placeholder ?? t(inline ? "list.any" : "form.searchReference")}
      style={{ inlineSize: "100%" }}
    />
  );
}
