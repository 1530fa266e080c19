import { Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClear } from "@/ui/useClear";
import type { Plain } from "../model/plain";
import type { InputProps } from "./inputProps";

const MEGABYTE = 1024 * 1024;
const FULL = { inlineSize: "100%" };

export function LineInput({ id, value, onChange, disabled }: InputProps) {
  return (
    <Input
      id={id}
      disabled={disabled}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

interface NumberProps extends InputProps {
  readonly min: number;
  readonly max: number;
  readonly unit?: "MB" | "px" | "s" | undefined;
  readonly initially?: number | undefined;
}

export function NumberInput({ id, value, onChange, disabled, min, max, unit, initially }: NumberProps) {
  const { t } = useTranslation("designer");
  const scale = unit === "MB" ? MEGABYTE : 1;
  return (
    <InputNumber<number>
      id={id}
      disabled={disabled}
      min={min}
      max={max}
      precision={unit === "MB" ? 1 : 0}
      value={typeof value === "number" ? value / scale : null}
      placeholder={initially === undefined ? t("automatic") : String(initially)}
      {...(unit ? { suffix: t(`unit.${unit}`) } : {})}
      onChange={(next) => onChange(next === null ? undefined : Math.round(next * scale))}
      style={FULL}
    />
  );
}

export function SwitchInput({ id, label, value, onChange, disabled, initially }: InputProps & { initially: boolean }) {
  const on = typeof value === "boolean" ? value : initially;
  return (
    <Switch
      id={id}
      aria-label={label}
      disabled={disabled}
      checked={on}
      onChange={(next) => onChange(next === initially ? undefined : next)}
    />
  );
}

interface SelectProps extends InputProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What holds without a value; then there is nothing to clear. */
  readonly initially?: string | undefined;
}

export function SelectInput({ id, label, value, onChange, disabled, options, initially }: SelectProps) {
  const { t } = useTranslation("designer");
  const clear = useClear();
  return (
    <Select<string>
      id={id}
      aria-label={label}
      disabled={disabled}
      allowClear={initially === undefined ? clear : false}
      showSearch={options.length > 8 ? { optionFilterProp: "label" } : false}
      options={[...options]}
      placeholder={t("automatic")}
      value={typeof value === "string" && value !== "" ? value : (initially ?? null)}
      onChange={(next: string | undefined) => onChange(next === initially ? undefined : next)}
      style={FULL}
    />
  );
}

export function ManyInput({ id, label, value, onChange, disabled, options }: Omit<SelectProps, "initially">) {
  return (
    <Select<string[]>
      id={id}
      aria-label={label}
      mode="multiple"
      disabled={disabled}
      options={[...options]}
      value={Array.isArray(value) ? (value as readonly Plain[]).map(String) : []}
      onChange={(next) => onChange(next.length ? next : undefined)}
      style={FULL}
    />
  );
}

/** Widths on a grid of 24; without one the layout decides. */
const SPANS = [6, 8, 12, 16, 24] as const;

export function SpanInput({ value, onChange, ...rest }: InputProps) {
  const { t } = useTranslation("designer");
  const options = SPANS.map((span) => ({ value: String(span), label: t(`span.${span}`) }));
  const odd = typeof value === "number" && !SPANS.some((span) => span === value);
  return (
    <SelectInput
      {...rest}
      options={odd ? [...options, { value: String(value), label: `${value}/24` }] : options}
      value={typeof value === "number" ? String(value) : undefined}
      onChange={(next) => onChange(typeof next === "string" ? Number(next) : undefined)}
    />
  );
}

const KEY = /^[a-z][A-Za-z0-9]{0,63}$/;

/** A key changes when the field is left: half of it names nothing. */
export function KeyInput({
  id,
  value,
  disabled,
  onRename,
  taken,
}: InputProps & {
  readonly onRename: (key: string) => void;
  readonly taken: (key: string) => boolean;
}) {
  const { t } = useTranslation("designer");
  const own = typeof value === "string" ? value : "";
  const [typed, setTyped] = useState<{ readonly from: string; readonly text: string } | null>(null);
  const draft = typed?.from === own ? typed.text : own;
  const leave = () => {
    setTyped(null);
    if (!wrong && draft !== own) onRename(draft);
  };
  const wrong = !KEY.test(draft) ? t("keyRule") : draft !== own && taken(draft) ? t("keyTaken") : null;
  return (
    <>
      <Input
        id={id}
        disabled={disabled}
        value={draft}
        status={wrong ? "error" : ""}
        onChange={(event) => setTyped({ from: own, text: event.target.value })}
        onBlur={leave}
        onPressEnter={(event) => event.currentTarget.blur()}
      />
      {wrong ? <span role="alert">{wrong}</span> : null}
    </>
  );
}
