// Whether the page grows by being used: a thousand filter changes, and up to 800 switches each of language, theme and view, after collecting
// what is garbage.
import { print, ready } from "./table.mjs";

const CHANGES = 1000;
const LOOKS = [0, 100, 250, 500, 750, CHANGES];

/** In the page: some filter changes, each waited for. */
const changes = async (/** @type {{ from: number, to: number }} */ { from, to }) => {
  const root = document.documentElement;
  const names = ["year", "product", "disease"];
  for (let round = from; round < to; round += 1) {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector(`select[name="${names[round % names.length]}"]`));
    const open = [...select.options].filter((option) => !option.disabled);
    // Another choice each time, and the same ones in every thousand.
    select.value = open[(round * 7 + 3) % open.length].value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    do await new Promise(requestAnimationFrame);
    while (root.dataset.ready !== "true");
  }
};

const SWITCHES = 200;
/** What is switched, and between which addresses. */
const SWITCHED = {
  language: ["?lang=en", "?lang=zh"],
  theme: ["?theme=light", "?theme=dark"],
  view: ["?page=explore", "?page=compare", "?page=data", "?page=coverage", "?page=methods"],
};

/** In the page: goes from address to address as "back" does, and waits for each answer. */
const switches = async (/** @type {{ addresses: string[], count: number }} */ { addresses, count }) => {
  for (let round = 0; round < count; round += 1) {
    history.replaceState(null, "", location.pathname + addresses[round % addresses.length]);
    dispatchEvent(new PopStateEvent("popstate"));
    do await new Promise(requestAnimationFrame);
    while (document.documentElement.dataset.ready !== "true");
  }
};

/** @type {import("./table.mjs").Bench} */
export const memory = async (browser, builds) => {
  const rows = [];
  for (const { name, server } of builds) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB" });
    const page = await context.newPage();
    await page.addInitScript(() => {
      // The app's module is instantiated first, the later ones into the same memory.
      const original = WebAssembly.instantiate;
      const streaming = WebAssembly.instantiateStreaming;
      const keep = (/** @type {any} */ result) => {
        const exports = /** @type {any} */ ((result.instance ?? result).exports);
        if (exports.memory) Object.assign(globalThis, { appMemory: exports.memory });
        return result;
      };
      WebAssembly.instantiate = /** @type {any} */ ((/** @type {any[]} */ ...given) => /** @type {any} */ (original)(...given).then(keep));
      WebAssembly.instantiateStreaming = /** @type {any} */ (
        (/** @type {any[]} */ ...given) => /** @type {any} */ (streaming)(...given).then(keep)
      );
    });
    await page.goto(server.url);
    await ready(page);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("HeapProfiler.enable");
    const look = async (/** @type {string} */ what) => {
      // The address bar writes a step into the history for each change; what waits for a frame comes before the look.
      await page.waitForTimeout(200);
      for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (/** @type {string} */ key) => metrics.find((metric) => metric.name === key)?.value ?? 0;
      const wasm = await page.evaluate(() => /** @type {any} */ (globalThis).appMemory?.buffer.byteLength ?? 0);
      rows.push([
        `${name}${what}`,
        (of("JSHeapUsedSize") / 1e6).toFixed(2),
        (wasm / 1e6).toFixed(2),
        `${of("Nodes")}`,
        `${of("JSEventListeners")}`,
      ]);
    };
    let done = 0;
    for (const to of LOOKS) {
      await page.evaluate(changes, { from: done, to });
      done = to;
      await look(`after ${to} changes`);
    }
    for (const [what, addresses] of Object.entries(SWITCHED)) {
      // Each view is fetched and made once.
      await page.evaluate(switches, { addresses, count: addresses.length });
      await look(`before switches of ${what}`);
      // Twice as many each time: what grows with every switch grows twice as much, what is kept once does not.
      let done = 0;
      for (const to of [SWITCHES, 2 * SWITCHES, 4 * SWITCHES]) {
        await page.evaluate(switches, { addresses, count: to - done });
        done = to;
        await look(`after ${to}`);
      }
    }
    await context.close();
  }
  print("Memory; megabytes and counts. Budget: level", ["", "heap MB", "wasm MB", "nodes", "listeners"], rows);
};
