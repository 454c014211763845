// The page opens: in both languages, with the findings of the report, with every figure drawn.
import { HEADLINES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Language } from "./page.mjs" */

const TAKEAWAYS = {
  registrations: ["4900", "13.9%", "2539", "51.8%", "9.3%"],
  "category 1 and multi-regional trials": ["1735", "68.3%", "337", "13.3%"],
  oncology: ["349", "1413", "24.7%", "444", "1029", "43.1%"],
  "cell and gene therapy": ["115", "42.0%"],
};
/** What the row says of each: a number of the finding itself, not of the whole that it is a part of. */
const IN_THE_ROW = [/^4900$/, /^(1735|68\.3%)$/, /^(24\.7%|43\.1%|349|444)$/, /^(115|42\.0%)$/, /^0$/];

/** A language, the title of the page in it, and a label. @type {[language: Language, title: string, year: string][]} */
const NAMES = [
  ["en", "China Trials Explorer", "Year"],
  ["zh", "中国临床试验数据", "年份"],
];

/** A line with a word that the page does not use in that language. */
const FOREIGN = { en: /.*[\u4e00-\u9fff].*/u, zh: /.*\b(?:the|of|and|with|not|share|count|total)\b.*/i };

test.describe("opening the page", () => {
  for (const [language, title, year] of NAMES) {
    test.describe(`in ${language}`, () => {
      test("names itself, its dropdowns and its figures in that language", async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`);
        expect(explorer.language).toBe(language);
        await expect(explorer.page).toHaveTitle(title);
        await expect(explorer.page.getByRole("heading", { level: 1 })).toHaveText(title);
        await explorer.page.getByRole("combobox", { name: year, exact: true }).waitFor();
        await expect(explorer.page.locator("#loading"), "the loading line is gone").toHaveCount(0);
        await expect(explorer.page.locator("#crash")).toBeHidden();
        await explorer.openAll();
        const text = (await explorer.page.locator("#app").innerText())
          // Publishers keep their own names, and the switch is named in the other language.
          .replace(await explorer.part("finding-source").innerText(), "")
          .replace(/^(来源：|Sources: ).*$/gmu, "")
          .replace(/^† .*$/gmu, "")
          .replace(/中文|English/, "");
        expect(text.match(FOREIGN[language])?.[0], "no word of the other language").toBeUndefined();
      });

      test("says in that language which other values there are; publishers keep their own names", async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`);
        await explorer.openAll();
        const lines = await explorer.part("disputes").locator("li").allTextContents();
        expect(lines.length).toBeGreaterThan(10);
        const own = lines.map((line) => (language === "en" ? line.replace(/ by .*?\. /u, " ") : line.replace(/（见.*?）。/u, "，")));
        expect(own.filter((line) => FOREIGN[language].test(line))).toEqual([]);
      });

      test("shows the five findings as a row, and the numbers of each when it is checked", async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`);
        await expect(explorer.part("takeaways").locator("ol > li")).toHaveCount(5);
        for (const [position, [what, numbers]] of Object.entries(TAKEAWAYS).entries()) {
          const text = await explorer.check(position + 1);
          await expect.poll(() => text.innerText(), `finding on ${what}`).toHaveNumbers(numbers);
        }
        const row = await explorer.part("takeaways").locator("ol > li > b").allInnerTexts();
        for (const [position, number] of row.map(plain).entries()) expect(number, `finding ${position + 1}`).toMatch(IN_THE_ROW[position]);
        const halted = plain(await (await explorer.check(5)).innerText());
        expect(halted).toMatch(language === "en" ? /\b(0|no) trials?\b/i : /0项|未责令/u);
      });

      test("draws every figure, with title, population and sources", async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`);
        await explorer.drawAll();
        const figures = await explorer.page.locator("[data-figure]").evaluateAll((figures) =>
          figures.map((figure) => {
            const text = (/** @type {string} */ selector) => {
              const element = figure.querySelector(selector);
              return element instanceof HTMLElement ? element.innerText.trim() : "";
            };
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
        expect(
          figures.map(({ id }) => id),
          "each figure is there once, and none without a test",
        ).toEqual(await explorer.inOrder());
        for (const { id, title, population, footer, isShown, numbers, width, height } of figures) {
          expect(title.length, `${id} has a title`).toBeGreaterThan(3);
          expect(population, `${id} names its population`).not.toBe("");
          expect(footer, `${id} has a footer`).not.toBe("");
          expect(isShown, `${id} shows a chart or numbers`).toBeTruthy();
          expect(numbers, `${id} shows numbers`).toMatch(/\d/);
          expect(width, `${id} is wide enough`).toBeGreaterThan(200);
          expect(height, `${id} is high enough`).toBeGreaterThan(40);
        }
      });

      test("shows the headline row and one finding", async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`);
        const headlines = await explorer.headlines();
        expect(Object.keys(headlines)).toEqual(HEADLINES);
        // Every item has a number, or says that it has none.
        for (const [item, text] of Object.entries(headlines)) expect(text, item).toMatch(/\d|not printed|未见公布/);
        await expect(explorer.part("finding")).toHaveText(/\d/);
        await expect(explorer.part("finding-source")).toHaveText(/\S/);
        expect(
          await explorer.part("finding").evaluate((element) => element.closest("h2") !== null || element.querySelector("h2") !== null),
        ).toBe(true);
      });
    });
  }

  test("follows the browser's language, and the address before it", async ({ site }) => {
    const explorer = await site.open("", { locale: "zh-CN" });
    expect(explorer.language).toBe("zh");
    await explorer.goto("?lang=en");
    expect(explorer.language).toBe("en");
  });

  test("remembers a chosen language, and writes it into the address", async ({ explorer }) => {
    await explorer.switchLanguage();
    expect(explorer.language).toBe("zh");
    expect(explorer.address.lang).toBe("zh");
    await explorer.goto("");
    expect(explorer.language).toBe("zh");
  });

  test("takes each finding to the selection that proves it", async ({ explorer }) => {
    for (let number = 1; number <= 5; number += 1) {
      await explorer.goto("");
      const before = explorer.page.url();
      await (await explorer.check(number)).getByRole("link", { name: /^Show the chart/ }).click();
      await explorer.page.waitForURL((url) => url.href !== before);
      await explorer.ready();
      expect(explorer.address.year, `finding ${number} leads to 2024`).toBe("2024");
      await expect(explorer.part("finding")).toHaveText(/2024/);
    }
  });
});
