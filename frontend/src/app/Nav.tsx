import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Menu, type MenuProps } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAppConfig, usePagePath } from "@/config/AppConfigContext";
import { read, readKey } from "@/config/operations";
import type { AppConfig, NavItem, Operation } from "@/config/types";
import { matchPath } from "@/lib/bindings";
import { iconOf } from "@/ui/Icon";
import { PageLink, useGoTo } from "@/ui/PageLink";
import styles from "./Shell.module.css";
import { CountBadge } from "@/ui/CountBadge";

type Item = NonNullable<MenuProps["items"]>[number];
const SHORT_MENU = 16;
const BADGE_MS = 60_000;

function Count({ operation }: { operation: Operation }) {
  const { data } = useQuery({
    queryKey: readKey(operation, {}),
    queryFn: ({ signal }) => read(operation, {}, signal),
    refetchInterval: BADGE_MS,
  });
  return typeof data === "number" ? <CountBadge count={data} /> : null;
}

/** The entry whose page is shown, or from whose list the shown record was opened: the longest path that fits. */
function selectedKey(app: AppConfig, pathname: string): string | null {
  const here = app.pages.find((page) => matchPath(page.path, pathname));
  const own = app.navigation.find((item) => item.pageKey && item.pageKey === here?.key);
  if (own) return own.key;
  const paths = new Map(app.pages.map((page) => [page.key, page.path]));
  return app.navigation
    .flatMap((item) => {
      const path = item.pageKey ? paths.get(item.pageKey) : undefined;
      return path && path !== "/" && pathname.startsWith(`${path}/`) ? [{ key: item.key, length: path.length }] : [];
    })
    .reduce<{ key: string | null; length: number }>((best, each) => (each.length > best.length ? each : best), {
      key: null,
      length: 0,
    }).key;
}

function parentsOf(items: readonly NavItem[], key: string | null): string[] {
  const parent = items.find((item) => item.key === key)?.parentKey;
  return parent ? [parent, ...parentsOf(items, parent)] : [];
}

/** A short menu stands open; of a long one only the part where one is. */
function openAtFirst(items: readonly NavItem[], selected: string | null): string[] {
  if (items.length > SHORT_MENU) return parentsOf(items, selected);
  return [...new Set(items.flatMap((item) => item.parentKey ?? []))];
}

function entry(item: NavItem, label: ReactNode, children: Item[]): Item {
  const icon = item.icon ? { icon: iconOf(item.icon) } : {};
  const own = { key: item.key, label, title: item.label, ...icon };
  return children.length ? { ...own, children } : own;
}

interface Props {
  readonly collapsed: boolean;
  readonly onNavigate?: () => void;
}

/** The menu as configured; entries are links, so that a new tab works as everywhere. */
export function Nav({ collapsed, onNavigate }: Props) {
  const { t } = useTranslation();
  const app = useAppConfig();
  const pathOf = usePagePath();
  const goTo = useGoTo();
  const { pathname } = useLocation();
  const selected = selectedKey(app, pathname);
  const [opened, setOpened] = useState<string[] | null>(null);
  const items = useMemo(() => {
    const below = (parent: string | null): Item[] =>
      app.navigation
        .filter((item) => (item.parentKey ?? null) === parent)
        .toSorted((a, b) => a.order - b.order)
        .map((item) => {
          const children = below(item.key);
          const href = item.href ?? pathOf(item.pageKey);
          const text = (
            <span className={styles["navLabel"]}>
              {href && !item.href ? (
                <PageLink href={href} {...(onNavigate ? { onNavigate } : {})}>
                  {item.label}
                </PageLink>
              ) : item.href ? (
                <a href={item.href} target="_blank" rel="noopener noreferrer">
                  {item.label}
                </a>
              ) : (
                <span className={styles["navText"]}>{item.label}</span>
              )}
              {item.badge ? <Count operation={item.badge} /> : null}
            </span>
          );
          return entry(item, text, children);
        });
    return below(null);
  }, [app, pathOf, onNavigate]);
  return (
    <nav aria-label={t("shell.navigation")} data-tour="menu">
      <Menu
        mode="inline"
        className={styles["nav"] ?? ""}
        items={items}
        inlineCollapsed={collapsed}
        selectedKeys={selected ? [selected] : []}
        {...(collapsed ? {} : { openKeys: opened ?? openAtFirst(app.navigation, selected) })}
        onOpenChange={(keys) => setOpened(keys)}
        onClick={({ key }) => {
          const item = app.navigation.find((each) => each.key === key);
          const href = pathOf(item?.pageKey);
          if (href && href !== pathname) goTo(href);
          onNavigate?.();
        }}
      />
    </nav>
  );
}
