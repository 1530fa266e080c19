import { useQueries, useQuery } from "@tanstack/react-query";
import { read, readKey } from "@/config/operations";
import { previewAs } from "@/config/preview";
import { WorkBenchDocument, type WorkBenchQuery } from "@/gql/gen/graphql";
import { withDays } from "@/lib/days";
import { execute } from "@/lib/execute";
import { getPath } from "@/lib/paths";
import { usePreferences } from "@/theme/usePreferences";

export type BenchCard = WorkBenchQuery["workBench"][number];
export interface Filled {
  readonly card: BenchCard;
  /** Undefined while it is on its way, null when it could not be read. */
  readonly value: unknown;
  /** Counting ended before the last one. */
  readonly capped: boolean;
}

/** What the server puts on this person's bench, with the figures as far as they have come. */
export function useBench(now: number) {
  const { locale } = usePreferences();
  const preview = previewAs();
  const cards = useQuery({
    queryKey: ["page", "$bench", locale, preview],
    queryFn: async ({ signal }) => (await execute(WorkBenchDocument, { previewAs: preview }, { signal })).workBench,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const dated = withDays(cards.data ?? [], now);
  const figures = useQueries({
    queries: dated.map(({ source }) => ({
      queryKey: readKey(source, {}),
      queryFn: ({ signal }: { signal: AbortSignal }) => read(source, {}, signal),
    })),
  });
  const filled = dated.map((card, index): Filled => {
    const figure = figures[index];
    const value = figure?.isError
      ? null
      : figure?.data === undefined
        ? undefined
        : getPath(figure.data, card.valuePath);
    return { card, value, capped: getPath(figure?.data, "totalCountIsCapped") === true };
  });
  return { ...cards, filled };
}
