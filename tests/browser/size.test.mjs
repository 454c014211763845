// What the size budget counts is all that the first chart needs.
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
});
