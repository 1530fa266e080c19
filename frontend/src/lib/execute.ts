/** Runs stored documents over HTTP: a hash and variables go out, never the text of a query. */
import { ConnectionLost, RequestError } from "./errors";

/** What codegen makes of a document; the two types only travel along. */
export interface StoredDocument<Result, Variables> {
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
  readonly __meta__?: { readonly hash?: string } | Record<string, unknown> | undefined;
}
export interface ExecuteOptions {
  readonly signal?: AbortSignal | undefined;
}
export interface ClientSettings {
  url: string;
  locale: () => string;
  /** Every answer's headers, e.g. the revision of the configuration. */
  onHeaders: (headers: Headers) => void;
  /** Every refused request, before it is thrown. */
  onRefused: (error: RequestError) => void;
}

interface WireError {
  message?: string;
  extensions?: { code?: string; retryable?: boolean; traceId?: string } & Record<string, unknown>;
}
interface Answer {
  data?: unknown;
  errors?: WireError[];
}

const settings: ClientSettings = {
  url: "/graphql",
  locale: () => "zh-CN",
  onHeaders: () => undefined,
  onRefused: () => undefined,
};

export function configureClient(changes: Partial<ClientSettings>): void {
  Object.assign(settings, changes);
}

export async function execute<Result, Variables>(
  document: StoredDocument<Result, Variables>,
  variables: Variables,
  options: ExecuteOptions = {},
): Promise<Result> {
  const hash = document.__meta__?.hash;
  if (typeof hash !== "string") throw new TypeError("this document was not stored by codegen");
  return (await executeById(hash, variables, options)) as Result;
}

/** Run a document that the server compiled, by its id. The caller knows the shape from the page's configuration. */
export async function executeById(
  documentId: string,
  variables: unknown,
  { signal }: ExecuteOptions = {},
): Promise<unknown> {
  const response = await send(JSON.stringify({ documentId, variables }), signal);
  settings.onHeaders(response.headers);
  const answer = await read(response);
  const [first] = answer.errors ?? [];
  if (first || !response.ok) {
    const error = refusal(response, first);
    settings.onRefused(error);
    throw error;
  }
  return answer.data;
}

async function send(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(settings.url, {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/graphql-response+json, application/json;q=0.9",
        "Accept-Language": settings.locale(),
        "X-Requested-With": "prepaid-admin",
      },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    throw lost(error, signal);
  }
}

async function read(response: Response): Promise<Answer> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw lost(error, undefined);
  }
  try {
    return JSON.parse(text) as Answer;
  } catch {
    // A proxy's page instead of an answer of ours: its status says what there is to say.
    return {};
  }
}

function lost(error: unknown, signal: AbortSignal | undefined): unknown {
  // The caller gave up by itself: that is no loss, and TanStack Query knows its own abort.
  if (signal?.aborted) return error;
  return new ConnectionLost("connection lost", { cause: error });
}

function refusal(response: Response, first: WireError | undefined): RequestError {
  const { code, retryable, traceId, ...data } = first?.extensions ?? {};
  return new RequestError(
    first?.message ?? response.statusText,
    code ?? (response.status >= 500 ? "UNAVAILABLE" : `HTTP_${response.status}`),
    response.status,
    retryable ?? response.status >= 500,
    traceId ?? response.headers.get("X-Trace-Id"),
    data,
  );
}
