import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import "dayjs/locale/zh-cn";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldOf } from "@/config/types";
import { addDays, dayOf, dayOfBound } from "@/lib/time";
import type { ControlProps } from "./controlProps";

type DateField = FieldOf<"DateField">;
const DAY = "YYYY-MM-DD";
const WALL = "YYYY-MM-DD HH:mm:ss";

/** Values are texts of Shanghai's wall clock; the picker's own idea of a time zone never enters. */
function picked(text: unknown): Dayjs | null {
  return typeof text === "string" && text ? dayjs(text) : null;
}

function useBounds(field: DateField) {
  const [now] = useState(() => Date.now());
  return useMemo(() => {
    return {
      ...(field.notBefore ? { minDate: dayjs(dayOfBound(field.notBefore, now)) } : {}),
      ...(field.notAfter ? { maxDate: dayjs(dayOfBound(field.notAfter, now)) } : {}),
    };
  }, [field, now]);
}

function usePresets() {
  const { t } = useTranslation();
  return () => {
    const today = dayOf(Date.now());
    const month = `${today.slice(0, 7)}-01`;
    const monthBefore = `${addDays(month, -1).slice(0, 7)}-01`;
    const ranges: [string, string, string][] = [
      [t("date.today"), today, today],
      [t("date.yesterday"), addDays(today, -1), addDays(today, -1)],
      [t("date.week"), addDays(today, -6), today],
      [t("date.thirty"), addDays(today, -29), today],
      [t("date.month"), month, today],
      [t("date.lastMonth"), monthBefore, addDays(month, -1)],
    ];
    return ranges.map(([label, from, to]): { label: string; value: [Dayjs, Dayjs] } => ({
      label,
      value: [dayjs(from), dayjs(to)],
    }));
  };
}

export function DateControl({ field, value, onChange, inline, ...rest }: ControlProps<DateField>) {
  const { t } = useTranslation();
  const bounds = useBounds(field);
  const presets = usePresets();
  const placeholder = field.placeholder;
  if (field.kind === "DATE_RANGE") {
    const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
    const { id, ...shared } = rest;
    return (
      <>
        <DatePicker.RangePicker
          {...shared}
          {...bounds}
          {...(id ? { id: { start: id, end: `${id}-end` } } : {})}
          allowEmpty
          value={[picked(from), picked(to)]}
          presets={presets()}
          onChange={(days) => {
            const texts = (days ?? []).map((day) => day?.format(DAY) ?? null);
            onChange?.(texts.some(Boolean) ? texts : undefined);
          }}
          style={{ inlineSize: "100%" }}
        />
        {/* The label of the field belongs to its first day; the second one needs a name of its own. */}
        {id ? (
          <label htmlFor={`${id}-end`} className="for-reading">
            {t("date.until", { label: field.label })}
          </label>
        ) : null}
      </>
    );
  }
  const withTime = field.kind === "DATETIME";
  return (
    <DatePicker
      {...rest}
      {...bounds}
      value={picked(value)}
      showTime={withTime}
      showNow={false}
      format={withTime ? WALL : DAY}
      onChange={(day: Dayjs | null) => onChange?.(day ? day.format(withTime ? WALL : DAY) : undefined)}
      style={{ inlineSize: "100%" }}
      {...(placeholder ? { placeholder } : {})}
    />
  );
}
