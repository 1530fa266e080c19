import { Input } from "antd";
import type { FieldOf } from "@/config/types";
import { PasswordInput } from "@/ui/PasswordInput";
import type { ControlProps } from "./controlProps";

export function TextControl({ field, value, onChange, inline = false, ...rest }: ControlProps<FieldOf<"TextField">>) {
  const shared = {
    ...rest,
    value: (value as string | undefined) ?? "",
    placeholder: field.placeholder ?? undefined,
    onChange: (event: { target: { value: string } }) => onChange?.(event.target.value),
  };
  if (field.secret) return <PasswordInput {...shared} autoComplete="new-password" />;
  if ((field.multiline || field.kind === "LONG_TEXT") && !inline) {
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 3, maxRows: 12 }}
        {...(field.maxLength ? { count: { show: true, max: field.maxLength } } : {})}
      />
    );
  }
  return (
    <Input
      {...shared}
      allowClear={inline}
      autoComplete="off"
      {...(field.kind === "PHONE" ? { inputMode: "tel" as const } : {})}
      {...(field.kind === "URL" ? { inputMode: "url" as const } : {})}
    />
  );
}
