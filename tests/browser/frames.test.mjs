// Frames that allow little, settings of a portal, the self-test, and the dialog that makes the text to paste.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readyFrame, snippets, startPortal } from "./portals.mjs";
import { axeSource, useSite } from "./site.mjs";

const finding = (frame) => frame.locator('[data-part="finding"]');

/** Storage as a browser blocks it in frames of other sites. */
const BLOCK_STORAGE = () => {
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
    Object.defineProperty(globalThis, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
  }
};

const ALLOW = 'allow="clipboard-write; fullscreen"';
/** What a portal may allow, and whether a download arrives and a figure may fill the screen there. */
const FRAMES = [
  { name: "no sandbox, nothing allowed", attributes: "", saves: true, fills: false },
  { name: "no sandbox, clipboard and full screen allowed", attributes: ALLOW, saves: true, fills: true },
  { name: "sandbox with scripts alone", attributes: 'sandbox="allow-scripts"', saves: false, fills: false },
  { name: "sandbox with scripts and downloads", attributes: 'sandbox="allow-scripts allow-downloads"', saves: true, fills: false },
  { name: "sandbox with scripts and origin", attributes: 'sandbox="allow-scripts allow-same-origin"', saves: false, fills: false },
  { name: "sandbox with scripts, origin and downloads", attributes: `sandbox="allow-scripts allow-same-origin allow-downloads" ${ALLOW}`, saves: true, fills: true },
  { name: "storage blocked", attributes: ALLOW, prepare: (page) => page.addInitScript(BLOCK_STORAGE), saves: true, fills: true },
];

describe("in frames that allow little", () => {
  for (const { name, attributes, prepare, saves, fills } of FRAMES) {
    it(`opens, filters and hands over: ${name}`, async (t) => {
      const portal = await startPortal(t);
      const body = `<iframe src="https://trials.example/explorer/?mode=embed&year=2024" width="900" height="700" ${attributes}></iframe>`;
      const { page, problems } = await portal.open(body, { prepare });
      const frame = await readyFrame(page);
      await frame.locator('select[name="product"]').selectOption("biological");
      await finding(frame).filter({ hasText: "1,029" }).waitFor();
      const figure = frame.locator('[data-figure="registered"]');
      await figure.evaluate((element) => element.scrollIntoView());
      await figure.locator("svg").first().waitFor();

      // Copied by the browser, or shown to be copied: the reader gets the text, and is told which.
      await figure.getByRole("button", { name: "Copy link" }).click();
      await figure.locator(".copied, .to-copy textarea").first().waitFor();
      const shown = figure.locator(".to-copy textarea");
      if ((await shown.count()) > 0) assert.match(await shown.first().inputValue(), /^http.*figure=registered/);

      const download = page.waitForEvent("download", { timeout: 4000 }).catch(() => undefined);
      await figure.getByRole("button", { name: "Download CSV" }).click();
      const arrived = await download;
      assert.equal(Boolean(arrived), saves);
      // Nothing tells the page whether a frame drops the file: the text is there in any case.
      await figure.getByText("No file?").click();
      assert.match(await figure.getByRole("textbox", { name: /No file/ }).inputValue(), /Biological products/);
      assert.equal((await frame.getByRole("button", { name: "Full screen" }).count()) > 0, fills);

      // The browser itself names what a sandbox forbids; the page breaks nothing.
      assert.deepEqual(problems.filter((text) => !/sandbox|disallowed|allow-downloads|Permissions policy violation: The Clipboard API/i.test(text)), []);
    });
  }

  it("remembers nothing where storage throws, and goes on", async (t) => {
    const portal = await startPortal(t);
    const { page, problems } = await portal.open(`<iframe src="https://trials.example/explorer/" width="900" height="700" sandbox="allow-scripts"></iframe>`);
    const frame = await readyFrame(page);
    await frame.getByRole("button", { name: "中文" }).click();
    await frame.locator('html[lang="zh-CN"][data-ready="true"]').waitFor({ state: "attached" });
    assert.deepEqual(problems, []);
  });
});

const [SETTINGS] = snippets("json");
const withSettings = (config) => ({ prepare: (page) => page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: config })) });

