/**
 * Which modules are bundled together. Left alone the bundler makes a chunk for each set of entries that shares something:
 * with sixty lazy parts that is hundreds of tiny files, which compress badly. Here what the first screens need is bundled
 * by the set of screens that need it; everything else stays as the bundler splits it.
 */
import { dirname, join } from "node:path";

interface ModuleInfo {
  readonly code: string | null;
  readonly importedIds: readonly string[];
}
export interface Graph {
  readonly getModuleInfo: (id: string) => ModuleInfo | null;
}

/** Packages whose index names everything they have: a module needs what it names there, not the whole of it. */
const BARRELS = /node_modules\/(?:antd|@ant-design\/icons)\/es\/index\.js$/;

const SCREENS: Readonly<Record<string, readonly string[]>> = {
  boot: ["main.tsx"],
  chinese: ["../node_modules/antd/es/locale/zh_CN.js"],
  signIn: ["features/signin/SignInPage.tsx"],
  shell: ["app/Shell.tsx", "app/PageHost.tsx"],
  list: ["pages/list/ListPageView.tsx", "pages/list/ListTable.tsx"],
  dashboard: ["pages/dashboard/DashboardPageView.tsx"],
  form: ["pages/form/FormPageView.tsx", "runtime/actions/ActionForm.tsx"],
};

function namedFrom(code: string, packageName: RegExp): string[] {
  const names: string[] = [];
  for (const [, list = ""] of code.matchAll(
    new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["']${packageName.source}["']`, "g"),
  )) {
    names.push(...list.split(",").map((part) => part.trim().split(/\s+as\s+/)[0] ?? ""));
  }
  return names.filter(Boolean);
}

function exportsOf(barrel: string, code: string): [string, string][] {
  const found: [string, string][] = [];
  for (const [, name = "", path = ""] of code.matchAll(
    /export\s*\{\s*default as (\w+)\s*\}\s*from\s*["']([^"']+)["']/g,
  )) {
    found.push([name, join(dirname(barrel), path)]);
  }
  return found;
}

class Reach {
  private readonly barrels = new Map<string, Map<string, string>>();
  constructor(private readonly graph: Graph) {}

  /** Everything that is loaded with these modules. */
  from(starts: readonly string[]): Set<string> {
    const seen = new Set<string>();
    const open = [...starts];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...this.neededBy(id));
    }
    return seen;
  }

  private neededBy(id: string): string[] {
    const info = this.graph.getModuleInfo(id);
    if (!info) return [];
    return info.importedIds.flatMap((dependency) => {
      if (!BARRELS.test(dependency) || BARRELS.test(id)) return dependency;
      const names = namedFrom(info.code ?? "", dependency.includes("/antd/") ? /antd/ : /@ant-design\/icons/);
      return names.flatMap((name) => this.behind(dependency, name));
    });
  }

  private behind(barrel: string, name: string): string[] {
    let known = this.barrels.get(barrel);
    if (!known) {
      // The icons' index passes all of them on from a second one.
      const files = [barrel, join(dirname(barrel), "icons/index.js")];
      known = new Map(files.flatMap((file) => exportsOf(file, this.graph.getModuleInfo(file)?.code ?? "")));
      this.barrels.set(barrel, known);
    }
    const path = known.get(name);
    const candidates = path ? [path, `${path}.js`, `${path}/index.js`] : [];
    return candidates.filter((candidate) => this.graph.getModuleInfo(candidate) !== null).slice(0, 1);
  }
}

/** The bundle of a module, named by the screens that need it; null leaves it to the bundler. */
export function stages(source: string): (id: string, graph: Graph) => string | null {
  let reached: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  const starts = new Set(Object.values(SCREENS).flatMap((files) => files.map((file) => join(source, file))));
  return (id, graph) => {
    // A screen's own module keeps a chunk of its name, by which the rest is found.
    if (starts.has(id)) return null;
    if (!reached) {
      const reach = new Reach(graph);
      reached = new Map(
        Object.entries(SCREENS).map(([screen, files]) => [screen, reach.from(files.map((file) => join(source, file)))]),
      );
    }
    const screens = [...reached].filter(([, modules]) => modules.has(id)).map(([screen]) => screen);
    if (screens.length === 0) return null;
    return screens.includes("boot") ? "boot" : screens.join("-");
  };
}
