// Any width, any keyboard, no jumping about.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plain } from "./page.mjs";
import { useSite } from "./site.mjs";

/** The default comes last: with all its charts drawn, the window is as high as the page. */
const STATES = ["?year=2024&product=biological&disease=oncology", "?year=2022&product=tcm&disease=preventive_vaccine", "?year=2019..2021", ""];

describe("layout", () => {
  const site = useSite();

  for (const width of [320, 1280]) {
    for (const language of ["en", "zh"]) {
      it(`fits ${width} px without scrolling sideways (${language})`, async (t) => {
        const explorer = await site.open(t, `?lang=${language}`, { width });
        for (const state of STATES) {
          await explorer.goto(`${state || "?"}&lang=${language}`.replace("?&", "?"));
          if (state === "") await explorer.drawAll();
          const { pixels, culprits } = await explorer.overflow();
          assert.ok(pixels <= 0, `${state || "default"} is ${pixels} px too wide: ${culprits.join(", ")}`);
          await explorer.showAllAs("tables");
          const tables = await explorer.overflow();
          assert.ok(tables.pixels <= 0, `${state || "default"} with tables is ${tables.pixels} px too wide: ${tables.culprits.join(", ")}`);
        }
      });
    }
  }

  it("works at 200 % zoom", async (t) => {
    // Zoom halves the window in CSS pixels and doubles the device's.
    const explorer = await site.open(t, "", { width: 640, height: 450, deviceScaleFactor: 2 });
    const { pixels, culprits } = await explorer.overflow();
    assert.ok(pixels <= 0, `${pixels} px too wide: ${culprits.join(", ")}`);
  });

  for (const width of [320, 1280]) {
    it(`shifts by at most 0.02 while it loads, with the charts arriving late (${width} px)`, async (t) => {
      const explorer = await site.open(t, "?year=2024", {
        width,
        prepare: (page) =>
          page.route("**/echarts-*.js", async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 1500));
            await route.continue();
          }),
      });
      await explorer.page.waitForTimeout(300);
      const { total, shifts } = await explorer.layoutShift();
      assert.ok(total <= 0.02, `${total.toFixed(4)}: ${JSON.stringify(shifts)}`);
    });
  }

  it("can be read before the charts' library arrives, and without it", async (t) => {
    const explorer = await site.open(t, "", { prepare: (page) => page.route("**/echarts-*.js", (route) => route.abort()), isExpectedToFail: true });
    await explorer.part("finding").waitFor();
    assert.match(await explorer.text("finding"), /\d/);
    await explorer.figure("registered").button("table").click();
    await explorer.figure("registered").table.waitFor();
  });

  it("is operated by keyboard alone: dropdowns, switches, reset", async (t) => {
    const explorer = await site.open(t);
    const { page } = explorer;
    for (const [name, key, typed, code] of [
      ["year", "year", "2024", "2024"],
      ["product", "product", "Biol", "biological"],
      ["disease", "disease", "Onco", "oncology"],
    ]) {
      const label = { year: "Year", product: "Product type", disease: "Disease area" }[name];
      await explorer.tabTo(`document.activeElement.tagName === "SELECT" && document.activeElement.labels[0]?.innerText.trim().startsWith("${label}")`, name);
      await page.keyboard.type(typed);
      await page.waitForFunction(([key, code]) => new URLSearchParams(location.search).get(key) === code, [key, code], { timeout: 3000 });
      await explorer.ready();
      assert.equal(
        await page.evaluate(() => document.activeElement.tagName),
        "SELECT",
        `the focus stays on ${name} after the choice`,
      );
    }
    assert.match(await explorer.text("finding"), /444/);

    const figure = '[data-figure="disease_areas"]';
    await explorer.tabTo(`document.activeElement.closest('${figure}') !== null && document.activeElement.textContent.trim() === "Table"`, "the Table switch");
    await page.keyboard.press("Space");
    await explorer.ready();
    assert.equal(await explorer.figure("disease_areas").button("table").getAttribute("aria-pressed"), "true");
    assert.ok((await explorer.figure("disease_areas").rows()).length > 1);
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Table", "the focus stays on the switch");

    await explorer.tabTo(`document.activeElement.textContent.trim() === "Reset"`, "Reset", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await explorer.ready();
    assert.deepEqual(await explorer.chosen(), { year: "", product: "", disease: "" });
  });

  it("shows where the focus is", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const { page } = explorer;
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Tab");
      const { isVisible, what } = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return {
          what: document.activeElement.outerHTML.slice(0, 80),
          isVisible: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none",
        };
      });
      assert.ok(isVisible, `no focus ring on ${what}`);
    }
  });

  it("announces the finding to screen readers", async (t) => {
    const explorer = await site.open(t);
    await explorer.choose("year", "2024");
    const finding = await explorer.text("finding");
    const announced = await explorer.page.locator('[aria-live="polite"], [role="status"]').allTextContents();
    assert.ok(announced.some((text) => plain(text).includes(finding)), `nobody announces: ${finding}`);
  });
});
