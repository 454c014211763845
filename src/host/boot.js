// Starts the WebAssembly module. A file of its own, because a strict policy forbids Trunk's inline loader.
// It must know no file name: Trunk writes hashed ones into the preload links of index.html.
import { name, protocol } from "contract";
import { failureReport, show } from "./boot/failure.js";
import { asksAnything, colours, hidden, language, mode, questionOf } from "./boot/opening.js";
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

/** A painting that has not come by then does not come soon. */
const UNPAINTED_MS = 500;
/** When its own program is on the way, the page does not wait longer than this for its settings. */
const LONGEST_WAIT_MS = 1500;
/** A chart is awaited no longer than this before its table stands in its place. */
const CHARTS_WITHIN_MS = 15_000;

/** After so long the reader is told that something is slow (#hint in style/reading.css). */
const LONG_MS = 10_000;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A link in the head of the page. */
const link = (selector) => /** @type {HTMLLinkElement} */ (document.querySelector(selector));

/** What the page is started with lies beside it; a page that is one file has it within (src/host/one_file.mjs). */
/** @returns {{ module: () => Promise<Response>, bytes?: string, glue: () => Promise<any>, charts: (tries: number) => Promise<any>, settings: () => Promise<Response>, judge?: () => Promise<any> }} */
const files = () => {
  if (globalThis.chinaTrialsParts) return globalThis.chinaTrialsParts;
  const { href: module, dataset } = link('link[rel="preload"][type="application/wasm"]');
  // Further modulepreload links may belong to snippets of wasm-bindgen.
  return {
    module: () => fetch(module),
    bytes: dataset.bytes,
    glue: () => import(module.replace(/_bg\.wasm$/, ".js")),
    // A browser may remember that an address has failed: it is asked under another.
    charts: (tries) => import(link('link[rel="charts"]').href + (tries ? `?${tries}` : "")),
    settings: () => fetch("config.json", { cache: "no-cache" }),
    judge: () => import("./settings.js"),
  };
};

/** The whole page is there. A page that is one file runs this script before. */
const arrived = async () => {
  if (document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
};

/** The style sheet has arrived, or will not: WebKit does not hold a module back for it. */
const styled = async () => {
  const sheet = link('link[rel="stylesheet"]');
  if (!sheet || sheet.sheet || document.readyState === "complete") return;
  await new Promise((resolve) => {
    sheet.onload = sheet.onerror = resolve;
    addEventListener("load", resolve);
  });
};

/**
 * Until the app answers by itself (src/host/portal.rs), a page around that may ask hears that this one is on its way.
 * @param {string[]} [origins] those that may; without, any
 */
const greet = (origins) =>
  addEventListener("message", ({ source, origin, data }) => {
    const may = origins?.includes(origin) ?? origin !== "null";
    if (document.getElementById("reading") && source === parent && may && data?.target === name && data.type === "hello")
      parent.postMessage({ source: name, v: protocol, type: "opening" }, origin);
  });

/** The settings of the portal; what they say of the text before the app holds from now on. */
const settle = async (ask, judge, late) => {
  const { language: set, theme, contact, origins } = await configure(ask, judge, late);
  if (parent !== self) greet(origins);
  read(language(question, set));
  Object.assign(root.dataset, colours(question, theme));
  const whom = /** @type {HTMLAnchorElement} */ (document.getElementById("contact"));
  if (contact) whom.href = whom.textContent = contact;
};

let tries = 0;
/** Asks for the charts' library, and tells the app when it will not come (src/host/charts.rs). */
const draw = () => {
  const own = ++tries;
  const lose = () => {
    // The patience of an earlier try says nothing of this one.
    if (globalThis.chinaTrialsCharts || own !== tries) return;
    Object.assign(globalThis, { chinaTrialsCharts: false });
    dispatchEvent(new Event("charts-ready"));
  };
  wait(CHARTS_WITHIN_MS).then(lose);
  files()
    .charts(own - 1)
    .catch(console.error)
    .then(lose);
};

/** So much of the program is there that the rest arrives while the request for the charts' library is on its way. */
const MOST = 0.85;

/** Waits until most of the program is here: the page stands while the library is on its way, and the line is never idle between them. */
const mostOf = async (response) => {
  const enough = MOST * Number(files().bytes);
  const reader = response.clone().body?.getReader();
  for (let bytes = 0; bytes < enough; ) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return;
    bytes += value.length;
  }
  reader?.cancel();
};

