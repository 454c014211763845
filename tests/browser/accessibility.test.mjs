// axe-core finds nothing serious or critical, in any main state.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { axeSource, useSite } from "./site.mjs";

const STATES = [
  ["default", "?lang=en", {}],
  ["default, Chinese", "?lang=zh", {}],
  ["one answer", "?year=2024&product=biological&disease=oncology", {}],
  ["nothing printed", "?year=2022&product=tcm&disease=preventive_vaccine&lang=zh", {}],
  ["ignored address", "?product=unicorn", {}],
  ["dark", "?year=2024", { colorScheme: "dark" }],
  ["narrow", "?year=2024", { width: 320 }],
];

/** The proof panel: of a printed, a derived, a disputed and a missing number. */
const PANELS = [
  ["proof", "?lang=en&year=2024&figure=disease_areas&cell=share:oncology:chemical", {}],
  ["proof, Chinese, dark", "?lang=zh&figure=registered&cell=count:2021:be", { colorScheme: "dark" }],
  ["proof, narrow", "?lang=en&figure=registered&cell=count:2022:new_drug", { width: 320 }],
  ["proof, Chinese, narrow, dark", "?lang=zh&figure=registered&cell=count:2019:new_drug", { colorScheme: "dark", width: 320 }],
  ["proof of an empty cell", "?figure=registered&cell=growth:2019:all&view=table", {}],
  ["proof of a number that is not there", "?figure=registered&cell=count:2024:unicorn", {}],
];

describe("accessibility", () => {
  const site = useSite();

  const audit = async (explorer) => {
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
      it(`${name}, ${view}`, async (t) => {
        const explorer = await site.open(t, view === "tables" ? `${query}&view=table` : query, options);
        assert.equal((await explorer.page.locator("[data-figure] table").count()) > 0, view === "tables");
        assert.deepEqual(await audit(explorer), []);
      });
    }
  }

  for (const [name, query, options] of PANELS) {
    it(name, async (t) => {
      const explorer = await site.open(t, query, options);
      await explorer.proof.opened();
      assert.deepEqual(await audit(explorer), []);
    });
  }

  for (const view of ["data", "coverage", "compare", "methods"]) {
    for (const [language, colorScheme, width] of [["en", "light", 1280], ["zh", "dark", 320]]) {
      it(`${view}, ${language}, ${colorScheme}, ${width} px`, async (t) => {
        const explorer = await site.open(t, `?page=${view}&year=2024&lang=${language}`, { colorScheme, width });
        await explorer.page.locator(`[data-part="${view}"] :is(tbody tr, section)`).first().waitFor();
        assert.deepEqual(await audit(explorer), []);
        const { pixels, culprits } = await explorer.overflow();
        assert.ok(pixels <= 0, `${pixels} px too wide: ${culprits.join(", ")}`);
      });
    }
  }

  for (const [name, query, options] of [
    ["more filters open", "?lang=en", {}],
    ["more filters open, Chinese, dark, narrow", "?lang=zh", { colorScheme: "dark", width: 320 }],
  ]) {
    it(name, async (t) => {
      const explorer = await site.open(t, query, options);
      await explorer.button("more").click();
      for (const which of ["phase", "category", "population"]) await explorer.dropdown(which).waitFor();
      assert.deepEqual(await audit(explorer), []);
    });
  }

  it("every chart drawn, and one walked through", async (t) => {
    const explorer = await site.open(t);
    await explorer.drawAll();
    await explorer.figure("registered").chart.press("End");
    assert.notEqual(await explorer.text("announcement"), "");
    assert.deepEqual(await audit(explorer), []);
  });

  it("has one main, one level-1 heading, and headings that skip no level", async (t) => {
    const explorer = await site.open(t);
    assert.equal(await explorer.page.locator("main").count(), 1);
    const levels = await explorer.page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((headings) =>
      headings.filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1])),
    );
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [position, level] of levels.entries()) {
      assert.ok(position === 0 || level <= levels[position - 1] + 1, `heading levels ${levels.join(" ")}`);
    }
  });
});
