import type { TableRef } from "antd";
import { useEffect, useRef } from "react";

/** A keyboard scrolls what it can focus: what scrolls becomes that, for as long as it does. */
function whileScrolling(element: Element): () => void {
  const watch = new ResizeObserver(() => {
    const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    if (scrolls) element.setAttribute("tabindex", "0");
    else element.removeAttribute("tabindex");
  });
  watch.observe(element);
  for (const child of element.children) watch.observe(child);
  return () => watch.disconnect();
}

/** For a box that may have nothing to focus inside. */
export function useReachable<T extends Element>(): React.RefObject<T | null> {
  const box = useRef<T>(null);
  useEffect(() => (box.current ? whileScrolling(box.current) : undefined));
  return box;
}

/** For a table, whose rows may have no links. */
export function useReachableTable(): React.RefObject<TableRef | null> {
  const table = useRef<TableRef>(null);
  useEffect(() => {
    const root = table.current?.nativeElement;
    // The row that measures the columns repeats their titles, and with them a box that nobody should reach.
    root?.querySelector(".ant-table-measure-row")?.setAttribute("inert", "");
    const body = root?.querySelector(".ant-table-body, .ant-table-content");
    return body ? whileScrolling(body) : undefined;
  });
  return table;
}