describe("settings of a portal", () => {
  const site = useSite();

  it("are followed as documented", async (t) => {
    const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20"/></svg>`;
    const prepare = async (page) => {
      await withSettings(SETTINGS).prepare(page);
      await page.route("**/logo.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: logo }));
    };
    const explorer = await site.open(t, "", { prepare, locale: "zh-CN", colorScheme: "dark", permissions: ["clipboard-read", "clipboard-write"] });
    const { page } = explorer;
    assert.equal(await page.title(), "Clinical trials in China");
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Clinical trials in China");
    assert.equal(await page.locator("html").getAttribute("lang"), "en", "the settings come before the browser");
    assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
    assert.match(await explorer.text("finding"), /2024/);
    assert.equal(await page.locator("img.logo").evaluate((image) => image.naturalWidth), 80);
    assert.equal(await page.locator("#contact").getAttribute("href"), "mailto:helpdesk@portal.example");
    await explorer.figure("registered").root.getByRole("button", { name: "Copy link" }).click();
    await explorer.figure("registered").root.locator(".copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "https://portal.example/trials?explorer=v%3D1%26year%3D2024%26figure%3Dregistered");
  });

  it("give way to the address, and to a reader who asks for everything", async (t) => {
    const { logo, ...settings } = JSON.parse(SETTINGS);
    assert.ok(logo);
    const asked = await site.open(t, "?year=2022&lang=zh", withSettings(JSON.stringify(settings)));
    assert.match(await asked.text("finding"), /2022/);
    assert.equal(await asked.page.locator("html").getAttribute("lang"), "zh-CN");
    const explorer = await site.open(t, "", withSettings(`{ "selection": "year=2022" }`));
    await explorer.reset();
    await explorer.page.waitForFunction(() => location.search === "?v=1");
    await explorer.page.reload();
    await explorer.ready();
    assert.equal(await explorer.page.locator('select[name="year"]').inputValue(), "", "everything stays everything");
  });

  it("are optional", async (t) => {
    const explorer = await site.open(t, "", { isExpectedToFail: true, prepare: (page) => page.route("**/config.json", (route) => route.fulfill({ status: 404, body: "" })) });
    await explorer.ready();
    assert.equal(await explorer.page.title(), "China Trials Explorer");
  });

  it("are not waited for for ever", async (t) => {
    const explorer = await site.open(t, "?year=2024", { isExpectedToFail: true, prepare: (page) => page.route("**/config.json", () => {}) });
    await explorer.ready();
    await explorer.page.waitForTimeout(300);
    assert.match(await explorer.text("finding"), /2024/);
    assert.ok(explorer.problems.some((problem) => /config\.json: not read: /.test(problem)), explorer.problems.join("\n"));
  });

  it("say what an address asks that says nothing, on the way back too", async (t) => {
    const explorer = await site.open(t, "", withSettings(`{ "selection": "year=2022" }`));
    await explorer.choose("year", "2024");
    await explorer.page.waitForFunction(() => /year=2024/.test(location.search));
    await explorer.page.goBack();
    await explorer.ready();
    assert.match(await explorer.text("finding"), /2022/);
  });

  for (const [what, config, complaint] of [
    ["is no JSON", "{ year: 2024", /config\.json: not read: /],
    ["is no object", "[1]", /config\.json: not read: expected an object/],
    ["has a name that is not known", `{ "titel": "x" }`, /config\.json: titel: expected one of title, logo/],
    ["would show a picture from elsewhere", `{ "logo": "https://elsewhere.example/x.png" }`, /config\.json: logo: expected the relative address/],
    ["has a permalink that would run a script", `{ "permalink": "javascript:alert(1)//{query}" }`, /config\.json: permalink: expected an http address/],
    ["has an origin that is none", `{ "origins": ["*"] }`, /config\.json: origins: expected a list of origins/],
    ["has a contact that would run a script", `{ "contact": "javascript:alert(1)" }`, /config\.json: contact: expected a mailto/],
    ["has keys of a prototype", `{ "__proto__": { "title": "x" }, "constructor": "y" }`, /config\.json: constructor: expected one of/],
  ]) {
    it(`are named when the file ${what}, and the page goes on`, async (t) => {
      const explorer = await site.open(t, "", { isExpectedToFail: true, ...withSettings(config) });
      await explorer.ready();
      await explorer.page.waitForTimeout(300);
      assert.ok(explorer.problems.some((problem) => complaint.test(problem)), explorer.problems.join("\n"));
      assert.equal(await explorer.page.title(), "China Trials Explorer");
      assert.equal(await explorer.page.locator("img.logo").count(), 0);
    });
  }
});

describe("the self-test", () => {
  const site = useSite();
  const answers = (root) =>
    root.locator("[data-check]").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.dataset.check, row.dataset.answer])));

  it("finds everything in order where everything is", async (t) => {
    const explorer = await site.open(t, "?mode=selftest", { permissions: ["clipboard-read", "clipboard-write"] });
    await explorer.part("self-test").waitFor();
    const found = await answers(explorer.page);
    assert.ok(Object.keys(found).length >= 13);
    for (const [check, answer] of Object.entries(found)) assert.equal(answer, "yes", check);
    await explorer.part("self-test").getByRole("button", { name: "Copy the report" }).click();
    await explorer.part("self-test").locator(".copied").waitFor();
    assert.match(await explorer.page.evaluate(() => navigator.clipboard.readText()), /WebAssembly runs \| works\n/);
  });

  it("names what a sandbox takes away, and what to ask for", async (t) => {
    const portal = await startPortal(t);
    const { page } = await portal.open(`<iframe src="https://trials.example/explorer/?mode=selftest" width="900" height="900" sandbox="allow-scripts"></iframe>`, { config: `{ "titel": "x" }` });
    const frame = page.frameLocator("iframe");
    await frame.locator('[data-part="self-test"]').waitFor();
    const found = await answers(frame);
    assert.equal(found.WebAssembly, "yes");
    assert.equal(found.Storage, "no");
    assert.equal(found.FullScreen, "no");
    assert.notEqual(found.Downloads, "yes");
    assert.equal(found.Settings, "no");
    const storage = await frame.locator('[data-check="Storage"]').innerText();
    assert.match(storage, /allow-same-origin/);
    assert.match(await frame.locator('[data-check="Settings"]').innerText(), /titel/);
    assert.match(await frame.locator('[data-check="Messages"]').innerText(), /http:\/\/localhost:\d+/);
  });

  it("speaks Chinese", async (t) => {
    const explorer = await site.open(t, "?mode=selftest&lang=zh");
    await explorer.part("self-test").waitFor();
    assert.match(await explorer.part("self-test").innerText(), /可显示中文字符\s+正常/);
  });
});

