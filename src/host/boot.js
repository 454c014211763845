// Starts the WebAssembly module. A file of its own, because a strict policy forbids Trunk's inline loader.
// It must know no file name: Trunk writes hashed ones into the preload links of index.html.

const root = document.documentElement;

/** The language of the text before the app: as in the address, else as saved, else as the browser prefers (src/ui/explorer.rs). */
const language = () => {
  let saved;
  try {
    saved = localStorage.getItem("china-trials-explorer.language");
  } catch {
    // A sandboxed frame has no storage.
  }
  const spoken = navigator.languages.map((tag) => tag.split("-")[0]).filter((code) => ["en", "zh"].includes(code));
  const wished = [new URLSearchParams(location.search).get("lang"), saved, spoken[0]];
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

const start = async () => {
  const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  // Further modulepreload links may belong to snippets of wasm-bindgen.
  const isPainted = painted();
  isPainted.then(() => import(document.querySelector('link[rel="charts"]').href)).catch(console.error);
  const [{ default: initialise }] = await Promise.all([import(wasm.replace(/_bg\.wasm$/, ".js")), isPainted]);
  await initialise({ module_or_path: wasm });
};

const LOADING = { en: "Loading the figures…", zh: "正在载入数据……" };

root.dataset.reading = language();
// The text answers no question of an address: then only its head stands until the app does.
if (location.search.length > 1) root.dataset.asked = "";
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
