// Any width, any keyboard, no jumping about.
import { LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** The default comes last: with all its charts drawn, the window is as high as the page. */
const STATES = [
  "?year=2024&product=biological&disease=oncology",
  "?year=2022&product=tcm&disease=preventive_vaccine",
  "?year=2019..2021",
  "",
];

test.describe("layout", () => {
  for (const width of [320, 1280]) {
    for (const language of LANGUAGES) {
      test(`fits ${width} px without scrolling sideways (${language})`, async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`, { width });
        for (const state of STATES) {
          await explorer.goto(`${state || "?"}&lang=${language}`.replace("?&", "?"));
          if (state === "") await explorer.drawAll();
          const { pixels, culprits } = await explorer.overflow();
          expect(pixels, `${state || "default"} is ${pixels} px too wide: ${culprits.join(", ")}`).toBeLessThanOrEqual(0);
          await explorer.goto(`${state || "?"}&lang=${language}&view=table`.replace("?&", "?"));
          await explorer.openAll();
          const tables = await explorer.overflow();
          expect(
            tables.pixels,
            `${state || "default"} with tables is ${tables.pixels} px too wide: ${tables.culprits.join(", ")}`,
          ).toBeLessThanOrEqual(0);
        }
      });
    }
  }

  test("has the buttons for all figures at every width", async ({ site }) => {
    for (const width of [320, 768, 1099, 1280]) {
      const explorer = await site.open("?year=2024", { width });
      await expect(explorer.button("openAll"), `${width} px`).toBeVisible();
      const before = (await explorer.cards()).length;
      await explorer.openAll();
      expect((await explorer.cards()).length).toBeGreaterThan(before);
      await explorer.showAllAs("tables");
      await expect(explorer.lead.locator("table")).toBeVisible();
    }
  });

  for (const language of LANGUAGES) {
    test(`has title, theme and language in one line at 320 px (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, { width: 320 });
      const places = await explorer.page.locator(".head h1, .head > button").evaluateAll((parts) =>
        parts.map((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return (top + bottom) / 2;
        }),
      );
      expect(Math.max(...places) - Math.min(...places), `${places}`).toBeLessThan(6);
    });
  }

  test("has no value wider than its column at 320 px", async ({ site }) => {
    for (const language of LANGUAGES) {
      const explorer = await site.open(`?lang=${language}`, { width: 320 });
      const figure = explorer.figure("registered");
      await figure.show();
      const wide = await figure.svg.first().evaluate((svg) => {
        const columns = [...svg.querySelectorAll("path")].map((path) => path.getBoundingClientRect());
        const values = [...svg.querySelectorAll("text")].filter(({ textContent }) => /^\d,?\d{3}$/.test(textContent));
        return values.flatMap((value) => {
          const own = value.getBoundingClientRect();
          const [x, y] = [(own.left + own.right) / 2, (own.top + own.bottom) / 2];
          const inside = columns.filter(
            ({ left, right, top, bottom }) => right - left < 60 && left < x && x < right && top < y && y < bottom,
          );
          return inside.filter(({ width }) => width < own.width).map(({ width }) => `${value.textContent}: ${own.width} in ${width}`);
        });
      });
      expect(wide, language).toEqual([]);
    }
  });

  test("works at 200 % zoom", async ({ site }) => {
    // Zoom halves the window in CSS pixels and doubles the device's.
    const explorer = await site.open("", { width: 640, height: 450, deviceScaleFactor: 2 });
    const { pixels, culprits } = await explorer.overflow();
    expect(pixels, `${pixels} px too wide: ${culprits.join(", ")}`).toBeLessThanOrEqual(0);
  });

  for (const width of [320, 1280]) {
    test(`shifts by at most 0.02 while it loads, with the charts arriving late (${width} px)`, async ({ site }) => {
      const explorer = await site.open("?year=2024", {
        width,
        prepare: (page) =>
          page.route("**/echarts-*.js", async (route) => {
            await page.locator('[data-part="lead"] [data-figure]').waitFor();
            await route.continue();
          }),
      });
      await explorer.part("headline").locator("svg").first().waitFor();
      await explorer.frames(4);
      const { total, shifts } = await explorer.layoutShift();
      expect(total, `${total.toFixed(4)}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(0.02);
    });
  }

  test("can be read before the charts' library arrives, and without it", async ({ site }) => {
    const explorer = await site.open("", {
      prepare: (page) => page.route("**/echarts-*.js", (route) => route.abort()),
      isExpectedToFail: true,
    });
    await expect(explorer.part("finding")).toHaveText(/\d/);
    await explorer.figure("registered").button("table").click();
    await explorer.figure("registered").table.waitFor();
  });

  test("is operated by keyboard alone: dropdowns, switches, reset", async ({ explorer }) => {
    const { page } = explorer;
    for (const [name, key, typed, code] of [
      ["year", "year", "2024", "2024"],
      ["product", "product", "Biol", "biological"],
      ["disease", "disease", "Onco", "oncology"],
    ]) {
      const label = { year: "Year", product: "Product type", disease: "Disease area" }[name];
      await explorer.tabTo(
        `document.activeElement.tagName === "SELECT" && document.activeElement.labels[0]?.innerText.trim().startsWith("${label}")`,
        name,
      );
      await page.keyboard.type(typed);
      await expect(page).toHaveURL((url) => url.searchParams.get(key) === code);
      await explorer.ready();
      expect(await page.evaluate(() => document.activeElement.tagName), `the focus stays on ${name} after the choice`).toBe("SELECT");
    }
    await expect(explorer.part("finding")).toHaveText(/444/);

    const figure = '[data-figure="disease_areas"]';
    await explorer.tabTo(
      `document.activeElement.closest('${figure}') !== null && document.activeElement.textContent.trim() === "Table"`,
      "the Table switch",
    );
    await page.keyboard.press("Space");
    await explorer.ready();
    await expect(explorer.figure("disease_areas").button("table")).toHaveAttribute("aria-pressed", "true");
    expect((await explorer.figure("disease_areas").rows()).length).toBeGreaterThan(1);
    expect(await page.evaluate(() => document.activeElement.textContent.trim()), "the focus stays on the switch").toBe("Table");

    await explorer.tabTo(`document.activeElement.textContent.trim() === "Reset"`, "Reset", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await explorer.ready();
    expect(await explorer.chosen()).toEqual({ year: "", product: "", disease: "" });
  });

  test("shows where the focus is", async ({ site }) => {
    const explorer = await site.open("?year=2024");
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
      expect(isVisible, `no focus ring on ${what}`).toBeTruthy();
    }
  });

  test("announces the finding to screen readers", async ({ explorer }) => {
    await explorer.choose("year", "2024");
    const finding = await explorer.text("finding");
    const announced = await explorer.page.locator('[aria-live="polite"], [role="status"]').allTextContents();
    expect(
      announced.some((text) => plain(text).includes(finding)),
      `nobody announces: ${finding}`,
    ).toBe(true);
  });
});
