import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { stepsOf, textAt } from "../model/plain";
import type { Op } from "../model/patch";
import { pageProperties } from "../model/properties";
import { useDesigner } from "../parts/DesignerContext";
import { PropertyList } from "../parts/PropertyList";
import { SHELL, type Audience } from "./data";
import { Actions, Columns, Controls, Filters, PageForm, Presets, Sections, Widgets } from "./lists";
import { Navigation } from "./Navigation";
import { PatchSource } from "./PatchSource";
import styles from "../parts/Workbench.module.css";

interface Props {
  readonly pageKey: string;
  readonly audience: Audience;
  readonly ops: readonly Op[];
  readonly active: string | null;
  readonly onActive: (tab: string) => void;
}
const LISTS = {
  columns: Columns,
  filters: Filters,
  actions: Actions,
  presets: Presets,
  sections: Sections,
  widgets: Widgets,
  controls: Controls,
  form: PageForm,
  navigation: Navigation,
} as const;
/** Close enough for all tabs to stand in a row on a phone, in either language. */
const GUTTER = 12;
type ListTab = keyof typeof LISTS;

const TABS: Readonly<Record<string, readonly ListTab[]>> = {
  LIST: ["columns", "filters", "actions", "presets"],
  DETAIL: ["sections", "actions"],
  FORM: ["form"],
  DASHBOARD: ["widgets", "controls"],
  CUSTOM: [],
};

/** The tab that shows a place. */
export function tabOf(place: string): string {
  const [first = ""] = stepsOf(place);
  return Object.hasOwn(LISTS, first) ? first : first === "ops" ? "source" : "page";
}

/** What can be changed of a page, one tab for each kind of part. */
export function PageTabs({ pageKey, audience, ops, active, onActive }: Props) {
  const { t } = useTranslation("designer");
  const { root } = useDesigner();
  const kind = textAt(root, "kind") ?? "CUSTOM";
  const lists: readonly ListTab[] = pageKey === SHELL ? ["navigation"] : (TABS[kind] ?? []);
  const items = [
    ...lists.map((list) => {
      const Editor = LISTS[list];
      return { key: list, label: t(`lists.${list}`), children: <Editor /> };
    }),
    ...(pageKey === SHELL
      ? []
      : [
          {
            key: "page",
            label: t("tab.page"),
            children: <PropertyList place="" properties={pageProperties(kind)} />,
          },
        ]),
    {
      key: "source",
      label: t("tab.source"),
      children: <PatchSource pageKey={pageKey} audience={audience} ops={ops} />,
    },
  ];
  const shown = items.some((item) => item.key === active) ? active : (items[0]?.key ?? null);
  return (
    <Tabs
      className={styles["tabs"] ?? ""}
      tabBarGutter={GUTTER}
      {...(shown ? { activeKey: shown } : {})}
      onChange={onActive}
      items={items}
    />
  );
}
