import { Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { FieldOf } from "@/config/types";
import { useClear } from "@/ui/useClear";
import type { ControlProps } from "./controlProps";

export function BooleanControl({
  field,
  value,
  onChange,
  inline = false,
  ...rest
}: ControlProps<FieldOf<"BooleanField">>) {
  const { t } = useTranslation();
  const clear = useClear();
  if (!inline) return <Switch {...rest} checked={value === true} onChange={(checked) => onChange?.(checked)} />;
  // A filter has three answers: yes, no, and never mind.
  return (
    <Select<string>
      {...rest}
      allowClear={clear}
      placeholder={field.placeholder ?? t("list.any")}
      value={typeof value === "boolean" ? String(value) : null}
      onChange={(chosen) => onChange?.(chosen === undefined ? undefined : chosen === "true")}
      options={[
        { value: "true", label: t("common.yes") },
        { value: "false", label: t("common.no") },
      ]}
      style={{ inlineSize: "100%" }}
    />
  );
}
