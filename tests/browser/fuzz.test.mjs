// What comes from outside, made at random: messages of a page around, and addresses. Nothing happens, and nothing grows.
// The seed is printed; SEED=… repeats a run. How many there are is bounded: it takes about two minutes.
import { readyFrame, roundTrip, test } from "./portals.mjs";
import { expect } from "./site.mjs";

/** @import { Frame, Page } from "@playwright/test" */

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
const MESSAGES = 20_000;
const ADDRESSES = 2000;
/** Memory comes in pages of 64 kB, sixteen at a time when the allocator finds no hole; what is collected late is no growth. */
const LEVEL = { wasm: 1024 * 1024 + 1, heap: 6_000_000, nodes: 400 };

/** Keeps the memory of the program where it can be measured. */
const keepMemory = () => {
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const original = /** @type {any} */ (WebAssembly[name]);
    WebAssembly[name] = async (/** @type {any[]} */ ...given) => {
      const made = await original.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) Object.assign(globalThis, { appMemory: memory });
      return made;
    };
  }
};

/** Functions that a page makes values at random with; evaluated there, so it stands as one text. */
const CHANCE = `
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(random() * count);
  const one = (list) => list[below(list.length)];
  const ODD = ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "\\u202e", "\\ud800", "%00", "%", "%u0041", "&amp;", "'", "\\"", "\\\\", "../../", "__proto__", "constructor", "NaN", "-1", "1e999", "0x10", "１２", "年", " ", "\\n", "#", "?", ";", "{{7*7}}", "\${7*7}", "=1+1"];
  const text = () => Array.from({ length: below(6) }, () => (random() < 0.7 ? one(ODD) : String.fromCharCode(below(65536)))).join("").repeat(random() < 0.02 ? 1000 : 1);
`;

/**
 * What can be counted of a page, after collecting what is garbage.
 * @param {Page} page
 * @param {Page | Frame} explorer
 */
const counted = async (page, explorer) => {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("Performance.enable");
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  await session.detach();
  const { wasm, nodes } = await explorer.evaluate(() => ({
    wasm: /** @type {any} */ (globalThis).appMemory?.buffer.byteLength ?? 0,
    nodes: document.querySelectorAll("*").length,
  }));
  return { wasm, heap, nodes };
};

