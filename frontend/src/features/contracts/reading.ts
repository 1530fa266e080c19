import { useQuery } from "@tanstack/react-query";
import { ContractToReadDocument, type ContractToReadQuery } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";

export type ReadContract = NonNullable<ContractToReadQuery["contract"]>;
export interface Clause {
  readonly key: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}
export interface PartyFacts {
  readonly party: string;
  readonly name: string;
  readonly code: string;
  readonly representative: string;
}

const WHILE_SIGNING_MS = 2_000;

/** A contract as it stands; while the signing service works on it, it is read again and again. */
export function useContract(id: string) {
  return useQuery({
    queryKey: ["read", "contractToSign", id],
    queryFn: async ({ signal }) => (await execute(ContractToReadDocument, { id }, { signal })).contract ?? null,
    refetchInterval: ({ state }) =>
      state.data?.signatures.some((each) => each.state === "PENDING") || state.data?.state === "DRAFT"
        ? WHILE_SIGNING_MS
        : false,
  });
}

export function clausesOf(text: unknown): readonly Clause[] {
  return Array.isArray(text) ? (text as Clause[]) : [];
}

export function partiesOf(parties: unknown): readonly PartyFacts[] {
  return Array.isArray(parties) ? (parties as PartyFacts[]) : [];
}

/** Rows whose keys are the words of their columns. */
export function rowsOf(table: unknown): readonly Record<string, string>[] {
  return Array.isArray(table) ? (table as Record<string, string>[]) : [];
}

/** A fingerprint in groups of eight, so that two can be compared by eye. */
export function grouped(sha256: string): string {
  return sha256.match(/.{1,8}/g)?.join(" ") ?? sha256;
}
