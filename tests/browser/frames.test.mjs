// Frames that allow little, settings of a portal, the self-test, and the dialog that makes the text to paste.
import { LANGUAGES } from "./page.mjs";
import { readyFrame, snippets, test } from "./portals.mjs";
import { axeSource, expect } from "./site.mjs";

/** @import { FrameLocator, Page } from "@playwright/test" */
/** @import { Prepare } from "./site.mjs" */

const finding = (/** @type {FrameLocator} */ frame) => frame.locator('[data-part="finding"]');

/** Storage as a browser blocks it in frames of other sites. */
const BLOCK_STORAGE = () => {
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
    Object.defineProperty(globalThis, name, {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  }
};

const ALLOW = 'allow="clipboard-write; fullscreen"';
/**
 * What a portal may allow, and whether a download arrives and a figure may fill the screen there.
 * @type {{ name: string, attributes: string, prepare?: Prepare, saves: boolean, fills: boolean }[]}
 */
const FRAMES = [
  { name: "no sandbox, nothing allowed", attributes: "", saves: true, fills: false },
  { name: "no sandbox, clipboard and full screen allowed", attributes: ALLOW, saves: true, fills: true },
  { name: "sandbox with scripts alone", attributes: 'sandbox="allow-scripts"', saves: false, fills: false },
  { name: "sandbox with scripts and downloads", attributes: 'sandbox="allow-scripts allow-downloads"', saves: true, fills: false },
  { name: "sandbox with scripts and origin", attributes: 'sandbox="allow-scripts allow-same-origin"', saves: false, fills: false },
  {
    name: "sandbox with scripts, origin and downloads",
    attributes: `sandbox="allow-scripts allow-same-origin allow-downloads" ${ALLOW}`,
    saves: true,
    fills: true,
  },
  { name: "storage blocked", attributes: ALLOW, prepare: (page) => page.addInitScript(BLOCK_STORAGE), saves: true, fills: true },
];

test.describe("in frames that allow little", () => {
  for (const { name, attributes, prepare, saves, fills } of FRAMES) {
    test(`opens, filters and hands over: ${name}`, async ({ portal }) => {
      const body = `<iframe src="https://trials.example/explorer/?mode=embed&year=2024" width="900" height="700" ${attributes}></iframe>`;
      const { page, problems } = await portal.open(body, { prepare });
      const frame = await readyFrame(page);
      await frame.locator('select[name="product"]').selectOption("biological");
      await expect(finding(frame)).toContainText("1,029");
      const figure = frame.locator('[data-figure="disease_areas"]');
      const menu = (/** @type {string} */ name) => figure.locator(".menu > button").filter({ hasText: name });
      await figure.evaluate((element) => element.scrollIntoView());
      await figure.locator("svg").first().waitFor();

      // Copied by the browser, or shown to be copied: the reader gets the text, and is told which.
      await menu("Share").click();
      const full = (await figure.getByRole("menuitem", { name: "Full screen" }).count()) > 0;
      await figure.getByRole("menuitem", { name: "Copy link" }).click();
      await figure.locator(".copied, .to-copy textarea").first().waitFor();
      const shown = figure.locator(".to-copy textarea");
      if ((await shown.count()) > 0) await expect(shown.first()).toHaveValue(/^http.*figure=disease_areas/);
      expect(full).toBe(fills);

      const download = page.waitForEvent("download", { timeout: 4000 }).catch(() => undefined);
      await menu("Download").click();
      await figure.getByRole("menuitem", { name: "CSV, a row for each number", exact: true }).click();
      const arrived = await download;
      expect(Boolean(arrived)).toBe(saves);
      // Nothing tells the page whether a frame drops the file: the text is there in any case.
      await figure.getByText("No file?").click();
      await expect(figure.getByRole("textbox", { name: /No file/ })).toHaveValue(/Biological products/);

      // The browser itself names what a sandbox forbids; the page breaks nothing.
      expect(
        problems.filter((text) => !/sandbox|disallowed|allow-downloads|Permissions policy violation: The Clipboard API/i.test(text)),
      ).toEqual([]);
    });
  }

  test("remembers nothing where storage throws, and goes on", async ({ portal }) => {
    const { page, problems } = await portal.open(
      `<iframe src="https://trials.example/explorer/" width="900" height="700" sandbox="allow-scripts"></iframe>`,
    );
    const frame = await readyFrame(page);
    await frame.getByRole("button", { name: "中文" }).click();
    await frame.locator('html[lang="zh-CN"][data-ready="true"]').waitFor({ state: "attached" });
    expect(problems).toEqual([]);
  });
});

const [SETTINGS] = snippets("json");
/**
 * Opens a page with this text in config.json.
 * @param {string} config
 * @returns {{ prepare: Prepare }}
 */
const withSettings = (config) => ({
  prepare: (page) => page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: config })),
});
/**
 * Settings with a fault, and what the page says of it.
 * @type {[what: string, config: string, complaint: RegExp][]}
 */
