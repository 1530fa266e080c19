/** Sends a file to its signed address. `fetch` cannot tell how far an upload has come, XMLHttpRequest can. */
import { ConnectionLost, RequestError } from "./errors";

export interface Ticket {
  readonly url: string;
  readonly method: string;
  readonly headers: unknown;
}

export function sendFile(
  ticket: Ticket,
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(ticket.method, ticket.url);
    for (const [name, value] of Object.entries((ticket.headers ?? {}) as Record<string, string>)) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(refusal(request));
    });
    request.addEventListener("error", () => reject(new ConnectionLost("upload lost")));
    request.addEventListener("abort", () => reject(new DOMException("upload aborted", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function refusal(request: XMLHttpRequest): RequestError {
  let message = request.statusText;
  let code = `HTTP_${request.status}`;
  try {
    const body = JSON.parse(request.responseText) as {
      errors?: { message?: string; extensions?: { code?: string } }[];
    };
    message = body.errors?.[0]?.message ?? message;
    code = body.errors?.[0]?.extensions?.code ?? code;
  } catch {
    // An object store answers XML; its status is all that matters here.
  }
  return new RequestError(message, code, request.status, request.status >= 500, null);
}
