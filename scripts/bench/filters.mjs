// How long a reader waits between choosing a filter and seeing the answer painted, on a processor slowed four times.
import { percentile, print, ready } from "./table.mjs";

export const SLOWDOWN = 4;
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

export const WINDOWS = [
  { title: "desktop, 1280 x 900", viewport: { width: 1280, height: 900 }, isAtFigures: false },
  { title: "desktop, at the figures", viewport: { width: 1280, height: 900 }, isAtFigures: true },
  { title: "phone, 390 x 844", viewport: { width: 390, height: 844 }, isAtFigures: false },
  { title: "phone, at the figures", viewport: { width: 390, height: 844 }, isAtFigures: true },
];

/**
 * In the page: chooses, and resolves to milliseconds since the choice: until it was worked through (the page can react again),
 * until the first answer was painted, until all that stands in the window was, and until the page has answered everywhere;
 * and to the longest task after the first painting, where one took 50 ms or more (a browser tells of no shorter one).
 */
const change = async (/** @type {[name: string, code: string]} */ [name, code]) => {
  const root = document.documentElement;
  const select = /** @type {HTMLSelectElement} */ (document.querySelector(`select[name="${name}"]`));
  if ([...select.options].every((option) => option.value !== code)) throw new Error(`${name} has no option ${code}`);
  /** @type {{ element: Element, time: number }[]} */
  const changes = [];
  const observer = new MutationObserver((records) => {
    const time = performance.now();
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element) changes.push({ element, time });
    }
  });
  observer.observe(document.getElementById("app"), { subtree: true, childList: true, attributes: true, characterData: true });
  /** @type {PerformanceEntry[]} */
  const tasks = [];
  const long = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  long.observe({ type: "longtask" });
  const message = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // The frame that shows the answer has been painted when the task after its callbacks runs. Asked for before the page
  // asks for its own: what the page does after that painting is not part of it.
  const painting = new Promise((resolve) => requestAnimationFrame(() => message().then(resolve)));
  const started = performance.now();
  // For the trace of bench/profile.mjs, with the two below.
  performance.mark("bench: choice", { startTime: started });
  select.value = code;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  if (root.dataset.ready === "true") throw new Error("the page does not say that it is drawing");
  // Effects run in microtasks: the next task comes after them.
  await message();
  const worked = performance.now() - started;
  await painting;
  const painted = performance.now() - started;
  performance.mark("bench: painted", { startTime: started + painted });
  // One frame after the other, so that the painting that showed a change can be told.
  const frames = [started + painted];
  while (root.dataset.ready !== "true") {
    await new Promise((resolve) => requestAnimationFrame(() => message().then(resolve)));
    frames.push(performance.now());
  }
  const answered = performance.now() - started;
  observer.disconnect();
  changes.push(
    ...observer.takeRecords().flatMap(({ target }) => (target instanceof Element ? [{ element: target, time: started + answered }] : [])),
  );
  await new Promise((resolve) => setTimeout(resolve, 30));
  tasks.push(...long.takeRecords());
  long.disconnect();
  // What nobody sees: the choices of a closed dropdown, and what is only heard.
  const isSeen = (/** @type {Element} */ element) => {
    if (!element.isConnected || element.closest("select, .off-screen")) return false;
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  };
  const last = Math.max(started, ...changes.filter(({ element }) => isSeen(element)).map(({ time }) => time));
  const whole = (frames.find((time) => time >= last) ?? started + answered) - started;
  performance.mark("bench: whole", { startTime: started + Math.max(painted, whole) });
  // Those that began when the answer had been painted.
  const after = tasks.filter(({ startTime }) => startTime > started + painted - 1 && startTime < started + answered);
  return { worked, painted, whole, answered, longest: Math.max(0, ...after.map(({ duration }) => duration)) };
};

/** What a change took. @typedef {Awaited<ReturnType<typeof change>>} Sample */

/** A page of a build in a window, on the slow processor, which has gone through all changes once. */
export const toWindow = async (/** @type {import("@playwright/test").Browser} */ browser, { url }, { viewport, isAtFigures }) => {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(url);
  await ready(page);
  if (isAtFigures) {
    await page.locator('[data-figure="disease_areas"]').evaluate((figure) => figure.scrollIntoView({ block: "start" }));
    await page.waitForTimeout(500);
  }
  // Once through unmeasured: what is compiled and cached on first use is not what a reader waits for each time.
  for (const step of CHANGES) await page.evaluate(change, step);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return { page, session, close: () => context.close() };
};

/** Makes all changes, and says what each took. @param {import("@playwright/test").Page} page */
export const allChanges = async (page) => {
  /** @type {Sample[]} */
  const samples = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const step of CHANGES) samples.push(await page.evaluate(change, step));
  }
  return samples;
};

/** All changes of one build in one window. */
const measure = async (/** @type {import("@playwright/test").Browser} */ browser, server, window) => {
  const { page, close } = await toWindow(browser, server, window);
  const samples = await allChanges(page);
  await close();
  return samples;
};

/** @type {import("./table.mjs").Bench} */
export const filters = async (browser, builds) => {
  const rows = [];
  for (const window of WINDOWS) {
    for (const { name, server } of builds) {
      const samples = await measure(browser, server, window);
      const of = (/** @type {keyof Sample} */ key, /** @type {number} */ share) =>
        percentile(
          samples.map((sample) => sample[key]),
          share,
        );
      const longest = of("longest", 1);
      rows.push([
        `${name}${window.title}`,
        of("worked", 0.5),
        of("painted", 0.5),
        of("painted", 0.95),
        of("whole", 0.5),
        of("whole", 0.95),
        of("answered", 0.95),
        longest === 0 ? "<50" : longest,
      ]);
    }
  }
  print(
    `Filter change, processor slowed ${SLOWDOWN} times, ${ROUNDS * CHANGES.length} changes; milliseconds. Budgets: first answer 50, window 120 (p95), longest task after 50`,
    ["", "worked p50", "first answer p50", "p95", "window p50", "p95", "all p95", "longest task after"],
    rows,
  );
};
