import { useMutation, useQueryClient } from "@tanstack/react-query";
import { SaveRoleGrantsDocument } from "@/gql/gen/graphql";
import { accepted, codeOf } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { readAgain, type EditedRole } from "../reading";
import type { Difference } from "../tree";

export interface Saving {
  readonly change: Difference;
  readonly reason: string;
}
interface Outcome {
  readonly onStale: () => void;
  /** With the change that waits for a second person, if one has to agree. */
  readonly onSaved: (changeId: string | null) => void;
}

/** Saves the difference. When somebody else was faster, what he saved is read; what was ticked here stays. */
export function useSaveGrants(role: EditedRole, { onStale, onSaved }: Outcome) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ change, reason }: Saving) => {
      const input = {
        roleId: role.id,
        add: [...change.add],
        remove: [...change.remove],
        expectedVersion: role.version,
        reason,
      };
      return accepted((await execute(SaveRoleGrantsDocument, { input })).saveRoleGrants);
    },
    onSuccess: async ({ changeRequest }) => {
      onSaved(changeRequest?.id ?? null);
      await readAgain(queryClient);
    },
    onError: async (error) => {
      const code = codeOf(error);
      if (code === "STALE_OBJECT" || code === "NODE_OF_OTHER_TEMPLATE" || code === "NOTHING_TO_CHANGE") {
        onStale();
        await readAgain(queryClient);
      }
    },
  });
}
