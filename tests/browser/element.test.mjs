// The element in a portal where something goes wrong: refused and dead frames, senseless heights, a move in the document, and other
// people's colours, paper and focus.
import { readyFrame, roundTrip, test } from "./portals.mjs";
import { expect } from "./site.mjs";

/** @import { Page, Route } from "@playwright/test" */

const SCRIPT = `<script type="module" src="https://trials.example/explorer/embed.js"></script>`;
const KEEP_EVENTS = `<script>
  globalThis.failures = [];
  addEventListener("error", ({ detail }) => detail && failures.push(detail.code), true);
  globalThis.heard = [];
  addEventListener("message", ({ data }) => heard.push(data?.type));
  addEventListener("ready", () => { globalThis.isReady = true; }, true);
</script>`;
/** The element with what stands in it. */
const element = (attributes = "", src = "https://trials.example/explorer/") =>
  `${KEEP_EVENTS}${SCRIPT}<china-trials-explorer src="${src}" ${attributes}><a href="https://elsewhere.example/">In words</a></china-trials-explorer>`;

/** What the element has said is wrong: its events do not bubble, and are caught on the way down. @param {Page} page */
const failures = (page) => page.evaluate(() => /** @type {any} */ (globalThis).failures);

const fallback = (/** @type {Page} */ page) => page.getByRole("link", { name: "In words" });

/** The document of the explorer answered otherwise. @type {(fulfil: Parameters<Route["fulfill"]>[0]) => (page: Page) => Promise<unknown>} */
const answered = (fulfil) => (page) =>
  page.route(/\/(\?.*)?$/, (route) => (route.request().frame().parentFrame() ? route.fulfill(fulfil) : route.continue()));

test.describe("the element shows what stands in it, and says so within seconds,", () => {
  const WITHIN_MS = 12_000;

  test("where nobody answers at its address", async ({ portal }) => {
    const { page } = await portal.open(element("", "http://127.0.0.1:1/"));
    await expect(fallback(page)).toBeVisible({ timeout: WITHIN_MS });
    expect(await failures(page)).toEqual(["no-answer"]);
    await expect(page.locator("china-trials-explorer iframe")).toBeHidden();
  });

  /** @type {Record<string, Parameters<Route["fulfill"]>[0]>} */
  const ANSWERS = {
    "where the frame is refused": { contentType: "text/html", headers: { "content-security-policy": "frame-ancestors 'none'" }, body: "x" },
    "where a sign-in page answers": { contentType: "text/html", body: "<!doctype html><form>Sign in</form>" },
    "where the server is broken": { status: 502, contentType: "text/html", body: "Bad gateway" },
  };
  for (const [what, answer] of Object.entries(ANSWERS)) {
    test(what, async ({ portal }) => {
      const { page } = await portal.open(element(), { prepare: answered(answer) });
      await expect(fallback(page)).toBeVisible({ timeout: WITHIN_MS });
      expect(await failures(page)).toEqual(["no-answer"]);
    });
  }

  test("a link to the page where nothing stands in it", async ({ portal }) => {
    const empty = `${SCRIPT}<china-trials-explorer src="http://127.0.0.1:1/" title="Trials"></china-trials-explorer>`;
    const { page } = await portal.open(empty);
    await expect(page.getByRole("link", { name: "Trials" })).toHaveAttribute("href", /^http:\/\/127\.0\.0\.1:1\/\?/, {
      timeout: WITHIN_MS,
    });
  });

  test("but not where the page is only slow", async ({ portal }) => {
    /** @type {() => void} */
    let answer;
    const late = new Promise((resolve) => {
      answer = () => resolve(null);
    });
    const prepare = async (/** @type {Page} */ page) => {
      await page.clock.install();
      await page.route("**/*_bg.wasm", (route) => late.then(() => route.continue()));
    };
    const { page } = await portal.open(element(), { prepare });
    const heard = () => page.evaluate(() => /** @type {any} */ (globalThis).heard);
    await expect.poll(heard, "the page says at once that it is on its way").toContain("opening");
    await page.clock.runFor(WITHIN_MS);
    expect(await failures(page)).toEqual([]);
    await expect(page.locator("china-trials-explorer iframe")).toBeVisible();
    answer();
    await page.clock.resume();
    await readyFrame(page);
    await expect(fallback(page)).toBeHidden();
  });
});

