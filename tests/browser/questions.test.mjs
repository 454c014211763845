// The questions with their figures, how these are folded away, the filters behind the button, what a figure says of itself, and its files.
import { readFile } from "node:fs/promises";
import { LANGUAGES, QUESTIONS } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Dropdown, FigureButton, FigureCard, Language } from "./page.mjs" */

const SECTIONS = [
  { id: "growth", en: "How many", zh: "登记数量" },
  { id: "products", en: "What kind of product", zh: "药物类型与品种" },
  { id: "diseases", en: "Against which diseases", zh: "适应症" },
  { id: "novelty", en: "How new", zh: "创新程度" },
  { id: "in_phases", en: "In which phase", zh: "试验分期" },
  { id: "geography", en: "Where and by whom", zh: "试验范围、申办者与地区" },
  { id: "progress", en: "How fast, how far, and what came of it", zh: "启动、完成与获批" },
  { id: "special", en: "Cell and gene therapy, children, rare diseases", zh: "细胞和基因治疗、儿童与罕见病" },
  { id: "world", en: "How does China stand in the world?", zh: "中国在全球的位置" },
];

/**
 * A choice in each filter behind the button: what the sentence says then, and a figure that narrows to it.
 * @type {({ which: Dropdown, code: string, figure: string, finding: string[], headline: string } & Record<Language, RegExp>)[]}
 */
const MORE = [
  { which: "phase", code: "I", figure: "category_1", finding: ["1014", "39.9%"], headline: "new_drug", en: /phase I\b/, zh: /Ⅰ期/ },
  {
    which: "category",
    code: "1",
    figure: "disease_areas",
    finding: ["1735", "68.3%"],
    headline: "disease_area",
    en: /category 1/,
    zh: /1类/,
  },
  {
    which: "population",
    code: "paediatric_included",
    figure: "product_types",
    finding: ["205", "8.8%"],
    headline: "new_drug",
    en: /children/,
    zh: /儿/,
  },
];

/** What must be said under a figure whose series is counted differently from some year on. */
const BREAKS = [
  {
    figure: "registered",
    en: [
      "Until 2020 every trial other than a bioequivalence trial counts as a new-drug trial; from 2021, trials registered with an acceptance number.",
    ],
    zh: ["2020年度报告将非生物等效性试验均计为新药临床试验；2021年起以受理号登记的试验计。"],
  },
  {
    figure: "leading_units",
    en: ["2019 to 2021 on all registered trials, as worded; 2022 on new-drug trials only."],
    zh: ["2019至2021年按原文为全部登记试验；2022年仅限新药临床试验。"],
  },
  {
    figure: "sponsors",
    en: ["2023: base not stated.", "2024: trials first publicised in the year, not trials registered."],
    zh: ["2023年基数未说明。", "2024年基数为当年首次公示的试验，而非登记的试验。"],
  },
];

/**
 * The records of a CSV file (RFC 4180), by the names in its first line.
 * @param {string} text
 * @returns {Record<string, string>[]}
 */
const parseCsv = (text) => {
  /** @type {string[][]} */
  const lines = [[]];
  for (const [, field, end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    lines.at(-1).push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end !== ",") lines.push([]);
  }
  const [names, ...records] = lines.slice(0, -1);
  for (const record of records) expect(record.length, `a record of ${names.length} fields: ${record}`).toBe(names.length);
  return records.map((record) => Object.fromEntries(record.map((value, position) => [names[position], value])));
};

