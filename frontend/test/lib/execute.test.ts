import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accepted, codeOf, ConnectionLost, isRetryable, Refused, type RequestError } from "@/lib/errors";
import { configureClient, execute, executeById } from "@/lib/execute";

const document = { __meta__: { hash: "sha256:abc" } };
const fetched = vi.fn<typeof fetch>();
const answer = (body: unknown, init: ResponseInit = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), init);

beforeEach(() => vi.stubGlobal("fetch", fetched.mockReset()));
afterEach(() => {
  vi.unstubAllGlobals();
  configureClient({ locale: () => "zh-CN", onHeaders: () => undefined, onRefused: () => undefined });
});

test("a hash and variables go out, with the headers that the server asks of a browser", async () => {
  configureClient({ locale: () => "en" });
  fetched.mockResolvedValue(answer({ data: { me: { id: "1" } } }));
  expect(await execute(document, { a: 1 })).toEqual({ me: { id: "1" } });
  const [url, init] = fetched.mock.calls[0] ?? [];
  expect(url).toBe("/graphql");
  expect(init).toMatchObject({ method: "POST", credentials: "same-origin" });
  expect(init?.headers).toMatchObject({
    "Accept-Language": "en",
    "X-Requested-With": "prepaid-admin",
    "Content-Type": "application/json",
  });
  expect(init?.body).toBe('{"documentId":"sha256:abc","variables":{"a":1}}');
});

test("a refused request keeps its code, its trace and what it tells", async () => {
  const seen: RequestError[] = [];
  configureClient({ onRefused: (error) => seen.push(error) });
  fetched.mockResolvedValue(
    answer(
      {
        errors: [
          {
            message: "慢一点",
            extensions: { code: "RATE_LIMITED", retryable: true, traceId: "t1", retryAfterSeconds: 9 },
          },
        ],
      },
      { status: 429 },
    ),
  );
  const error: unknown = await execute(document, {}).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: "RATE_LIMITED",
    status: 429,
    retryable: true,
    traceId: "t1",
    data: { retryAfterSeconds: 9 },
    message: "慢一点",
  });
  expect(seen).toEqual([error]);
});

test("a proxy's page is an unavailable server, not a crash", async () => {
  fetched.mockResolvedValue(answer("<html>502</html>", { status: 502, statusText: "Bad Gateway" }));
  await expect(executeById("x", {})).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: true });
});

test("a lost connection can be repeated; a given-up one is nobody's loss", async () => {
  fetched.mockRejectedValue(new TypeError("Failed to fetch"));
  const error: unknown = await execute(document, {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConnectionLost);
  expect([codeOf(error), isRetryable(error)]).toEqual(["CONNECTION_LOST", true]);
  const controller = new AbortController();
  controller.abort();
  fetched.mockRejectedValue(new DOMException("aborted", "AbortError"));
  await expect(execute(document, {}, { signal: controller.signal })).rejects.toThrow("aborted");
});

test("a connection cut in the middle of the answer is lost, too", async () => {
  const body = new ReadableStream({ start: (stream) => stream.error(new TypeError("cut")) });
  fetched.mockResolvedValue(new Response(body));
  await expect(execute(document, {})).rejects.toBeInstanceOf(ConnectionLost);
});

test("user errors become one refusal", () => {
  const no = { code: "PIN_WRONG", message: "不对", path: ["pin"] };
  expect(accepted({ userErrors: [], thing: 1 })).toMatchObject({ thing: 1 });
  expect(() => accepted({ userErrors: [no] })).toThrow(Refused);
  expect(codeOf(new Refused([no]))).toBe("PIN_WRONG");
});
