// The eight questions with their figures, the filters behind the button, what a figure says of itself, and its files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { FIGURES, assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

const SECTIONS = [
  { id: "growth", en: "How many", zh: "登记数量" },
  { id: "products", en: "What kind of product", zh: "药物类型与品种" },
  { id: "diseases", en: "Against which diseases", zh: "适应症" },
  { id: "novelty", en: "How new", zh: "创新程度" },
  { id: "in_phases", en: "In which phase", zh: "试验分期" },
  { id: "geography", en: "Where and by whom", zh: "试验范围、申办者与地区" },
  { id: "progress", en: "How fast, how far, and what came of it", zh: "启动、完成与获批" },
  { id: "special", en: "Cell and gene therapy, children, rare diseases", zh: "细胞和基因治疗、儿童与罕见病" },
];

/** A choice in each filter behind the button: what the sentence says then, and a figure that narrows to it. */
const MORE = [
  { which: "phase", code: "I", figure: "category_1", finding: ["1014", "39.9%"], headline: "new_drug", en: /phase I\b/, zh: /Ⅰ期/ },
  { which: "category", code: "1", figure: "disease_areas", finding: ["1735", "68.3%"], headline: "disease_area", en: /category 1/, zh: /1类/ },
  { which: "population", code: "paediatric_included", figure: "product_types", finding: ["205", "8.8%"], headline: "new_drug", en: /children/, zh: /儿/ },
];

/** What must be said under a figure whose series is counted differently from some year on. */
const BREAKS = [
  {
    figure: "registered",
    en: ["Until 2020 every trial other than a bioequivalence trial counts as a new-drug trial; from 2021, trials registered with an acceptance number."],
    zh: ["2020年报告将非生物等效性试验均计为新药临床试验；2021年起以受理号登记的试验计。"],
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

/** The records of a CSV file (RFC 4180), by the names in its first line. */
const parseCsv = (text) => {
  const lines = [[]];
  for (const [, field, end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    lines.at(-1).push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end !== ",") lines.push([]);
  }
  const [names, ...records] = lines.slice(0, -1);
  for (const record of records) assert.equal(record.length, names.length, `a record of ${names.length} fields: ${record}`);
  return records.map((record) => Object.fromEntries(record.map((value, position) => [names[position], value])));
};

describe("the questions", () => {
  const site = useSite();

  for (const language of ["en", "zh"]) {
    it(`stand in eight sections with all figures under them (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const sections = await explorer.page.locator("section.question").evaluateAll((sections) =>
        sections.map((section) => ({ id: section.id, title: section.querySelector("h2").innerText, figures: [...section.querySelectorAll("[data-figure]")].map((figure) => figure.dataset.figure) })),
      );
      assert.deepEqual(sections.map(({ id, title }) => ({ id, title })), SECTIONS.map((section) => ({ id: section.id, title: section[language] })));
      for (const { id, figures } of sections) assert.ok(figures.length >= 2, `${id} has figures`);
      assert.deepEqual(sections.flatMap(({ figures }) => figures), FIGURES, "every figure answers a question");
    });

    it(`are brought into view by their links, and leave the address as it is (${language})`, async (t) => {
      const explorer = await site.open(t, `?year=2024&lang=${language}`);
      const address = explorer.page.url();
      const links = explorer.page.locator("nav.questions").getByRole("link");
      assert.deepEqual(await links.allInnerTexts(), SECTIONS.map((section) => section[language]));
      for (const { id, [language]: title } of SECTIONS) {
        await links.getByText(title, { exact: true }).click();
        await explorer.assertFocus(`#${id} > h2`, `${title} has the focus`);
        const { top, bottom, filters, height } = await explorer.page.evaluate((id) => {
          const { top, bottom } = document.querySelector(`#${id} > h2`).getBoundingClientRect();
          return { top, bottom, filters: document.querySelector(".filters").getBoundingClientRect().bottom, height: innerHeight };
        }, id);
        assert.ok(top >= filters && bottom < height / 2, `${title} is in view under the filters: ${Math.round(top)} px from the top`);
      }
      assert.equal(explorer.page.url(), address);
    });
  }
});