test("the element takes no height that none can be", async ({ portal }) => {
  const heights = [0.0001, -5, 0, Number.NaN, 1e9, 20_001, "500", null, [600]];
  const body = `<!doctype html><script>addEventListener("message", ({ source, origin }) => {
    for (const height of [${heights.map((height) => (typeof height === "number" ? height : JSON.stringify(height)))}])
      source.postMessage({ source: "china-trials-explorer", v: 1, type: "height", height }, origin);
    source.postMessage({ source: "china-trials-explorer", v: 1, type: "ready", version: "x" }, origin);
  });</script>`;
  const prepare = answered({ contentType: "text/html", body });
  const { page } = await portal.open(element('height="0.5"'), { prepare });
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (globalThis).isReady), "what came before it was heard too").toBe(true);
  expect(await page.locator("china-trials-explorer iframe").evaluate((frame) => frame.style.height)).toBe("480px");
});

test("the element asks again what the reader has asked when it is moved in the document", async ({ portal }) => {
  const { page } = await portal.open(`<div id="one">${element('year="2024"')}</div><div id="other"></div>`);
  const frame = await readyFrame(page);
  // What is chosen is told a moment after it is answered.
  const told = page.locator("china-trials-explorer").evaluate((element) => {
    return new Promise((resolve) =>
      element.addEventListener("selection", (event) => {
        const { query } = /** @type {CustomEvent} */ (event).detail;
        if (query.includes("product=biological")) resolve(query);
      }),
    );
  });
  await frame.locator('select[name="product"]').selectOption("biological");
  await expect(frame.locator('[data-part="finding"]')).toContainText("1,029");
  await told;
  await page.evaluate(() => document.getElementById("other").append(document.querySelector("china-trials-explorer")));
  const again = await readyFrame(page);
  await expect(again.locator('select[name="product"]')).toHaveValue("biological");
  await expect(again.locator('[data-part="finding"]')).toContainText("1,029");
  // What the portal sets afterwards holds again.
  await page.locator("china-trials-explorer").evaluate((element) => element.setAttribute("year", "2022"));
  await expect(again.locator('[data-part="finding"]')).toContainText("2022");
});

test("the element hears a page that is loaded anew inside its frame, and names what it shows", async ({ portal }) => {
  const { page } = await portal.open(element('year="2024" title="Trials"'));
  const frame = await readyFrame(page);
  const told = (/** @type {string} */ type) =>
    page
      .locator("china-trials-explorer")
      .evaluate(
        (element, type) =>
          new Promise((resolve) =>
            element.addEventListener(type, (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true }),
          ),
        type,
      );
  const ready = told("ready");
  await frame.locator("html").evaluate(() => location.reload());
  await ready;
  const again = await readyFrame(page);
  const selection = told("selection");
  await again.locator('select[name="product"]').selectOption("biological");
  expect(/** @type {{ query: string }} */ (await selection).query).toContain("product=biological");
  const names = () =>
    page.locator("china-trials-explorer").evaluate(({ shadowRoot }) => {
      const [frame, link] = [shadowRoot?.querySelector("iframe"), shadowRoot?.querySelector("a")];
      return [frame?.title, link?.textContent];
    });
  expect(await names()).toEqual(["Trials", "Trials"]);
  await page.locator("china-trials-explorer").evaluate((element) => element.removeAttribute("title"));
  expect(await names(), "never without a name").toEqual(["China Trials Explorer", "China Trials Explorer"]);
});

