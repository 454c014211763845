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
