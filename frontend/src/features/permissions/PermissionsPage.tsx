import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { CustomPageProps } from "@/pages/customPages";
import { PlatformOfRoleDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { Failure } from "@/ui/Failure";
import { useGoTo } from "@/ui/PageLink";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { StandingPage } from "@/ui/StandingPage";

const PlatformsPage = lazy(async () => ({ default: (await import("./platforms/PlatformsPage")).PlatformsPage }));
const PlatformPage = lazy(async () => ({ default: (await import("./platform/PlatformPage")).PlatformPage }));

/** The three pages of the permission editor: all platforms, one platform, one role of a platform. */
export function PermissionsPage({ page, params }: CustomPageProps) {
  const { subject } = (page.props ?? {}) as { subject?: string };
  const id = params["id"] ?? "";
  return (
    <Suspense fallback={<PageSkeleton />}>
      {subject === "platforms" ? (
        <PlatformsPage page={page} />
      ) : subject === "role" ? (
        <RolePage page={page} id={id} />
      ) : (
        <PlatformPage page={page} id={id} />
      )}
    </Suspense>
  );
}

/** One role: its platform is looked up, since only its tree says what there is to grant. */
function RolePage({ page, id }: { page: CustomPageProps["page"]; id: string }) {
  const goTo = useGoTo();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["read", "platformOfRole", id],
    queryFn: async ({ signal }) => (await execute(PlatformOfRoleDocument, { id }, { signal })).role ?? null,
  });
  if (isPending) return <PageSkeleton />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.template) return <StandingPage status={404} onHome={() => goTo("/")} />;
  return <PlatformPage page={page} id={data.template.id} onlyRole={id} />;
}