for (const system of /** @type {const} */ (["light", "dark"])) {
  test(`a transparent element stands on the ground of a dark portal, where the system is ${system}`, async ({ portal }) => {
    const dark = "<style>:root { color-scheme: dark; background: rgb(10, 20, 60) }</style>";
    const { page } = await portal.open(`${dark}${element('theme="transparent" figure="phases"')}`, { colorScheme: system });
    await readyFrame(page);
    const box = await page.locator("china-trials-explorer iframe").boundingBox();
    const corner = await page.screenshot({ clip: { x: box.x + box.width - 6, y: box.y + 3, width: 1, height: 1 } });
    const pixel = await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas.drawImage(bitmap, 0, 0);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      },
      [...corner],
    );
    expect(pixel).toEqual([10, 20, 60, 255]);
  });

  test(`the first painting has the theme that the address asks for, where the system is ${system}`, async ({ site }) => {
    const other = system === "dark" ? "light" : "dark";
    const { page } = await site.open(`?theme=${other}`, {
      colorScheme: system,
      isExpectedToFail: true,
      prepare: (page) => page.route("**/*_bg.wasm", () => {}),
    });
    await expect(page.locator("html")).toHaveAttribute("data-theme", other);
    const before = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const app = await site.open(`?theme=${other}`, { colorScheme: system });
    expect(before).toBe(await app.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
  });
}

test("a frame that is never scrolled to has its charts ready for the paper of the page around", async ({ portal }) => {
  const { page } = await portal.open(
    `<div style="height: 6000px"></div><iframe src="https://trials.example/explorer/?mode=card&figure=phases&year=2024" width="900" height="700"></iframe>
    <iframe id="embed" src="https://trials.example/explorer/?mode=embed&year=2024" width="900" height="4000"></iframe>`,
  );
  for (const selector of ["iframe", "#embed"]) {
    const frame = await readyFrame(page, selector === "iframe" ? "iframe:not([id])" : selector);
    const blank = frame.locator('[data-part="chart"]:not(:has(svg))');
    await expect(blank, "no chart is an empty box").toHaveCount(0);
    expect(await frame.locator('[data-part="chart"] svg').count()).toBeGreaterThan(0);
  }
});

for (const query of [
  "mode=embed&figure=phases",
  "mode=embed&year=2024&fact=registered",
  "mode=card&figure=phases&cell=phases:0:0",
  "figure=stopped",
]) {
  test(`a frame neither takes the focus nor moves the page around it: ${query}`, async ({ portal }) => {
    const { page } = await portal.open(
      `<input id="own" autofocus><div style="height: 3000px"></div><iframe src="https://trials.example/explorer/?${query}" width="900" height="700"></iframe>`,
    );
    await page.locator("#own").focus();
    const frame = await readyFrame(page);
    await roundTrip(page);
    const around = () => page.evaluate(() => ({ focus: document.activeElement?.id, top: scrollY }));
    expect(await around()).toEqual({ focus: "own", top: 0 });
    // The portal asks something else: that is not the reader's doing either.
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe");
      const tell = (/** @type {object} */ message) => contentWindow.postMessage({ target: "china-trials-explorer", v: 1, ...message }, "*");
      tell({ type: "set-selection", query: "year=2022" });
      tell({ type: "set-lang", lang: "zh" });
    });
    await expect(frame.locator("html")).toHaveAttribute("lang", "zh-CN");
    await readyFrame(page);
    await roundTrip(page);
    expect(await around()).toEqual({ focus: "own", top: 0 });
  });
}

test("a portal that isolates itself can frame the page", async ({ portal }) => {
  const headers = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
  for (const sandbox of ["", 'sandbox="allow-scripts"']) {
    const frame = `<iframe src="https://trials.example/explorer/?year=2024" width="900" height="700" ${sandbox}></iframe>`;
    const { page } = await portal.open(frame, { headers });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect((await readyFrame(page)).locator('[data-part="finding"]')).toContainText("4,900");
  }
});
