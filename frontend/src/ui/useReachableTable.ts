import type { TableRef } from "antd";
import { useEffect, useRef } from "react";

/** A keyboard scrolls what it can focus; rows without links would leave it nothing to hold on to. */
export function useReachableTable(): React.RefObject<TableRef | null> {
  const table = useRef<TableRef>(null);
  useEffect(() => {
    const root = table.current?.nativeElement;
    // The row that measures the columns repeats their titles, and with them a box that nobody should reach.
    root?.querySelector(".ant-table-measure-row")?.setAttribute("inert", "");
    const body = root?.querySelector(".ant-table-body, .ant-table-content");
    if (!body) return undefined;
    const watch = new ResizeObserver(() => {
      if (body.scrollWidth > body.clientWidth) body.setAttribute("tabindex", "0");
      else body.removeAttribute("tabindex");
    });
    watch.observe(body);
    return () => watch.disconnect();
  });
  return table;
}
