// One choice changes everything that answers it, together; what cannot be answered says so.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

/** Everything that must follow the selection. */
const snapshot = async (explorer, id) => {
  const figure = explorer.figure(id);
  const drawing = await figure.drawing();
  const headlines = await explorer.headlines();
  const finding = await explorer.text("finding");
  await figure.press("table");
  const rows = await figure.rows();
  await figure.press("chart");
  return { drawing, rows, headlines, finding, address: explorer.address };
};

/** For each dropdown: a choice, a figure that narrows to it, and a headline that answers it. */
const CASES = [
  { which: "year", code: "2023", figure: "disease_areas", headline: "registered" },
  { which: "product", code: "biological", figure: "phases", headline: "new_drug" },
  { which: "disease", code: "oncology", figure: "category_1", headline: "category_1" },
];

describe("filtering", () => {
  const site = useSite();

  for (const { which, code, figure, headline } of CASES) {
    it(`by ${which} changes chart, table, headline, sentence and address together, and back`, async (t) => {
      const explorer = await site.open(t);
      const before = await snapshot(explorer, figure);
      await explorer.choose(which, code);
      const after = await snapshot(explorer, figure);
      assert.notEqual(after.drawing, before.drawing, "chart");
      assert.notDeepEqual(after.rows, before.rows, "table");
      assert.notDeepEqual(after.headlines, before.headlines, "headline row");
      assert.notEqual(after.headlines[headline], before.headlines[headline], `headline ${headline}`);
      assert.notEqual(after.finding, before.finding, "sentence");
      assert.equal(after.address[which], code, "address");
      assert.equal(before.address[which], undefined, "a default is not written");
      assert.match(plain(await explorer.part("chips").innerText()), /\S/, "chip");

      await explorer.reset();
      const again = await snapshot(explorer, figure);
      assert.equal(again.drawing, before.drawing, "chart after reset");
      assert.deepEqual(again.rows, before.rows, "table after reset");
      assert.deepEqual(again.headlines, before.headlines, "headline after reset");
      assert.equal(again.finding, before.finding, "sentence after reset");
      assert.equal(again.address[which], undefined, "address after reset");
    });
  }

  for (const language of ["en", "zh"]) {
    it(`reads 444 and 43.1 % for oncology among biological products in 2024, with its source (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      await explorer.choose("year", "2024");
      await explorer.choose("product", "biological");
      await explorer.choose("disease", "oncology");
      assertNumbers(await explorer.text("finding"), ["2024", "444", "1029", "43.1%"], "the finding");
      const source = await explorer.text("finding-source");
      assert.match(source, /2024/, "the edition is named");
      assert.match(source, language === "en" ? /new-drug trials/i : /新药临床试验/, "the population is named");
      assert.match(source, /covington|fmread|jjckb|\.com|\.cn|Covington/i, `a source is named: ${source}`);
      assertNumbers(await explorer.headline("disease_area"), ["444", "43.1%"], "the headline");
      assertNumbers(await explorer.figure("disease_areas").drawnText(), ["43.1%"], "the chart");

      await explorer.choose("year", "2022");
      const finding = await explorer.text("finding");
      assert.match(finding, /2022/);
      assert.match(finding, language === "en" ? /print/i : /公布/, `it says what is not printed: ${finding}`);
      assert.doesNotMatch(await explorer.headline("disease_area"), /444/, "no number of another year stands in");
      const figure = explorer.figure("disease_areas");
      const isEmpty = (await figure.empty.count()) > 0;
      if (isEmpty) assert.notEqual(plain(await figure.empty.innerText()), "");
      await explorer.choose("year", "2024");
      assertNumbers(await explorer.text("finding"), ["444", "43.1%"], "the finding, back in 2024");
    });
  }

  it("explains a combination that was never printed, and links to the nearest that were", async (t) => {
    const explorer = await site.open(t, "?year=2019&product=tcm&disease=oncology");
    const empties = explorer.part("empty");
    assert.ok((await empties.count()) > 0, "some figure has nothing to show");
    const empty = empties.first();
    assert.match(plain(await empty.innerText()), /nothing is printed|not printed/i);
    const links = empty.locator("a, button");
    assert.ok((await links.count()) > 0, "with links to selections that have an answer");
    const figure = await empty.evaluate((element) => element.closest("[data-figure]").dataset.figure);
    await links.first().click();
    await explorer.ready();
    assert.equal(await explorer.figure(figure).empty.count(), 0, "the link leads to a selection with an answer");
    assert.match(await explorer.figure(figure).drawnText(), /\d/);
  });

  it("never shows what is missing as zero", async (t) => {
    const explorer = await site.open(t, "?year=2022&product=biological&disease=oncology");
    await explorer.showAllAs("tables");
    for (const [id, rows] of Object.entries(await explorer.tables())) {
      // This one is printed: the reports say that none was ordered.
      const others = id === "stopped" ? rows.filter((row) => !row.startsWith("Suspension or termination ordered by CDE")) : rows;
      for (const row of others) assert.doesNotMatch(row, /\| 0(\.0+)?%?(?= |$)/, id);
    }
    for (const [item, text] of Object.entries(await explorer.headlines())) assert.doesNotMatch(text, /(?<![\d.])0(?![\d.])/, item);
  });

  it("says in each figure which filter it cannot obey", async (t) => {
    const explorer = await site.open(t, "?disease=oncology");
    assert.match(plain(await explorer.figure("registered").unmet.innerText()), /oncology/i);
    assert.match(plain(await explorer.figure("multi_regional").unmet.innerText()), /oncology/i);
  });

  it("takes a filter away by its chip", async (t) => {
    const explorer = await site.open(t, "?year=2024&product=biological");
    await explorer.part("chips").getByRole("button", { name: /biological/i }).click();
    await explorer.ready();
    assert.deepEqual(await explorer.chosen(), { year: "2024", product: "", disease: "" });
    assert.equal(explorer.address.product, undefined);
  });

  it("asks for a range of years", async (t) => {
    const explorer = await site.open(t);
    await explorer.choose("year", "range");
    await explorer.choose("from", "2021");
    await explorer.choose("to", "2023");
    assert.equal(explorer.address.year, "2021..2023");
    await explorer.figure("registered").press("table");
    const rows = (await explorer.figure("registered").rows()).join("\n");
    for (const year of ["2021", "2022", "2023"]) assert.match(rows, new RegExp(`^${year}`, "m"));
    for (const year of ["2020", "2024"]) assert.doesNotMatch(rows, new RegExp(`^${year}`, "m"));
  });

  it("disables options that lead nowhere and says why", async (t) => {
    const explorer = await site.open(t, "?product=tcm");
    const disabled = explorer.dropdown("disease").locator("option:disabled");
    assert.ok((await disabled.count()) > 0);
    for (const text of await disabled.allTextContents()) assert.match(text, /\(.+\)/, `a reason in ${text}`);
    for (const text of await explorer.dropdown("disease").locator("option:enabled").allTextContents()) {
      assert.match(text, /\(\d+\)/, `a number of figures in ${text}`);
    }
  });
});
