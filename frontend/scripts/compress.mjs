/** Puts a brotli and a gzip form beside each text of the build, so that no server compresses while somebody waits. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const TEXTS = /\.(?:js|css|html|svg|json)$/;
const SMALLEST_BYTES = 1_000;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

async function compress(path) {
  const content = await readFile(path);
  if (content.length < SMALLEST_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([
    brotli(content, { params }),
    gzipped(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && TEXTS.test(entry.name));
// The manifest is for the check of sizes; browsers never get it.
const shipped = files.filter((entry) => !entry.parentPath.includes(".vite"));
await Promise.all(shipped.map((entry) => compress(join(entry.parentPath, entry.name))));
