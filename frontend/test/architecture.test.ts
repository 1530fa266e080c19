import { describe, expect, test } from "vitest";
import { sources } from "./support/sources";

/** Each layer may use itself and those after it. Features do not know each other. */
const LAYERS = [
  "main",
  "router",
  "app",
  "features",
  "pages",
  "runtime",
  "session",
  "config",
  "ui",
  "theme",
  "i18n",
  "gql",
  "lib",
];

const files = sources(/\.tsx?$/).filter(({ path }) => !path.endsWith(".d.ts"));

function layerOf(path: string): string {
  return path.split("/")[0]?.replace(/\.tsx?$/, "") ?? "";
}

function importsOf(path: string, text: string): string[] {
  const folder = path.split("/").slice(0, -1);
  return [...text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].flatMap(([, target = ""]) => {
    if (target.startsWith("@/")) return target.slice(2);
    if (!target.startsWith(".") || target.endsWith(".css")) return [];
    const steps = target.split("/");
    const up = steps.filter((step) => step === "..").length;
    return [...folder.slice(0, folder.length - up), ...steps.filter((step) => step !== "." && step !== "..")].join("/");
  });
}

describe("imports go down", () => {
  test.each(files)("$path", ({ path, text }) => {
    const own = LAYERS.indexOf(layerOf(path));
    expect(own).toBeGreaterThanOrEqual(0);
    const upward = importsOf(path, text).filter((target) => {
      const other = LAYERS.indexOf(layerOf(target));
      const sideways =
        layerOf(path) === "features" && layerOf(target) === "features" && path.split("/")[1] !== target.split("/")[1];
      return other < own || sideways;
    });
    expect(upward).toEqual([]);
  });
});

test("lib depends on nothing", () => {
  const packages = files
    .filter(({ path }) => layerOf(path) === "lib")
    .flatMap(({ path, text }) =>
      [...text.matchAll(/from ["']([^."'@][^"']*|@[^/][^"']*)["']/g)].map((match) => `${path}: ${match[1]}`),
    );
  expect(packages).toEqual([]);
});
