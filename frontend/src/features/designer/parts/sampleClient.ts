import { QueryClient } from "@tanstack/react-query";
import { Refused } from "@/lib/errors";

interface Asked {
  readonly queryKey?: readonly unknown[];
}

/** Answers a page's reads with samples and sends nothing: a preview changes no data and needs no permission to any. */
export function sampleClient(answer: (operationId: string) => unknown, refusal: string): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });
  const queries = client.defaultQueryOptions.bind(client) as (options: object) => Asked;
  const mutations = client.defaultMutationOptions.bind(client) as (options?: object) => object;
  return Object.assign(client, {
    defaultQueryOptions: (options: object) => {
      const made = queries(options);
      const [first, operationId] = made.queryKey ?? [];
      return first === "read" ? { ...made, queryFn: () => answer(String(operationId)) } : made;
    },
    defaultMutationOptions: (options?: object) => ({
      ...mutations(options),
      mutationFn: () => Promise.reject(new Refused([{ code: "PREVIEW", message: refusal, path: null }])),
    }),
  });
}