test.describe("the questions", () => {
  for (const language of LANGUAGES) {
    test(`stand in their order, each with its figures, two or three of them at once and the rest when asked for (${language})`, async ({
      site,
    }) => {
      const explorer = await site.open(`?lang=${language}`);
      const lead = await explorer.lead.getAttribute("data-figure");
      const shown = await explorer.cards();
      for (const [question, figures] of Object.entries(QUESTIONS)) {
        const wanted = new Set([...figures.slice(0, 2), ...figures.filter((id) => id === lead)]);
        expect(new Set(shown.filter((id) => figures.includes(id))), `${question} opens with its first figures`).toEqual(wanted);
      }

      await explorer.openAll();
      const sections = await explorer.page.locator(".question").evaluateAll((sections) =>
        sections.map((section) => ({
          id: section.id,
          title: section.querySelector("h2").innerText,
          figures: [...section.querySelectorAll("[data-figure]")].map((figure) => figure.dataset.figure),
        })),
      );
      expect(sections.map(({ id, title }) => ({ id, title }))).toEqual(
        SECTIONS.map((section) => ({ id: section.id, title: section[language] })),
      );
      const listed = Object.fromEntries(sections.map(({ id, figures }) => [id, figures]));
      const expected = Object.entries(QUESTIONS).map(([id, figures]) => [id, figures.filter((figure) => figure !== lead)]);
      expect(listed, "every figure answers a question; the one that leads stands above").toEqual(Object.fromEntries(expected));
      const own = Object.keys(QUESTIONS).find((question) => QUESTIONS[question].includes(lead));
      await expect(explorer.page.locator(`#${own} .above`), "its question says where it is").toHaveText(/\S/);
      await expect(explorer.page.locator(".above")).toHaveCount(1);

      await explorer.button("foldAll").click();
      await explorer.button("openAll").waitFor();
      await explorer.ready();
      expect(await explorer.cards(), "folded again").toEqual(shown);
    });

    test(`are brought into view by their links, and leave the address as it is (${language})`, async ({ site }) => {
      const explorer = await site.open(`?year=2024&lang=${language}`);
      const address = explorer.page.url();
      const links = explorer.page.locator("nav.questions").getByRole("link");
      await expect(links).toHaveText(SECTIONS.map((section) => section[language]));
      expect(SECTIONS.map(({ id }) => id)).toEqual(Object.keys(QUESTIONS));
      for (const { id, [language]: title } of SECTIONS) {
        await links.getByText(title, { exact: true }).click();
        await explorer.expectFocus(`#${id} > h2`, `${title} has the focus`);
        const { top, bottom, filters, height } = await explorer.page.evaluate((id) => {
          const { top, bottom } = document.querySelector(`#${id} > h2`).getBoundingClientRect();
          return { top, bottom, filters: document.querySelector(".filters").getBoundingClientRect().bottom, height: innerHeight };
        }, id);
        expect(
          top >= filters && bottom < height / 2,
          `${title} is in view under the filters: ${Math.round(top)} px from the top`,
        ).toBeTruthy();
      }
      await expect(explorer.page).toHaveURL(address);
    });
  }
});

