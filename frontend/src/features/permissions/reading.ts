import { useQuery, type QueryClient } from "@tanstack/react-query";
import {
  PlatformDocument,
  PlatformsDocument,
  RoleTreeDocument,
  type EditedNodeFragment,
  type EditedRoleFragment,
  type PlatformHeadFragment,
  type PlatformQuery,
} from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { usePreferences } from "@/theme/usePreferences";
import { useMe } from "@/session/session";

export type PlatformHead = PlatformHeadFragment;
export type Platform = NonNullable<PlatformQuery["platformTemplate"]>;
export type EditedNode = EditedNodeFragment;
export type EditedRole = EditedRoleFragment;

/** Below `read`, like what generic pages read: an action on one of them refreshes the other. */
const ROOT = ["read", "permissions"] as const;

/** Whether the caller holds a permission; what he may not do is not offered, and the server refuses it all the same. */
export function useMay(): (code: string) => boolean {
  const grants = useMe()?.grants ?? [];
  return (code) => grants.includes(code);
}

export function usePlatforms() {
  const members = useMay()("member.read");
  const { locale } = usePreferences();
  return useQuery({
    queryKey: [...ROOT, "platforms", locale, members],
    queryFn: async ({ signal }) => (await execute(PlatformsDocument, { members }, { signal })).platformTemplates ?? [],
  });
}

export function usePlatform(id: string) {
  const members = useMay()("member.read");
  const { locale } = usePreferences();
  return useQuery({
    queryKey: [...ROOT, "platform", id, locale, members],
    queryFn: async ({ signal }) =>
      (await execute(PlatformDocument, { id, members }, { signal })).platformTemplate ?? null,
  });
}

/** The nodes that a role holds. */
export function useGrants(roleId: string | null) {
  return useQuery({
    queryKey: [...ROOT, "grants", roleId],
    queryFn: async ({ signal }) => {
      const nodes = (await execute(RoleTreeDocument, { id: roleId ?? "" }, { signal })).rolePermissionTree;
      return new Set(nodes.flatMap((node) => (node.granted ? [node.id] : [])));
    },
    enabled: roleId !== null,
    // A set is not compared part by part: an answer without news would look like news.
    structuralSharing: (before, after) =>
      before instanceof Set && sameSet(before as Set<string>, after as Set<string>) ? before : after,
  });
}

function sameSet(one: Set<string>, other: Set<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

export async function readAgain(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["read"] });
}
