import { useQueryClient } from "@tanstack/react-query";
import { SignOutDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { useGoTo } from "@/ui/PageLink";

/** Ends the session on the server first: a page that only forgets would leave the cookie behind. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const goTo = useGoTo();
  return async () => {
    await execute(SignOutDocument, {});
    sessionStorage.clear();
    queryClient.clear();
    goTo("/sign-in", { replace: true });
  };
}
