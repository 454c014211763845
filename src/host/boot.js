// Starts the WebAssembly module. A file of its own, because a strict policy forbids Trunk's inline loader.
// It must know no file name: Trunk writes hashed ones into the preload links of index.html.

const root = document.documentElement;

/** What the address asks: its query, or what stands in the fragment where a page may not change its query (src/host/address_bar.rs). */
const asked = location.hash.startsWith("#?") ? location.hash.slice(1) : location.search;
const question = new URLSearchParams(asked);

/** The language of the text before the app: as in the address, else as saved, else as the browser prefers (src/ui/explorer.rs). */
const language = () => {
  let saved;
  try {
    saved = localStorage.getItem("china-trials-explorer.language");
  } catch {
    // A sandboxed frame has no storage.
  }
  const spoken = navigator.languages.map((tag) => tag.split("-")[0]).filter((code) => ["en", "zh"].includes(code));
  const wished = [question.get("lang"), saved, spoken[0]];
  return wished.find((code) => ["en", "zh"].includes(code)) ?? "en";
};

const show = (id, detail) => {
  document.getElementById("loading")?.remove();
  // The main figures can still be read.
  delete root.dataset.asked;
  if (detail !== undefined) document.getElementById("crash-detail").textContent = detail;
  document.getElementById(id).hidden = false;
};

const describe = (error) =>
  [
    `${error?.name ?? "Error"}: ${error?.message ?? error}`,
    error?.stack ?? "",
    `Page: ${location.href}`,
    `Browser: ${navigator.userAgent}`,
    `Time: ${new Date().toISOString()}`,
  ]
    .filter(Boolean)
    .join("\n");

/** The text is seen before the app takes its place. A tab in the background paints nothing and does not wait for it. */
const painted = () =>
  new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, 300);
  });

const isText = (value) => typeof value === "string" && value.length <= 2000;
const isOneOf = (...values) => [(value) => values.includes(value), values.join(" or ")];
const parsed = (text) => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};
const isOrigin = (value) => isText(value) && parsed(value)?.origin === value;

/** What config.json may hold: a test, and what was expected, for whoever wrote the file (docs/embedding.md). */
const SETTINGS = {
  title: [(value) => isText(value) || (typeof value === "object" && isText(value?.en) && isText(value?.zh)), "text, or {en, zh}"],
  logo: [(value) => isText(value) && /^[\w./-]+$/.test(value) && !value.startsWith("//"), "the relative address of a picture beside the page"],
  selection: [isText, "the query string of an address, such as year=2024"],
  language: isOneOf("en", "zh"),
  theme: isOneOf("light", "dark", "auto"),
  origins: [(value) => Array.isArray(value) && value.every(isOrigin), "a list of origins, such as https://portal.example"],
  permalink: [(value) => isText(value) && value.includes("{query}") && /^https?:$/.test(parsed(value)?.protocol), "an http address with {query} in it"],
  contact: [(value) => isText(value) && /^(mailto|https):$/.test(parsed(value)?.protocol), "a mailto: or https: address"],
};

/** Reads config.json, if there is one. What is wrong in it is left out and named; the page goes on without. */
const configure = async (ask) => {
  const settings = {};
  const problems = [];
  try {
    const response = await ask();
    if (response.status !== 404) {
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const found = await response.json();
      if (typeof found !== "object" || found === null || Array.isArray(found)) throw new Error("expected an object");
      for (const [name, value] of Object.entries(found)) {
        const [test, expected] = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : [() => false, `one of ${Object.keys(SETTINGS).join(", ")}`];
        if (test(value)) settings[name] = value;
        else problems.push(`${name}: expected ${expected}`);
      }
      // A restriction that is partly wrong is one all the same.
      if (Object.hasOwn(found, "origins") && !settings.origins) settings.origins = [found.origins].flat().filter(isOrigin);
    }
  } catch (error) {
    problems.push(`not read: ${error.message}`);
    // Who may talk to the page is not known: nobody.
    settings.origins = [];
  }
  // In the pieces in which the app asks for them: every line of it there is loaded by every reader.
  const { title, permalink } = settings;
  if (settings.theme === "auto") delete settings.theme;
  [settings["permalink-start"], settings["permalink-end"]] = permalink?.split("{query}") ?? [];
  if (title) Object.assign(settings, { "title-en": title.en ?? title, "title-zh": title.zh ?? title });
  globalThis.chinaTrialsConfig = settings;
  globalThis.chinaTrialsConfigProblems = problems;
  const contact = document.getElementById("contact");
  if (settings.contact) contact.href = contact.textContent = settings.contact;
};

/** The page does not wait longer than this for its settings. */
const LONGEST_WAIT_MS = 3000;

/** What the page is started with lies beside it; a page that is one file has it within (src/host/one_file.mjs). */
const parts = () => {
  if (globalThis.chinaTrialsParts) return globalThis.chinaTrialsParts;
  const module = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  // Further modulepreload links may belong to snippets of wasm-bindgen.
  return {
    module,
    glue: () => import(module.replace(/_bg\.wasm$/, ".js")),
    charts: () => import(document.querySelector('link[rel="charts"]').href),
    settings: () => fetch("config.json", { cache: "no-cache", signal: AbortSignal.timeout(LONGEST_WAIT_MS) }),
  };
};

/** The whole page is there. A page that is one file runs this script before. */
const read = () =>
  new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    addEventListener("DOMContentLoaded", resolve);
  });

const start = async () => {
  await read();
  const { module, glue, charts, settings } = parts();
  const isPainted = painted();
  isPainted.then(charts).catch(console.error);
  const [{ default: initialise }] = await Promise.all([glue(), configure(settings), isPainted]);
  await initialise({ module_or_path: module });
};

// The way past the head of the page moves the focus and nothing else: in some frames the question stands where the link would write.
addEventListener("click", (event) => {
  if (!event.target.closest?.("a.skip")) return;
  event.preventDefault();
  document.getElementById("figures")?.focus();
});

const LOADING = { en: "Loading the figures…", zh: "正在载入数据……" };

root.dataset.reading = language();
// For style/frame.css, before the app knows what the address means (src/address/frame.rs).
root.dataset.mode = question.get("mode") ?? "full";
root.dataset.hide = (question.get("hide") ?? "").replaceAll(",", " ");
// The text answers no question of an address: then only its head stands until the app does.
if (asked.length > 1) root.dataset.asked = "";
document.getElementById("loading").textContent = LOADING[root.dataset.reading];

if (typeof WebAssembly !== "object") {
  show("unsupported");
} else {
  start().catch((error) => {
    console.error(error);
    // A panic has already written its own, more telling message.
    if (document.getElementById("crash").hidden) show("crash", describe(error));
  });
}