describe("the filters behind the button", () => {
  const site = useSite();

  for (const { which, code, figure: id, finding, headline, ...named } of MORE) {
    it(`narrow by ${which}: sentence, headline, figures and address, and back`, async (t) => {
      const explorer = await site.open(t);
      const figure = explorer.figure(id);
      const state = async () => ({ finding: await explorer.text("finding"), headline: await explorer.headline(headline), drawing: await figure.drawing() });
      const before = await state();
      assert.equal(await explorer.dropdown(which).count(), 0, "it is folded away at first");
      await explorer.button("more").click();
      await explorer.choose(which, code);

      const after = await state();
      assert.notEqual(after.finding, before.finding, "sentence");
      assertNumbers(after.finding, finding, "the finding");
      assert.match(after.finding, named.en);
      assert.notEqual(after.headline, before.headline, "headline");
      assert.notEqual(after.drawing, before.drawing, "chart");
      assert.equal(explorer.address[which], code, "address");
      assert.match(await explorer.text("chips"), /\S/, "chip");

      await explorer.switchLanguage();
      assertNumbers(await explorer.text("finding"), finding, "the finding in Chinese");
      assert.match(await explorer.text("finding"), named.zh);
      await explorer.switchLanguage();
      await explorer.reset();
      assert.deepEqual(await state(), before, "after reset");
      assert.equal(explorer.address[which], undefined, "address after reset");
    });
  }

  it("gives no two elements the same id", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const ids = await explorer.page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    assert.deepEqual(ids.filter((id, position) => ids.indexOf(id) !== position), []);
  });

  it("are open when a link chooses one of them, and restore it", async (t) => {
    for (const { which, code, finding } of MORE) {
      const explorer = await site.open(t, `?${which}=${code}`);
      assert.equal(await explorer.dropdown(which).inputValue(), code);
      assertNumbers(await explorer.text("finding"), finding, "the finding");
    }
  });

  it("keep the focus when the choice that a link made is taken back", async (t) => {
    const explorer = await site.open(t, "?phase=I");
    await explorer.dropdown("phase").focus();
    await explorer.page.keyboard.press("Home");
    await explorer.page.waitForFunction(() => !new URLSearchParams(location.search).has("phase"));
    await explorer.ready();
    await explorer.assertFocus("select[name=phase]", "the focus stays on the phase");
  });

  it("fold away again by their button", async (t) => {
    const explorer = await site.open(t);
    await explorer.button("more").click();
    await explorer.dropdown("population").waitFor();
    assert.equal(await explorer.button("more").getAttribute("aria-expanded"), "true");
    await explorer.button("more").click();
    await explorer.dropdown("population").waitFor({ state: "detached" });
    assert.equal(await explorer.button("more").getAttribute("aria-expanded"), "false");
  });
});

