import { queryOptions, useQuery } from "@tanstack/react-query";
import { MeDocument, type MeQuery } from "@/gql/gen/graphql";
import { codeOf } from "@/lib/errors";
import { execute } from "@/lib/execute";

export type Me = MeQuery["me"];
export type Account = NonNullable<Me["account"]>;
export type Place = Account["memberships"][number];

export const ME = ["me"] as const;

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ME,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await execute(MeDocument, {}, { signal })).me;
    } catch (error) {
      if (codeOf(error) === "UNAUTHENTICATED") return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export function useMe(): Me | null {
  return useQuery(meQuery).data ?? null;
}

/** The person behind the session; the shell is not rendered without one. */
export function useAccount(): Account {
  const account = useMe()?.account;
  if (!account) throw new Error("nobody is signed in");
  return account;
}
