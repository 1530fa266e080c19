/** Sends a file to its signed address. `fetch` cannot tell how far an upload has come, XMLHttpRequest can. */
import { ConnectionLost, RequestError } from "./errors";
import { preferences } from "./preferences";

export function sendFile(
  url: string,
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("Accept-Language", preferences().locale);
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
    const body = JSON.parse(request.responseText) as { code?: string; message?: string };
    message = body.message ?? message;
    code = body.code ?? code;
  } catch {
    // A proxy in between answers a page of its own; its status is all that matters here.
  }
  return new RequestError(message, code, request.status, request.status >= 500, null);
}
