// The text before the app, and where there is none: it says what the app says.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { axeSource, useSite } from "./site.mjs";
import { plain } from "./page.mjs";

const withoutApp = (page) => page.route("**/*.wasm", () => {});
/** The words of an element of the text in one language. */
const text = async (page, lang, selector) => plain(await page.locator(`#reading > div[lang="${lang}"] ${selector}`).first().textContent());

describe("the text before the app", () => {
  const site = useSite();

  for (const [code, lang, locale] of [
    ["en", "en", "en-GB"],
    ["zh", "zh-CN", "zh-CN"],
  ]) {
    it(`says in ${code} what the app says`, async (t) => {
      const { page } = await site.open(t, "", { isExpectedToFail: true, locale, prepare: withoutApp });
      await page.locator("#loading", { hasText: /…/ }).waitFor();
      const said = {
        finding: await text(page, lang, ".lede h2"),
        headlines: await page.locator(`#reading > div[lang="${lang}"] .headline > div`).allInnerTexts(),
        findings: await page.locator(`#reading > div[lang="${lang}"] .takeaways li p:first-of-type`).allInnerTexts(),
      };
      const other = code === "en" ? "zh-CN" : "en";
      assert.ok(await page.locator(`#reading > div[lang="${other}"]`).isHidden(), "the other language is not shown");

      const app = await site.open(t, "", { locale });
      assert.equal(said.finding, await app.text("finding"));
      const headlines = await app.page.locator('[data-part="headline"] > div').allInnerTexts();
      assert.deepEqual(said.headlines.map(plain), headlines.map(plain));
      assert.deepEqual(said.findings, await app.page.locator('[data-part="takeaways"] li p:first-of-type').allInnerTexts());
      assert.equal(await app.page.locator("#reading").count(), 0, "the app takes its place");

      await app.figure("product_types").press("table");
      const rows = await app.figure("product_types").rows();
      const still = await page.locator(`#reading > div[lang="${lang}"] table`).nth(1).locator("tbody tr").allInnerTexts();
      assert.deepEqual(still.map(plain), rows.slice(1).map((row) => row.replaceAll(" | ", " ")));
    });
  }

  it("reads in both languages without JavaScript, at any width", async (t) => {
    for (const width of [320, 1280]) {
      const explorer = await site.open(t, "", { width, javaScriptEnabled: false, isExpectedToFail: true });
      for (const lang of ["en", "zh-CN"]) {
        assert.match(await text(explorer.page, lang, ".takeaways"), /4900/);
        assert.match(await text(explorer.page, lang, ".tables"), /2539/);
        assert.ok((await explorer.page.locator(`#reading > div[lang="${lang}"] .sources li`).count()) >= 10);
      }
      const { pixels, culprits } = await explorer.overflow();
      assert.ok(pixels <= 0, `${width} px: ${culprits}`);
    }
  });

  it("does not answer a question that it was not asked", async (t) => {
    const { page } = await site.open(t, "?year=2021", { isExpectedToFail: true, prepare: withoutApp });
    await page.locator("#loading", { hasText: /…/ }).waitFor();
    assert.ok(await page.locator("#reading .lede").first().isHidden());
  });

  it("stays when the app cannot run", async (t) => {
    const prepare = (page) => page.addInitScript("delete globalThis.WebAssembly");
    const { page } = await site.open(t, "?year=2021", { isExpectedToFail: true, prepare });
    await page.locator("#unsupported").waitFor();
    assert.match(await text(page, "en", ".takeaways"), /4900/);
  });

  for (const colorScheme of ["light", "dark"]) {
    it(`has no accessibility fault, ${colorScheme}`, async (t) => {
      const { page } = await site.open(t, "", { isExpectedToFail: true, colorScheme, prepare: withoutApp });
      await page.locator("#loading", { hasText: /…/ }).waitFor();
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join("; ")}`), []);
    });
  }
});
