import { Checkbox, Radio, Segmented, Select } from "antd";
import { useDictionary } from "@/config/AppConfigContext";
import type { FieldOf, Option } from "@/config/types";
import type { ControlProps } from "./controlProps";

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
  const options = offered(useDictionary(field.dictionary), value);
  const widget = inline ? "SELECT" : field.widget;
  if (widget === "RADIO" && !field.multiple) {
    return (
      <Radio.Group {...rest} options={options} value={value} onChange={(event) => onChange?.(event.target.value)} />
    );
  }
  if (widget === "CHECKBOXES" && field.multiple) {
    return (
      <Checkbox.Group
        {...rest}
        options={options}
        value={(value as string[] | undefined) ?? []}
        onChange={onChange ?? noop}
      />
    );
  }
  if (widget === "SEGMENTED" && !field.multiple) {
    return (
      <Segmented<string>
        {...rest}
        options={options}
        {...(typeof value === "string" ? { value } : { value: "" })}
        onChange={(chosen) => onChange?.(chosen)}
      />
    );
  }
  return (
    <Select<string | string[]>
      {...rest}
      allowClear={inline || !field.required}
      {...(field.multiple ? { mode: "multiple" as const, maxTagCount: "responsive" as const } : {})}
      options={options}
      value={(value as string | string[] | undefined) ?? null}
      onChange={(chosen) =>
        onChange?.(Array.isArray(chosen) && chosen.length === 0 ? undefined : (chosen ?? undefined))
      }
      showSearch={options.length > NO_SEARCH_UP_TO ? { optionFilterProp: "label" } : false}
      placeholder={field.placeholder ?? (inline ? field.label : undefined)}
      style={{ inlineSize: "100%" }}
    />
  );
}

function noop(): void {
  // A control outside of a form shows its value only.
}
