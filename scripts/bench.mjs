// How long a reader waits between choosing a filter and seeing the charts painted, on a processor slowed four times.
// A benchmark, not a test: it prints and does not judge. Budget (design, section 7): 50 ms at the 95th percentile.
// Builds to compare are measured in one run, because machines differ from hour to hour: node scripts/bench.mjs dist other/dist
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../tests/browser/chromium.mjs";
import { serve } from "./serve.mjs";

const SLOWDOWN = 4;
const ROUNDS = 4;
/** @type {[name: string, code: string][]} */
const CHANGES = [
  ["year", "2024"],
  ["product", "biological"],
  ["disease", "oncology"],
  ["year", "2023"],
  ["product", "chemical"],
  ["disease", ""],
  ["year", "2021"],
  ["product", "tcm"],
  ["year", ""],
  ["product", ""],
];

const named = process.argv.slice(2);
const builds = named.length > 0 ? named : [fileURLToPath(new URL("../dist", import.meta.url))];
for (const dist of builds.filter((dist) => !existsSync(path.join(dist, "index.html")))) {
  console.error(`error: ${path.join(dist, "index.html")} is missing: run make build first`);
  process.exit(1);
}

/**
 * In the page: chooses, and resolves to two times in milliseconds: until the choice was worked through
 * (the page can react again), and until the charts stood on the screen.
 */
const change = async (/** @type {[name: string, code: string]} */ [name, code]) => {
  const root = document.documentElement;
  const select = /** @type {HTMLSelectElement} */ (document.querySelector(`select[name="${name}"]`));
  if ([...select.options].every((option) => option.value !== code)) throw new Error(`${name} has no option ${code}`);
  const drawn = new Set();
  const charts = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const figure = target.parentElement?.closest("[data-figure]");
      if (figure) drawn.add(figure.dataset.figure);
    }
  });
  charts.observe(document.getElementById("app"), { subtree: true, childList: true, attributes: true, characterData: true });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // The frame that shows the charts has been painted when the task after its callbacks runs. Asked for before the page
  // asks for its own: what the page does after that painting is not part of it.
  const painting = new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    requestAnimationFrame(() => port2.postMessage(null));
  });
  const started = performance.now();
  select.value = code;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  if (root.dataset.ready === "true") throw new Error("the page does not say that it is drawing");
  // Effects run in microtasks: the next task comes after them.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const worked = performance.now() - started;
  await painting;
  const painted = performance.now() - started;
  while (root.dataset.ready !== "true") await new Promise(requestAnimationFrame);
  charts.disconnect();
  return { worked, painted, figures: drawn.size };
};

/** What a change took. @typedef {Awaited<ReturnType<typeof change>>} Sample */

/**
 * The least of the values that this share of them does not exceed.
 * @param {number[]} values
 * @param {number} share
 */
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

const browser = await chromium.launch(CHROMIUM);
/** @type {{ title: string, samples: number, figures: number, worked: number[], painted: number[] }[]} */
const rows = [];
const windows = [
  { title: "desktop, 1280 x 900", viewport: { width: 1280, height: 900 } },
  { title: "desktop, at the figures", viewport: { width: 1280, height: 900 } },
  { title: "phone, 390 x 844, at the figures", viewport: { width: 390, height: 844 } },
];
for (const { title, viewport, dist } of windows.flatMap((window) => builds.map((dist) => ({ ...window, dist })))) {
  const server = await serve({ folder: path.resolve(dist), port: 0 });
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
  if (title.includes("at the figures")) {
    await page.locator('[data-figure="disease_areas"]').evaluate((figure) => figure.scrollIntoView({ block: "start" }));
    await page.waitForTimeout(500);
  }
  const session = await context.newCDPSession(page);
  // Once through unmeasured: what is compiled and cached on first use is not what a reader waits for each time.
  for (const step of CHANGES) await page.evaluate(change, step);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  /** @type {Sample[]} */
  const samples = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const step of CHANGES) samples.push(await page.evaluate(change, step));
  }
  /**
   * @param {keyof Sample} key
   * @param {number} share
   */
  const of = (key, share) =>
    percentile(
      samples.map((sample) => sample[key]),
      share,
    );
  const build = builds.length > 1 ? `${path.relative("", path.resolve(dist))}: ` : "";
  rows.push({
    title: `${build}${title}`,
    samples: samples.length,
    figures: of("figures", 0.5),
    worked: [of("worked", 0.5), of("worked", 0.95)],
    painted: [of("painted", 0.5), of("painted", 0.95), of("painted", 1)],
  });
  await context.close();
  await server.close();
}
await browser.close();

const ms = (/** @type {number} */ value) => value.toFixed(0).padStart(7);
console.log(`Filter change, processor slowed ${SLOWDOWN} times, ${cpus()[0].model.trim()}; milliseconds, budget 50 at p95 of painted`);
const wide = Math.max(...rows.map(({ title }) => title.length));
console.log(`${"".padEnd(wide)} changes figures | worked p50     p95 | painted p50    p95    max`);
for (const { title, samples, figures, worked, painted } of rows) {
  console.log(
    `${title.padEnd(wide)} ${String(samples).padStart(7)} ${String(figures).padStart(7)} |    ${ms(worked[0])} ${ms(worked[1])} |     ${ms(painted[0])} ${ms(painted[1])} ${ms(painted[2])}`,
  );
}
