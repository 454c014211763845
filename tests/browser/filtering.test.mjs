// One choice changes everything that answers it, together; what cannot be answered says so.
import { LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Dropdown, ExplorerPage } from "./page.mjs" */

/**
 * Everything that must follow the selection.
 * @param {ExplorerPage} explorer
 * @param {string} id of a figure
 */
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

/**
 * For each dropdown: a choice, a figure that narrows to it, and a headline that answers it.
 * @type {{ which: Dropdown, code: string, figure: string, headline: string }[]}
 */
const CASES = [
  { which: "year", code: "2023", figure: "disease_areas", headline: "registered" },
  { which: "product", code: "biological", figure: "phases", headline: "new_drug" },
  { which: "disease", code: "oncology", figure: "category_1", headline: "category_1" },
];

test.describe("filtering", () => {
  for (const { which, code, figure, headline } of CASES) {
    test(`by ${which} changes chart, table, headline, sentence and address together, and back`, async ({ explorer }) => {
      const before = await snapshot(explorer, figure);
      await explorer.choose(which, code);
      const after = await snapshot(explorer, figure);
      expect(after.drawing, "chart").not.toBe(before.drawing);
      expect(after.rows, "table").not.toEqual(before.rows);
      expect(after.headlines, "headline row").not.toEqual(before.headlines);
      expect(after.headlines[headline], `headline ${headline}`).not.toBe(before.headlines[headline]);
      expect(after.finding, "sentence").not.toBe(before.finding);
      expect(after.address[which], "address").toBe(code);
      expect(before.address[which], "a default is not written").toBeUndefined();
      await expect(explorer.dropdown(which), "the dropdown says what is chosen").toHaveValue(code);

      await explorer.reset();
      const again = await snapshot(explorer, figure);
      expect(again.drawing, "chart after reset").toBe(before.drawing);
      expect(again.rows, "table after reset").toEqual(before.rows);
      expect(again.headlines, "headline after reset").toEqual(before.headlines);
      expect(again.finding, "sentence after reset").toBe(before.finding);
      expect(again.address[which], "address after reset").toBeUndefined();
    });
  }

  for (const language of LANGUAGES) {
    test(`reads 444 and 43.1 % for oncology among biological products in 2024, with its source (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      await explorer.choose("year", "2024");
      await explorer.choose("product", "biological");
      await explorer.choose("disease", "oncology");
      await expect.poll(() => explorer.text("finding"), "the finding").toHaveNumbers(["2024", "444", "1029", "43.1%"]);
      await explorer.part("finding-source").locator("summary").click();
      const source = await explorer.text("finding-source");
      expect(source, "the edition is named").toMatch(/2024/);
      expect(source, "the population is named").toMatch(language === "en" ? /new-drug trials/i : /新药临床试验/);
      expect(source, `a source is named: ${source}`).toMatch(/Covington|科文顿/);
      await expect.poll(() => explorer.headline("disease_area"), "the headline").toHaveNumbers(["444", "43.1%"]);
      expect(await explorer.figure("disease_areas").drawnText(), "the chart").toHaveNumbers(["43.1%"]);

      await explorer.choose("year", "2022");
      const finding = await explorer.text("finding");
      expect(finding).toMatch(/2022/);
      expect(finding, `it says what is not printed: ${finding}`).toMatch(language === "en" ? /print/i : /公布/);
      expect(await explorer.headline("disease_area"), "no number of another year stands in").not.toMatch(/444/);
      await expect(explorer.part("empty"), "no card is empty").toHaveCount(0);
      await explorer.choose("year", "2024");
      await expect.poll(() => explorer.text("finding"), "the finding, back in 2024").toHaveNumbers(["444", "43.1%"]);
    });
  }

  // A change of anything else, such as the language, once came between the choice and the questions, and ended their turn.
  for (const [when, wait] of /** @type {[string, number][]} */ ([
    ["in the same task", 0],
    ["while the questions follow", 2],
    ["a little later", 5],
  ])) {
    test(`answers everywhere when something else changes ${when}`, async ({ site }) => {
      const explorer = await site.open("?lang=en");
      const fresh = await site.open("?year=2023&lang=zh");
      await explorer.page.evaluate(async (frames) => {
        const select = /** @type {HTMLSelectElement} */ (document.querySelector('select[name="year"]'));
        select.value = "2023";
        select.dispatchEvent(new Event("change", { bubbles: true }));
        for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
        const toggle = [...document.querySelectorAll("button, a")].find((one) => one.textContent?.trim() === "中文");
        /** @type {HTMLElement} */ (toggle).click();
      }, wait);
      await expect(explorer.page.locator("html")).toHaveAttribute("lang", "zh-CN");
      await explorer.ready();
      const questions = (/** @type {ExplorerPage} */ { page }) => page.locator(".question").allInnerTexts();
      const [shown, expected] = [await questions(explorer), await questions(fresh)];
      expect(shown.length).toBeGreaterThan(5);
      expect(shown.map(plain), "each question as in a page that was opened so").toEqual(expected.map(plain));
    });
  }

  test("explains a combination that was never printed, and links to the nearest that were", async ({ site }) => {
    const explorer = await site.open("?year=2019&product=tcm&disease=oncology");
    await expect.poll(() => explorer.text("finding"), "the sentence says that there is none").toMatch(/print/);
    await explorer.openAll();
    await expect(explorer.part("empty"), "no card is empty").toHaveCount(0);
    const line = explorer.part("without").locator("li").first();
    const figure = await line.getAttribute("id");
    await line.getByRole("link").click();
    await explorer.ready();
    const card = explorer.figure(figure);
    await card.show();
    await expect(card.empty, "the link leads to a selection with an answer").toHaveCount(0);
    await expect(card.unmet, "which the figure honours").toHaveText("");
    await expect(card.root).toHaveText(/\d/);
  });

  test("never shows what is missing as zero", async ({ site }) => {
    const explorer = await site.open("?year=2022&product=biological&disease=oncology");
    await explorer.openAll();
    await explorer.showAllAs("tables");
    for (const [id, rows] of Object.entries(await explorer.tables())) {
      // This one is printed: the reports say that none was ordered.
      const others = id === "stopped" ? rows.filter((row) => !row.startsWith("Suspension or termination ordered by CDE")) : rows;
      for (const row of others) expect(row, id).not.toMatch(/\| 0(\.0+)?%?(?= |$)/);
    }
    for (const [item, text] of Object.entries(await explorer.headlines())) expect(text, item).not.toMatch(/(?<![\d.])0(?![\d.])/);
  });

  test("says in each figure which filter it cannot obey", async ({ site }) => {
    const explorer = await site.open("?disease=oncology");
    for (const id of ["registered", "multi_regional"]) {
      await explorer.figure(id).unfold();
      expect(plain(await explorer.figure(id).unmet.innerText()), id).toMatch(/oncology/i);
    }
    const wider = (await explorer.folds.allInnerTexts()).filter((line) => /wider/.test(line));
    expect(wider.length, "and so does the line that folds it away").toBeGreaterThan(2);
    for (const line of wider) expect(line).toMatch(/oncology/i);
  });

  test("takes back one choice by its dropdown, and all by a button that keeps its room", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=biological");
    await explorer.choose("product", "");
    expect(await explorer.chosen()).toEqual({ year: "2024", product: "", disease: "" });
    expect(explorer.address.product).toBeUndefined();
    const reset = explorer.page.locator(".reset");
    const room = await reset.boundingBox();
    await explorer.reset();
    await expect(reset, "nothing is chosen: it cannot be seen or pressed").toBeHidden();
    await expect(reset).toBeDisabled();
    expect(await reset.boundingBox()).toEqual(room);
    await explorer.expectFocus('select[name="year"]', "the focus goes to the first dropdown");
  });

  test("asks for a range of years", async ({ explorer }) => {
    await explorer.choose("year", "range");
    await expect(explorer.moreButton, "its ends are there at once").toHaveAttribute("aria-expanded", "true");
    await explorer.choose("from", "2021");
    await explorer.choose("to", "2023");
    await explorer.closeMore();
    expect(explorer.address.year).toBe("2021..2023");
    await expect(explorer.dropdown("year").locator("option:checked"), "the dropdown says the range").toHaveText("2021–2023");
    await explorer.figure("registered").press("table");
    const rows = (await explorer.figure("registered").rows()).join("\n");
    for (const year of ["2021", "2022", "2023"]) expect(rows).toMatch(new RegExp(`^${year}`, "m"));
    for (const year of ["2020", "2024"]) expect(rows).not.toMatch(new RegExp(`^${year}`, "m"));
  });

  test("disables options that lead nowhere and says why", async ({ site }) => {
    const explorer = await site.open("?product=tcm");
    const disabled = explorer.dropdown("disease").locator("option:disabled");
    await expect(disabled).not.toHaveCount(0);
    for (const text of await disabled.allTextContents()) expect(text, `a reason in ${text}`).toMatch(/\(.+\)/);
    for (const text of await explorer.dropdown("disease").locator("option:enabled:not(:checked)").allTextContents()) {
      expect(text, `a number of facts in ${text}`).toMatch(/\(\d+ facts?\)/);
    }
  });
});
