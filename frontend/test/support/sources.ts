import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** Every source file of ours, by its path below src. */
export function sources(pattern: RegExp): { path: string; text: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((path) => relative(SRC, join(SRC, path)))
    .filter((path) => pattern.test(path) && !path.startsWith("gql/gen/"))
    .map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }));
}
