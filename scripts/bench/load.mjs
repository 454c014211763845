// How long a reader with a slow phone and an empty cache waits for something to look at, and for the live chart.
import { percentile, print, ready } from "./table.mjs";

const ROUNDS = 5;
/** 1.6 Mbit/s, 150 ms there and back, a processor four times as slow: Lighthouse's slow phone. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 1, uploadThroughput: 0.75e6 / 8 };
const SLOWDOWN = 4;

/** Before the page: notes when a chart is first there to look at, and when the first live one stands. */
const watch = () => {
  const times = /** @type {Record<string, number>} */ ({});
  Object.assign(globalThis, { waited: times });
  const note = (/** @type {string} */ name, /** @type {string} */ selector) => {
    // A drawing that is hidden is nothing to look at: of two widths, the style sheet shows one.
    if (
      times[name] === undefined &&
      [...document.querySelectorAll(selector)].some((element) => element.getBoundingClientRect().height > 0)
    ) {
      times[name] = performance.now();
    }
  };
  const look = () => {
    note("text", "main h2, main h1, h1");
    note("chart", "svg text");
    note("live", '[data-part="chart"][aria-busy="false"] svg text');
    if (document.documentElement.dataset.ready === "true") times.ready ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += /** @type {any} */ (entry).hadRecentInput ? 0 : /** @type {any} */ (entry).value;
    times.shift = shift;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    times.longest = Math.max(times.longest ?? 0, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
};

/** @type {import("./table.mjs").Bench} */
export const load = async (browser, builds) => {
  const rows = [];
  for (const { name, server } of builds) {
    /** @type {Record<string, number>[]} */
    const samples = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce", locale: "en-GB" });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", NETWORK);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
      await page.addInitScript(watch);
      await page.goto(server.url);
      await ready(page);
      samples.push(await page.evaluate(() => /** @type {any} */ (globalThis).waited));
      await context.close();
    }
    const of = (/** @type {string} */ key) =>
      percentile(
        samples.map((sample) => sample[key] ?? 0),
        0.5,
      );
    rows.push([`${name}slow phone, cold`, of("text"), of("chart"), of("live"), of("ready"), of("longest"), of("shift").toFixed(3)]);
  }
  print(
    `First load, 1.6 Mbit/s, 150 ms, processor slowed ${SLOWDOWN} times, median of ${ROUNDS}; milliseconds. Budgets: chart 1200, live 2500, shift 0.02`,
    ["", "text", "a chart", "live chart", "ready", "longest task", "layout shift"],
    rows,
  );
};
