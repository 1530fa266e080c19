import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { AppConfigProvider } from "@/config/AppConfigContext";
import type { AppConfig } from "@/config/types";
import { loadLanguage } from "@/i18n";
import { ThemeProvider } from "@/theme/ThemeProvider";
import { MessagesProvider } from "@/ui/Messages";

// The first test of a file waits for modules that the application loads when it needs them.
configure({ asyncUtilTimeout: 10_000 });

export const APP: AppConfig = {
  revision: "r1",
  template: "merchant",
  templateLabel: "Merchants",
  merchantType: null,
  landing: "cards",
  features: [],
  navigation: [],
  pages: [
    { key: "cards", path: "/cards", title: "Cards", kind: "LIST" },
    { key: "card", path: "/cards/:id", title: "Card", kind: "DETAIL" },
  ],
  dictionaries: [
    {
      name: "CardState",
      options: [
        { value: "ACTIVE", label: "Active", tone: "SUCCESS", disabled: false },
        { value: "FROZEN", label: "Frozen", tone: "WARNING", disabled: false },
      ],
    },
  ],
};

/** A part of the admin as it stands in the shell: router, cache, texts and configuration around it. */
export async function show(
  node: ReactNode,
  {
    app = APP,
    path = "/cards",
    seed,
  }: {
    app?: AppConfig;
    path?: string;
    /** Puts into the cache what is known already. */ seed?: (client: QueryClient) => void;
  } = {},
) {
  await loadLanguage("en");
  const root = createRootRoute({ component: () => node, notFoundComponent: () => node });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: [path] }) });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  seed?.(client);
  const view = render(
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <MessagesProvider>
          <AppConfigProvider app={app}>
            <RouterProvider router={router} />
          </AppConfigProvider>
        </MessagesProvider>
      </ThemeProvider>
    </QueryClientProvider>,
  );
  return { ...view, router, client };
}
