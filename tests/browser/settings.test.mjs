// Before the app has started, the page stands as it will: in its language, under its settings, in its mode.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { useSite } from "./site.mjs";

const withoutApp = (page) => page.route("**/*.wasm", () => {});
const withSettings = (settings) => (page) => page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(settings) }));
const both = (...preparations) => async (page) => {
  for (const prepare of preparations) await prepare(page);
};
/** Notes each language in which the text before the app is shown. */
const noteLanguages = (page) =>
  page.addInitScript(() => {
    globalThis.readIn = [];
    new MutationObserver(() => {
      const { reading } = document.documentElement.dataset;
      if (reading !== globalThis.readIn.at(-1)) globalThis.readIn.push(reading);
    }).observe(document, { subtree: true, attributeFilter: ["data-reading"] });
  });
const saveLanguage = (code) => (page) => page.addInitScript((code) => localStorage.setItem("china-trials-explorer.language", code), code);

/** The language of the page's root as the address names languages. */
const spoken = async (page) => ((await page.locator("html").getAttribute("lang")) === "zh-CN" ? "zh" : "en");

describe("before the app", () => {
  const site = useSite();

  for (const [what, query, settings, saved] of [
    ["settings that name another language than the browser", "", { language: "zh" }],
    ["an address that names another language than the settings", "?lang=en", { language: "zh" }],
    ["a reader who has chosen another language than the settings", "", { language: "zh" }, "en"],
    ["a language that the page has not", "?lang=fr", {}],
    ["nothing that names a language", "", {}],
  ]) {
    it(`reads in the language of the app with ${what}`, async (t) => {
      const prepare = both(withSettings(settings), noteLanguages, ...(saved ? [saveLanguage(saved)] : []));
      const before = await site.open(t, query, { isExpectedToFail: true, prepare: both(prepare, withoutApp) });
      const app = await site.open(t, query, { prepare });
      const language = await spoken(app.page);
      await before.page.locator(`html[data-reading="${language}"]`).waitFor({ state: "attached" });
      await before.page.locator("#loading", { hasText: language === "zh" ? "正在载入" : "Loading" }).waitFor();
      const shown = await app.page.evaluate(() => globalThis.readIn);
      assert.equal(shown.at(-1), language);
      if (!settings.language || saved || query) assert.deepEqual(shown, [language], "nobody sees the text change its language");
    });
  }

  for (const query of ["?mode=card", "?mode=card&figure=nonsense", "?mode=card&figure=phases", "?mode=huge", "?mode=embed&hide=header,nonsense", ""]) {
    it(`stands as the app does at "${query}"`, async (t) => {
      const frame = (page) => page.locator("html").evaluate(({ dataset: { mode, hide } }) => ({ mode, hide }));
      const before = await site.open(t, query, { isExpectedToFail: true, prepare: withoutApp });
      await before.page.locator("html[data-mode]").waitFor({ state: "attached" });
      const app = await site.open(t, query);
      assert.deepEqual(await frame(before.page), await frame(app.page));
    });
  }
});

describe("the description of the settings", () => {
  const site = useSite();

  it("lies beside them", async () => {
    const response = await fetch(`${site.url}config.schema.json`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type"), /^application\/json/);
    assert.equal((await response.json()).$schema, "https://json-schema.org/draft/2020-12/schema");
  });
});
