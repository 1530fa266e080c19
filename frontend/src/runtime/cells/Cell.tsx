import { useTranslation } from "react-i18next";
import { useDictionary, usePagePath } from "@/config/AppConfigContext";
import type { Column, Row } from "@/config/types";
import { getPath } from "@/lib/paths";
import { isEmpty, type WireValue } from "@/lib/values";
import { CopyButton } from "@/ui/CopyButton";
import { PageLink } from "@/ui/PageLink";
import { plainText } from "./plainText";
import { Masked } from "./Masked";
import { Shown } from "./Shown";
import styles from "./Cell.module.css";

interface Props {
  readonly column: Column;
  readonly row: Row;
  /** In a narrow column long texts end in an ellipsis; on a detail page they wrap. */
  readonly wrap?: boolean;
  /** The page that shows it: nothing links to where one is. */
  readonly here?: string;
}

/** One value of a record, as its column says. */
export function Cell({ column, row, wrap = false, here }: Props) {
  const { t } = useTranslation();
  const options = useDictionary(column.dictionary);
  const pathOf = usePagePath();
  const value = getPath(row, column.path);
  if (isEmpty(value as WireValue)) return <span className={styles["none"]}>{t("common.none")}</span>;
  const href = pathOf(column.linkPage, column.kind === "REFERENCE" ? (value as Row) : row);
  const target = href === here ? null : href;
  const shown = column.maskable ? (
    <Masked masked={String(value)} label={column.label} path={column.path} row={row} />
  ) : (
    <Shown column={column} value={value} options={options} open={wrap} />
  );
  const text = plainText(column, value, options, t("common.yes"), t("common.no"));
  return (
    <span className={wrap ? styles["wrapping"] : styles["cell"]} title={wrap || column.maskable ? undefined : text}>
      <span className={wrap ? "" : styles["text"]}>{target ? <PageLink href={target}>{shown}</PageLink> : shown}</span>
      {column.copyable && !column.maskable ? <CopyButton text={text} what={column.label} /> : null}
    </span>
  );
}
