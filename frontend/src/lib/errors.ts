/** What can come back instead of an answer. */

export interface UserError {
  readonly code: string;
  readonly message: string;
  /** Where in the mutation's input the refused value stands. */
  readonly path?: readonly string[] | null;
  readonly data?: unknown;
}

/** The request as a whole was refused: not signed in, not allowed, malformed, too many, or our fault. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    readonly retryable: boolean,
    readonly traceId: string | null,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** No answer arrived. Whether the server has acted is unknown: repeat with the same idempotency key. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
  readonly code = "CONNECTION_LOST";
  readonly retryable = true;
}

/** The business says no, in words for the user. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly retryable = false;
  constructor(readonly errors: readonly UserError[]) {
    super(errors.map((error) => error.message).join("\n"));
  }
  get code(): string {
    return this.errors[0]?.code ?? "REFUSED";
  }
}

export function codeOf(error: unknown): string | null {
  return error instanceof RequestError || error instanceof ConnectionLost || error instanceof Refused
    ? error.code
    : null;
}

export function isRetryable(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof RequestError && error.retryable);
}

/** The payload itself, or `Refused` when it says no. */
export function accepted<T extends { readonly userErrors: readonly UserError[] }>(payload: T): T {
  if (payload.userErrors.length > 0) throw new Refused(payload.userErrors);
  return payload;
}
