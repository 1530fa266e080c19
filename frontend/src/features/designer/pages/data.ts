import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  EditablePagesDocument,
  EditorPlatformsDocument,
  EditorRolesDocument,
  OverlayVersionsDocument,
  PageDefinitionDocument,
  PreviewPageDocument,
  PublishOverlayDocument,
  SaveOverlayDocument,
  WithdrawOverlayDocument,
  type EditablePagesQuery,
  type OverlayVersionFragment,
  type SaveOverlayInput,
} from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { preferences } from "@/lib/preferences";
import { useDebounced } from "@/ui/useDebounced";
import type { Op } from "../model/patch";

export type OverlayVersion = OverlayVersionFragment;
export type EditablePage = EditablePagesQuery["editablePages"][number];
/** Whose page is edited: a platform's, for all merchant types or for one. */
export interface Audience {
  readonly templateCode: string;
  readonly merchantType: string | null;
}
export const SHELL = "app";
const PAGES = "editablePages";
const VERSIONS = "overlayVersions";
const TYPING_MS = 400;

export const platformsQuery = () =>
  queryOptions({
    queryKey: ["editorPlatforms", preferences().locale],
    queryFn: async ({ signal }) => (await execute(EditorPlatformsDocument, {}, { signal })).myPlatforms ?? [],
  });

export const rolesQuery = (template: string | undefined) =>
  queryOptions({
    queryKey: ["editorRoles", template, preferences().locale],
    queryFn: async ({ signal }) =>
      (await execute(EditorRolesDocument, { template: template ?? "" }, { signal })).roles?.nodes ?? [],
    enabled: template !== undefined,
  });

export const editablePagesQuery = (audience: Audience | null) =>
  queryOptions({
    queryKey: [PAGES, audience, preferences().locale],
    queryFn: async ({ signal }) => {
      const { templateCode, merchantType } = audience ?? { templateCode: "", merchantType: null };
      return (await execute(EditablePagesDocument, { templateCode, merchantType }, { signal })).editablePages;
    },
    enabled: audience !== null,
  });

const STEADY = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY } as const;

/** The page that an overlay stands on, as it was when the editor opened. */
export const pageDefinitionQuery = (audience: Audience, key: string) =>
  queryOptions({
    queryKey: ["pageDefinition", audience, key],
    queryFn: async ({ signal }) =>
      (await execute(PageDefinitionDocument, { key, ...audience }, { signal })).pageDefinition,
    ...STEADY,
  });

export const overlayVersionsQuery = ({ templateCode, merchantType }: Audience, key: string) =>
  queryOptions({
    queryKey: [VERSIONS, templateCode, merchantType, key],
    queryFn: async ({ signal }) => {
      const filter = {
        templateCode: { eq: templateCode },
        merchantType: merchantType === null ? { isNull: true } : { eq: merchantType },
        pageKey: { eq: key },
      };
      return (await execute(OverlayVersionsDocument, { filter }, { signal })).pageOverlays?.nodes ?? [];
    },
    refetchOnWindowFocus: false,
  });

/** What the server makes of a patch. */
export async function previewOf(
  audience: Audience,
  key: string,
  patch: unknown,
  roles: string[] | null,
  signal?: AbortSignal,
) {
  return (await execute(PreviewPageDocument, { key, patch, ...audience, roles }, { signal })).previewPage;
}

export const pagePreviewQuery = (audience: Audience, key: string, ops: readonly Op[], role: string | null) =>
  queryOptions({
    queryKey: ["previewPage", audience, key, ops, role, preferences().locale],
    queryFn: ({ signal }) => previewOf(audience, key, { ops }, role === null ? null : [role], signal),
    gcTime: 0,
  });

/** What the server makes of the page while it is edited; the answer before stays until the next one is there. */
export function usePagePreview(audience: Audience, key: string, ops: readonly Op[], role: string | null) {
  const settled = useDebounced(ops, TYPING_MS);
  const query = useQuery({
    ...pagePreviewQuery(audience, key, settled, role),
    placeholderData: (before) => before,
  });
  return { ...query, ops: settled };
}

export function useOverlayCommands() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: [PAGES] });
    await client.invalidateQueries({ queryKey: [VERSIONS] });
  };
  const save = useMutation({
    mutationFn: async (input: SaveOverlayInput) =>
      accepted((await execute(SaveOverlayDocument, { input })).saveOverlay).overlay,
    onSuccess,
  });
  const publish = useMutation({
    mutationFn: async (overlay: Pick<OverlayVersion, "id" | "revision">) => {
      const input = { overlayId: overlay.id, expectedRevision: overlay.revision };
      return accepted((await execute(PublishOverlayDocument, { input })).publishOverlay).overlay;
    },
    onSuccess,
  });
  const withdraw = useMutation({
    mutationFn: async (overlayId: string) =>
      accepted((await execute(WithdrawOverlayDocument, { input: { overlayId } })).withdrawOverlay).overlay,
    onSuccess,
  });
  return { save, publish, withdraw };
}
