// The page inside another: modes, messages, the element, and what is documented of them.
import { ROUND_TRIP, readyFrame, roundTrip, snippets, test } from "./portals.mjs";
import { expect } from "./site.mjs";

/** @import { FrameLocator, Locator, Page } from "@playwright/test" */
/** @import { ExplorerPage, Language } from "./page.mjs" */
/** @import { Said, Saying } from "./portals.mjs" */

const finding = (/** @type {FrameLocator} */ frame) => frame.locator('[data-part="finding"]');

test.describe("modes by address", () => {
  test("shows a card: one figure with its sources, and nothing else", async ({ site }) => {
    const explorer = await site.open("?mode=card&figure=phases&year=2024&product=chemical");
    const { page } = explorer;
    await expect(page.locator("[data-figure]")).toHaveCount(1);
    expect(await explorer.figure("phases").hasChart()).toBeTruthy();
    for (const part of ["header.top", ".filters", '[data-part="finding"]', ".headline", ".questions"]) {
      await expect(page.locator(part).filter({ visible: true }), part).toHaveCount(0);
    }
    await expect(explorer.figure("phases").footer).toHaveText(/CDE, edition/);
    const link = page.getByRole("link", { name: "Open in China Trials Explorer" });
    await expect(link).toHaveAttribute("href", `${site.url}?v=1&year=2024&product=chemical&figure=phases`);
  });

  test("has 12 px of air on all sides, and what is folded stays folded", async ({ site }) => {
    for (const figure of ["registered", "rare_disease_areas", "studies_of_the_world"]) {
      for (const hide of ["", "&hide=footer"]) {
        const explorer = await site.open(`?mode=card&figure=${figure}&year=2024${hide}`, { width: 600 });
        const air = await explorer.page.evaluate(() => {
          const app = document.getElementById("app").getBoundingClientRect();
          const seen = [...document.querySelectorAll("#app figure, #app .bottom:not([hidden])")].filter((part) => part.checkVisibility());
          const rects = seen.map((part) => part.getBoundingClientRect());
          const most = (/** @type {number[]} */ ends) => Math.max(...ends);
          return {
            left: Math.min(...rects.map(({ left }) => left)) - app.left,
            top: Math.min(...rects.map(({ top }) => top)) - app.top,
            right: app.right - most(rects.map(({ right }) => right)),
            bottom: app.bottom - most(rects.map(({ bottom }) => bottom)),
            above: document.querySelector("#app figure h3").getBoundingClientRect().top - app.top,
          };
        });
        expect(air, `${figure}${hide}`).toEqual({ left: 12, top: 12, right: 12, bottom: 12, above: 12 });
        await expect(explorer.page.locator("details[open]"), "nothing is unfolded").toHaveCount(0);
        await expect(explorer.figure(figure).notes.or(explorer.figure(figure).disputes).first()).toBeAttached();
      }
    }
  });

  test("proves a number of a card inside the card", async ({ site }) => {
    const explorer = await site.open("?mode=card&figure=phases&year=2024&view=table");
    await explorer.figure("phases").table.getByRole("button").first().click();
    await explorer.proof.opened();
    await expect(explorer.page).toHaveURL(/mode=card/);
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    await expect(explorer.page.locator("[data-figure]")).toHaveCount(1);
  });

  test("proves a number beside it where the frame is as high as the page", async ({ site }) => {
    const explorer = await site.open("?mode=embed&year=2024&view=table", { height: 20_000 });
    const figure = explorer.figure("multi_regional");
    await figure.show();
    const button = figure.table.getByRole("button").first();
    await button.click();
    await explorer.proof.opened();
    const [panel, asked] = [await explorer.proof.root.boundingBox(), await button.boundingBox()];
    expect(asked.y, "the figure is far down").toBeGreaterThan(2000);
    expect(Math.abs(panel.y - asked.y), `panel at ${panel.y}, number at ${asked.y}`).toBeLessThan(40);
  });

  test("names a card without a figure, and shows the page", async ({ site }) => {
    const explorer = await site.open("?mode=card");
    await expect(explorer.part("notices")).toHaveText(/mode=card/);
    await expect(explorer.page.locator("html")).toHaveAttribute("data-mode", "embed");
    await explorer.openAll();
    expect(await explorer.page.locator("[data-figure]").count()).toBeGreaterThan(50);
  });

  test("hides what the address says, each part alone", async ({ site }) => {
    const parts = { header: "header.top", filters: ".dropdowns", headline: ".headline", footer: ".bottom", downloads: ".download-menu" };
    for (const [hidden] of Object.entries(parts)) {
      const explorer = await site.open(`?hide=${hidden}`);
      for (const [name, selector] of Object.entries(parts)) {
        const first = explorer.page.locator(selector).first();
        await first.waitFor({ state: "attached" });
        await expect(first, `hide=${hidden}: ${name}`).toBeVisible({ visible: name !== hidden });
      }
    }
  });

  test("fixes filters for the reader", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=chemical&lock=year,disease");
    await expect(explorer.page.locator('select[name="year"]')).toBeDisabled();
    await expect(explorer.page.locator('select[name="disease"]')).toBeDisabled();
    await expect(explorer.page.locator('select[name="product"]')).toBeEnabled();
    await explorer.reset();
    await expect(explorer.part("finding")).toHaveText(/2024/);
    await expect(explorer.page).toHaveURL(/year=2024.*lock=year,disease/);
    expect(await explorer.chosen(), "what is fixed stays").toEqual({ year: "2024", product: "", disease: "" });
    await expect(explorer.page.locator(".reset"), "nothing is left to take back").toBeDisabled();
  });

  test("leaves the ground to the page around", async ({ site }) => {
    const explorer = await site.open("?theme=transparent&mode=embed", { colorScheme: "dark" });
    const ground = await explorer.page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(ground).toEqual(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    await expect(explorer.page.locator("html")).toHaveAttribute("data-theme", "light");
  });
});

