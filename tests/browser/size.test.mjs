// What the size budget counts is all that the first chart needs.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { firstFiles } from "../../scripts/size.mjs";
import { expect, test } from "./site.mjs";

test.describe("the first chart", () => {
  test("is drawn of the files that the size budget counts, and of no other", async ({ site }) => {
    const counted = await firstFiles();
    expect(counted.filter((file) => file.endsWith("_bg.wasm") || file.startsWith("echarts-"))).toHaveLength(2);
    const isCounted = (/** @type {string} */ url) => {
      const file = url.slice(site.url.length) || "index.html";
      return counted.includes(file) || file === "config.json";
    };
    /** @type {import("./site.mjs").Prepare} */
    const prepare = (page) => page.route("**", (route) => (isCounted(route.request().url()) ? route.continue() : undefined));
    const { page } = await site.open("", { isExpectedToFail: true, prepare });
    await expect(page.locator('[data-part="chart"][aria-busy="false"] svg text').first()).toBeAttached();
  });

  for (const [language, viewport] of /** @type {const} */ ([
    ["en", { width: 1280, height: 900, locale: "en-GB" }],
    ["zh", { width: 390, height: 844, locale: "zh-CN" }],
  ])) {
    test(`is looked at until the live one stands in its place (${language})`, async ({ site }) => {
      /** @type {() => void} */
      let release;
      const held = new Promise((resolve) => (release = () => resolve(undefined)));
      /** @type {import("./site.mjs").Prepare} */
      const prepare = (page) =>
        page.route(/echarts-/, async (route) => {
          await held;
          await route.continue();
        });
      const { page } = await site.open("", { ...viewport, isExpectedToFail: true, prepare });
      const chart = page.locator('.lead [data-part="chart"]');
      const before = chart.locator("> svg:visible");
      await expect(before, "one of the two widths").toHaveCount(1);
      await expect(before).toContainText(language === "en" ? "5,215" : "5215");
      await expect(page.locator('#filters select[name="year"]'), "the page stands").toHaveCount(1);
      const place = await chart.boundingBox();
      release();
      await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
      await expect(chart.locator("> svg")).toHaveCount(0);
      await expect(chart.locator("svg text").first()).toBeVisible();
      const now = await chart.boundingBox();
      expect({ ...now, y: 0 }, "it is as wide and as high").toEqual({ ...place, y: 0 });
      // The line of buttons above it comes late, and its place is kept to a few pixels.
      expect(Math.abs(now.y - place.y), "nothing has jumped").toBeLessThan(4);
    });
  }

  test("of another question is not looked at for this one", async ({ site }) => {
    /** @type {import("./site.mjs").Prepare} */
    const prepare = (page) => page.route(/echarts-/, () => undefined);
    const { page } = await site.open("?product=chemical&lang=en", { isExpectedToFail: true, prepare });
    await expect(page.locator('.lead [data-part="chart"]')).toBeVisible();
    await expect(page.locator('.lead [data-part="chart"] > svg')).toHaveCount(0);
  });

  test("holds nothing else up when its library does not come", async ({ site }) => {
    /** @type {import("./site.mjs").Prepare} */
    const prepare = (page) => page.route(/echarts-/, () => undefined);
    const { page } = await site.open("?lang=en", { isExpectedToFail: true, prepare });
    await expect(page.locator('[data-part="headline"] > div')).toHaveCount(6);
    await expect(page.getByRole("combobox", { name: /Find/ })).toBeVisible();
  });

  test("waits for names that compress: none is a hash", async () => {
    const [name] = (await firstFiles()).filter((file) => file.endsWith("_bg.wasm"));
    const module = await WebAssembly.compile(await readFile(path.join("dist", name)));
    const names = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)].map((one) => one.name);
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((one) => /[0-9a-f]{16}/.test(one) && !/0{12}\d{4}/.test(one))).toEqual([]);
  });
});
