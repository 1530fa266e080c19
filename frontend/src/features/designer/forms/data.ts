import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  DesignedFormDocument,
  FormMaterialsDocument,
  FormVersionsDocument,
  PreviewFormDocument,
  PublishFormDocument,
  SaveFormDocument,
  WithdrawFormDocument,
  type FormVersionFragment,
  type SaveFormInput,
} from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { preferences } from "@/lib/preferences";
import { useDebounced } from "@/ui/useDebounced";
import type { PlainObject } from "../model/plain";

export type FormVersion = FormVersionFragment;
const VERSIONS = "formVersions";
const TYPING_MS = 400;

export function designedFormQuery(id: string) {
  return queryOptions({
    queryKey: ["designedForm", id],
    queryFn: async ({ signal }) => (await execute(DesignedFormDocument, { id }, { signal })).formDefinition ?? null,
    staleTime: 0,
    gcTime: 0,
    // What is being edited is not exchanged for what somebody else has saved meanwhile: saving would say so.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** All versions of one form, the newest first. */
export function formVersionsQuery(key: string, merchantType: string | null) {
  return queryOptions({
    queryKey: [VERSIONS, key, merchantType],
    queryFn: async ({ signal }) => {
      const filter = {
        key: { eq: key },
        merchantType: merchantType === null ? { isNull: true } : { eq: merchantType },
      };
      return (await execute(FormVersionsDocument, { filter }, { signal })).formDefinitions?.nodes ?? [];
    },
    enabled: key !== "",
  });
}

export const materialsQuery = () =>
  queryOptions({
    queryKey: ["formMaterials", preferences().locale],
    queryFn: async ({ signal }) => (await execute(FormMaterialsDocument, {}, { signal })).formMaterials,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What the server makes of a form while it is written; the answer before stays until the next one is there. */
export function useFormPreview(definition: PlainObject) {
  const settled = useDebounced(definition, TYPING_MS);
  const query = useQuery({
    queryKey: ["previewForm", preferences().locale, settled],
    queryFn: async ({ signal }) =>
      (await execute(PreviewFormDocument, { definition: settled }, { signal })).previewForm,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  return { ...query, behind: settled !== definition || query.isPlaceholderData };
}

export function useFormCommands() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: [VERSIONS] });
    await client.invalidateQueries({ queryKey: ["read"] });
  };
  const save = useMutation({
    mutationFn: async (input: SaveFormInput) => accepted((await execute(SaveFormDocument, { input })).saveForm).form,
    onSuccess,
  });
  const publish = useMutation({
    mutationFn: async (form: Pick<FormVersion, "id" | "revision">) => {
      const input = { formId: form.id, expectedRevision: form.revision };
      return accepted((await execute(PublishFormDocument, { input })).publishForm).form;
    },
    onSuccess,
  });
  const withdraw = useMutation({
    mutationFn: async (formId: string) =>
      accepted((await execute(WithdrawFormDocument, { input: { formId } })).withdrawForm).form,
    onSuccess,
  });
  return { save, publish, withdraw };
}