describe("what a figure says of itself", () => {
  const site = useSite();

  for (const [language, ordered, why] of [
    ["en", "Suspension or termination ordered by CDE", /A zero here is printed/],
    ["zh", "药审中心责令暂停或终止", /此处的0为报告所载/],
  ]) {
    it(`shows the zero that is printed as a zero, and says that it is printed (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const figure = explorer.figure("stopped");
      const number = figure.numbers.locator("div").filter({ hasText: ordered });
      assert.match(plain(await number.locator("dd").innerText()), /^0/);
      assert.match(await figure.root.innerText(), why);
      await figure.button("table").click();
      assert.match((await figure.rows()).join("\n"), new RegExp(`${ordered} \\| 0$`, "m"));
    });
  }

  it("counts one trial in the singular", async (t) => {
    const explorer = await site.open(t);
    const said = await explorer.page.locator("#figures").innerText();
    assert.deepEqual(said.match(/(?<![\d.,]|category )1 (?:trials|products|days|months)\b/g) ?? [], []);
  });

  for (const language of ["en", "zh"]) {
    it(`says in words where a series is counted differently (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      for (const { figure, [language]: notes } of BREAKS) {
        const said = await explorer.figure(figure).root.locator(".gap").innerText();
        for (const note of notes) assert.ok(said.includes((language === "en" ? "Break in the series: " : "口径变化：") + note), `${figure}: ${note}\n${said}`);
      }
    });

    it(`shows both values of the new-drug trials of 2022, and both growth rates (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const figure = explorer.figure("registered");
      assert.match(await figure.drawnText(), /1974†/, "the chart marks the value that it shows");
      const disputes = (await figure.disputes.getByRole("listitem").allInnerTexts()).map(plain);
      const about = (value) => disputes.find((line) => line.includes(value)) ?? assert.fail(`nothing on ${value}: ${disputes.join("\n")}`);
      assertNumbers(about("1974†"), ["1974", "2033"], "the line on the count");
      assertNumbers(about("17.7%†"), ["17.7%", "14.3%"], "the line on the growth");
      assert.ok(await figure.disputes.isVisible(), "they are not folded away");

      await figure.press("growth");
      await figure.press("table");
      assert.match((await figure.rows()).join("\n"), /^2023 \| 17\.7%†/m);
      assert.ok(await figure.disputes.isVisible());
    });
  }
});

describe("the files of a figure", () => {
  const site = useSite();

  const download = async (figure, format) => {
    const [file] = await Promise.all([figure.explorer.page.waitForEvent("download"), figure.button(format).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };

  for (const [language, count, group, grade] of [
    ["en", "Count", "New-drug trials", "Edition 2024"],
    ["zh", "计数", "新药临床试验", "2024年版报告"],
  ]) {
    it(`hold every number with its source, as CSV and as JSON (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const figure = explorer.figure("registered");
      const csv = await download(figure, "csv");
      assert.equal(csv.name, "registered.csv");
      assert.ok(csv.text.startsWith("\uFEFF"), "a byte order mark, without which Excel garbles Chinese");
      const records = parseCsv(csv.text.slice(1));
      assert.equal(records.length, 21, "seven years, each with two kinds of trial and their total");

      const { year, statistic, value, kind, edition, sources, facts } = records.find((record) => record.year === "2024" && record.group === group);
      assert.deepEqual({ year, statistic, value, kind, edition, facts }, { year: "2024", statistic: count, value: "2539", kind: "printed", edition: grade, facts: "2024-new_drug-trials-count" });
      assert.notEqual(sources, "", "its source is named");
      const interval = records.find((record) => record.year === "2019" && record.group === group);
      assert.deepEqual({ value: interval.value, low: interval.low, high: interval.high, kind: interval.kind }, { value: "", low: "1257", high: "1258", kind: "derived" });

      const json = await download(figure, "json");
      assert.equal(json.name, "registered.json");
      assert.deepEqual(JSON.parse(json.text), records, "both files say the same");
    });
  }

  it("hold what the figure shows, empty cells with their reason", async (t) => {
    const explorer = await site.open(t, "?year=2019..2021");
    const figure = explorer.figure("registered");
    await figure.press("growth");
    const records = parseCsv((await download(figure, "csv")).text.slice(1));
    assert.deepEqual([...new Set(records.map(({ year }) => year))], ["2019", "2020", "2021"]);
    const empty = records.filter(({ kind }) => kind === "empty");
    assert.ok(empty.length > 0);
    for (const { value, low, high, explanation } of empty) {
      assert.deepEqual({ value, low, high }, { value: "", low: "", high: "" }, "nothing stands in for what is missing");
      assert.match(explanation, /not printed|not applicable/);
    }
  });
});
