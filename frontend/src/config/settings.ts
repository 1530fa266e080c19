import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MySettingsDocument, SaveSettingDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { useFeature } from "./AppConfigContext";

const KEY = ["mySettings"];

/** A setting of this user, kept on the server so that it follows him to another desk; null until he has chosen. */
export function useSetting<T>(name: string): [T | null, (value: T | null) => void] {
  const enabled = useFeature("SETTINGS");
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      ((await execute(MySettingsDocument, {}, { signal })).mySettings ?? {}) as Record<string, unknown>,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
  const save = useMutation({
    mutationFn: async (value: T | null) =>
      accepted((await execute(SaveSettingDocument, { input: { key: name, value } })).saveSetting),
    onMutate: (value) => {
      queryClient.setQueryData<Record<string, unknown>>(KEY, (before) => ({ ...before, [name]: value }));
    },
    onError: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
  return [(data?.[name] as T | undefined) ?? null, (value) => (enabled ? save.mutate(value) : undefined)];
}
