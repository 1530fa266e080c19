import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { AppConfig, Dictionary, Option, PageRef } from "./types";
import { fillPath } from "@/lib/bindings";

interface Configured {
  readonly app: AppConfig;
  readonly pages: ReadonlyMap<string, PageRef>;
  readonly dictionaries: ReadonlyMap<string, readonly Option[]>;
}

const Context = createContext<Configured | null>(null);

export function AppConfigProvider({ app, children }: { app: AppConfig; children: ReactNode }) {
  const value = useMemo(
    () => ({
      app,
      pages: new Map(app.pages.map((page) => [page.key, page])),
      dictionaries: new Map(app.dictionaries.map((dictionary) => [dictionary.name, dictionary.options])),
    }),
    [app],
  );
  return <Context value={value}>{children}</Context>;
}

function useConfigured(): Configured {
  const value = useContext(Context);
  if (!value) throw new Error("rendered outside of the shell");
  return value;
}

export function useAppConfig(): AppConfig {
  return useConfigured().app;
}

export function useFeature(feature: AppConfig["features"][number]): boolean {
  return useConfigured().app.features.includes(feature);
}

/** Where a page is, with the parameters of its path; null when the caller does not have it. */
export function usePagePath(): (
  key: string | null | undefined,
  params?: Readonly<Record<string, unknown>>,
) => string | null {
  const { pages } = useConfigured();
  return useMemo(
    () => (key, params) => {
      const page = key ? pages.get(key) : undefined;
      return page ? fillPath(page.path, params ?? {}) : null;
    },
    [pages],
  );
}

const Own = createContext<ReadonlyMap<string, readonly Option[]>>(new Map());

/** A form may bring dictionaries of its own; inside of it they come first. */
export function OwnDictionaries({
  dictionaries,
  children,
}: {
  dictionaries: readonly Dictionary[];
  children: ReactNode;
}) {
  const outer = useContext(Own);
  const value = useMemo(
    () => new Map([...outer, ...dictionaries.map((each) => [each.name, each.options] as const)]),
    [outer, dictionaries],
  );
  return <Own value={value}>{children}</Own>;
}

const NONE: readonly Option[] = [];

export function useDictionary(name: string | null | undefined): readonly Option[] {
  const own = useContext(Own);
  const { dictionaries } = useConfigured();
  return (name ? (own.get(name) ?? dictionaries.get(name)) : undefined) ?? NONE;
}
