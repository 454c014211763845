// Before the app has started, the page stands as it will: in its language, under its settings, in its mode.
import { expect, test } from "./site.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Prepare } from "./site.mjs" */

/** @type {Prepare} */
const withoutApp = (page) => page.route("**/*.wasm", () => {});
/** @type {(settings: object) => Prepare} */
const withSettings = (settings) => (page) =>
  page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(settings) }));
/** @type {(...preparations: Prepare[]) => Prepare} */
const both =
  (...preparations) =>
  async (page) => {
    for (const prepare of preparations) await prepare(page);
  };
/** Notes each language in which the text before the app is shown. @type {Prepare} */
const noteLanguages = (page) =>
  page.addInitScript(() => {
    globalThis.readIn = [];
    new MutationObserver(() => {
      const { reading } = document.documentElement.dataset;
      if (reading !== globalThis.readIn.at(-1)) globalThis.readIn.push(reading);
    }).observe(document, { subtree: true, attributeFilter: ["data-reading"] });
  });
/** @type {(code: string) => Prepare} */
const saveLanguage = (code) => (page) => page.addInitScript((code) => localStorage.setItem("china-trials-explorer.language", code), code);

/** The language of the page's root as the address names languages. @param {Page} page */
const spoken = async (page) => ((await page.locator("html").getAttribute("lang")) === "zh-CN" ? "zh" : "en");

/**
 * Who names a language: the address, the settings, or the reader before.
 * @type {{ what: string, query: string, settings: { language?: string }, saved?: string }[]}
 */
const NAMED = [
  { what: "settings that name another language than the browser", query: "", settings: { language: "zh" } },
  { what: "an address that names another language than the settings", query: "?lang=en", settings: { language: "zh" } },
  { what: "a reader who has chosen another language than the settings", query: "", settings: { language: "zh" }, saved: "en" },
  { what: "a language that the page has not", query: "?lang=fr", settings: {} },
  { what: "nothing that names a language", query: "", settings: {} },
];

test.describe("before the app", () => {
  for (const { what, query, settings, saved } of NAMED) {
    test(`reads in the language of the app with ${what}`, async ({ site }) => {
      const prepare = both(withSettings(settings), noteLanguages, ...(saved ? [saveLanguage(saved)] : []));
      const before = await site.open(query, { isExpectedToFail: true, prepare: both(prepare, withoutApp) });
      const app = await site.open(query, { prepare });
      const language = await spoken(app.page);
      await expect(before.page.locator("html")).toHaveAttribute("data-reading", language);
      await expect(before.page.locator("#loading")).toContainText(language === "zh" ? "正在载入" : "Loading");
      const shown = await app.page.evaluate(() => globalThis.readIn);
      expect(shown.at(-1)).toBe(language);
      if (!settings.language || saved || query) expect(shown, "nobody sees the text change its language").toEqual([language]);
    });
  }

  for (const query of [
    "?mode=card",
    "?mode=card&figure=nonsense",
    "?mode=card&figure=phases",
    "?mode=huge",
    "?mode=embed&hide=header,nonsense",
    "",
  ]) {
    test(`stands as the app does at "${query}"`, async ({ site }) => {
      const frame = (/** @type {Page} */ page) => page.locator("html").evaluate(({ dataset: { mode, hide } }) => ({ mode, hide }));
      const before = await site.open(query, { isExpectedToFail: true, prepare: withoutApp });
      await before.page.locator("html[data-mode]").waitFor({ state: "attached" });
      const app = await site.open(query);
      expect(await frame(before.page)).toEqual(await frame(app.page));
    });
  }
});

test.describe("a page that could not start", () => {
  test("names the contact of the portal, be the settings late", async ({ site }) => {
    const contact = "mailto:helpdesk@portal.example";
    /** @type {Prepare} */
    const withoutProgram = (page) => page.route("**/china-trials-explorer-*.js", (route) => route.fulfill({ status: 404, body: "" }));
    /** @type {() => void} */
    let answer;
    /** @type {Promise<void>} */
    const late = new Promise((resolve) => {
      answer = resolve;
    });
    /** @type {Prepare} */
    const withLateSettings = (page) =>
      page.route("**/config.json", async (route) => {
        await late;
        await route.fulfill({ contentType: "application/json", body: JSON.stringify({ contact }) });
      });
    const { page } = await site.open("", { isExpectedToFail: true, prepare: both(withoutProgram, withLateSettings) });
    await expect(page.locator("#crash")).toBeVisible();
    answer();
    await expect(page.locator("#contact")).toHaveAttribute("href", contact);
  });
});

test.describe("the description of the settings", () => {
  test("lies beside them", async ({ server }) => {
    const response = await fetch(`${server.url}config.schema.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect((await response.json()).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });
});
