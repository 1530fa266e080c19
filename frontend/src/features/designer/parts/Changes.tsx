import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { changesBetween, type Change } from "../model/changes";
import type { PlainObject } from "../model/plain";
import { useWords } from "./useWords";

interface Props {
  readonly before: PlainObject;
  readonly after: PlainObject;
}

/** What differs between two definitions. */
export function Changes({ before, after }: Props) {
  const { t } = useTranslation("designer");
  const { placeOf, valueOf } = useWords();
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <EmptyState title={t("compare.same")} />;
  return (
    <Table<Change>
      size="small"
      pagination={false}
      rowKey={(change) => `${change.kind} ${change.place}`}
      dataSource={changes}
      scroll={{ x: "max-content" }}
      columns={[
        { key: "kind", title: t("compare.kind"), width: 80, render: (_, change) => t(`compare.${change.kind}`) },
        { key: "place", title: t("compare.place"), render: (_, change) => placeOf(change.place, after, before) },
        {
          key: "before",
          title: t("compare.before"),
          render: (_, change) =>
            change.kind === "changed" ? valueOf(change.place, change.before, change.after) : null,
        },
        {
          key: "after",
          title: t("compare.after"),
          render: (_, change) =>
            change.kind === "changed" ? valueOf(change.place, change.after, change.before) : null,
        },
      ]}
    />
  );
}
