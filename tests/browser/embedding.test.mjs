// The page inside another: modes, messages, the element, and what is documented of them.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readyFrame, snippets, startPortal } from "./portals.mjs";
import { useSite } from "./site.mjs";

const finding = (frame) => frame.locator('[data-part="finding"]');

describe("modes by address", () => {
  const site = useSite();

  it("shows a card: one figure with its sources, and nothing else", async (t) => {
    const explorer = await site.open(t, "?mode=card&figure=phases&year=2024&product=chemical");
    const { page } = explorer;
    assert.equal(await page.locator("[data-figure]").count(), 1);
    assert.ok(await explorer.figure("phases").hasChart());
    for (const part of ["header.top", ".filters", '[data-part="finding"]', ".headline", ".questions"]) {
      assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
    }
    assert.match(await explorer.figure("phases").footer.innerText(), /CDE, edition/);
    const link = page.getByRole("link", { name: "Open in China Trials Explorer" });
    assert.equal(await link.getAttribute("href"), `${site.url}?v=1&year=2024&product=chemical&figure=phases`);
  });

  it("proves a number of a card inside the card", async (t) => {
    const explorer = await site.open(t, "?mode=card&figure=phases&year=2024&view=table");
    await explorer.figure("phases").table.getByRole("button").first().click();
    await explorer.proof.opened();
    assert.match(await explorer.page.evaluate(() => location.search), /mode=card/);
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    assert.equal(await explorer.page.locator("[data-figure]").count(), 1);
  });

  it("proves a number beside it where the frame is as high as the page", async (t) => {
    const explorer = await site.open(t, "?mode=embed&year=2024&view=table", { height: 20_000 });
    const figure = explorer.figure("disease_areas");
    await figure.show();
    const button = figure.table.getByRole("button").first();
    await button.click();
    await explorer.proof.opened();
    const [panel, asked] = [await explorer.proof.root.boundingBox(), await button.boundingBox()];
    assert.ok(asked.y > 2000, "the figure is far down");
    assert.ok(Math.abs(panel.y - asked.y) < 40, `panel at ${panel.y}, number at ${asked.y}`);
  });

  it("names a card without a figure, and shows the page", async (t) => {
    const explorer = await site.open(t, "?mode=card");
    assert.match(await explorer.part("notices").innerText(), /mode=card/);
    assert.equal(await explorer.page.locator("html").getAttribute("data-mode"), "embed");
    assert.ok((await explorer.page.locator("[data-figure]").count()) > 50);
  });

  it("hides what the address says, each part alone", async (t) => {
    const parts = { header: "header.top", filters: ".dropdowns", headline: ".headline", footer: ".bottom", downloads: ".downloads" };
    for (const [hidden] of Object.entries(parts)) {
      const explorer = await site.open(t, `?hide=${hidden}`);
      for (const [name, selector] of Object.entries(parts)) {
        const first = explorer.page.locator(selector).first();
        await first.waitFor({ state: "attached" });
        assert.equal(await first.isVisible(), name !== hidden, `hide=${hidden}: ${name}`);
      }
    }
  });

  it("fixes filters for the reader", async (t) => {
    const explorer = await site.open(t, "?year=2024&product=chemical&lock=year,disease");
    assert.ok(await explorer.page.locator('select[name="year"]').isDisabled());
    assert.ok(await explorer.page.locator('select[name="disease"]').isDisabled());
    assert.ok(await explorer.page.locator('select[name="product"]').isEnabled());
    assert.equal(await explorer.part("chips").getByRole("button", { name: "Remove filter: 2024" }).count(), 0);
    await explorer.reset();
    assert.match(await explorer.text("finding"), /2024/);
    assert.match(await explorer.page.evaluate(() => location.search), /year=2024.*lock=year,disease/);
    assert.equal(await explorer.part("chips").getByRole("button", { disabled: false }).count(), 0, "nothing is left to take away");
    assert.ok(await explorer.part("chips").getByRole("button", { name: "2024", exact: true }).isDisabled());
  });

  it("leaves the ground to the page around", async (t) => {
    const explorer = await site.open(t, "?theme=transparent&mode=embed", { colorScheme: "dark" });
    const ground = await explorer.page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).backgroundColor]);
    assert.deepEqual(ground, ["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    assert.equal(await explorer.page.locator("html").getAttribute("data-theme"), "light");
  });
});

