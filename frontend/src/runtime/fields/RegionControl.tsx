import { useCascaderAreaData as divisionsOfChina } from "@vant/area-data";
import { Cascader } from "antd";
import { useTranslation } from "react-i18next";
import type { FieldOf } from "@/config/types";
import { useClear } from "@/ui/useClear";
import type { ControlProps } from "./controlProps";

type Division = ReturnType<typeof divisionsOfChina>[number];

const DIVISIONS = divisionsOfChina();

/** A code of GB/T 2260 names its own parents: province 11, city 1101, county 110101. */
function trailOf(divisions: readonly Division[], code: string): string[] {
  for (const division of divisions) {
    if (division.value === code) return [division.value];
    const below = division.children ? trailOf(division.children, code) : [];
    if (below.length) return [division.value, ...below];
  }
  return [];
}

/** Picks an administrative division by name; its six-digit code travels. */
export function RegionControl({
  field,
  value,
  onChange,
  inline = false,
  ...rest
}: ControlProps<FieldOf<"ReferenceField">>) {
  const { t } = useTranslation();
  const clear = useClear();
  const divisions = DIVISIONS;
  const shared = {
    ...rest,
    allowClear: clear,
    options: divisions,
    fieldNames: { label: "text", value: "value", children: "children" } as const,
    showSearch: true,
    placeholder: field.placeholder ?? t(inline ? "list.any" : "form.searchReference"),
    style: { inlineSize: "100%" },
  };
  if (field.multiple) {
    const codes = (value as string[] | undefined) ?? [];
    return (
      <Cascader
        {...shared}
        multiple
        showCheckedStrategy={Cascader.SHOW_PARENT}
        value={codes.map((code) => trailOf(divisions, code))}
        onChange={(trails) => {
          const chosen = trails.map((trail) => String(trail.at(-1)));
          onChange?.(chosen.length ? chosen : undefined);
        }}
      />
    );
  }
  return (
    <Cascader
      {...shared}
      changeOnSelect
      {...(typeof value === "string" ? { value: trailOf(divisions, value) } : { value: [] })}
      onChange={(trail) => onChange?.((trail as string[] | undefined)?.at(-1))}
    />
  );
}
