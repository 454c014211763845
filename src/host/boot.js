// Starts the WebAssembly module. A file of its own, because a strict policy forbids Trunk's inline loader.
// It must know no file name: Trunk writes hashed ones into the preload links of index.html.

const root = document.documentElement;

/** What the address asks: its query, or what stands in the fragment where a page may not change its query (src/host/address_bar.rs). */
const asked = location.hash.startsWith("#?") ? location.hash.slice(1) : location.search;

/** The language of the text before the app: as in the address, else as saved, else as the browser prefers (src/ui/explorer.rs). */
const language = () => {
  let saved;
  try {
    saved = localStorage.getItem("china-trials-explorer.language");
  } catch {
    // A sandboxed frame has no storage.
  }
  const spoken = navigator.languages.map((tag) => tag.split("-")[0]).filter((code) => ["en", "zh"].includes(code));
  const wished = [new URLSearchParams(asked).get("lang"), saved, spoken[0]];
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

/** What the page is started with lies beside it; a page that is one file has it within (src/host/one_file.mjs). */
const parts = () => {
  if (globalThis.chinaTrialsParts) return globalThis.chinaTrialsParts;
  const module = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  // Further modulepreload links may belong to snippets of wasm-bindgen.
  return {
    module,
    glue: () => import(module.replace(/_bg\.wasm$/, ".js")),
    charts: () => import(document.querySelector('link[rel="charts"]').href),
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
  const { module, glue, charts } = parts();
  const isPainted = painted();
  isPainted.then(charts).catch(console.error);
  const [{ default: initialise }] = await Promise.all([glue(), isPainted]);
  await initialise({ module_or_path: module });
};

const LOADING = { en: "Loading the figures…", zh: "正在载入数据……" };

root.dataset.reading = language();
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