test.describe("the filters behind the button", () => {
  for (const { which, code, figure: id, finding, headline, ...named } of MORE) {
    test(`narrow by ${which}: sentence, headline, figures and address, and back`, async ({ explorer }) => {
      const figure = explorer.figure(id);
      // One number alone is no chart.
      const shown = async () => {
        await figure.show();
        return (await figure.hasChart()) ? (await figure.drawnText()).split(" | ").sort() : [plain(await figure.numbers.innerText())];
      };
      const state = async () => ({
        finding: await explorer.text("finding"),
        headline: await explorer.headline(headline),
        shown: await shown(),
      });
      const before = await state();
      await expect(explorer.dropdown(which), "it is folded away at first").toHaveCount(0);
      await explorer.openMore();
      await explorer.choose(which, code);

      const after = await state();
      expect(after.finding, "sentence").not.toBe(before.finding);
      expect(after.finding, "the finding").toHaveNumbers(finding);
      expect(after.finding).toMatch(named.en);
      expect(after.headline, "headline").not.toBe(before.headline);
      expect(after.shown, "chart, or number").not.toEqual(before.shown);
      expect(explorer.address[which], "address").toBe(code);
      const label = async () =>
        (await explorer.dropdown(which).locator("option:checked").innerText()).replace(/ \(\d+ facts?\)$|（\d+条数据）$/, "").trim();
      await expect(explorer.moreButton, "the button says what is chosen behind it").toHaveText(await label());

      await explorer.switchLanguage();
      await expect.poll(() => explorer.text("finding"), "the finding in Chinese").toHaveNumbers(finding);
      await expect(explorer.part("finding")).toHaveText(named.zh);
      // The click on the language has closed them.
      await explorer.openMore();
      await expect(explorer.moreButton).toHaveText(await label());
      await explorer.switchLanguage();
      await explorer.reset();
      expect(await state(), "after reset").toEqual(before);
      expect(explorer.address[which], "address after reset").toBeUndefined();
    });
  }

  test("gives no two elements the same id", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    await explorer.openMore();
    await explorer.openAll();
    const ids = await explorer.page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
  });

  test("say on their button what a link chose, and restore it", async ({ site }) => {
    for (const { which, code, finding } of MORE) {
      const explorer = await site.open(`?${which}=${code}`);
      await expect(explorer.moreButton).not.toHaveText("More filters");
      await explorer.openMore();
      await expect(explorer.dropdown(which)).toHaveValue(code);
      await expect.poll(() => explorer.text("finding"), "the finding").toHaveNumbers(finding);
    }
  });

  test("keep the focus when the choice that a link made is taken back", async ({ site }) => {
    const explorer = await site.open("?phase=I");
    await explorer.openMore();
    await explorer.dropdown("phase").focus();
    await explorer.page.keyboard.press("Home");
    await expect(explorer.page).not.toHaveURL(/phase=/);
    await explorer.ready();
    await explorer.expectFocus("select[name=phase]", "the focus stays on the phase");
  });

  test("have their name and what is chosen behind it as the name of their button", async ({ site }) => {
    for (const [lang, name] of [
      ["en", "More filters: Phase I"],
      ["zh", "更多筛选：Ⅰ期"],
    ]) {
      const explorer = await site.open(`?phase=I&lang=${lang}`);
      await expect(explorer.moreButton).toHaveAccessibleName(name);
    }
  });

  test("cover nothing of the figure that leads, and close by Escape and by a click elsewhere", async ({ site }) => {
    for (const width of [390, 768, 1024, 1440]) {
      const explorer = await site.open("?year=2024", { width });
      const line = async () => (await explorer.page.locator("#filters > .dropdown").first().boundingBox()).y;
      await explorer.openFilters();
      const before = await line();
      await explorer.openMore();
      await explorer.dropdown("population").waitFor();
      expect(await line(), "the line stays where it is").toBe(before);
      // Playwright clicks only what nothing covers.
      const table = explorer.lead.getByRole("button", { name: "Table", exact: true });
      if (width > 700) {
        await table.click();
        await expect(table).toHaveAttribute("aria-pressed", "true");
        await expect(explorer.moreButton, "a click elsewhere closes them").toHaveAttribute("aria-expanded", "false");
        await explorer.openMore();
      }
      await table.focus();
      await explorer.page.keyboard.press("Escape");
      await expect(explorer.moreButton, "Escape closes them from anywhere").toHaveAttribute("aria-expanded", "false");
      await expect(table, "and leaves the focus where it is").toBeFocused();
      await explorer.openMore();
      await explorer.dropdown("population").focus();
      await explorer.page.keyboard.press("Escape");
      await expect(explorer.moreButton).toHaveAttribute("aria-expanded", "false");
      await expect(explorer.moreButton).toBeFocused();
    }
  });

  test("fold away again by their button", async ({ explorer }) => {
    await explorer.openMore();
    await explorer.dropdown("population").waitFor();
    await expect(explorer.moreButton).toHaveAttribute("aria-expanded", "true");
    await explorer.moreButton.click();
    await explorer.dropdown("population").waitFor({ state: "detached" });
    await expect(explorer.moreButton).toHaveAttribute("aria-expanded", "false");
  });
});

/** What is printed as zero, and what is said of it. @type {[language: Language, ordered: string, why: RegExp][]} */
const ZEROS = [
  ["en", "Suspension or termination ordered by CDE", /A zero here is printed/],
  ["zh", "药审中心责令暂停或终止", /此处的0为报告所载/],
];