/** Keeps in `heard` what the explorer says to the portal. */
const LISTEN = `<script>globalThis.heard = []; addEventListener("message", ({ data, origin }) => data !== "${ROUND_TRIP}" && heard.push({ ...data, origin }));</script>`;
const SCRIPT = (/** @type {string} */ code) => `<script type="module">${code}</script>`;
const [FRAME, ELEMENT] = snippets("html");
const [EVENTS, TALK] = snippets("js");
const frameOf = (/** @type {string} */ query) =>
  `<iframe src="https://trials.example/explorer/?${query}" width="900" height="500" allow="clipboard-write; fullscreen"></iframe>`;

/**
 * What of one type the explorer has said.
 * @template {Said["type"]} T
 * @param {Page} page
 * @param {T} type
 */
const heard = async (page, type) => {
  const messages = await page.evaluate((type) => globalThis.heard.filter((message) => message.type === type), type);
  return /** @type {Extract<Said, { type: T }>[]} */ (messages);
};
/**
 * Waits until the explorer has said something of that type.
 * @param {Page} page
 * @param {Said["type"]} type
 */
const waitFor = (page, type) => page.waitForFunction((type) => globalThis.heard.some((message) => message.type === type), type);
/**
 * Says something to the explorer; what the message has stands before what every message must have.
 * @param {Page} page
 * @param {object} message
 */
const send = (page, message) =>
  page.evaluate(
    (message) => document.querySelector("iframe").contentWindow.postMessage({ target: "china-trials-explorer", v: 1, ...message }, "*"),
    message,
  );

