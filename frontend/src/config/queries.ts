import { keepPreviousData, QueryClient, queryOptions } from "@tanstack/react-query";
import { AppConfigDocument, PageAtDocument, PageConfigDocument, type PreviewInput } from "@/gql/gen/graphql";
import { isRetryable } from "@/lib/errors";
import { execute } from "@/lib/execute";
import type { Locale } from "@/lib/preferences";
import { previewAs } from "./preview";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && isRetryable(error),
      // The browser's own idea of being offline is often wrong behind a bank's proxy: ask, and see.
      networkMode: "always",
      staleTime: 5_000,
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

function preview(): PreviewInput | null {
  return previewAs();
}

/** The language is part of the key: everything configured comes translated. Whoever asks follows its changes. */
export function appConfigQuery(locale: Locale) {
  return queryOptions({
    queryKey: ["appConfig", locale, preview()],
    queryFn: async ({ signal }) => (await execute(AppConfigDocument, { previewAs: preview() }, { signal })).appConfig,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

export function pageConfigQuery(key: string, locale: Locale) {
  return queryOptions({
    queryKey: ["page", key, locale, preview()],
    queryFn: async ({ signal }) =>
      (await execute(PageConfigDocument, { key, previewAs: preview() }, { signal })).pageConfig ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    // In another language the same page stays as it is until its texts come: a half-filled form is not lost.
    placeholderData: (before, query) => (query?.queryKey[1] === key ? before : undefined),
  });
}

export function pageAtQuery(path: string) {
  return queryOptions({
    queryKey: ["pageAt", path],
    queryFn: async ({ signal }) => (await execute(PageAtDocument, { path }, { signal })).pageAt,
  });
}
