import { accepted, type UserError } from "@/lib/errors";
import { bind, type Sources } from "@/lib/bindings";
import { executeById } from "@/lib/execute";
import { getPath } from "@/lib/paths";
import type { Operation, Row } from "./types";

/** Run an operation of a page; what stands at its result path comes back. */
export async function read(operation: Operation, sources: Sources, signal?: AbortSignal): Promise<unknown> {
  const data = await executeById(operation.id, bind(operation.variables, sources), { signal });
  return operation.resultPath ? getPath(data, operation.resultPath) : data;
}

/** Run a mutation; a business no is thrown as `Refused`. */
export async function submit(operation: Operation, sources: Sources): Promise<Row> {
  const payload = (await read(operation, sources)) as (Row & { userErrors?: readonly UserError[] }) | null;
  return accepted({ userErrors: [], ...payload });
}

export interface Connection {
  readonly nodes: readonly Row[];
  readonly totalCount: number | null;
  readonly capped: boolean;
}

/** A connection, or a plain list, as rows. */
export function connectionOf(value: unknown): Connection {
  if (Array.isArray(value)) return { nodes: value as Row[], totalCount: value.length, capped: false };
  const { nodes, totalCount, totalCountIsCapped } = (value ?? {}) as {
    nodes?: readonly Row[];
    totalCount?: number;
    totalCountIsCapped?: boolean;
  };
  return { nodes: nodes ?? [], totalCount: totalCount ?? null, capped: totalCountIsCapped ?? false };
}

/** Key of a read in the cache: the document and what it was asked with. */
export function readKey(operation: Operation, sources: Sources): readonly unknown[] {
  return ["read", operation.id, bind(operation.variables, sources)];
}
