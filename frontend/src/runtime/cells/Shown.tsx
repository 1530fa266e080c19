import { Tag } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Column, Option } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import { StatusBadge } from "@/ui/StatusBadge";
import { plainText } from "./plainText";
import styles from "./Cell.module.css";

const FileLinks = lazy(async () => ({ default: (await import("./FileLinks")).FileLinks }));
const JsonView = lazy(async () => ({ default: (await import("./JsonView")).JsonView }));
const JsonButton = lazy(async () => ({ default: (await import("./JsonButton")).JsonButton }));

interface Props {
  readonly column: Pick<Column, "kind" | "labelPath">;
  readonly value: unknown;
  readonly options: readonly Option[];
  /** There is room: a structure stands open instead of behind a button. */
  readonly open?: boolean;
}

/** A value that is there, by its kind. */
export function Shown({ column, value, options, open = false }: Props) {
  const { t } = useTranslation();
  const text = plainText(column, value, options, t("common.yes"), t("common.no"));
  const { kind } = column;
  switch (kind) {
    case "ENUM": {
      const tone = options.find((option) => option.value === value)?.tone;
      return tone ? <StatusBadge label={text} tone={tone} /> : text;
    }
    case "BOOLEAN":
      return value === true ? <StatusBadge label={text} tone="SUCCESS" /> : text;
    case "TAGS":
      return (
        <span className={styles["tags"]}>
          {text.split(", ").map((label) => (
            <Tag key={label}>{label}</Tag>
          ))}
        </span>
      );
    case "FEN":
      return (
        <span className={styles["amount"]} data-negative={typeof value === "number" && value < 0}>
          {text}
        </span>
      );
    case "INTEGER":
    case "DECIMAL":
    case "PERCENT":
    case "DATE":
    case "DATETIME":
    case "DATE_RANGE":
      return <span className={styles["amount"]}>{text}</span>;
    case "FILE":
    case "IMAGE":
    case "DOCUMENT":
      return (
        <Suspense>
          <FileLinks value={value} image={kind === "IMAGE"} />
        </Suspense>
      );
    case "URL":
      return /^https?:\/\//.test(text) ? (
        <a href={text} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ) : (
        text
      );
    case "JSON":
      if (open) {
        return (
          <Suspense>
            <JsonView value={value} text={text} />
          </Suspense>
        );
      }
      return (
        <Suspense>
          <JsonButton text={text} />
        </Suspense>
      );
    case "TEXT":
    case "LONG_TEXT":
    case "PHONE":
    case "REGION":
    case "REFERENCE":
      return text;
    default:
      return assertNever(kind);
  }
}
