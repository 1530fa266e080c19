import type { SalesCell, SalesMap } from "./useSales";

/** A region with what lies in it, or a store with its cells. */
export interface MapRow {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
  readonly cells?: ReadonlyMap<string, SalesCell>;
  /** Stores in a region and below it, with their cells. */
  readonly stores: readonly ReadonlyMap<string, SalesCell>[];
  readonly children?: readonly MapRow[];
}

/** The tree of regions with the stores in them; stores in no region come last, below `elsewhere`. */
export function rowsOf(map: SalesMap, elsewhere: string): readonly MapRow[] {
  const cells = new Map<string, Map<string, SalesCell>>();
  for (const cell of map.cells) {
    const own = cells.get(cell.storeId) ?? new Map<string, SalesCell>();
    own.set(cell.productId, cell);
    cells.set(cell.storeId, own);
  }
  const stores = (regionId: string | null): MapRow[] =>
    map.stores
      .filter((store) => store.regionId === regionId)
      .map((store) => {
        const own = cells.get(store.id) ?? new Map<string, SalesCell>();
        return { key: store.id, name: store.name, note: store.number, cells: own, stores: [own] };
      });
  const regions = (parentId: string | null): MapRow[] =>
    map.regions
      .filter((region) => region.parentId === parentId)
      .map((region) => group(region.id, region.name, [...regions(region.id), ...stores(region.id)]));
  const outside = stores(null);
  return [...regions(null), ...(outside.length > 0 ? [group("elsewhere", elsewhere, outside)] : [])];
}

/** Every key of the rows that hold others. */
export function groupKeys(rows: readonly MapRow[]): readonly string[] {
  return rows.flatMap((row) => (row.children ? [row.key, ...groupKeys(row.children)] : []));
}

export function isSold(cell: SalesCell | undefined): boolean {
  return cell?.ground === "ALLOWED" || cell?.ground === "UNCONTROLLED";
}

function group(key: string, name: string, children: readonly MapRow[]): MapRow {
  return { key, name, children, stores: children.flatMap((child) => child.stores) };
}
