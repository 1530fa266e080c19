import { Select } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import type { FieldOf, Option } from "@/config/types";
import type { ControlProps } from "./controlProps";
import { Lines } from "@/ui/Lines";
import { useClear } from "@/ui/useClear";

const ChoiceWidget = lazy(async () => ({ default: (await import("./ChoiceWidget")).ChoiceWidget }));

const NO_SEARCH_UP_TO = 8;

/** Options that may be chosen now; one that was chosen before stays readable after it was switched off. */
function offered(options: readonly Option[], value: unknown): { value: string; label: string; disabled: boolean }[] {
  const chosen = new Set(Array.isArray(value) ? (value as string[]) : [value]);
  return options
    .filter((option) => !option.disabled || chosen.has(option.value))
    .map(({ value: each, label, disabled }) => ({ value: each, label, disabled }));
}

export function ChoiceControl({
  field,
  value,
  onChange,
  inline = false,
  ...rest
}: ControlProps<FieldOf<"ChoiceField">>) {
  const { t } = useTranslation();
  const clear = useClear();
  const options = offered(useDictionary(field.dictionary), value);
  const widget = inline ? "SELECT" : field.widget;
  if (widget !== "SELECT" && field.multiple === (widget === "CHECKBOXES")) {
    return (
      <Suspense fallback={<Lines rows={1} />}>
        <ChoiceWidget widget={widget} options={options} value={value} {...(onChange ? { onChange } : {})} {...rest} />
      </Suspense>
    );
  }
  return (
    <Select<string | string[]>
      {...rest}
      allowClear={inline || !field.required ? clear : false}
      {...(field.multiple ? { mode: "multiple" as const, maxTagCount: "responsive" as const } : {})}
      options={options}
      value={(value as string | string[] | undefined) ?? null}
      onChange={(chosen) =>
        onChange?.(Array.isArray(chosen) && chosen.length === 0 ? undefined : (chosen ?? undefined))
      }
      showSearch={options.length > NO_SEARCH_UP_TO ? { optionFilterProp: "label" } : false}
      placeholder={field.placeholder ?? (inline ? t("list.any") : undefined)}
      style={{ inlineSize: "100%" }}
    />
  );
}