/** Keeps in `heard` what the explorer says to the portal. */
const LISTEN = `<script>globalThis.heard = []; addEventListener("message", ({ data, origin }) => heard.push({ ...data, origin }));</script>`;
const SCRIPT = (code) => `<script type="module">${code}</script>`;
const [FRAME, ELEMENT] = snippets("html");
const [EVENTS, TALK] = snippets("js");
const frameOf = (query) => `<iframe src="https://trials.example/explorer/?${query}" width="900" height="500" allow="clipboard-write; fullscreen"></iframe>`;

const heard = (page, type) => page.evaluate((type) => heard.filter((message) => message.type === type), type);
const waitFor = (page, type) => page.waitForFunction((type) => heard.some((message) => message.type === type), type);
const send = (page, message) =>
  page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage({ target: "china-trials-explorer", v: 1, ...message }, "*"), message);

describe("messages", () => {
  it("answers hello, and follows what is asked", async (t) => {
    const portal = await startPortal(t);
    const { page, problems } = await portal.open(`${LISTEN}${frameOf("mode=embed&year=2023")}${SCRIPT(TALK)}`);
    const frame = await readyFrame(page);
    await waitFor(page, "selection");
    const [ready] = await heard(page, "ready");
    assert.match(ready.version, /^\d+\.\d+\.\d+$/);
    assert.equal(ready.origin, new URL(portal.url).origin);
    const [first] = await heard(page, "selection");
    assert.equal(first.query, "v=1&year=2023");
    assert.match(first.text, /2023/);
    assert.equal(first.link, `${portal.url}?v=1&year=2023`);

    await send(page, { type: "set-selection", query: "year=2024&product=biological" });
    await page.waitForFunction(() => heard.some((message) => message.query === "v=1&year=2024&product=biological"));
    assert.match(await finding(frame).innerText(), /1,029/);
    await send(page, { type: "set-lang", lang: "zh" });
    await frame.locator('html[lang="zh-CN"]').waitFor({ state: "attached" });
    await send(page, { type: "set-theme", theme: "dark" });
    await frame.locator('html[data-theme="dark"]').waitFor({ state: "attached" });
    // What the reader chooses is told too.
    await frame.locator('select[name="year"]').selectOption("2022");
    await page.waitForFunction(() => heard.some((message) => message.query === "v=1&year=2022&product=biological"));
    assert.deepEqual(problems, []);
  });

  it("says its height, settles within three messages, and never grows by being followed", async (t) => {
    const portal = await startPortal(t);
    for (const query of ["mode=card&figure=disease_areas&year=2024", "mode=card&figure=registered&view=table"]) {
      const { page, problems } = await portal.open(`${LISTEN}${frameOf(query)}${SCRIPT(TALK)}`);
      const frame = await readyFrame(page);
      await waitFor(page, "height");
      await page.waitForTimeout(1500);
      const heights = (await heard(page, "height")).map(({ height }) => height);
      // The answer to hello repeats the one that was said last.
      const distinct = heights.filter((height, position) => height !== heights[position - 1]);
      assert.ok(distinct.length <= 3, `${query}: ${heights}`);
      const [content, room] = await frame.locator("html").evaluate((root) => [document.getElementById("app").getBoundingClientRect().height, innerHeight, root.scrollHeight]);
      assert.ok(Math.abs(content - room) <= 8, `${query}: content ${content}, frame ${room}`);
      await page.evaluate(() => heard.splice(0));
      await page.locator("iframe").evaluate((element) => (element.height = 3000));
      await page.waitForTimeout(800);
      assert.deepEqual(await heard(page, "height"), [], "a higher frame does not make it higher");
      assert.deepEqual(problems, []);
    }
  });

  it("says no more than 20,000 pixels", async (t) => {
    const portal = await startPortal(t);
    const { page } = await portal.open(`${LISTEN}<iframe src="https://trials.example/explorer/?mode=embed&view=table" width="330" height="500"></iframe>${SCRIPT(TALK)}`);
    await readyFrame(page);
    await page.waitForFunction(() => heard.some((message) => message.type === "height" && message.height === 20_000));
    assert.ok((await heard(page, "height")).every(({ height }) => height <= 20_000));
  });

  it("says what was wrong with a message, and does nothing", async (t) => {
    const portal = await startPortal(t);
    const { page } = await portal.open(`${LISTEN}${frameOf("mode=embed&year=2023")}${SCRIPT(TALK)}`);
    const frame = await readyFrame(page);
    await waitFor(page, "selection");
    const before = await finding(frame).innerText();
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
      await page.evaluate(() => heard.splice(0));
      await send(page, message);
      await waitFor(page, "error");
      const [error] = await heard(page, "error");
      assert.equal(error.code, code, JSON.stringify(message).slice(0, 100));
      assert.match(error.message, /^field \w+: /);
    }
    assert.equal(await finding(frame).innerText(), before);
    assert.equal(await frame.locator("html").getAttribute("lang"), "en");
  });

  it("does not hear what is not meant for it", async (t) => {
    const portal = await startPortal(t);
    const { page, problems } = await portal.open(`${LISTEN}${frameOf("mode=embed&year=2023")}${SCRIPT(TALK)}`);
    const frame = await readyFrame(page);
    await waitFor(page, "selection");
    const before = await finding(frame).innerText();
    await page.evaluate(() => heard.splice(0));
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe");
      const asked = { target: "china-trials-explorer", v: 1, type: "set-lang", lang: "zh" };
      const inherited = JSON.parse(`{ "__proto__": ${JSON.stringify(asked)} }`);
      const strange = [null, undefined, 0, "china-trials-explorer", [], [asked], JSON.stringify(asked), inherited, { ...asked, target: "another" }, { ...asked, target: [asked.target] }, new Map(Object.entries(asked)), new Blob(["x"]), { target: "x".repeat(1e7) }];
      for (const message of strange) contentWindow.postMessage(message, "*");
    });
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => heard), []);
    assert.equal(await finding(frame).innerText(), before);
    assert.equal(await frame.locator("html").getAttribute("lang"), "en");
    assert.deepEqual(problems, []);
  });

  it("does not hear another window, be it of the portal's own origin", async (t) => {
    const portal = await startPortal(t);
    const intruder = `<iframe id="intruder" srcdoc="<script>setInterval(() => parent.frames[0].postMessage({ target: 'china-trials-explorer', v: 1, type: 'set-lang', lang: 'zh' }, '*'), 50)<\/script>"></iframe>`;
    const { page } = await portal.open(`${LISTEN}${frameOf("mode=embed")}${intruder}`);
    const frame = await readyFrame(page, "iframe:not(#intruder)");
    await page.waitForTimeout(1500);
    assert.equal(await frame.locator("html").getAttribute("lang"), "en");
    assert.deepEqual(await page.evaluate(() => heard), [], "nobody spoke who may be answered");
  });

  it("hears only the origins that the settings name, and speaks first to them", async (t) => {
    const portal = await startPortal(t);
    const strange = await portal.open(`${LISTEN}${frameOf("mode=embed")}${SCRIPT(TALK)}`, { config: `{ "origins": ["https://portal.example"] }` });
    const frame = await readyFrame(strange.page);
    await send(strange.page, { type: "set-lang", lang: "zh" });
    await strange.page.waitForTimeout(1200);
    assert.deepEqual(await strange.page.evaluate(() => heard), []);
    assert.equal(await frame.locator("html").getAttribute("lang"), "en");

    for (const config of [`{ "origins": ["${portal.origin}/"] }`, `{ "origins": [] }`, `{ "origins": "${portal.origin}/" }`, "{"]) {
      const wrong = await portal.open(`${LISTEN}${frameOf("mode=embed")}${SCRIPT(TALK)}`, { config });
      await readyFrame(wrong.page);
      await send(wrong.page, { type: "set-lang", lang: "zh" });
      await wrong.page.waitForTimeout(900);
      assert.deepEqual(await wrong.page.evaluate(() => heard), [], `${config}: a restriction that is wrong is one all the same`);
    }

    const known = await portal.open(`${LISTEN}${frameOf("mode=embed")}`, { config: JSON.stringify({ origins: [portal.origin] }) });
    await readyFrame(known.page);
    await waitFor(known.page, "ready");
    await waitFor(known.page, "height");
    await waitFor(known.page, "selection");
    assert.deepEqual([...strange.problems, ...known.problems], []);
  });
});