test.describe("what a figure says of itself", () => {
  for (const [language, ordered, why] of ZEROS) {
    test(`shows the zero that is printed as a zero, and says that it is printed (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      const figure = explorer.figure("stopped");
      await figure.unfold();
      const number = figure.numbers.locator("div").filter({ hasText: ordered });
      expect(plain(await number.locator("dd").innerText())).toMatch(/^0/);
      await expect(figure.root).toHaveText(why);
      await figure.button("table").click();
      expect((await figure.rows()).join("\n")).toMatch(new RegExp(`${ordered} \\| 0$`, "m"));
    });
  }

  test("counts one trial in the singular", async ({ explorer }) => {
    await explorer.openAll();
    const said = await explorer.page.locator("#app").innerText();
    expect(said.match(/(?<![\d.,]|category )1 (?:trials|products|days|months)\b/g) ?? []).toEqual([]);
  });

  for (const language of LANGUAGES) {
    test(`says in words where a series is counted differently (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      for (const { figure, [language]: notes } of BREAKS) {
        await explorer.figure(figure).unfold();
        const said = (await explorer.figure(figure).notes.locator("li").allTextContents()).join("\n");
        for (const note of notes)
          expect(said, `${figure}: ${note}\n${said}`).toContain((language === "en" ? "Break in the series: " : "口径变化：") + note);
      }
    });

    test(`shows both values of the new-drug trials of 2022, and both growth rates (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      const figure = explorer.figure("registered");
      expect(await figure.drawnText(), "the chart marks the value that it shows").toMatch(/1974†/);
      await figure.disputes.locator("summary").click();
      const disputes = (await figure.disputes.getByRole("listitem").allInnerTexts()).map(plain);
      const about = (/** @type {string} */ value) =>
        disputes.find((line) => line.includes(value)) ?? `nothing on ${value}: ${disputes.join("\n")}`;
      expect(about("1974†"), "the line on the count").toHaveNumbers(["1974", "2033"]);
      expect(about("17.7%†"), "the line on the growth").toHaveNumbers(["17.7%", "14.3%"]);

      await figure.press("growth");
      await figure.press("table");
      expect((await figure.rows()).join("\n")).toMatch(/^2023 \| \+17\.7%†/m);
      await expect(figure.disputes.locator("summary"), "a table has the same").toBeVisible();
    });
  }
});

test.describe("the files of a figure", () => {
  /**
   * @param {FigureCard} figure
   * @param {FigureButton} format
   */
  const download = async (figure, format) => {
    await figure.openMenu("download");
    const [file] = await Promise.all([figure.explorer.page.waitForEvent("download"), figure.button(format).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };

  for (const [language, count, group, grade] of [
    ["en", "Count", "New-drug trials", "Edition 2024"],
    ["zh", "计数", "新药临床试验", "2024年度报告"],
  ]) {
    test(`hold every number with its source, as CSV and as JSON (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      const figure = explorer.figure("registered");
      const csv = await download(figure, "csv");
      expect(csv.name, "named by what it is about").toMatch(/\.csv$/);
      expect(csv.text, "a byte order mark, without which Excel garbles Chinese").toMatch(/^\uFEFF/);
      const records = parseCsv(csv.text.slice(1));
      expect(records, "seven years, each with two kinds of trial and their total").toHaveLength(21);

      const { year, statistic, value, kind, edition, sources, facts } = records.find(
        (record) => record.year === "2024" && record.group === group,
      );
      expect({ year, statistic, value, kind, edition, facts }).toEqual({
        year: "2024",
        statistic: count,
        value: "2539",
        kind: "printed",
        edition: grade,
        facts: "2024-new_drug-trials-count",
      });
      expect(sources, "its source is named").not.toBe("");
      const interval = records.find((record) => record.year === "2019" && record.group === group);
      expect({ value: interval.value, low: interval.low, high: interval.high, kind: interval.kind }).toEqual({
        value: "",
        low: "1257",
        high: "1258",
        kind: "derived",
      });

      const json = await download(figure, "json");
      expect(json.name.replace(/json$/, "csv")).toBe(csv.name);
      expect(JSON.parse(json.text), "both files say the same").toEqual(records);
    });
  }

  test("hold what the figure shows, empty cells with their reason", async ({ site }) => {
    const explorer = await site.open("?year=2019..2021");
    const figure = explorer.figure("registered");
    await figure.press("growth");
    const records = parseCsv((await download(figure, "csv")).text.slice(1));
    expect([...new Set(records.map(({ year }) => year))]).toEqual(["2019", "2020", "2021"]);
    const empty = records.filter(({ kind }) => kind === "empty");
    expect(empty.length).toBeGreaterThan(0);
    for (const { value, low, high, explanation } of empty) {
      expect({ value, low, high }, "nothing stands in for what is missing").toEqual({ value: "", low: "", high: "" });
      expect(explanation).toMatch(/not printed|not applicable/);
    }
  });
});
