import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { createContext, lazy, Suspense, useContext, useLayoutEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { AppConfigProvider, useAppConfig } from "@/config/AppConfigContext";
import type { Option, Page, PageRef } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import { parseSearch, stringifySearch } from "@/lib/listState";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { SampleWorld } from "./SampleWorld";

const ListPageView = lazy(async () => ({ default: (await import("@/pages/list/ListPageView")).ListPageView }));
const DetailPageView = lazy(async () => ({ default: (await import("@/pages/detail/DetailPageView")).DetailPageView }));
const FormPageView = lazy(async () => ({ default: (await import("@/pages/form/FormPageView")).FormPageView }));
const DashboardPageView = lazy(async () => ({
  default: (await import("@/pages/dashboard/DashboardPageView")).DashboardPageView,
}));
const PARAMS = { id: "sample-0" };
const NO_FEATURES = { features: [] };

const Shown = createContext<Page | null>(null);

function Root() {
  const page = useContext(Shown);
  return (
    <ErrorBoundary
      resetKey={page?.revision ?? ""}
      fallback={(fault, reset) => <Failure small error={fault} onRetry={reset} />}
    >
      <Suspense fallback={<PageSkeleton />}>{page ? <OfKind page={page} /> : null}</Suspense>
    </ErrorBoundary>
  );
}

function OfKind({ page }: { page: Page }) {
  const { t } = useTranslation("designer");
  switch (page.__typename) {
    case "ListPage":
      return <ListPageView page={page} params={PARAMS} />;
    case "DetailPage":
      return <DetailPageView page={page} params={PARAMS} missing={null} />;
    case "FormPage":
      return <FormPageView page={page} params={PARAMS} missing={null} />;
    case "DashboardPage":
      return <DashboardPageView page={page} params={PARAMS} />;
    case "CustomPage":
      return <EmptyState title={page.title} body={t("preview.written")} />;
    default:
      return assertNever(page);
  }
}

function newRouter() {
  return createRouter({
    routeTree: createRootRoute({ component: Root, notFoundComponent: Root }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
    parseSearch,
    stringifySearch,
  });
}

interface Props {
  readonly page: Page;
  /** Pages of the platform that is being edited: links in the preview lead to them. */
  readonly pages: readonly PageRef[];
  readonly options: ReadonlyMap<string, readonly Option[]>;
}

/** A page as its users will see it, by the same renderers, in a world of its own: samples, no way out, no way to send. */
export function PagePreview({ page, pages, options }: Props) {
  const { t } = useTranslation("designer");
  const app = useAppConfig();
  const [world] = useState(() => new SampleWorld(t("preview.nothingSent")));
  const [router] = useState(newRouter);
  // Before anything below asks: what asks does so in effects that come after those of layout.
  useLayoutEffect(() => world.show(page, options), [world, page, options]);
  const previewed = useMemo(() => ({ ...app, ...NO_FEATURES, pages: [...pages] }), [app, pages]);
  return (
    <Shown value={page}>
      <QueryClientProvider client={world.client}>
        <AppConfigProvider app={previewed}>
          <RouterProvider router={router as never} />
        </AppConfigProvider>
      </QueryClientProvider>
    </Shown>
  );
}
