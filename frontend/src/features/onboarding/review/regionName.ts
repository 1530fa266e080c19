import { useQuery } from "@tanstack/react-query";

interface Division {
  readonly text: string;
  readonly value: string;
  readonly children?: readonly Division[];
}

function trail(divisions: readonly Division[], code: string): string[] {
  for (const division of divisions) {
    if (division.value === code) return [division.text];
    const below = division.children ? trail(division.children, code) : [];
    if (below.length) return [division.text, ...below];
  }
  return [];
}

/** The names of an administrative division from the province down; the list of them comes when it is needed. */
export function useRegionName(code: string | null): string | null {
  const { data } = useQuery({
    queryKey: ["divisions"],
    queryFn: async (): Promise<readonly Division[]> => (await import("./divisions")).DIVISIONS,
    enabled: code !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return code && data ? trail(data, code).join(" ") || null : null;
}
