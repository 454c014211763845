// The text before the app, and where there is none: it says what the app says.
import { axeSource, expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Prepare } from "./site.mjs" */

/** @type {Prepare} */
const withoutApp = (page) => page.route("**/*.wasm", () => {});
/** @type {("light" | "dark")[]} */
const SCHEMES = ["light", "dark"];
/**
 * The words of an element of the text in one language.
 * @param {Page} page
 * @param {string} lang
 * @param {string} selector
 */
const text = async (page, lang, selector) => plain(await page.locator(`#reading > div[lang="${lang}"] ${selector}`).first().textContent());

test.describe("the text before the app", () => {
  for (const [code, lang, locale] of [
    ["en", "en", "en-GB"],
    ["zh", "zh-CN", "zh-CN"],
  ]) {
    test(`says in ${code} what the app says`, async ({ site }) => {
      const { page } = await site.open("", { isExpectedToFail: true, locale, prepare: withoutApp });
      await page.locator("#loading", { hasText: /…/ }).waitFor();
      const said = {
        finding: await text(page, lang, ".lede h2"),
        rest: await page.locator(`#reading > div[lang="${lang}"] .lede .rest`).allInnerTexts(),
        headlines: await page.locator(`#reading > div[lang="${lang}"] .headline > div`).allInnerTexts(),
        findings: await page.locator(`#reading > div[lang="${lang}"] .takeaways li p:first-of-type`).allInnerTexts(),
      };
      const other = code === "en" ? "zh-CN" : "en";
      await expect(page.locator(`#reading > div[lang="${other}"]`), "the other language is not shown").toBeHidden();

      const app = await site.open("", { locale });
      expect(plain(`${said.finding} ${said.rest.join("")}`)).toBe(plain(`${await app.text("finding")} ${await app.text("finding-rest")}`));
      const headlines = await app.page.locator('[data-part="headline"] > div').allInnerTexts();
      expect(said.headlines.map(plain)).toEqual(headlines.map(plain));
      for (const [position, finding] of said.findings.entries())
        expect(await (await app.check(position + 1)).locator("p").first().innerText()).toBe(finding);
      await expect(app.page.locator("#reading"), "the app takes its place").toHaveCount(0);

      await app.figure("product_types").press("table");
      const rows = await app.figure("product_types").rows();
      const still = await page.locator(`#reading > div[lang="${lang}"] table`).nth(1).locator("tbody tr").allInnerTexts();
      expect(still.map(plain)).toEqual(rows.slice(1).map((row) => row.replaceAll(" | ", " ")));
    });
  }

  test("reads in both languages without JavaScript, at any width", async ({ site }) => {
    for (const width of [320, 1280]) {
      const explorer = await site.open("", { width, javaScriptEnabled: false, isExpectedToFail: true });
      for (const lang of ["en", "zh-CN"]) {
        expect(await text(explorer.page, lang, ".takeaways")).toMatch(/4900/);
        expect(await text(explorer.page, lang, ".tables")).toMatch(/2539/);
        expect(await explorer.page.locator(`#reading > div[lang="${lang}"] .sources li`).count()).toBeGreaterThanOrEqual(10);
      }
      const { pixels, culprits } = await explorer.overflow();
      expect(pixels, `${width} px: ${culprits}`).toBeLessThanOrEqual(0);
    }
  });

  test("does not answer a question that it was not asked", async ({ site }) => {
    const { page } = await site.open("?year=2021", { isExpectedToFail: true, prepare: withoutApp });
    await page.locator("#loading", { hasText: /…/ }).waitFor();
    await expect(page.locator("#reading .lede").first()).toBeHidden();
  });

  test("follows an address that asks for its language and theme alone", async ({ site }) => {
    const { page } = await site.open("?lang=zh&theme=dark", { isExpectedToFail: true, prepare: withoutApp });
    await page.locator("#loading", { hasText: /…/ }).waitFor();
    await expect(page.locator('#reading > div[lang="zh-CN"] .lede h2')).toBeVisible();
    await expect(page.locator('#reading > div[lang="en"]')).toBeHidden();
    await expect(page.locator("#unasked")).toBeHidden();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("stays when the app cannot run", async ({ site }) => {
    /** @type {Prepare} */
    const prepare = (page) => page.addInitScript("delete globalThis.WebAssembly");
    const { page } = await site.open("?year=2021", { isExpectedToFail: true, prepare });
    await page.locator("#unsupported").waitFor();
    expect(await text(page, "en", ".takeaways")).toMatch(/4900/);
  });

  for (const colorScheme of SCHEMES) {
    test(`has no accessibility fault, ${colorScheme}`, async ({ site }) => {
      const { page } = await site.open("", { isExpectedToFail: true, colorScheme, prepare: withoutApp });
      await page.locator("#loading", { hasText: /…/ }).waitFor();
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join("; ")}`)).toEqual([]);
    });
  }
});
