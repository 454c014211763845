// What the size budget counts is all that the first chart needs.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstFiles } from "../../scripts/size.mjs";
import { useSite } from "./site.mjs";

describe("the first chart", () => {
  const site = useSite();

  it("is drawn of the files that the size budget counts, and of no other", async (t) => {
    const counted = await firstFiles();
    assert.ok(counted.some((file) => file.endsWith("_bg.wasm")) && counted.some((file) => file.startsWith("echarts-")));
    const isCounted = (url) => {
      const file = url.slice(site.url.length) || "index.html";
      return counted.includes(file) || file === "config.json";
    };
    const prepare = (page) => page.route("**", (route) => (isCounted(route.request().url()) ? route.continue() : undefined));
    const { page } = await site.open(t, "", { isExpectedToFail: true, prepare });
    await page.locator('[data-part="chart"][aria-busy="false"] svg text').first().waitFor();
  });
});