test.describe("messages", () => {
  test("answers hello, and follows what is asked", async ({ portal }) => {
    const { page, problems } = await portal.open(`${LISTEN}${frameOf("mode=embed&year=2023")}${SCRIPT(TALK)}`);
    const frame = await readyFrame(page);
    await waitFor(page, "selection");
    const [ready] = await heard(page, "ready");
    expect(ready.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(ready.origin).toBe(new URL(portal.url).origin);
    const [first] = await heard(page, "selection");
    expect(first.query).toBe("v=1&year=2023");
    expect(first.text).toMatch(/2023/);
    expect(first.link).toBe(`${portal.url}?v=1&year=2023`);

    await send(page, { type: "set-selection", query: "year=2024&product=biological" });
    await page.waitForFunction(() =>
      globalThis.heard.some((message) => message.type === "selection" && message.query === "v=1&year=2024&product=biological"),
    );
    await expect(finding(frame)).toHaveText(/1,029/);
    await send(page, { type: "set-lang", lang: "zh" });
    await expect(frame.locator("html")).toHaveAttribute("lang", "zh-CN");
    await send(page, { type: "set-theme", theme: "dark" });
    await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
    // What the reader chooses is told too.
    await frame.locator('select[name="year"]').selectOption("2022");
    await page.waitForFunction(() =>
      globalThis.heard.some((message) => message.type === "selection" && message.query === "v=1&year=2022&product=biological"),
    );
    expect(problems).toEqual([]);
  });

  test("says its height, settles within three messages, and never grows by being followed", async ({ portal }) => {
    for (const query of ["mode=card&figure=disease_areas&year=2024", "mode=card&figure=registered&view=table"]) {
      const { page, problems } = await portal.open(`${LISTEN}${frameOf(query)}${SCRIPT(TALK)}`);
      const frame = await readyFrame(page);
      const room = () => frame.locator("html").evaluate(() => innerHeight - document.getElementById("app").getBoundingClientRect().height);
      await expect.poll(async () => Math.abs(await room()), `${query}: the frame is as high as its content`).toBeLessThanOrEqual(8);
      await roundTrip(page);
      const heights = (await heard(page, "height")).map(({ height }) => height);
      // The answer to hello repeats the one that was said last.
      const distinct = heights.filter((height, position) => height !== heights[position - 1]);
      expect(distinct.length, `${query}: ${heights}`).toBeLessThanOrEqual(3);
      expect(Math.abs(await room()), `${query}: the frame stays as high as its content`).toBeLessThanOrEqual(8);
      await page.evaluate(() => globalThis.heard.splice(0));
      await page.locator("iframe").evaluate((/** @type {HTMLIFrameElement} */ element) => (element.height = "3000"));
      await expect.poll(() => frame.locator("html").evaluate(() => innerHeight)).toBe(3000);
      await roundTrip(page);
      expect(await heard(page, "height"), "a higher frame does not make it higher").toEqual([]);
      expect(problems).toEqual([]);
    }
  });

  test("says no more than 20,000 pixels", async ({ portal }) => {
    const { page } = await portal.open(
      `${LISTEN}<iframe src="https://trials.example/explorer/?mode=embed&page=data" width="330" height="500"></iframe>${SCRIPT(TALK)}`,
    );
    await readyFrame(page);
    await page.waitForFunction(() => globalThis.heard.some((message) => message.type === "height" && message.height === 20_000));
    expect((await heard(page, "height")).every(({ height }) => height <= 20_000)).toBe(true);
  });

  test("says what was wrong with a message, and does nothing", async ({ portal }) => {
    const { page } = await portal.open(`${LISTEN}${frameOf("mode=embed&year=2023")}${SCRIPT(TALK)}`);
    const frame = await readyFrame(page);
    await waitFor(page, "selection");
    const before = await finding(frame).innerText();
    /** @type {[message: object, code: string][]} */
    const wrong = [
      [{ v: 2, type: "set-lang", lang: "zh" }, "other-version"],
      [{ v: "1", type: "set-lang", lang: "zh" }, "other-version"],
      [{ type: "delete-everything" }, "unknown-type"],
      [{ type: "__proto__" }, "unknown-type"],
      [{ type: ["set-lang"], lang: "zh" }, "unknown-type"],
      [{ type: "set-lang", lang: "xx" }, "bad-field"],
      [{ type: "set-lang", lang: { toString: "zh" } }, "bad-field"],
      [{ type: "set-theme" }, "bad-field"],
      [{ type: "set-selection", query: `year=2024&${"x".repeat(3_000_000)}` }, "bad-field"],
      [{ type: "set-selection", query: "year=2024&product=nonsense" }, "not-understood"],
      [{ type: "set-selection", query: "__proto__=1" }, "not-understood"],
    ];
    for (const [message, code] of wrong) {
      await page.evaluate(() => globalThis.heard.splice(0));
      await send(page, message);
      await waitFor(page, "error");
      const [error] = await heard(page, "error");
      expect(error.code, JSON.stringify(message).slice(0, 100)).toBe(code);
      expect(error.message).toMatch(/^field \w+: /);
    }
    await expect(finding(frame)).toHaveText(before);
    await expect(frame.locator("html")).toHaveAttribute("lang", "en");
  });

  test("does not hear what is not meant for it", async ({ portal }) => {
    const { page, problems } = await portal.open(`${LISTEN}${frameOf("mode=embed&year=2023")}${SCRIPT(TALK)}`);
    const frame = await readyFrame(page);
    await waitFor(page, "selection");
    const before = await finding(frame).innerText();
    await page.evaluate(() => globalThis.heard.splice(0));
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe");
      const asked = { target: "china-trials-explorer", v: 1, type: "set-lang", lang: "zh" };
      const inherited = JSON.parse(`{ "__proto__": ${JSON.stringify(asked)} }`);
      const strange = [
        null,
        undefined,
        0,
        "china-trials-explorer",
        [],
        [asked],
        JSON.stringify(asked),
        inherited,
        { ...asked, target: "another" },
        { ...asked, target: [asked.target] },
        new Map(Object.entries(asked)),
        new Blob(["x"]),
        { target: "x".repeat(1e7) },
      ];
      for (const message of strange) contentWindow.postMessage(message, "*");
    });
    await roundTrip(page);
    expect(await page.evaluate(() => globalThis.heard)).toEqual([]);
    await expect(finding(frame)).toHaveText(before);
    await expect(frame.locator("html")).toHaveAttribute("lang", "en");
    expect(problems).toEqual([]);
  });

  test("does not hear another window, be it of the portal's own origin", async ({ portal }) => {
    const intruder = `<iframe id="intruder" srcdoc="<script>parent.attempts = 0; setInterval(() => { parent.frames[0].postMessage({ target: 'china-trials-explorer', v: 1, type: 'set-lang', lang: 'zh' }, '*'); parent.attempts += 1 }, 50)</script>"></iframe>`;
    const { page } = await portal.open(`${LISTEN}${frameOf("mode=embed")}${intruder}`);
    const frame = await readyFrame(page, "iframe:not(#intruder)");
    const before = await page.evaluate(() => attempts);
    await page.waitForFunction((before) => attempts > before + 5, before);
    await roundTrip(page, "iframe:not(#intruder)");
    await expect(frame.locator("html")).toHaveAttribute("lang", "en");
    expect(await page.evaluate(() => globalThis.heard), "nobody spoke who may be answered").toEqual([]);
  });

  test("hears only the origins that the settings name, and speaks first to them", async ({ portal }) => {
    const strange = await portal.open(`${LISTEN}${frameOf("mode=embed")}${SCRIPT(TALK)}`, {
      config: `{ "origins": ["https://portal.example"] }`,
    });
    const frame = await readyFrame(strange.page);
    for (const message of [{ type: "hello" }, { type: "set-lang", lang: "zh" }]) await send(strange.page, message);
    await roundTrip(strange.page);
    expect(await strange.page.evaluate(() => globalThis.heard)).toEqual([]);
    await expect(frame.locator("html")).toHaveAttribute("lang", "en");

    for (const config of [`{ "origins": ["${portal.origin}/"] }`, `{ "origins": [] }`, `{ "origins": "${portal.origin}/" }`, "{"]) {
      const wrong = await portal.open(`${LISTEN}${frameOf("mode=embed")}${SCRIPT(TALK)}`, { config });
      await readyFrame(wrong.page);
      for (const message of [{ type: "hello" }, { type: "set-lang", lang: "zh" }]) await send(wrong.page, message);
      await roundTrip(wrong.page);
      expect(await wrong.page.evaluate(() => globalThis.heard), `${config}: a restriction that is wrong is one all the same`).toEqual([]);
    }

    const known = await portal.open(`${LISTEN}${frameOf("mode=embed")}`, { config: JSON.stringify({ origins: [portal.origin] }) });
    await readyFrame(known.page);
    await waitFor(known.page, "ready");
    await waitFor(known.page, "height");
    await waitFor(known.page, "selection");
    expect([...strange.problems, ...known.problems]).toEqual([]);
  });
});

