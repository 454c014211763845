// The page opens: in both languages, with the findings of the report, with every figure drawn.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FIGURES, HEADLINES, assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

const TAKEAWAYS = {
  "registrations": ["4900", "13.9%", "2539", "51.8%", "9.3%"],
  "category 1 and multi-regional trials": ["1735", "68.3%", "337", "13.3%"],
  "oncology": ["349", "1413", "24.7%", "444", "1029", "43.1%"],
  "cell and gene therapy": ["115", "42.0%"],
};

/** A line with a word that the page does not use in that language. */
const FOREIGN = { en: /.*[\u4e00-\u9fff].*/u, zh: /.*\b(?:the|of|and|with|not|share|count|total)\b.*/i };

describe("opening the page", () => {
  const site = useSite();

  for (const [language, title, year] of [
    ["en", "China Trials Explorer", "Year"],
    ["zh", "中国临床试验数据", "年份"],
  ]) {
    describe(`in ${language}`, () => {
      it("names itself, its dropdowns and its figures in that language", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        assert.equal(explorer.language, language);
        assert.equal(await explorer.page.title(), title);
        assert.equal(await explorer.page.getByRole("heading", { level: 1 }).innerText(), title);
        await explorer.page.getByRole("combobox", { name: year, exact: true }).waitFor();
        assert.equal(await explorer.page.locator("#loading").count(), 0, "the loading line is gone");
        assert.ok(await explorer.page.locator("#crash").isHidden());
        const text = (await explorer.page.locator("#app").innerText())
          // Publishers keep their own names, and the switch is named in the other language.
          .replace(await explorer.part("finding-source").innerText(), "")
          .replace(/^(来源：|Sources: ).*$/gmu, "")
          .replace(/^† .*$/gmu, "")
          .replace(/中文|English/, "");
        assert.equal(text.match(FOREIGN[language])?.[0], undefined, "no word of the other language");
      });

      it("says in that language which other values there are; publishers keep their own names", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        const lines = await explorer.part("disputes").getByRole("listitem").allInnerTexts();
        assert.ok(lines.length > 10);
        const own = lines.map((line) => (language === "en" ? line.replace(/ by .*?\. /u, " ") : line.replace(/，见.*?。/u, "，")));
        assert.deepEqual(own.filter((line) => FOREIGN[language].test(line)), []);
      });

      it("shows the numbers of the five takeaways", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        assert.equal(await explorer.part("takeaways").locator("li").count(), 5);
        for (const [position, [what, numbers]] of Object.entries(TAKEAWAYS).entries()) {
          assertNumbers(await explorer.takeaway(position + 1).innerText(), numbers, `takeaway on ${what}`);
        }
        const halted = plain(await explorer.takeaway(5).innerText());
        assert.match(halted, language === "en" ? /\b(0|no) trials?\b/i : /0项|未责令/u);
      });

      it("draws every figure, with title, population and sources", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        await explorer.drawAll();
        const figures = await explorer.page.locator("[data-figure]").evaluateAll((figures) =>
          figures.map((figure) => {
            const text = (selector) => figure.querySelector(selector)?.innerText.trim() ?? "";
            const svg = figure.querySelector("svg");
            // Few numbers stand in large type; all others are drawn.
            const numbers = figure.querySelector('[data-part="numbers"]');
            const { width, height } = (svg ?? numbers ?? figure).getBoundingClientRect();
            const shown = [...(svg?.querySelectorAll("text") ?? []), ...(numbers?.querySelectorAll("dd") ?? [])];
            return {
              id: figure.dataset.figure,
              title: text("h3"),
              population: text('[data-part="population"]'),
              footer: text("footer"),
              isShown: (svg === null) !== (numbers === null),
              numbers: shown.map((one) => one.textContent).join(" "),
              width,
              height,
            };
          }),
        );
        assert.deepEqual(figures.map(({ id }) => id), FIGURES, "each figure is there once, and none without a test");
        for (const { id, title, population, footer, isShown, numbers, width, height } of figures) {
          assert.ok(title.length > 3, `${id} has a title`);
          assert.notEqual(population, "", `${id} names its population`);
          assert.notEqual(footer, "", `${id} has a footer`);
          assert.ok(isShown, `${id} shows a chart or numbers`);
          assert.match(numbers, /\d/, `${id} shows numbers`);
          assert.ok(width > 200 && height > 40, `${id} has room: ${width} × ${height} px`);
        }
      });

      it("shows the headline row and one finding", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        const headlines = await explorer.headlines();
        assert.deepEqual(Object.keys(headlines), HEADLINES);
        // Every item has a number, or says that it has none.
        for (const [item, text] of Object.entries(headlines)) assert.match(text, /\d|not printed|未见公布/, item);
        assert.match(await explorer.text("finding"), /\d/);
        assert.notEqual(await explorer.text("finding-source"), "");
        assert.equal(await explorer.part("finding").evaluate((element) => element.closest("h2") !== null || element.querySelector("h2") !== null), true);
      });
    });
  }

  it("follows the browser's language, and the address before it", async (t) => {
    const explorer = await site.open(t, "", { locale: "zh-CN" });
    assert.equal(explorer.language, "zh");
    await explorer.goto("?lang=en");
    assert.equal(explorer.language, "en");
  });

  it("remembers a chosen language, and writes it into the address", async (t) => {
    const explorer = await site.open(t);
    await explorer.switchLanguage();
    assert.equal(explorer.language, "zh");
    assert.equal(explorer.address.lang, "zh");
    await explorer.goto("");
    assert.equal(explorer.language, "zh");
  });

  it("takes each takeaway to the selection that proves it", async (t) => {
    const explorer = await site.open(t);
    for (let number = 1; number <= 5; number += 1) {
      await explorer.goto("");
      const before = explorer.page.url();
      await explorer.takeaway(number).locator("a").first().click();
      await explorer.page.waitForURL((url) => url.href !== before);
      await explorer.ready();
      assert.equal(explorer.address.year, "2024", `takeaway ${number} leads to 2024`);
      assert.match(await explorer.text("finding"), /2024/);
    }
  });
});