const FAULTS = [
  ["is no JSON", "{ year: 2024", /config\.json: not read: /],
  ["is no object", "[1]", /config\.json: not read: expected an object/],
  ["has a name that is not known", `{ "titel": "x" }`, /config\.json: titel: expected one of title, logo/],
  [
    "would show a picture from elsewhere",
    `{ "logo": "https://elsewhere.example/x.png" }`,
    /config\.json: logo: expected the relative address/,
  ],
  [
    "has a permalink that would run a script",
    `{ "permalink": "javascript:alert(1)//{query}" }`,
    /config\.json: permalink: expected an http address/,
  ],
  [
    "has a title without an end",
    JSON.stringify({ title: "x".repeat(2000) }),
    /config\.json: title: expected text of at most 100 characters/,
  ],
  ["has a permalink whose host is none", `{ "permalink": "https://%/{query}" }`, /config\.json: permalink: expected an http address/],
  [
    "asks for a year that is none",
    `{ "selection": "year=1900" }`,
    /config\.json: selection: not understood: year=1900; expected the filters/,
  ],
  ["asks with a misspelt key", `{ "selection": "yaer=2024" }`, /config\.json: selection: not understood: yaer=2024; expected the filters/],
  ["asks for more than filters", `{ "selection": "year=2024&lang=zh" }`, /config\.json: selection: expected the filters/],
  ["asks for nothing of ours", `{ "selection": "utm_source=x" }`, /config\.json: selection: expected the filters/],
  [
    "would bring in markup",
    `{ "title": { "en": "<img src=x>" }, "logo": "javascript:alert(1)" }`,
    /config\.json: title: .*|config\.json: logo: /,
  ],
  ["has an origin that is none", `{ "origins": ["*"] }`, /config\.json: origins: expected a list of origins/],
  ["has a contact that would run a script", `{ "contact": "javascript:alert(1)" }`, /config\.json: contact: expected a mailto/],
  ["has keys of a prototype", `{ "__proto__": { "title": "x" }, "constructor": "y" }`, /config\.json: constructor: expected one of/],
];

