import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import type { InputProps } from "./inputProps";
import styles from "./Controls.module.css";

const RELATIVE = /^today(?:([+-])(\d+))?$/;
const MODES = ["none", "today", "after", "before", "day"] as const;
type Mode = (typeof MODES)[number];

function modeOf(text: string): Mode {
  if (text === "") return "none";
  const match = RELATIVE.exec(text);
  if (!match) return "day";
  return match[1] === "+" ? "after" : match[1] === "-" ? "before" : "today";
}

const BEGIN: Readonly<Record<Mode, () => string | undefined>> = {
  none: () => undefined,
  today: () => "today",
  after: () => "today+30",
  before: () => "today-30",
  day: () => dayjs().format("YYYY-MM-DD"),
};

/** A day, or one counted from the day on which the form is filled in. */
export function DayInput({ id, label, value, onChange, disabled }: InputProps) {
  const { t } = useTranslation("designer");
  const text = typeof value === "string" ? value : "";
  const mode = modeOf(text);
  const days = Number(RELATIVE.exec(text)?.[2] ?? 0);
  return (
    <div className={styles["row"]}>
      <Select<Mode>
        id={id}
        aria-label={label}
        disabled={disabled}
        value={mode}
        options={MODES.map((each) => ({ value: each, label: t(`day.${each}`) }))}
        onChange={(next) => onChange(BEGIN[next]())}
      />
      {mode === "after" || mode === "before" ? (
        <InputNumber<number>
          aria-label={t("day.count", { label })}
          disabled={disabled}
          min={1}
          max={36_500}
          precision={0}
          value={days}
          suffix={t("unit.days")}
          onChange={(next) => onChange(`today${mode === "after" ? "+" : "-"}${next ?? 1}`)}
        />
      ) : null}
      {mode === "day" ? (
        <DatePicker
          aria-label={label}
          disabled={disabled}
          allowClear={false}
          value={dayjs(text).isValid() ? dayjs(text) : null}
          onChange={(next) => onChange(next?.format("YYYY-MM-DD"))}
        />
      ) : null}
    </div>
  );
}
