import { InputNumber } from "antd";
import type { FieldOf } from "@/config/types";
import type { ControlProps } from "./controlProps";

function grouped(value: string | number | undefined): string {
  const [whole = "", fraction] = String(value ?? "").split(".");
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
}

function ungrouped(text: string | undefined): string {
  return (text ?? "").replace(/[,，\s¥￥]/g, "").normalize("NFKC");
}

/** Digits stay as typed: amounts are texts until they are whole fen, and nothing is rounded behind one's back. */
export function NumberControl({ field, value, onChange, inline, ...rest }: ControlProps<FieldOf<"NumberField">>) {
  const unit = field.unit ?? (field.kind === "PERCENT" ? "%" : undefined);
  return (
    <InputNumber<string>
      {...rest}
      stringMode
      controls={false}
      value={(value as string | undefined) ?? null}
      onChange={(typed) => onChange?.(typed ?? undefined)}
      formatter={grouped}
      parser={ungrouped}
      inputMode={field.kind === "INTEGER" ? "numeric" : "decimal"}
      style={{ inlineSize: "100%" }}
      {...(field.kind === "FEN" ? { prefix: "¥" } : {})}
      {...(unit ? { suffix: unit } : {})}
      {...(field.placeholder ? { placeholder: field.placeholder } : {})}
    />
  );
}
