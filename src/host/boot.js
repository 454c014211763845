// Starts the WebAssembly module. A file of its own, because a strict policy forbids Trunk's inline loader.
// It must know no file name: Trunk writes hashed ones into the preload links of index.html.
import { failureReport, show } from "./boot/failure.js";
import { asksAnything, hidden, language, mode, questionOf } from "./boot/opening.js";
import { configure } from "./boot/settings.js";

const root = document.documentElement;

/** What the address asks: its query, or what stands in the fragment where a page may not change its query (src/host/address_bar.rs). */
const asked = location.hash.startsWith("#?") ? location.hash.slice(1) : location.search;
const question = questionOf(asked);

const LOADING = { en: "Loading the figures…", zh: "正在载入数据……" };

/** Shows the text before the app in one language. */
const read = (code) => {
  root.dataset.reading = code;
  const loading = document.getElementById("loading");
  // A page that could not start has taken it away already.
  if (loading) loading.textContent = LOADING[code];
};

/** The text is seen before the app takes its place. A tab in the background paints nothing and does not wait for it. */
const painted = () =>
  new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, 300);
  });

/** The page does not wait longer than this for its settings. */
const LONGEST_WAIT_MS = 3000;

/** The address of a link in the head of the page. */
const linked = (selector) => /** @type {HTMLLinkElement} */ (document.querySelector(selector)).href;

/** What the page is started with lies beside it; a page that is one file has it within (src/host/one_file.mjs). */
const files = () => {
  if (globalThis.chinaTrialsParts) return globalThis.chinaTrialsParts;
  const module = linked('link[rel="preload"][type="application/wasm"]');
  // Further modulepreload links may belong to snippets of wasm-bindgen.
  return {
    module: () => fetch(module),
    glue: () => import(module.replace(/_bg\.wasm$/, ".js")),
    charts: () => import(linked('link[rel="charts"]')),
    settings: () => fetch("config.json", { cache: "no-cache", signal: AbortSignal.timeout(LONGEST_WAIT_MS) }),
  };
};

/** The whole page is there. A page that is one file runs this script before. */
const arrived = async () => {
  if (document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
};

/** The settings of the portal; what they say of the text before the app holds from now on. */
const settle = async (ask) => {
  const { language: set, contact } = await configure(ask);
  read(language(question, set));
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById("contact"));
  if (contact) link.href = link.textContent = contact;
};

/**
 * Waits until most of the module is here: how much that is, the link to the charts' library says. The library is asked for then,
 * so that the page stands while it is on its way, and the line is never idle between them.
 */
const mostOf = async (response) => {
  const { after } = /** @type {HTMLElement | null} */ (document.querySelector('link[rel="charts"]'))?.dataset ?? {};
  const reader = response.clone().body?.getReader();
  for (let bytes = 0; bytes < Number(after); ) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return;
    bytes += value.length;
  }
  reader?.cancel();
};

const start = async () => {
  await arrived();
  const { module, glue, charts, settings } = files();
  const found = module();
  const isPainted = painted();
  Promise.all([found.then(mostOf), isPainted])
    .then(charts)
    .catch(console.error);
  const [{ default: initialise }] = await Promise.all([glue(), settle(settings), isPainted]);
  await initialise({ module_or_path: found });
};

// The way past the head of the page moves the focus and nothing else: in some frames the question stands where the link would write.
addEventListener("click", (event) => {
  if (!(event.target instanceof Element && event.target.closest("a.skip"))) return;
  event.preventDefault();
  document.getElementById("figures")?.focus();
});

// In the language of this reader at once: a portal that has set another one is followed when its settings are here.
read(language(question));
// For style/frame.css, before the app knows what the address means.
root.dataset.mode = mode(question);
root.dataset.hide = hidden(question);
// The text answers no question of an address: then only its head stands until the app does.
if (asksAnything(question)) root.dataset.asked = "";

if (typeof WebAssembly !== "object") {
  show("unsupported");
} else {
  start().catch((error) => {
    console.error(error);
    // A panic has already written its own, more telling message.
    if (document.getElementById("crash").hidden) show("crash", failureReport(error));
  });
}
