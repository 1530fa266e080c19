import { vi } from "vitest";

export interface Call {
  readonly documentId: string;
  readonly variables: Record<string, unknown>;
}

/** Answers requests by their document; remembers what was asked. */
export function answering(answers: Record<string, (variables: Record<string, unknown>) => unknown>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>(async (_, init) => {
      const call = JSON.parse(typeof init?.body === "string" ? init.body : "{}") as Call;
      calls.push(call);
      const answer = answers[call.documentId];
      if (!answer) throw new Error(`nobody answers ${call.documentId}`);
      const body = answer(call.variables);
      if (body instanceof Error) throw body;
      return new Response(JSON.stringify(body));
    }),
  );
  return calls;
}

/** The id of a document that codegen stored. */
export function idOf(document: { readonly __meta__?: unknown }): string {
  return (document.__meta__ as { hash: string }).hash;
}