test.describe("settings of a portal", () => {
  test("are followed as documented", async ({ site }) => {
    // The files that are laid over the data have tests of their own (own_figures.test.mjs).
    const { overlays, ...settings } = JSON.parse(SETTINGS);
    expect(overlays).toHaveLength(1);
    const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20"/></svg>`;
    /** @type {Prepare} */
    const prepare = async (page) => {
      await withSettings(JSON.stringify(settings)).prepare(page);
      await page.route("**/logo.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: logo }));
    };
    const explorer = await site.open("", {
      prepare,
      locale: "zh-CN",
      colorScheme: "dark",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page } = explorer;
    await expect(page).toHaveTitle("Clinical trials in China");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clinical trials in China");
    await expect(page.locator("html"), "the settings come before the browser").toHaveAttribute("lang", "en");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await expect(explorer.part("finding")).toHaveText(/2024/);
    expect(await page.locator("img.logo").evaluate((/** @type {HTMLImageElement} */ image) => image.naturalWidth)).toBe(80);
    await expect(page.locator("#contact")).toHaveAttribute("href", "mailto:helpdesk@portal.example");
    await explorer.figure("registered").openMenu("share");
    await explorer.figure("registered").root.getByRole("menuitem", { name: "Copy link" }).click();
    await explorer.figure("registered").root.locator(".copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "https://portal.example/trials?explorer=v%3D1%26year%3D2024%26figure%3Dregistered",
    );
  });

  test("give way to the address, and to a reader who asks for everything", async ({ site }) => {
    const { logo, overlays, ...settings } = JSON.parse(SETTINGS);
    expect([logo, ...overlays]).toHaveLength(2);
    const asked = await site.open("?year=2022&lang=zh", withSettings(JSON.stringify(settings)));
    await expect(asked.part("finding")).toHaveText(/2022/);
    await expect(asked.page.locator("html")).toHaveAttribute("lang", "zh-CN");
    const explorer = await site.open("", withSettings(`{ "selection": "year=2022" }`));
    await explorer.reset();
    await expect(explorer.page).toHaveURL(/\?v=1$/);
    await explorer.page.reload();
    await explorer.ready();
    await expect(explorer.page.locator('select[name="year"]'), "everything stays everything").toHaveValue("");
  });

  test("bring in no markup and no script", async ({ site }) => {
    const config = {
      title: '<img src=x onerror="alert(1)">',
      logo: "x.svg?<script>",
      contact: "javascript:alert(1)",
      permalink: "javascript:{query}",
    };
    const explorer = await site.open("", { isExpectedToFail: true, ...withSettings(JSON.stringify(config)) });
    await explorer.ready();
    await expect(explorer.page.getByRole("heading", { level: 1 }), "a title is text").toHaveText(config.title);
    expect(await explorer.page.locator('img[src="x"], [href^="javascript:"], script:not([src])').count()).toBe(0);
    await expect(explorer.page.locator("#contact")).not.toHaveAttribute("href", /javascript/);
  });

  test("let a title be as long as it may, and no wider than the page", async ({ site }) => {
    const title = "Trials".repeat(16);
    const explorer = await site.open("", { width: 390, ...withSettings(JSON.stringify({ title })) });
    const { pixels, culprits } = await explorer.overflow();
    expect(pixels, `${culprits}`).toBeLessThanOrEqual(0);
  });

  test("are optional", async ({ site }) => {
    const explorer = await site.open("", {
      isExpectedToFail: true,
      prepare: (page) => page.route("**/config.json", (route) => route.fulfill({ status: 404, body: "" })),
    });
    await explorer.ready();
    await expect(explorer.page).toHaveTitle("China Trials Explorer");
  });

  test("are not waited for for ever", async ({ site }) => {
    const explorer = await site.open("?year=2024", { isExpectedToFail: true, prepare: (page) => page.route("**/config.json", () => {}) });
    await explorer.ready();
    await expect(explorer.part("finding")).toHaveText(/2024/);
    await expect.poll(() => explorer.problems.join("\n")).toMatch(/config\.json: not read: /);
  });

  test("say what an address asks that says nothing, on the way back too", async ({ site }) => {
    const explorer = await site.open("", withSettings(`{ "selection": "year=2022" }`));
    await explorer.choose("year", "2024");
    await expect(explorer.page).toHaveURL(/year=2024/);
    await explorer.page.goBack();
    await explorer.ready();
    await expect(explorer.part("finding")).toHaveText(/2022/);
  });

  for (const [what, config, complaint] of FAULTS) {
    test(`are named when the file ${what}, and the page goes on`, async ({ site }) => {
      const explorer = await site.open("", { isExpectedToFail: true, ...withSettings(config) });
      await explorer.ready();
      await expect.poll(() => explorer.problems.join("\n")).toMatch(complaint);
      await expect(explorer.page).toHaveTitle("China Trials Explorer");
      await expect(explorer.page.locator("img.logo")).toHaveCount(0);
    });
  }
});

test.describe("the self-test", () => {
  /**
   * The answer to each check.
   * @param {Page | FrameLocator} root
   * @returns {Promise<Record<string, string>>}
   */
  const answers = (root) =>
    root.locator("[data-check]").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.dataset.check, row.dataset.answer])));

  test("finds everything in order where everything is", async ({ site }) => {
    const explorer = await site.open("?mode=selftest", { permissions: ["clipboard-read", "clipboard-write"] });
    await explorer.part("self-test").waitFor();
    const found = await answers(explorer.page);
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(13);
    for (const [check, answer] of Object.entries(found)) expect(answer, check).toBe("yes");
    await explorer.part("self-test").getByRole("button", { name: "Copy the report" }).click();
    await explorer.part("self-test").locator(".copied").waitFor();
    expect(await explorer.page.evaluate(() => navigator.clipboard.readText())).toMatch(/WebAssembly runs \| works\n/);
  });

  test("names what a sandbox takes away, and what to ask for", async ({ portal }) => {
    const { page } = await portal.open(
      `<iframe src="https://trials.example/explorer/?mode=selftest" width="900" height="900" sandbox="allow-scripts"></iframe>`,
      { config: `{ "titel": "x" }` },
    );
    const frame = page.frameLocator("iframe");
    await frame.locator('[data-part="self-test"]').waitFor();
    const found = await answers(frame);
    expect(found.WebAssembly).toBe("yes");
    expect(found.Storage).toBe("no");
    expect(found.FullScreen).toBe("no");
    expect(found.Downloads).not.toBe("yes");
    expect(found.Settings).toBe("no");
    const storage = await frame.locator('[data-check="Storage"]').innerText();
    expect(storage).toMatch(/allow-same-origin/);
    await expect(frame.locator('[data-check="Settings"]')).toHaveText(/titel/);
    await expect(frame.locator('[data-check="Messages"]')).toHaveText(/http:\/\/localhost:\d+/);
  });

  test("names a selection that is none", async ({ site }) => {
    const explorer = await site.open("?mode=selftest", { isExpectedToFail: true, ...withSettings(`{ "selection": "year=1900" }`) });
    await explorer.part("self-test").waitFor();
    expect((await answers(explorer.page)).Settings).toBe("no");
    await expect(explorer.page.locator('[data-check="Settings"]')).toHaveText(/selection: not understood: year=1900/);
  });

  test("asks for the host beside 'self' where the policy does not name it", async ({ site }) => {
    const explorer = await site.open("?mode=selftest", {
      isExpectedToFail: true,
      prepare: (page) =>
        page.route(/\?mode=selftest$|\/$/, async (route) => {
          const response = await route.fetch();
          const policy = response.headers()["content-security-policy"].replaceAll(/ http:\/\/127\.0\.0\.1:\d+/g, "");
          await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
        }),
    });
    await explorer.part("self-test").waitFor();
    expect((await answers(explorer.page)).Policy).toBe("no");
    await expect(explorer.page.locator('[data-check="Policy"]')).toHaveText(/own origin beside each 'self'/);
  });

  test("speaks Chinese", async ({ site }) => {
    const explorer = await site.open("?mode=selftest&lang=zh");
    await explorer.part("self-test").waitFor();
    await expect(explorer.part("self-test")).toHaveText(/可显示中文字符\s+正常/, { useInnerText: true });
  });
});

