/** What a browser loads, gzipped, until a page of each kind stands there; ends with 1 above the budget. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
const ENTRY = "index.html";
const TEXTS = ["src/i18n/zh-CN.json", "node_modules/antd/es/locale/zh_CN.js"];
const SHELL = ["src/app/Shell.tsx", "src/app/PageHost.tsx"];
const LIST = [...SHELL, "src/pages/list/ListPageView.tsx", "src/pages/list/ListTable.tsx"];
const PAGES = {
  "sign-in": { kilobytes: 290, modules: ["src/features/signin/SignInPage.tsx"] },
  list: { kilobytes: 430, modules: LIST },
  dashboard: {
    kilobytes: 500,
    modules: [...SHELL, "src/pages/dashboard/DashboardPageView.tsx", "src/runtime/charts/ChartView.tsx"],
  },
};

function closure(keys) {
  const seen = new Set();
  const open = [...keys];
  while (open.length) {
    const key = open.pop();
    if (seen.has(key)) continue;
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    seen.add(key);
    open.push(...(manifest[key].imports ?? []));
  }
  return [...seen];
}

function gzipped(file) {
  return gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length;
}

let failed = false;
for (const [name, { kilobytes, modules }] of Object.entries(PAGES)) {
  const files = new Set(closure([ENTRY, ...TEXTS, ...modules]).map((key) => manifest[key].file));
  const size = [...files].reduce((sum, file) => sum + gzipped(file), 0) / 1000;
  const over = size > kilobytes;
  failed ||= over;
  console.log(
    `${name.padEnd(10)} ${size.toFixed(1).padStart(6)} kB gz of ${kilobytes} in ${files.size} files${over ? "  TOO LARGE" : ""}`,
  );
}
process.exit(failed ? 1 : 0);
