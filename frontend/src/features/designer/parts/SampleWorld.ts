import { QueryClient } from "@tanstack/react-query";
import type { Option, Page } from "@/config/types";
import { Refused } from "@/lib/errors";
import { sampleAnswer } from "./sample";

interface Asked {
  readonly queryKey?: readonly unknown[];
}
interface Shown {
  readonly page: Page;
  readonly options: ReadonlyMap<string, readonly Option[]>;
}

/** Answers a page's reads with samples and sends nothing: a preview changes no data and needs no permission to any. */
export class SampleWorld {
  readonly client = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });
  private shown: Shown | null = null;

  constructor(refusal: string) {
    const { client } = this;
    const queries = client.defaultQueryOptions.bind(client) as (options: object) => Asked;
    const mutations = client.defaultMutationOptions.bind(client) as (options?: object) => object;
    Object.assign(client, {
      defaultQueryOptions: (options: object) => {
        const made = queries(options);
        const [first, operationId] = made.queryKey ?? [];
        return first === "read" ? { ...made, queryFn: () => this.answer(String(operationId)) } : made;
      },
      defaultMutationOptions: (options?: object) => ({
        ...mutations(options),
        mutationFn: () => Promise.reject(new Refused([{ code: "PREVIEW", message: refusal, path: null }])),
      }),
    });
  }

  /** The page whose reads are answered from now on. */
  show(page: Page, options: Shown["options"]): void {
    this.shown = { page, options };
  }

  private answer(operationId: string): unknown {
    return this.shown ? sampleAnswer(this.shown.page, operationId, this.shown.options) : null;
  }
}
