// Runs in every page before the app: notes what the server answered, and looks at what is shown.
(() => {
  const CONFIG = ["appConfig", "pageConfig"];
  const shownBy = { app: null, pages: {} };
  const data = new Set();
  const refused = [];
  let changedAt = performance.now();

  const realFetch = window.fetch;
  window.fetch = async (input, init) => {
    const answer = await realFetch(input, init);
    changedAt = performance.now();
    if (String(input?.url ?? input).includes("/graphql")) await note(answer.clone(), init?.body);
    return answer;
  };

  async function note(answer, body) {
    const { data: found, errors } = await answer.json().catch(() => ({}));
    const names = Object.keys(found ?? {});
    for (const error of errors ?? []) refused.push(`${error.extensions?.code}: ${error.message} (${error.path ?? body})`);
    if (found?.appConfig) shownBy.app = found.appConfig;
    if (found?.pageConfig) shownBy.pages[found.pageConfig.key] = found.pageConfig;
    if (!names.some((name) => CONFIG.includes(name))) collect(found);
  }

  // Why an action is refused is the server's text, not data.
  function collect(value) {
    if (typeof value === "string") data.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value) for (const [name, part] of Object.entries(value)) if (name !== "availableActions") collect(part);
  }

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => (changedAt = performance.now())).observe(document.body, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });

  const LOADING = "[role=status][aria-label], [class*='_lines_'], .ant-spin-spinning, .ant-skeleton, [aria-busy=true], .anticon-spin, .ant-btn-loading";
  const QUIET_MS = 60;

  const idle = () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 500 })));

  async function settled(limit) {
    const end = performance.now() + limit;
    await idle();
    return new Promise((resolve) => {
      const look = () => {
        const loading = [...document.querySelectorAll(LOADING)].find((each) => each.checkVisibility());
        const now = performance.now();
        const empty = !document.getElementById("root")?.hasChildNodes();
        const moving = document.getAnimations().some((each) => each.playState === "running");
        if (!loading && !empty && !moving && now - changedAt > QUIET_MS) resolve(null);
        else if (now > end) resolve(loading ? loading.outerHTML.slice(0, 200) : empty ? "the page is empty" : "the page never rests");
        else setTimeout(look, 15);
      };
      look();
    });
  }

  // Goes to a path; a page that is left stays until the next one is ready, so only when it is gone has one arrived.
  async function go(path, limit) {
    const left = location.pathname === path ? null : document.querySelector("#page > *");
    const link = document.querySelector(`nav a[href="${path}"]`);
    if (link) link.click();
    else history.pushState({}, "", path);
    for (const end = performance.now() + limit; left?.isConnected && performance.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 15));
  }

  const ATTRIBUTES = ["placeholder", "title", "aria-label", "alt"];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });

  function texts() {
    const found = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      // What is no language's is marked: a form's schema, the JSON that is sent.
      const read = !node.parentElement.closest("script, style, [translate=no]");
      if (text && read && seen(node.parentElement)) found.add(text);
    }
    for (const element of document.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join())) {
      // An icon's name is for those who hear the page: all of ours stand beside words, or in a labelled button.
      if (!seen(element) || element.matches(".anticon")) continue;
      for (const name of ATTRIBUTES) {
        const text = element.getAttribute(name)?.trim();
        if (text && !(name === "aria-label" && element.hasAttribute("aria-labelledby"))) found.add(text);
      }
    }
    for (const field of document.querySelectorAll("input, textarea")) if (field.value && seen(field)) data.add(field.value);
    return [...found];
  }

  const NONSENSE = /\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date|\{\{|\}\}|\$t\(/;
  // What a contract template is written with.
  const VARIABLE = /\{\{(merchant|bank|rule)\.\w+\}\}/g;
  const HAN = /\p{Script=Han}/u;
  const LATIN = /\p{Script=Latin}{3,}/u;

  function withoutData(text) {
    if (data.has(text.replaceAll(" ", ""))) return "";
    const own = [...data].filter((each) => each && text.includes(each)).sort((a, b) => b.length - a.length);
    return own.reduce((rest, each) => rest.replaceAll(each, " "), text);
  }

  // What is wrong with one text; `rules` are { locale, keys, enums, names }.
  function complaint(text, { locale, keys, enums, names }) {
    if (NONSENSE.test(text.replace(VARIABLE, ""))) return "nonsense";
    if (keys.has(text)) return "a key instead of its text";
    const raw = text.match(/\b[A-Z][A-Z0-9_]{2,}\b/g)?.find((word) => enums.has(word));
    if (raw) return `the raw word ${raw}`;
    if (names.has(text)) return null;
    if (locale === "en") return HAN.test(text) && HAN.test(withoutData(text)) ? "Chinese in English" : null;
    if (HAN.test(text) || !LATIN.test(text)) return null;
    const rest = withoutData(text).replace(/[\w.+-]*@[\w.-]+|https?:\S+|\/[\w/.-]+/g, " ");
    return (rest.match(/\p{Script=Latin}{3,}/gu) ?? []).some((word) => !names.has(word)) ? "English in Chinese" : null;
  }

  function look(rules) {
    const sets = { ...rules, keys: new Set(rules.keys), enums: new Set(rules.enums), names: new Set(rules.names) };
    const found = texts().flatMap((text) => {
      const why = complaint(text, sets);
      return why ? [`${why}: ${text.slice(0, 160)}`] : [];
    });
    for (const box of document.querySelectorAll("[role=alert][data-small], .ant-result-403, .ant-result-404, .ant-result-500"))
      if (seen(box)) found.push(`failure shown: ${box.innerText.slice(0, 160)}`);
    for (const image of document.images) if (image.complete && !image.naturalWidth) found.push(`broken image: ${image.src}`);
    if (!document.title) found.push("no title");
    if (document.querySelector("#page") && !document.querySelector(".ant-result") && document.querySelectorAll("#page h1").length !== 1)
      found.push("not exactly one h1");
    return found;
  }

  const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);

  // Elements that stick out of the window, unless a box around them scrolls or clips.
  function wide() {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const limit = document.documentElement.clientWidth + 1;
    outer: for (const element of document.body.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || (box.right <= limit && box.left >= -1) || !seen(element)) continue;
      for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
        if (scrolls(above)) continue outer;
      found.push(`sticks out (${Math.round(box.left)}..${Math.round(box.right)}): ${element.outerHTML.slice(0, 120)}`);
      if (found.length > 3) break;
    }
    return found;
  }

  // What a table has scrolled under its fixed column is as large as it is once it is scrolled out.
  function halfHidden(selector) {
    const cell = document.querySelector(selector)?.closest("td");
    const fixed = cell?.parentElement.querySelector("td.ant-table-cell-fix-end");
    return fixed && cell !== fixed && cell.getBoundingClientRect().right > fixed.getBoundingClientRect().left;
  }

  async function violations(tags, rules) {
    // The frame's head covers what is scrolled under it; what is asked is whether it can be seen at all.
    scrollTo(0, 0);
    const options = rules ? { runOnly: { type: "rule", values: rules } } : { runOnly: { type: "tag", values: tags } };
    const report = await axe.run(document, { ...options, resultTypes: ["violations"], iframes: false });
    return report.violations.flatMap((each) =>
      each.nodes.filter((node) => !(each.id === "target-size" && halfHidden(node.target[0]))).slice(0, 3).map((node) => `axe ${each.id}: ${node.target} ${node.html.slice(0, 140)} ${node.failureSummary?.split("\n")[1] ?? ""}`),
    );
  }

  window.scan = {
    settled, go, look, wide, violations,
    app: () => shownBy.app,
    page: (key) => shownBy.pages[key] ?? null,
    refused: () => refused.splice(0),
    links: () => [...document.querySelectorAll("#page a[href^='/']")].map((link) => link.getAttribute("href")),
  };
})();