/** @param {Awaited<ReturnType<typeof counted>>} before @param {Awaited<ReturnType<typeof counted>>} after */
const expectLevel = (before, after) => {
  console.log(`seed ${SEED}: before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
  expect(before.wasm, "the memory of the program is measured").toBeGreaterThan(0);
  for (const key of /** @type {const} */ (["wasm", "heap", "nodes"]))
    expect(after[key] - before[key], `growth of ${key}, seed ${SEED}`).toBeLessThan(LEVEL[key]);
};

/** What nobody may bring into the page. @param {Page | Frame} explorer */
const brought = (explorer) =>
  explorer.evaluate(() => ({
    scripts: document.querySelectorAll("script").length,
    handlers: [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on"))).length,
    addresses: [...document.querySelectorAll("[href], [src]")].filter((one) =>
      /^\s*(javascript|data:text)/i.test(one.getAttribute("href") ?? one.getAttribute("src") ?? ""),
    ).length,
    images: document.querySelectorAll('img[src="x"]').length,
  }));

/** What the page shows. @param {Page | Frame} explorer */
const shown = (explorer) =>
  explorer.evaluate(() => ({
    finding: document.querySelector('[data-part="finding"]')?.textContent,
    address: location.href,
    lang: document.documentElement.lang,
    theme: document.documentElement.dataset.theme,
    crash: document.getElementById("crash")?.hidden,
  }));

test(`${MESSAGES} messages at random change nothing`, async ({ portal }) => {
  test.setTimeout(300_000);
  const frame = `<iframe src="https://trials.example/explorer/?mode=embed&year=2024" width="900" height="700"></iframe>`;
  const { page, problems } = await portal.open(frame, { prepare: (page) => page.addInitScript(keepMemory) });
  await readyFrame(page);
  const explorer = page.frames()[1];
  const pour = (/** @type {number} */ count, /** @type {number} */ seed) =>
    page.evaluate(
      async ({ count, seed, chance }) => {
        const make = new Function(
          "seed",
          `${chance}
          const value = (depth) => one([
            text, () => below(100) - 50, () => null, () => undefined, () => random() < 0.5, () => NaN, () => new Date(below(1e12)),
            () => new Uint8Array(below(64)), () => /x/g, () => 10n ** 20n,
            () => (depth > 3 ? text() : Array.from({ length: below(4) }, () => value(depth + 1))),
            () => (depth > 3 ? text() : Object.fromEntries(Array.from({ length: below(4) }, () => [one(["type", "v", "query", "target", text()]), value(depth + 1)]))),
          ])();
          // Each lacks something: one that is right would be followed, and rightly.
          const almost = () => one([
            () => ({ target: "china-trials-explorer", v: one([0, 2, "1", null, 1.5, [1]]), type: "set-selection", query: "year=2020" }),
            () => ({ target: one(["china-trials", "", null, ["china-trials-explorer"]]), v: 1, type: "set-selection", query: "year=2020" }),
            () => ({ target: "china-trials-explorer", v: 1, type: one(["set", "SET-THEME", text() + "x", null, {}]), query: "year=2020" }),
            () => ({ target: "china-trials-explorer", v: 1, type: "set-selection", query: "nonsense" + below(9) + "=" + text() }),
            () => ({ target: "china-trials-explorer", v: 1, type: "set-selection", query: one([undefined, 1, {}, ["year=2020"], "x".repeat(2001), "year=x" + text()]) }),
            () => ({ target: "china-trials-explorer", v: 1, type: "set-theme", theme: text() + "x" }),
            () => ({ target: "china-trials-explorer", v: 1, type: "set-lang", lang: one([text() + "x", null, "fr", { toString: 1 }]) }),
            () => Object.assign(Object.create({ target: "china-trials-explorer", v: 1, type: "set-theme", theme: "dark" }), { extra: value(0) }),
          ])();
          return () => (random() < 0.6 ? almost() : value(0));`,
        )(seed);
        const { contentWindow } = document.querySelector("iframe");
        for (let sent = 0; sent < count; sent += 1) {
          contentWindow.postMessage(make(), "*");
          if (sent % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
        }
      },
      { count, seed, chance: CHANCE },
    );
  // What is made once is made before it is counted.
  await pour(500, SEED + 1);
  await roundTrip(page);
  const [before, state] = [await counted(page, explorer), await shown(explorer)];
  await pour(MESSAGES, SEED);
  await roundTrip(page);
  expect(await shown(explorer), `seed ${SEED}`).toEqual(state);
  expect(await brought(explorer)).toEqual({ ...(await brought(explorer)), handlers: 0, addresses: 0, images: 0 });
  expectLevel(before, await counted(page, explorer));
  expect(problems, `seed ${SEED}`).toEqual([]);
});

test(`${ADDRESSES} addresses at random open the page`, async ({ site }) => {
  test.setTimeout(420_000);
  const explorer = await site.open("", { prepare: (page) => page.addInitScript(keepMemory) });
  const { page } = explorer;
  const scripts = (await brought(page)).scripts;
  const visit = (/** @type {number} */ count, /** @type {number} */ seed) => {
    // Made here: the page's policy lets no text become a program.
    const make = new Function(
      "seed",
      `${CHANCE}
          const KEYS = ["v", "year", "product", "disease", "phase", "category", "population", "lang", "theme", "figure", "view", "page", "against", "q", "sort", "statistic", "grade", "mode", "hide", "lock", "cell", "fact", "number", "brief", "utm_source", "yaer"];
          const VALUES = ["2024", "2020..2024", "2024..2020", "chemical", "biological,chemical", "oncology", "I", "en", "zh", "dark", "phases", "phases:share", "table", "compare", "data", "coverage", "methods", "own", "card", "embed", "header,filters", "year", "phases:0:0", "1", "registered", "count"];
          const part = () => one([() => one(VALUES), text, () => one(VALUES) + text(), () => String(below(3000))])();
          const coded = (text) => (random() < 0.5 ? encodeURIComponent(text.toWellFormed?.() ?? text.replace(/[\\ud800-\\udfff]/g, "")) : text.replace(/#/g, ""));
          return () => "?" + Array.from({ length: 1 + below(5) }, () => coded(random() < 0.85 ? one(KEYS) : text()) + (random() < 0.95 ? "=" + coded(part()) : "")).join(one(["&", "&", "&amp;", ";"]));`,
    )(seed);
    return page.evaluate(
      async (addresses) => {
        const root = document.documentElement;
        for (const [visited, address] of addresses.entries()) {
          history.replaceState(null, "", location.pathname + address);
          dispatchEvent(new PopStateEvent("popstate"));
          await new Promise(requestAnimationFrame);
          if (visited % 100 === 99) while (root.dataset.ready !== "true") await new Promise(requestAnimationFrame);
        }
        history.replaceState(null, "", location.pathname);
        dispatchEvent(new PopStateEvent("popstate"));
        do await new Promise((resolve) => setTimeout(resolve, 200));
        while (root.dataset.ready !== "true");
      },
      Array.from({ length: count }, () => /** @type {string} */ (make().slice(0, 4000))),
    );
  };
  // The first half may take room for what it needs; the second needs no more.
  await visit(ADDRESSES / 2, SEED + 1);
  const before = await counted(page, page);
  const state = await shown(page);
  await visit(ADDRESSES / 2, SEED);
  expect(await shown(page), `seed ${SEED}`).toEqual(state);
  expect(await brought(page), `seed ${SEED}`).toEqual({ scripts, handlers: 0, addresses: 0, images: 0 });
  expectLevel(before, await counted(page, page));
});
