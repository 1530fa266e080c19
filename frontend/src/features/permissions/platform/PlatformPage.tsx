import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import type { CustomPage } from "@/config/types";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { Failure } from "@/ui/Failure";
import { useGoTo } from "@/ui/PageLink";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { StandingPage } from "@/ui/StandingPage";
import { StatusBadge } from "@/ui/StatusBadge";
import { useTitle } from "@/ui/useTitle";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useDrafts } from "../grants/useDraft";
import { NodesPanel } from "../nodes/NodesPanel";
import { PlatformActions } from "../platforms/PlatformActions";
import { useMay, usePlatform, type Platform } from "../reading";
import { shapeOf } from "../tree";
import { RolesPanel } from "./RolesPanel";
import { usePlace } from "./usePlace";

interface Props {
  readonly page: CustomPage;
  readonly id: string;
  /** Shows this role only. */
  readonly onlyRole?: string;
}

export function PlatformPage({ page, id, onlyRole }: Props) {
  const goTo = useGoTo();
  const { data, error, isPending, refetch } = usePlatform(id);
  if (isPending) return <PageSkeleton />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <StandingPage status={404} onHome={() => goTo("/")} />;
  return <Loaded page={page} platform={data} onlyRole={onlyRole} />;
}

/** A platform: what each of its roles may do, and the tree of all there is to be allowed. */
function Loaded({ page, platform, onlyRole }: { page: CustomPage; platform: Platform; onlyRole: string | undefined }) {
  const { t } = useTranslation();
  const may = useMay();
  const [place, setPlace] = usePlace();
  const { drafts, put } = useDrafts();
  const statuses = useDictionary("PlatformStatus");
  const audiences = useDictionary("PlatformAudience");
  const shape = useMemo(
    () => shapeOf(platform.nodes.map((node) => ({ id: node.id, parentId: node.parent?.id ?? null }))),
    [platform.nodes],
  );
  const nodes = useMemo(() => new Map(platform.nodes.map((node) => [node.id, node])), [platform.nodes]);
  const only = platform.roles.find((role) => role.id === onlyRole);
  const title = only ? only.name : platform.name;
  useTitle(title);
  const status = statuses.find((each) => each.value === platform.status);
  const audience = audiences.find((each) => each.value === platform.audience)?.label;
  const views = [
    ...(may("role.read") ? [{ key: "roles", label: t("permissions.roles") }] : []),
    { key: "nodes", label: t("permissions.nodes") },
  ];
  const view = only || (place.view !== "nodes" && may("role.read")) ? "roles" : "nodes";
  return (
    <>
      <ConfiguredHeader
        page={page}
        title={title}
        subtitle={[only ? platform.name : platform.code, audience].filter(Boolean).join(" · ")}
        status={<StatusBadge label={status?.label ?? platform.status} tone={status?.tone} />}
        actions={only ? undefined : <PlatformActions platform={platform} />}
      />
      {only || views.length === 1 ? null : (
        <ViewSwitch
          label={t("permissions.views")}
          value={view}
          items={views}
          onChange={(next) => setPlace({ view: next })}
        />
      )}
      <Panel flush>
        {view === "roles" ? (
          <RolesPanel
            platform={platform}
            shape={shape}
            nodes={nodes}
            only={only ?? null}
            roleId={place.role}
            onRole={(role) => setPlace({ role })}
            drafts={drafts}
            onDraft={put}
          />
        ) : (
          <NodesPanel platform={platform} shape={shape} nodes={nodes} />
        )}
      </Panel>
      <UnsavedGuard dirty={Object.keys(drafts).length > 0} />
    </>
  );
}