const start = async () => {
  await arrived();
  await styled();
  if (!getComputedStyle(root).getPropertyValue("--whole")) throw new Error("the style sheet has not arrived");
  const { module, glue, settings, judge } = files();
  const isPainted = painted();
  const found = module();
  // Without a program there is nothing to draw.
  Promise.all([found.then(mostOf), isPainted]).then(draw, () => {});
  addEventListener("charts-wanted", draw);
  const program = glue();
  // Of a page that cannot start they say whom to ask, be they late.
  const late = program.then(
    () => wait(LONGEST_WAIT_MS),
    () => new Promise(() => {}),
  );
  const [{ default: initialise }] = await Promise.all([program, settle(settings, judge, late), isPainted]);
  await initialise({ module_or_path: found });
};

/** Whether the program has arrived as it was sent off: then a browser that cannot read it is too old. */
const isWhole = async () => {
  const { module, bytes } = files();
  // In a page that is one file it has been unpacked.
  return !bytes || (await (await module()).arrayBuffer()).byteLength === Number(bytes);
};

/** Why the page has not started. */
const reason = async (error) => {
  if (error instanceof WebAssembly.RuntimeError) return "crashed";
  return error instanceof WebAssembly.CompileError && (await isWhole().catch(() => false)) ? "unsupported" : "missing";
};

/** Opens the page anew; a broken file that the browser may have kept is fetched first. */
const reload = async () => {
  const files = /** @type {NodeListOf<any>} */ (document.querySelectorAll("head [href], head [src]"));
  const fetched = [...files].map(({ href, src }) => fetch(href || src, { cache: "reload" }));
  await Promise.race([Promise.allSettled(fetched), wait(LONGEST_WAIT_MS)]);
  location.reload();
};

// The way past the head of the page moves the focus and nothing else: in some frames the question stands where the link would write.
// A link to the page itself would lose a question that stands in the fragment.
addEventListener("click", (event) => {
  const pressed = event.target instanceof Element && event.target.closest('a.skip, a[href=""]');
  if (!pressed) return;
  event.preventDefault();
  if (pressed.matches(".skip")) document.getElementById(pressed.getAttribute("href").slice(1))?.focus();
  else reload();
});

// A frame that is out of sight is never painted, and may be printed all the same: there what waits for a painting waits for a moment.
if (parent !== self) {
  const painting = requestAnimationFrame;
  globalThis.requestAnimationFrame = (call) => {
    const once = (time) => {
      call?.(time);
      call = undefined;
    };
    setTimeout(() => once(performance.now()), UNPAINTED_MS);
    return painting(once);
  };
}

// In the language of this reader at once: a portal that has set another one is followed when its settings are here.
read(language(question));
// For style/frame.css, before the app knows what the address means.
root.dataset.mode = mode(question);
root.dataset.hide = hidden(question);
// The first painting has the colours that are asked for, and not the system's.
Object.assign(root.dataset, colours(question));
// The text answers no question of an address: then only its head stands until the app does, or has been awaited for long.
if (asksAnything(question)) {
  root.dataset.asked = "";
  wait(LONG_MS).then(() => delete root.dataset.asked);
}

if (typeof WebAssembly !== "object") {
  show("unsupported");
} else {
  start().catch(async (error) => {
    console.error(error);
    const why = await reason(error);
    // A panic has already written its own, more telling message.
    if (document.getElementById("crash").hidden) show(why, failureReport(error));
  });
}