describe("the dialog for embedding", () => {
  const site = useSite();

  it("writes a frame with all that the page shows, which opens as it says", async (t) => {
    const explorer = await site.open(t, "?year=2024&product=chemical&theme=dark");
    const figure = explorer.figure("phases");
    await figure.show();
    await figure.root.getByRole("button", { name: "Embed", exact: true }).click();
    const dialog = explorer.part("embed");
    await dialog.waitFor();
    const field = (label) => dialog.locator("label.dropdown").filter({ hasText: new RegExp(`^${label}`) }).locator("select");
    const snippet = () => dialog.locator('[data-part="snippet"]').inputValue();
    assert.equal(
      await snippet(),
      `<iframe src="${site.url}?v=1&amp;year=2024&amp;product=chemical&amp;theme=dark&amp;figure=phases&amp;mode=card" title="In which phase?" width="100%" height="560" loading="lazy" allow="clipboard-write; fullscreen"></iframe>`,
    );
    await dialog.getByLabel("Chosen filters").selectOption({ label: "Fixed as they are now" });
    await dialog.getByLabel("Language").selectOption({ label: "中文" });
    await dialog.getByLabel("Theme").selectOption({ label: "Transparent ground" });
    await dialog.getByLabel("Width in pixels (empty: all there is)").fill("640");
    await dialog.getByLabel("Height in pixels").fill("700");
    await dialog.getByLabel("Downloads").check();
    assert.match(await snippet(), /&amp;lang=zh&amp;theme=transparent&amp;figure=phases&amp;mode=card&amp;hide=downloads&amp;lock=year,product,disease,phase,category,population" .* width="640" height="700"/);
    const copy = dialog.locator('[data-part="preview-copy"] figure');
    assert.match(await copy.innerText(), /In which phase\?/);
    assert.ok((await copy.locator("svg").count()) > 0);
    assert.equal(await copy.evaluate((figure) => figure.getBoundingClientRect().width), 640);
    assert.equal(await copy.evaluate((figure) => figure.outerHTML.match(/ id=| data-figure=/)), null);
    const preview = await dialog.locator('[data-part="preview"]').getAttribute("href");
    const card = await site.open(t, new URL(preview).search);
    card.language = "zh";
    assert.equal(await card.page.locator("[data-figure]").count(), 1);
    assert.equal(await card.page.locator("html").getAttribute("lang"), "zh-CN");

    await field("How").selectOption({ label: "Element (follows the height; needs a script)" });
    assert.match(await snippet(), /<china-trials-explorer src="[^"]*" v="1" year="2024" product="chemical" .*figure="phases".*mode="card"/);
    await field("What").selectOption({ label: "The whole page" });
    assert.match(await snippet(), /mode="embed"/);
  });

  it("works by keyboard, is left by Escape, and is accessible in both languages", async (t) => {
    for (const lang of ["en", "zh"]) {
      const explorer = await site.open(t, `?lang=${lang}`);
      const button = explorer.page.locator(".bottom").getByRole("button").first();
      await button.focus();
      await explorer.page.keyboard.press("Enter");
      const dialog = explorer.part("embed");
      await dialog.waitFor();
      assert.ok(await dialog.evaluate((dialog) => dialog.contains(document.activeElement)));
      await explorer.page.evaluate(axeSource);
      const { violations } = await explorer.page.evaluate(() => axe.run('[data-part="embed"]'));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`), []);
      await explorer.page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      assert.ok(await button.evaluate((button) => button === document.activeElement), "Escape gives the focus back");
      await explorer.page.keyboard.press("Enter");
      await dialog.getByRole("button", { name: /^(Close|关闭)$/ }).click();
      await dialog.waitFor({ state: "detached" });
      assert.ok(await button.evaluate((button) => button === document.activeElement), "and so does its button");
    }
  });
});
