import type { TaskStateFragment } from "@/gql/gen/graphql";
import { isRecord } from "@/lib/values";

/** Of an export: how many rows its file holds, and whether some were left out. */
export function rowsOfTask({ result }: Pick<TaskStateFragment, "result">): { rows: number | null; truncated: boolean } {
  const found = isRecord(result) ? result : {};
  return {
    rows: typeof found["rows"] === "number" ? found["rows"] : null,
    truncated: found["truncated"] === true,
  };
}

export function isUnderWay(task: Pick<TaskStateFragment, "state">): boolean {
  return task.state === "QUEUED" || task.state === "RUNNING";
}

/** 100 is kept for work that is done: a bar that stands full while it goes on is a lie. */
export function percentOfTask({ state, done, total }: Pick<TaskStateFragment, "state" | "done" | "total">): number {
  if (state === "DONE") return 100;
  return total ? Math.min(99, Math.floor((done / total) * 100)) : 0;
}
