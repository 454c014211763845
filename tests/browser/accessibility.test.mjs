// axe-core finds nothing serious or critical, in any main state.
import { axeSource, expect, test } from "./site.mjs";

/** @import { Dropdown, ExplorerPage } from "./page.mjs" */
/** @import { OpenOptions } from "./site.mjs" */

/** What is looked at: its name, its address, and how it is opened. @typedef {[name: string, query: string, options: OpenOptions]} State */

/** @type {State[]} */
const STATES = [
  ["default", "?lang=en", {}],
  ["default, Chinese", "?lang=zh", {}],
  ["one answer", "?year=2024&product=biological&disease=oncology", {}],
  ["nothing printed", "?year=2022&product=tcm&disease=preventive_vaccine&lang=zh", {}],
  ["ignored address", "?product=unicorn", {}],
  ["dark", "?year=2024", { colorScheme: "dark" }],
  ["narrow", "?year=2024", { width: 320 }],
];

/** The proof panel: of a printed, a derived, a disputed and a missing number. @type {State[]} */
const PANELS = [
  ["proof", "?lang=en&year=2024&figure=disease_areas&cell=share:oncology:chemical", {}],
  ["proof, Chinese, dark", "?lang=zh&figure=registered&cell=count:2021:be", { colorScheme: "dark" }],
  ["proof, narrow", "?lang=en&figure=registered&cell=count:2022:new_drug", { width: 320 }],
  ["proof, Chinese, narrow, dark", "?lang=zh&figure=registered&cell=count:2019:new_drug", { colorScheme: "dark", width: 320 }],
  ["proof of an empty cell", "?figure=registered&cell=growth:2019:all&view=table", {}],
  ["proof of a number that is not there", "?figure=registered&cell=count:2024:unicorn", {}],
];

/** The page with the filters behind the button. @type {State[]} */
const MORE_FILTERS = [
  ["more filters open", "?lang=en", {}],
  ["more filters open, Chinese, dark, narrow", "?lang=zh", { colorScheme: "dark", width: 320 }],
];
/** @type {Dropdown[]} */
const BEHIND_THE_BUTTON = ["phase", "category", "population"];

/** The looks of a view beside the figures. @type {{ language: string, colorScheme: "light" | "dark", width: number }[]} */
const LOOKS = [
  { language: "en", colorScheme: "light", width: 1280 },
  { language: "zh", colorScheme: "dark", width: 320 },
];

test.describe("accessibility", () => {
  const audit = async (/** @type {ExplorerPage} */ explorer) => {
    await explorer.page.evaluate(axeSource);
    const violations = await explorer.page.evaluate(async () => {
      const { violations: found } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return found.map(({ id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        nodes: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`),
        count: nodes.length,
      }));
    });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  };

  for (const [name, query, options] of STATES) {
    for (const view of ["charts", "tables"]) {
      test(`${name}, ${view}`, async ({ site }) => {
        const explorer = await site.open(view === "tables" ? `${query}&view=table` : query, options);
        expect((await explorer.page.locator("[data-figure] table").count()) > 0).toBe(view === "tables");
        expect(await audit(explorer)).toEqual([]);
      });
    }
  }

  for (const [name, query, options] of PANELS) {
    test(name, async ({ site }) => {
      const explorer = await site.open(query, options);
      await explorer.proof.opened();
      expect(await audit(explorer)).toEqual([]);
    });
  }

  for (const view of ["data", "coverage", "compare", "methods"]) {
    for (const { language, colorScheme, width } of LOOKS) {
      test(`${view}, ${language}, ${colorScheme}, ${width} px`, async ({ site }) => {
        const explorer = await site.open(`?page=${view}&year=2024&lang=${language}`, { colorScheme, width });
        await explorer.page.locator(`[data-part="${view}"] :is(tbody tr, section)`).first().waitFor();
        expect(await audit(explorer)).toEqual([]);
        const { pixels, culprits } = await explorer.overflow();
        expect(pixels, `${pixels} px too wide: ${culprits.join(", ")}`).toBeLessThanOrEqual(0);
      });
    }
  }

  for (const [name, query, options] of MORE_FILTERS) {
    test(name, async ({ site }) => {
      const explorer = await site.open(query, options);
      await explorer.openMore();
      for (const which of BEHIND_THE_BUTTON) await explorer.dropdown(which).waitFor();
      expect(await audit(explorer)).toEqual([]);
    });
  }

  test("every chart drawn, and one walked through", async ({ explorer }) => {
    await explorer.drawAll();
    await explorer.figure("registered").chart.press("End");
    await expect(explorer.part("announcement")).toHaveText(/\S/);
    expect(await audit(explorer)).toEqual([]);
  });

  test("has one main, one level-1 heading, and headings that skip no level", async ({ explorer }) => {
    await expect(explorer.page.locator("main")).toHaveCount(1);
    const levels = await explorer.page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((headings) => headings.filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [position, level] of levels.entries()) {
      expect(position === 0 || level <= levels[position - 1] + 1, `heading levels ${levels.join(" ")}`).toBeTruthy();
    }
  });
});
