import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useAppConfig } from "@/config/AppConfigContext";
import { setCurrentHelp } from "@/config/currentHelp";
import { pageAtQuery, pageConfigQuery } from "@/config/queries";
import type { Page } from "@/config/types";
import { assertNever } from "@/lib/assertNever";
import { matchPath } from "@/lib/bindings";
import { customPages } from "@/pages/customPages";
import { usePreferences } from "@/theme/usePreferences";
import "./registerPages";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Failure } from "@/ui/Failure";
import { useGoTo } from "@/ui/PageLink";
import { useTitle } from "@/ui/useTitle";
import { PageSkeleton } from "@/ui/PageSkeleton";

const ListPageView = lazy(async () => ({ default: (await import("@/pages/list/ListPageView")).ListPageView }));
const DetailPageView = lazy(async () => ({ default: (await import("@/pages/detail/DetailPageView")).DetailPageView }));
const FormPageView = lazy(async () => ({ default: (await import("@/pages/form/FormPageView")).FormPageView }));
const DashboardPageView = lazy(async () => ({
  default: (await import("@/pages/dashboard/DashboardPageView")).DashboardPageView,
}));

const StandingPage = lazy(async () => ({ default: (await import("@/ui/StandingPage")).StandingPage }));

type Params = Readonly<Record<string, string>>;

/** Finds the configured page of an address and shows it as its kind. */
export function PageHost() {
  const { pathname } = useLocation();
  const app = useAppConfig();
  const goTo = useGoTo();
  const landing = app.pages.find((page) => page.key === app.landing);
  const atRoot = pathname === "/";
  useEffect(() => {
    if (atRoot && landing && landing.path !== "/") goTo(landing.path, { replace: true });
    // Only the arrival at the root counts; `goTo` is new with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [atRoot, landing]);
  // A path without a parameter goes before one that would take it for a parameter.
  const candidates = app.pages.flatMap((page) => {
    const params = matchPath(page.path, pathname);
    return params ? [{ key: page.key, params, loose: Object.keys(params).length }] : [];
  });
  const [found] = candidates.toSorted((a, b) => a.loose - b.loose);
  if (!found && atRoot && landing) return <PageSkeleton />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      {found ? (
        <Configured key={`${found.key} ${pathname}`} pageKey={found.key} params={found.params} />
      ) : (
        <Absent path={pathname} />
      )}
    </Suspense>
  );
}

function Absent({ path }: { path: string }) {
  const goTo = useGoTo();
  const { data, error, isPending, refetch } = useQuery(pageAtQuery(path));
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <StandingPage status={data === "UNKNOWN" ? 404 : 403} onHome={() => goTo("/")} />;
}

function Configured({ pageKey, params }: { pageKey: string; params: Params }) {
  const goTo = useGoTo();
  const { locale } = usePreferences();
  const { data: page, error, isPending, refetch } = useQuery(pageConfigQuery(pageKey, locale));
  const app = useAppConfig();
  useTitle(page?.title ?? app.templateLabel);
  useEffect(() => {
    setCurrentHelp(page ? { help: page.help ?? null, kind: page.__typename } : null);
    return () => setCurrentHelp(null);
  }, [page]);
  if (isPending) return <PageSkeleton />;
  if (error && !page) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!page) return <StandingPage status={403} onHome={() => goTo("/")} />;
  return (
    <ErrorBoundary resetKey={page.revision} fallback={(fault, reset) => <Failure error={fault} onRetry={reset} />}>
      <Suspense fallback={<PageSkeleton />}>
        <Shown page={page} params={params} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Shown({ page, params }: { page: Page; params: Params }) {
  const goTo = useGoTo();
  const missing = <StandingPage status={404} onHome={() => goTo("/")} />;
  switch (page.__typename) {
    case "ListPage":
      return <ListPageView page={page} params={params} />;
    case "DetailPage":
      return <DetailPageView page={page} params={params} missing={missing} />;
    case "FormPage":
      return <FormPageView page={page} params={params} missing={missing} />;
    case "DashboardPage":
      return <DashboardPageView page={page} params={params} />;
    case "CustomPage": {
      const Found = customPages[page.component];
      return Found ? <Found page={page} params={params} /> : missing;
    }
    default:
      return assertNever(page);
  }
}