/** The colour of the ground in both themes. */
const GROUND = { light: "rgb(252, 251, 248)", dark: "rgb(21, 24, 27)" };
/** Figures of several kinds, the last of them a lone number. */
const EMBEDDED = ["disease_areas", "phases_by_product_type", "registered", "imaging"];

/**
 * The dialog that embeds a figure, and what it shows on trial.
 * @param {ExplorerPage} explorer
 * @param {string} id
 */
const openDialog = async (explorer, id) => {
  const figure = explorer.figure(id);
  await figure.show();
  await figure.openMenu("share");
  await figure.root.getByRole("menuitem", { name: "Embed", exact: true }).click();
  const dialog = explorer.part("embed");
  await dialog.waitFor();
  const framed = dialog.locator('[data-part="framed"]');
  await framed.waitFor();
  return { dialog, framed, snippet: dialog.locator('[data-part="snippet"]') };
};

test.describe("the dialog for embedding", () => {
  for (const id of EMBEDDED) {
    test(`writes the height that the card needs (${id})`, async ({ site, portal }) => {
      const explorer = await site.open();
      const { dialog, framed, snippet } = await openDialog(explorer, id);
      /** @type {{ name: string, html: string }[]} */
      const written = [];
      for (const lang of /** @type {Language[]} */ (["en", "zh"])) {
        await dialog.locator('select[name="language"]').selectOption({ label: lang === "en" ? "English" : "中文" });
        for (const width of [340, 600, 900]) {
          await dialog.getByLabel("Width in pixels").fill(`${width}`);
          await expect(framed).toHaveAttribute("lang", lang === "en" ? "en" : "zh-CN");
          await expect.poll(async () => (await framed.boundingBox()).width, "as wide as chosen").toBe(width);
          await explorer.frames(6);
          const { height } = await framed.boundingBox();
          await expect(snippet).toHaveValue(new RegExp(`lang=${lang}&.* width="${width}" height="${Math.ceil(height)}"`));
          written.push({ name: `${lang} ${width}`, html: await snippet.inputValue() });
        }
      }
      const shown = written.map(({ html }) => html.replaceAll(site.url, portal.url).replace(' loading="lazy"', ""));
      // What is out of sight is not drawn.
      const { page, problems } = await portal.open(shown.join("<br>"), { viewport: { width: 1000, height: 7000 } });
      for (const [position, { name }] of written.entries()) {
        const frame = await readyFrame(page, `iframe >> nth=${position}`);
        const { given, needed, scrolled } = await frame.locator("html").evaluate((root) => ({
          given: innerHeight,
          needed: document.getElementById("app").getBoundingClientRect().height,
          scrolled: Math.max(root.scrollHeight - innerHeight, root.scrollWidth - root.clientWidth),
        }));
        expect(given - needed, `${name}: ${given} px for ${needed}`).toBeGreaterThanOrEqual(0);
        expect(given - needed, `${name}: ${given} px for ${needed}`).toBeLessThanOrEqual(24);
        expect(scrolled, `${name}: nothing to scroll`).toBeLessThanOrEqual(0);
      }
      expect(problems).toEqual([]);
    });
  }

  test("shows the card in the language, the colours and without the parts that are chosen", async ({ site }) => {
    for (const theme of /** @type {("light" | "dark")[]} */ (["light", "dark"])) {
      const explorer = await site.open(`?year=2024&theme=${theme}`);
      const { dialog, framed } = await openDialog(explorer, "phases");
      const other = theme === "light" ? "dark" : "light";
      const ground = () => framed.evaluate((frame) => getComputedStyle(frame).backgroundColor);
      expect(await ground(), "at first as the page").toBe(GROUND[theme]);
      const axis = framed.locator("svg text").first();
      const ink = await axis.getAttribute("fill");
      await dialog.getByLabel("Theme").selectOption({ label: other === "dark" ? "Dark" : "Light" });
      await expect.poll(ground, `${other} on a ${theme} page`).toBe(GROUND[other]);
      await expect.poll(() => axis.getAttribute("fill"), "and its chart too").not.toBe(ink);
      await dialog.getByLabel("Language").selectOption({ label: "中文" });
      await expect(framed.getByRole("heading", { includeHidden: true })).toHaveText(/试验分期/);
      await expect(explorer.page.locator("html"), "the page stays as it is").toHaveAttribute("lang", "en");
      await expect(explorer.page.locator("html")).toHaveAttribute("data-theme", theme);
      await dialog.getByLabel("Theme").selectOption({ label: "Transparent ground" });
      await expect.poll(ground).toBe("rgba(0, 0, 0, 0)");
      await dialog.getByLabel("Downloads").check();
      await expect(framed.locator(".download-menu")).toBeHidden();
    }
  });

  test("follows the card until the editor writes a height of his own", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const { dialog, framed, snippet } = await openDialog(explorer, "disease_areas");
    const height = async () => Number((await snippet.inputValue()).match(/ height="(\d+)"/)[1]);
    const needed = async () => Math.ceil((await framed.boundingBox()).height);
    await dialog.getByLabel("Width in pixels").fill("600");
    await expect.poll(async () => (await height()) - (await needed())).toBe(0);
    const whole = await height();
    await dialog.getByLabel("Last line").check();
    await expect.poll(height, "without its last line it is lower").toBeLessThan(whole);
    await dialog.getByLabel("Height in pixels").fill("700");
    await expect.poll(height).toBe(700);
    await dialog.getByLabel("Width in pixels").fill("340");
    await expect.poll(needed).toBeGreaterThan(720);
    expect(await height(), "his own stays").toBe(700);
    await dialog.getByLabel("Height in pixels").fill("");
    await expect.poll(async () => (await height()) - (await needed())).toBe(0);
  });
});