describe("the element", () => {
  it("shows the documented card, as high as its content, and says what happens", async (t) => {
    const portal = await startPortal(t);
    const { page, problems } = await portal.open(`<script>globalThis.logged = []; console.log = (...words) => logged.push(words);</script>${ELEMENT}${SCRIPT(EVENTS)}`);
    const frame = await readyFrame(page);
    assert.equal(await frame.locator("[data-figure]").count(), 1);
    await page.waitForFunction(() => logged.length >= 2);
    const [[version], [query, text, link]] = await page.evaluate(() => [logged.find(([word]) => word === "version"), logged.find(([word]) => word.startsWith("v=1"))]);
    assert.equal(version, "version");
    assert.equal(query, "v=1&year=2024");
    assert.match(text, /4,900/);
    assert.match(link, /figure=phases/);
    await page.waitForFunction(() => document.querySelector("china-trials-explorer").getBoundingClientRect().height !== 480);
    const [height, content] = [await page.locator("china-trials-explorer").evaluate((element) => element.getBoundingClientRect().height), await frame.locator("#app").evaluate((app) => app.getBoundingClientRect().height)];
    assert.ok(Math.abs(height - content) <= 8, `${height} and ${content}`);
    assert.deepEqual(problems, []);
  });

  it("tells changed attributes, and opens anew what cannot be told", async (t) => {
    const portal = await startPortal(t);
    const listen = `<script>addEventListener("ready", () => (globalThis.isReady = true), true)</script>`;
    const { page } = await portal.open(`${listen}${ELEMENT.replace('figure="phases"', "")}`);
    const frame = await readyFrame(page);
    const element = page.locator("china-trials-explorer");
    await page.waitForFunction(() => globalThis.isReady);
    await frame.locator("html").evaluate(() => (globalThis.isTheSame = true));
    await element.evaluate((element) => element.setAttribute("year", "2022"));
    await finding(frame).filter({ hasText: "2022" }).waitFor();
    await element.evaluate((element) => element.setAttribute("lang", "zh"));
    await frame.locator('html[lang="zh-CN"]').waitFor({ state: "attached" });
    await element.evaluate((element) => element.setAttribute("theme", "dark"));
    await frame.locator('html[data-theme="dark"]').waitFor({ state: "attached" });
    await element.evaluate((element) => element.removeAttribute("year"));
    await finding(frame).filter({ hasNotText: "2022" }).waitFor();
    assert.ok(await frame.locator("html").evaluate(() => globalThis.isTheSame), "it was told, not opened anew");
    await element.evaluate((element) => element.setAttribute("figure", "phases"));
    await frame.locator('html[data-mode="card"][data-ready="true"]').waitFor({ state: "attached" });
  });

  it("says what is wrong with its address, and shows no frame of another kind", async (t) => {
    const portal = await startPortal(t);
    const { page } = await portal.open(`<script type="module" src="https://trials.example/explorer/embed.js"></script>`);
    for (const src of ["javascript:alert(1)", "data:text/html,x", "http://"]) {
      const error = await page.evaluate(async (src) => {
        await customElements.whenDefined("china-trials-explorer");
        const element = document.createElement("china-trials-explorer");
        const said = new Promise((resolve) => element.addEventListener("error", ({ detail }) => resolve(detail)));
        element.setAttribute("src", src);
        document.body.append(element);
        return { ...(await said), frames: element.shadowRoot?.querySelectorAll("iframe").length ?? 0 };
      }, src);
      assert.equal(error.code, "bad-src", src);
      assert.equal(error.frames, 0);
    }
  });

  it("is a plain link where no script runs", async (t) => {
    const portal = await startPortal(t);
    const { page } = await portal.open(ELEMENT, { javaScriptEnabled: false });
    const link = page.getByRole("link", { name: "In which phase?" });
    assert.equal(await link.getAttribute("href"), `${portal.url}?v=1&year=2024&figure=phases`);
  });

  it("does not believe other windows", async (t) => {
    const portal = await startPortal(t);
    const { page } = await portal.open(ELEMENT);
    await readyFrame(page);
    await page.evaluate(() => {
      globalThis.events = 0;
      document.querySelector("china-trials-explorer").addEventListener("selection", () => (globalThis.events += 1));
    });
    await page.waitForTimeout(600);
    const before = await page.evaluate(() => globalThis.events);
    await page.evaluate(() => postMessage({ source: "china-trials-explorer", v: 1, type: "selection", query: "v=1" }, "*"));
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => globalThis.events), before);
  });
});

describe("what the documentation shows", () => {
  it("is a frame that opens its figure", async (t) => {
    const portal = await startPortal(t);
    const { page, problems } = await portal.open(FRAME);
    const frame = await readyFrame(page);
    assert.equal(await frame.locator('[data-figure="phases"]').count(), 1);
    assert.deepEqual(problems, []);
  });

  it("has no snippet that is not run here", () => {
    assert.equal(snippets("html").length, 2);
    assert.equal(snippets("js").length, 2);
    assert.equal(snippets("json").length, 1);
  });
});
