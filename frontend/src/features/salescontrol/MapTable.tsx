import { Button, Table, type TableColumnsType } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { StatusBadge } from "@/ui/StatusBadge";
import { useReachableTable } from "@/ui/useReachable";
import { groupKeys, isSold, rowsOf, type MapRow } from "./tree";
import type { SalesMap, SalesProduct } from "./useSales";
import styles from "./SalesMap.module.css";

interface Props {
  readonly map: SalesMap;
  readonly products: readonly SalesProduct[];
  readonly onAsk: (store: { id: string; name: string }, product: SalesProduct) => void;
}

/** Regions and stores down, products across; a cell says whether it is sold there. */
export function MapTable({ map, products, onAsk }: Props) {
  const { t } = useTranslation();
  const table = useReachableTable();
  const kinds = useDictionary("ProductKind");
  const rows = useMemo(() => rowsOf(map, t("salesMap.noRegion")), [map, t]);
  const columns: TableColumnsType<MapRow> = [
    {
      key: "place",
      title: t("salesMap.place"),
      fixed: "left",
      width: 220,
      render: (_, row) => (
        <span className={styles["place"]} data-group={row.cells === undefined}>
          {row.name}
          {row.note ? <small>{row.note}</small> : null}
        </span>
      ),
    },
    ...kinds
      .map((kind) => ({ kind, own: products.filter((product) => product.kind === kind.value) }))
      .filter(({ own }) => own.length > 0)
      .map(({ kind, own }) => ({
        key: kind.value,
        title: kind.label,
        children: own.map((product) => ({
          key: product.id,
          title: product.name,
          width: 132,
          render: (_: unknown, row: MapRow) => <MapCell row={row} product={product} onAsk={onAsk} />,
        })),
      })),
  ];
  return (
    <Table<MapRow>
      ref={table}
      size="small"
      bordered
      rowKey="key"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: "max-content" }}
      expandable={{ defaultExpandedRowKeys: [...groupKeys(rows)] }}
    />
  );
}

function MapCell({ row, product, onAsk }: { row: MapRow; product: SalesProduct; onAsk: Props["onAsk"] }) {
  const { t } = useTranslation();
  const grounds = useDictionary("SalesControlGround");
  const cell = row.cells?.get(product.id);
  if (!row.cells) {
    const sold = row.stores.filter((own) => isSold(own.get(product.id))).length;
    return (
      <span className={styles["sum"]} data-all={sold === row.stores.length}>
        {t("salesMap.sold", { sold, all: row.stores.length })}
      </span>
    );
  }
  const ground = grounds.find((each) => each.value === cell?.ground);
  const label = ground?.label ?? cell?.ground ?? t("common.none");
  return (
    <Button
      type="text"
      size="small"
      className={styles["cell"] ?? ""}
      onClick={() => onAsk({ id: row.key, name: row.name }, product)}
    >
      <span className="for-reading">{`${row.name}，${product.name}：`}</span>
      <StatusBadge label={label} tone={ground?.tone} />
      {cell?.remaining === null || cell?.remaining === undefined ? null : (
        <small>{t("salesMap.left", { count: cell.remaining })}</small>
      )}
    </Button>
  );
}
