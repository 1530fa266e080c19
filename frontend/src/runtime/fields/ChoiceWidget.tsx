import { Checkbox, Radio, Segmented } from "antd";
import type { FieldOf } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import type { ControlProps } from "./controlProps";

interface Props extends Omit<ControlProps<never>, "field" | "inline"> {
  readonly widget: Exclude<FieldOf<"ChoiceField">["widget"], "SELECT">;
  readonly options: { value: string; label: string; disabled: boolean }[];
}

/** A choice whose options all stand in the open. */
export function ChoiceWidget({ widget, options, value, onChange, ...rest }: Props) {
  switch (widget) {
    case "RADIO":
      return (
        <Radio.Group {...rest} options={options} value={value} onChange={(event) => onChange?.(event.target.value)} />
      );
    case "CHECKBOXES": {
      // A group of boxes has no state of its own, so none may be said of it: its label says that a choice is wanted.
      const { "aria-required": _, ...group } = rest;
      return (
        <Checkbox.Group<string>
          {...group}
          options={options}
          value={(value as string[] | undefined) ?? []}
          onChange={(chosen) => onChange?.(chosen.length ? chosen : undefined)}
        />
      );
    }
    case "SEGMENTED":
      return (
        <Segmented<string>
          {...rest}
          options={options}
          value={typeof value === "string" ? value : ""}
          onChange={(chosen) => onChange?.(chosen)}
        />
      );
    default:
      return assertNever(widget);
  }
}