test.describe("the element", () => {
  test("shows the documented card, as high as its content, and says what happens", async ({ portal }) => {
    const { page, problems } = await portal.open(
      `<script>globalThis.logged = []; console.log = (...words) => logged.push(words);</script>${ELEMENT}${SCRIPT(EVENTS)}`,
    );
    const frame = await readyFrame(page);
    await expect(frame.locator("[data-figure]")).toHaveCount(1);
    await page.waitForFunction(() => logged.length >= 2);
    const [[version], [query, text, link]] = await page.evaluate(() => [
      logged.find(([word]) => word === "version"),
      logged.find(([word]) => word.startsWith("v=1")),
    ]);
    expect(version).toBe("version");
    expect(query).toBe("v=1&year=2024");
    expect(text).toMatch(/4,900/);
    expect(link).toMatch(/figure=phases/);
    const height = async (/** @type {Locator} */ locator) => (await locator.boundingBox()).height;
    await expect.poll(() => height(page.locator("china-trials-explorer")), "it is no longer as high as it was at first").not.toBe(480);
    await expect
      .poll(
        async () => Math.abs((await height(page.locator("china-trials-explorer"))) - (await height(frame.locator("#app")))),
        "as high as its content",
      )
      .toBeLessThanOrEqual(8);
    expect(problems).toEqual([]);
  });

  test("tells changed attributes, and opens anew what cannot be told", async ({ portal }) => {
    const listen = `<script>addEventListener("ready", () => (globalThis.isReady = true), true)</script>`;
    const { page } = await portal.open(`${listen}${ELEMENT.replace('figure="phases"', "")}`);
    const frame = await readyFrame(page);
    const element = page.locator("china-trials-explorer");
    await page.waitForFunction(() => globalThis.isReady);
    await frame.locator("html").evaluate(() => (globalThis.isTheSame = true));
    await element.evaluate((element) => element.setAttribute("year", "2022"));
    await expect(finding(frame)).toContainText("2022");
    await element.evaluate((element) => element.setAttribute("lang", "zh"));
    await expect(frame.locator("html")).toHaveAttribute("lang", "zh-CN");
    await element.evaluate((element) => element.setAttribute("theme", "dark"));
    await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
    await element.evaluate((element) => element.removeAttribute("year"));
    await expect(finding(frame)).not.toContainText("2022");
    expect(await frame.locator("html").evaluate(() => globalThis.isTheSame), "it was told, not opened anew").toBeTruthy();
    await element.evaluate((element) => element.setAttribute("figure", "phases"));
    await frame.locator('html[data-mode="card"][data-ready="true"]').waitFor({ state: "attached" });
  });

  test("says what is wrong with its address, and shows no frame of another kind", async ({ portal }) => {
    const { page } = await portal.open(`<script type="module" src="https://trials.example/explorer/embed.js"></script>`);
    for (const src of ["javascript:alert(1)", "data:text/html,x", "http://"]) {
      const error = await page.evaluate(async (src) => {
        await customElements.whenDefined("china-trials-explorer");
        const element = document.createElement("china-trials-explorer");
        /** @type {Promise<Saying["error"]>} */
        const said = new Promise((resolve) => element.addEventListener("error", ({ detail }) => resolve(detail)));
        element.setAttribute("src", src);
        document.body.append(element);
        return { ...(await said), frames: element.shadowRoot?.querySelectorAll("iframe").length ?? 0 };
      }, src);
      expect(error.code, src).toBe("bad-src");
      expect(error.frames).toBe(0);
    }
  });

  test("is a plain link where no script runs", async ({ portal }) => {
    const { page } = await portal.open(ELEMENT, { javaScriptEnabled: false });
    const link = page.getByRole("link", { name: "In which phase?" });
    await expect(link).toHaveAttribute("href", `${portal.url}?v=1&year=2024&figure=phases`);
  });

  test("does not believe other windows", async ({ portal }) => {
    const { page } = await portal.open(ELEMENT);
    await readyFrame(page);
    const believed = await page.evaluate(async () => {
      /** @type {string[]} */
      const queries = [];
      document.querySelector("china-trials-explorer").addEventListener("selection", ({ detail }) => queries.push(detail.query));
      // The element has listened for longer: when the message arrives here, it has had it already.
      const arrived = new Promise((resolve) => addEventListener("message", ({ data }) => data.query === "forged" && resolve(null)));
      postMessage({ source: "china-trials-explorer", v: 1, type: "selection", query: "forged" }, "*");
      await arrived;
      return queries;
    });
    expect(believed).not.toContain("forged");
  });
});

test.describe("what the documentation shows", () => {
  test("is a frame that opens its figure", async ({ portal }) => {
    const { page, problems } = await portal.open(FRAME);
    const frame = await readyFrame(page);
    await expect(frame.locator('[data-figure="phases"]')).toHaveCount(1);
    expect(problems).toEqual([]);
  });

  test("has no snippet that is not run here", () => {
    expect(snippets("html")).toHaveLength(2);
    expect(snippets("js")).toHaveLength(2);
    expect(snippets("json")).toHaveLength(1);
  });
});
