import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { submit } from "@/config/operations";
import type { Operation, Row } from "@/config/types";
import type { Sources } from "@/lib/bindings";
import { newKey } from "@/lib/idempotency";
import { useStepUp } from "./StepUp";

export interface Outcome {
  readonly payload: Row;
  readonly failed: readonly { readonly row: Row; readonly error: unknown }[];
  readonly done: number;
}

/** One request for the whole selection, or one for each row of it where the operation takes a single row. */
function perRow(operation: Operation, sources: Sources): readonly Row[] | null {
  const takes = new Set(operation.variables.map((binding) => binding.source));
  const selection = sources.selection as readonly Row[] | undefined;
  return selection && takes.has("ROW") && !takes.has("SELECTION") ? selection : null;
}

/**
 * Sends an action's mutation. The idempotency key belongs to the intention: a retry after a lost connection repeats it,
 * so that nothing is done twice.
 */
export function useSubmit(operation: Operation | null | undefined) {
  const [key] = useState(newKey);
  const [progress, setProgress] = useState<number | null>(null);
  const steppedUp = useStepUp();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (sources: Sources): Promise<Outcome> => {
      if (!operation) return { payload: {}, failed: [], done: 0 };
      const rows = perRow(operation, sources);
      if (!rows) {
        const payload = await steppedUp(() => submit(operation, { ...sources, idempotencyKey: key }));
        return { payload, failed: [], done: 1 };
      }
      const failed: { row: Row; error: unknown }[] = [];
      for (const [index, row] of rows.entries()) {
        setProgress(index / rows.length);
        try {
          await steppedUp(() => submit(operation, { ...sources, row, idempotencyKey: `${key}${index}` }));
        } catch (error) {
          failed.push({ row, error });
        }
      }
      setProgress(null);
      return { payload: {}, failed, done: rows.length - failed.length };
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["read"] }),
  });
  return { ...mutation, progress };
}