test.describe("the dialog for embedding", () => {
  test("writes a frame with all that the page shows, which opens as it says", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=chemical&theme=dark");
    const figure = explorer.figure("phases");
    await figure.show();
    await figure.openMenu("share");
    await figure.root.getByRole("menuitem", { name: "Embed", exact: true }).click();
    const dialog = explorer.part("embed");
    await dialog.waitFor();
    const field = (/** @type {string} */ label) => dialog.getByRole("combobox", { name: label, exact: true });
    const snippet = dialog.locator('[data-part="snippet"]');
    await expect(snippet).toHaveValue(
      `<iframe src="${site.url}?v=1&amp;year=2024&amp;product=chemical&amp;theme=dark&amp;figure=phases&amp;mode=card" title="In which phase?" width="100%" height="HEIGHT" loading="lazy" allow="clipboard-write; fullscreen"></iframe>`.replace(
        "HEIGHT",
        `${Math.ceil((await dialog.locator('[data-part="framed"]').boundingBox()).height)}`,
      ),
    );
    await dialog.getByLabel("Chosen filters").selectOption({ label: "Fixed as they are now" });
    await dialog.getByLabel("Language").selectOption({ label: "中文" });
    await dialog.getByLabel("Theme").selectOption({ label: "Transparent ground" });
    await dialog.getByLabel("Width in pixels (empty: all there is)").fill("640");
    await dialog.getByLabel("Height in pixels").fill("700");
    await dialog.getByLabel("Downloads").check();
    await expect(snippet).toHaveValue(
      /&amp;lang=zh&amp;theme=transparent&amp;figure=phases&amp;mode=card&amp;hide=downloads&amp;lock=year,product,disease,phase,category,population" .* width="640" height="700"/,
    );
    const framed = dialog.locator('[data-part="framed"]');
    await expect(framed).toHaveText(/试验分期/);
    await expect(framed.locator("svg")).not.toHaveCount(0);
    expect(await framed.evaluate((frame) => frame.getBoundingClientRect().width)).toBe(640);
    await expect(framed.locator(".download-menu")).toBeHidden();
    const ids = await explorer.page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
    const preview = await dialog.locator('[data-part="preview"]').getAttribute("href");
    const card = await site.open(new URL(preview).search);
    card.language = "zh";
    await expect(card.page.locator("[data-figure]")).toHaveCount(1);
    await expect(card.page.locator("html")).toHaveAttribute("lang", "zh-CN");

    await field("How").selectOption({ label: "Element (follows the height; needs a script)" });
    await expect(snippet).toHaveValue(
      /<china-trials-explorer src="[^"]*" v="1" year="2024" product="chemical" .*figure="phases".*mode="card"/,
    );
    await field("What").selectOption({ label: "The whole page" });
    await expect(snippet).toHaveValue(/mode="embed"/);
  });

  test("gives the focus back to the menu that it was opened from", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const figure = explorer.figure("phases");
    await figure.show();
    await figure.openMenu("share");
    await figure.root.getByRole("menuitem", { name: "Embed", exact: true }).press("Enter");
    await explorer.part("embed").waitFor();
    await explorer.page.keyboard.press("Escape");
    await explorer.part("embed").waitFor({ state: "detached" });
    await expect(figure.menu("share").locator(":focus"), "its button, or its entry").toHaveCount(1);
  });

  test("works by keyboard, is left by Escape, and is accessible in both languages", async ({ site }) => {
    for (const lang of LANGUAGES) {
      const explorer = await site.open(`?lang=${lang}`);
      const button = explorer.page.locator(".bottom").getByRole("button").first();
      await button.focus();
      await explorer.page.keyboard.press("Enter");
      const dialog = explorer.part("embed");
      await dialog.waitFor();
      await expect(dialog.locator(":focus")).toHaveCount(1);
      await explorer.page.evaluate(axeSource);
      const { violations } = await explorer.page.evaluate(() => axe.run('[data-part="embed"]'));
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
      await explorer.page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await expect(button, "Escape gives the focus back").toBeFocused();
      await explorer.page.keyboard.press("Enter");
      await dialog.getByRole("button", { name: /^(Close|关闭)$/ }).click();
      await dialog.waitFor({ state: "detached" });
      await expect(button, "and so does its button").toBeFocused();
    }
  });
});
