// Every number opens its proof: from chart, table, large type and keyboard, and by a link; it says what bears the number.
import { FIGURES, LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { ExplorerPage, FigureCard, Language, ProofButton } from "./page.mjs" */
/** @import { OpenOptions } from "./site.mjs" */

const SHARE = { figure: "disease_areas", cell: "share:oncology:biological" };

/**
 * A way to a proof, and what has the focus again afterwards; nothing where nothing had it.
 * @typedef {object} Way
 * @property {string} way
 * @property {OpenOptions} [options]
 * @property {(explorer: ExplorerPage, figure: FigureCard) => Promise<void>} open
 * @property {string} [focus]
 */

/** The ways to the proof of a share. @type {Way[]} */
const WAYS = [
  {
    way: "a click on its mark",
    open: async ({ page }, figure) => {
      const { x, y } = await figure.markBefore("43.1");
      await page.mouse.click(x, y);
    },
    focus: '[data-figure="disease_areas"] [data-part="chart"]',
  },
  {
    way: "a tap on its mark",
    options: { hasTouch: true, width: 390 },
    open: async ({ page }, figure) => {
      const { x, y } = await figure.markBefore("43.1");
      await page.touchscreen.tap(x, y);
    },
    // A finger leaves no focus behind.
    focus: undefined,
  },
  {
    way: "its cell in the table",
    open: async (_, figure) => {
      await figure.button("table").click();
      await (await figure.cell("Oncology", "Biological products")).click();
    },
    focus: '[data-figure="disease_areas"] td .cell',
  },
  {
    way: "Enter on its cell in the table",
    open: async (_, figure) => {
      await figure.button("table").click();
      await (await figure.cell("Oncology", "Biological products")).press("Enter");
    },
    focus: '[data-figure="disease_areas"] td .cell',
  },
  {
    way: "Enter on a walk through the chart",
    open: async ({ page }, figure) => {
      await figure.show();
      await figure.chart.focus();
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    },
    focus: '[data-figure="disease_areas"] [data-part="chart"]',
  },
];

/** The names of the lines, in the order in which they stand. @typedef {keyof typeof NAMES.en} Line */
const NAMES = {
  en: {
    population: "Population",
    unit: "Unit",
    part: "Part of",
    known: "How it is known",
    edition: "Edition",
    grade: "Grade",
    other: "Other values",
    notes: "Notes",
    definition: "Definition",
  },
  zh: {
    population: "口径",
    unit: "单位",
    part: "分母",
    known: "数据性质",
    edition: "报告年度",
    grade: "证据等级",
    other: "其他数值",
    notes: "注释",
    definition: "定义",
  },
};

/**
 * What the panel says of a number: its value, what it is about, its sources, and what must be found in each line; `null` where there
 * must be no such line.
 * @typedef {{ value: string, about: string, sources?: RegExp[] } & Partial<Record<Line, RegExp | null>>} Proof
 */

/** Numbers and what the panel says of them, in both languages. @type {({ what: string, query: string } & Record<Language, Proof>)[]} */
const PROOFS = [
  {
    what: "a printed share",
    query: "?year=2024&product=chemical&figure=disease_areas&cell=share:oncology:chemical",
    en: {
      value: "24.7%",
      about: "2024, New-drug trials, Chemical drugs, Oncology",
      population: /^New-drug trials$/,
      unit: /percent/,
      part: /^349 of 1413 new-drug trials of chemical drugs$/,
      known: /^As printed$/,
      edition: /2024/,
      grade: /^A: Well supported: ./,
      other: null,
      definition: /acceptance number/,
      sources: [/Covington/, /fmread/],
    },
    zh: {
      value: "24.7%",
      about: "2024年抗肿瘤化学药品新药临床试验",
      population: /^新药临床试验$/,
      unit: /%/,
      part: /^化学药品新药临床试验1413项中的349项$/,
      known: /^按原文公布$/,
      edition: /2024年度/,
      grade: /^A：依据充分：./,
      other: null,
      definition: /受理号/,
      sources: [/科文顿·柏灵律师事务所/, /fmread/],
    },
  },
  {
    what: "a derived number, with what it follows from",
    query: "?figure=registered&cell=count:2021:be",
    en: {
      value: "1325 trials derived",
      about: "2021, Bioequivalence (BE) trials",
      part: /^1325 of 3358 registered trials$/,
      known:
        /^Derived: the whole less its other printed parts \| 2021, All registered trials: 3358 trials \| 2021, New-drug trials: 2033 trials \| Result: 1325$/,
      edition: /2021/,
      sources: [/Codex/, /Xinhua/],
    },
    zh: {
      value: "1325项 推算",
      about: "2021年生物等效性试验（BE试验）",
      part: /^全部登记试验3358项中的1325项$/,
      known: /^推算：由总体减去其他公布部分得出 \| 2021年全部登记试验：3358项 \| 2021年新药临床试验：2033项 \| 结果：1325$/,
      edition: /2021年度/,
      sources: [/Codex/, /新华社/],
    },
  },
  {
    what: "an interval, with the bounds that rounding leaves",
    query: "?figure=registered&cell=count:2019:new_drug",
    en: {
      value: "1257–1258 trials derived",
      about: "2019, New-drug trials",
      part: /^1257 to 1258 of 2386 registered trials$/,
      known: /printed share of a printed count .*2386 trials .*52\.7% of all registered trials \| Rounding leaves open: 1257–1258$/,
      edition: /2020, 2021/,
    },
    zh: {
      value: "1257—1258项 推算",
      about: "2019年新药临床试验",
      part: /^全部登记试验2386项中的1257至1258项$/,
      known: /占比与总数.*2386项.*52\.7%（占全部登记试验） \| 四舍五入的可能范围：1257—1258$/,
      edition: /2020、2021年度/,
    },
  },
  {
    what: "a disputed number, with both values and the reason",
    query: "?figure=registered&cell=count:2022:new_drug",
    en: {
      value: "1974† trials",
      about: "2022, New-drug trials",
      known: /^As printed$/,
      other: /1974†, also given as 2033 by .*only 1974 adds up with 1436 BE trials to the 2022 total of 3410/,
      notes: /2033 for 2022, which equals the 2021 count/,
    },
    zh: {
      value: "1974†项",
      about: "2022年新药临床试验",
      known: /^按原文公布$/,
      other: /1974†，另有来源为2033（见.*只有1974项与1436项BE试验相加等于2022年总量3410项/,
    },
  },
  {
    what: "a rate, which is no part of anything counted here",
    query: "?figure=started_within_6_months&cell=share:2022:all",
    en: {
      value: "55.8%",
      about: "2022, New-drug trials, Started within 6 months",
      population: /^New-drug trials$/,
      part: null,
      grade: /^C: Weak source: ./,
      definition: /within six months of approval/,
      sources: [/Reportify/],
    },
    zh: {
      value: "55.8%",
      about: "2022年新药临床试验（6个月内启动比例）",
      population: /^新药临床试验$/,
      part: null,
      grade: /^C：依据较弱：./,
      definition: /获批后6个月内/,
      sources: [/Reportify/],
    },
  },
  {
    what: "a number that is printed as a bound",
    query: "?figure=sponsors&cell=share:2020:domestic",
    en: { value: ">70%", about: "2020, All registered trials, Domestic sponsors", known: /^As printed$/, edition: /2020/ },
    zh: { value: ">70%", about: "2020年境内申办者登记试验", known: /^按原文公布$/, edition: /2020年度/ },
  },
];

/** Why a cell is empty: not printed, or impossible. @type {[language: Language, reason: string, vaccines: string][]} */
const REASONS = [
  ["en", "not printed in any source found", "not applicable: preventive vaccines are biological products"],
  ["zh", "所查来源均未公布", "不适用：预防性疫苗属于生物制品"],
];

test.describe("the proof of a number", () => {
  for (const { way, options, open, focus } of WAYS) {
    test(`opens by ${way}, and closes by Escape${focus ? ", which gives the focus back" : ""}`, async ({ site }) => {
      const explorer = await site.open("?year=2024", options);
      const figure = explorer.figure(SHARE.figure);
      await open(explorer, figure);
      await explorer.proof.opened();
      expect(plain(await explorer.proof.title.innerText())).toMatch(/^43\.1%/);
      await expect(explorer.proof.root).toHaveAttribute("role", "dialog");
      expect(explorer.address.cell, "the address names the number").toBe(`${SHARE.figure}:${SHARE.cell}`);

      await explorer.page.keyboard.press("Escape");
      await explorer.proof.closed();
      if (focus) await explorer.expectFocus(focus, "the focus goes back");
      expect(explorer.address.cell, "the address names no number any more").toBeUndefined();
    });
  }

  test("opens by a number in large type; its button closes it and gives the focus back", async ({ site }) => {
    for (const language of LANGUAGES) {
      const explorer = await site.open(`?lang=${language}`);
      await explorer.figure("stopped").unfold();
      const number = explorer.figure("stopped").numbers.getByRole("button").first();
      await number.click();
      await explorer.proof.opened();
      expect(plain(await explorer.proof.title.innerText())).toMatch(/^0/);
      await explorer.proof.button("close").click();
      await explorer.proof.closed();
      await explorer.expectFocus('[data-figure="stopped"] [data-part="numbers"] .cell', "the focus goes back");
    }
  });

  test("opens by a tap that presses nothing in the panel", async ({ site }) => {
    const explorer = await site.open("?year=2024", { hasTouch: true, width: 390, height: 800 });
    await explorer.page.evaluate(() => {
      globalThis.pressed = [];
      document.addEventListener(
        "click",
        ({ target }) => target instanceof Element && target.closest('[data-part="proof"]') && globalThis.pressed.push(target.textContent),
        { capture: true },
      );
    });
    const { x, y } = await explorer.figure(SHARE.figure).markBefore("43.1");
    await explorer.page.touchscreen.tap(x, y);
    await explorer.proof.opened();
    // The browser sends the click of a tap after the touch: whatever lies there by then gets it.
    await explorer.frames(10);
    expect(await explorer.page.evaluate(() => globalThis.pressed)).toEqual([]);
  });

  test("leaves every figure the chart or table that it was", async ({ site }) => {
    const explorer = await site.open("?view=table");
    await explorer.openAll();
    await explorer.figure("phases").table.getByRole("button").last().click();
    await explorer.proof.opened();
    expect(Object.keys(await explorer.tables()), "all are tables while the proof is open").toHaveLength(FIGURES.length);
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    expect(Object.keys(await explorer.tables()), "all are tables afterwards").toHaveLength(FIGURES.length);

    await explorer.goto("?figure=phases&view=table");
    const figure = explorer.figure("registered");
    await figure.show();
    await figure.chart.focus();
    for (const key of ["End", "Enter"]) await explorer.page.keyboard.press(key);
    await explorer.proof.opened();
    expect(Object.keys(await explorer.tables()), "the linked table is the only one").toEqual(["phases"]);
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    await explorer.expectFocus('[data-figure="registered"] [data-part="chart"]', "the focus goes back to the chart");
  });

  test("is restored by its link, and by the history", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const { x, y } = await explorer.figure(SHARE.figure).markBefore("43.1");
    await explorer.page.mouse.click(x, y);
    await explorer.proof.opened();
    const said = await explorer.proof.root.innerText();

    const linked = await site.open(new URL(explorer.page.url()).search);
    await linked.proof.opened();
    await expect.poll(() => linked.proof.root.innerText(), "by the link").toBe(said);
    await explorer.page.reload();
    await explorer.proof.opened();
    await expect.poll(() => explorer.proof.root.innerText(), "after reload").toBe(said);
    await explorer.page.goBack();
    await explorer.proof.closed();
    await explorer.page.goForward();
    await explorer.proof.opened();
    await expect.poll(() => explorer.proof.root.innerText(), "forward again").toBe(said);
  });

  test("speaks the language that is chosen meanwhile, and closes when another question is asked", async ({ site }) => {
    // Wide enough for the panel to stand beside the switch.
    const explorer = await site.open("?figure=registered&cell=count:2021:be", { width: 2200 });
    await explorer.proof.opened();
    await explorer.switchLanguage();
    expect(plain(await explorer.proof.about.innerText())).toBe("2021年生物等效性试验（BE试验）");
    expect((await explorer.proof.lines()).数据性质).toBeTruthy();
    await explorer.choose("year", "2023");
    await explorer.proof.closed();
    expect(explorer.address.cell).toBeUndefined();
  });

  for (const { what, query, ...said } of PROOFS) {
    for (const language of LANGUAGES) {
      const { value, about, sources = [], ...lines } = said[language];
      test(`says everything of ${what} (${language})`, async ({ site }) => {
        const explorer = await site.open(`${query}&lang=${language}`);
        await explorer.proof.opened();
        expect(plain(await explorer.proof.title.innerText())).toBe(value);
        expect(plain(await explorer.proof.about.innerText())).toBe(about);
        const found = await explorer.proof.lines();
        for (const [line, wanted] of Object.entries(lines)) {
          const name = NAMES[language][/** @type {Line} */ (line)];
          if (wanted === null) expect(found[name], `no line ${name}`).toBeUndefined();
          else expect((found[name] ?? ["nothing"]).join(" | "), name).toMatch(wanted);
        }
        const named = (await explorer.proof.sources.allInnerTexts()).map(plain);
        expect(named.length, "sources are named").toBeGreaterThan(0);
        for (const source of sources)
          expect(
            named.some((text) => source.test(text)),
            `${source} is a source: ${named.join("; ")}`,
          ).toBe(true);
        for (const text of named)
          expect(text, "language and kind of the source").toMatch(
            language === "en" ? /(Chinese|English|Japanese) · ./ : /(中|英|日)文 · ./,
          );
      });
    }
  }

  for (const [language, reason, vaccines] of REASONS) {
    test(`says of an empty cell why it is empty (${language})`, async ({ site }) => {
      const explorer = await site.open(`?view=table&lang=${language}`);
      const empty = explorer.figure("phases").table.locator("tbody tr").first().getByRole("button").first();
      const shown = plain(await empty.innerText());
      await empty.click();
      await explorer.proof.opened();
      expect(plain(await explorer.proof.title.innerText())).toBe(shown);
      expect((await explorer.proof.lines())[NAMES[language].known]).toEqual([reason]);
      await expect(explorer.proof.sources, "nothing bears what is not there").toHaveCount(0);

      await explorer.goto(`?figure=disease_areas&cell=share:preventive_vaccine:chemical&lang=${language}`);
      await explorer.proof.opened();
      expect((await explorer.proof.lines())[NAMES[language].known]).toEqual([vaccines]);
    });
  }

  test("gives the focus to its figure when a link opened it and Escape closes it", async ({ site }) => {
    const explorer = await site.open("?figure=registered&cell=growth:2023:new_drug");
    await explorer.proof.opened();
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    await expect(explorer.page.locator("#registered-title")).toBeFocused();
  });

  test("leads to the chart of its number, in the statistic of the number", async ({ site }) => {
    const explorer = await site.open("?year=2024&lang=en");
    await explorer.figure("disease_areas").button("table").click();
    await (await explorer.figure("disease_areas").cell("Oncology", "Biological products")).click();
    await explorer.proof.opened();
    await explorer.proof.root.getByRole("button", { name: "Show in its chart" }).click();
    await explorer.proof.closed();
    await explorer.expectFocus('[data-figure="disease_areas"] [data-part="chart"]', "the focus is at the chart");

    // A fact from elsewhere: the question that shows it is named, and asked.
    await explorer.goto("?year=2024&lang=en&fact=2022-new_drug-mrct-trials-count");
    await explorer.proof.opened();
    await explorer.proof.root.getByRole("button", { name: /^Show in its chart/ }).click();
    await explorer.proof.closed();
    expect(explorer.address.figure).toBe("multi_regional");
    await explorer.expectFocus('[data-figure="multi_regional"] [data-part="chart"]', "the focus is at its chart");
  });

  test("calls a growth no part of anything", async ({ site }) => {
    const explorer = await site.open("?figure=registered&cell=growth:2023:new_drug");
    await explorer.proof.opened();
    expect((await explorer.proof.lines())[NAMES.en.part]).toBeUndefined();
  });

  test("says what is printed instead of a number on another base", async ({ site }) => {
    const explorer = await site.open("?view=table");
    await explorer.figure("category_1_composition").unfold();
    await explorer.figure("category_1_composition").table.locator('td[title^="printed only as a share"] .cell').first().click();
    await explorer.proof.opened();
    const known = (await explorer.proof.lines())[NAMES.en.known];
    expect(known[0]).toMatch(/^printed only as a share of something else$/);
    expect(known[1]).toMatch(/^Printed instead: 20\d\d, .*\d.*%/);
    await expect(explorer.proof.sources, "what is printed instead has its sources").not.toHaveCount(0);
  });

  test("links its sources safely, and names a mirror without a link", async ({ site }) => {
    const explorer = await site.open("?figure=registered&cell=count:2021:be");
    await explorer.proof.opened();
    const links = await explorer.proof.root
      .locator("a")
      .evaluateAll((/** @type {HTMLAnchorElement[]} */ links) => links.map(({ href, rel, target }) => ({ href, rel, target })));
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const { href, rel, target } of links) {
      expect(href).toMatch(/^https?:/);
      expect({ rel, target }, href).toEqual({ rel: "noopener noreferrer", target: "_blank" });
    }
    const mirrors = explorer.proof.sources.filter({ hasText: "mirror" });
    await expect(mirrors, "one source is a mirror").not.toHaveCount(0);
    await expect(mirrors.locator("a"), "a copy on somebody else's domain is not linked").toHaveCount(0);
    expect(await explorer.proof.root.innerHTML(), "its address is nowhere").not.toMatch(/hfzhc\.cn/);
  });

  for (const [what, query, named, question] of [
    ["a row that is not there", "?figure=registered&cell=count:2024:unicorn&lang=en", "no such number", "How many trials were registered?"],
    [
      "a statistic that the figure lacks",
      "?figure=multi_regional&cell=mean:2024:all&lang=en",
      "no such number",
      "How many are multi-regional?",
    ],
    ["a row that is not there, in Chinese", "?figure=registered&cell=count:2024:unicorn&lang=zh", "无该数值", "登记总量及构成"],
  ]) {
    test(`answers plainly when the address asks for ${what}`, async ({ site }) => {
      const explorer = await site.open(query);
      await explorer.proof.opened();
      await expect(explorer.proof.title).toHaveText(new RegExp(named));
      await expect(explorer.proof.root).toHaveText(new RegExp(question.replace("?", "\\?")));
      await explorer.page.keyboard.press("Escape");
      await explorer.proof.closed();
    });
  }

  test("names a cell or a figure in the address that cannot be one", async ({ site }) => {
    const explorer = await site.open("?figure=registered&cell=count:::");
    await expect(explorer.part("notices")).toHaveText(/cell=count::: /);
    await explorer.goto("?figure=nonsense&cell=count:2024:be");
    await expect(explorer.part("notices")).toHaveText(/figure=nonsense /);
    await explorer.goto("?cell=count:2024:be");
    await expect(explorer.part("notices"), "a cell without its figure").toHaveText(/cell=count:2024:be /);
    await expect(explorer.proof.root).toHaveCount(0);
  });

  for (const width of [320, 1280]) {
    test(`fits the window and can be read to its end (${width} px)`, async ({ site }) => {
      const explorer = await site.open("?figure=registered&cell=count:2022:new_drug", { width, height: 600 });
      await explorer.proof.opened();
      expect((await explorer.overflow()).pixels, "the page is not wider than the window").toBeLessThanOrEqual(0);
      const { left, right, bottom } = await explorer.proof.root.evaluate((panel) => panel.getBoundingClientRect().toJSON());
      expect(
        left >= 0 && right <= width && bottom <= 600,
        `the panel is in the window: ${JSON.stringify({ left, right, bottom })}`,
      ).toBeTruthy();
      const last = explorer.proof.button("link");
      await last.scrollIntoViewIfNeeded();
      await last.click({ trial: true });
      await explorer.proof.button("close").scrollIntoViewIfNeeded();
      await explorer.proof.button("close").click();
      await explorer.proof.closed();
    });
  }

  test("leaves the focus on the finding when a link to a number without a figure is left", async ({ site }) => {
    const first = await site.open("?year=2024");
    await first.part("finding").getByRole("link").first().click();
    await first.proof.opened();
    const { number } = first.address;
    expect(number).toBeTruthy();
    for (const [query, focus] of [
      ["", '[data-part="finding"]'],
      ["&page=data", '.views [aria-current="page"]'],
      ["&mode=embed", '[data-part="finding"]'],
    ]) {
      const explorer = await site.open(`?year=2024&number=${number}${query}`);
      await explorer.proof.opened();
      await explorer.page.keyboard.press("Escape");
      await explorer.proof.closed();
      await explorer.expectFocus(focus, `after the proof of ${query || "the page"}`);
    }
  });
});

test.describe("citations of a number", () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const query = (/** @type {Language} */ language) => `?v=1&year=2024&lang=${language}&cell=disease_areas:share:oncology:chemical`;

  for (const language of LANGUAGES) {
    test(`hold value, population, edition, source and address, whatever the language of the page (${language})`, async ({ site }) => {
      const explorer = await site.open(query(language), { permissions });
      await explorer.proof.opened();
      const address = site.url + query(language);
      const today = await explorer.page.evaluate(() => new Date().toLocaleDateString("sv"));

      const english = await explorer.proof.copied("citeEnglish");
      for (const part of [
        "2024, New-drug trials, Chemical drugs, Oncology: 24.7% ",
        "349 of 1413 new-drug trials of chemical drugs",
        "population: new-drug trials; edition 2024",
        "Center for Drug Evaluation (CDE)",
        "Annual Report on the Progress of Clinical Trials for New Drug Registration in China (2024)",
        "As reported by Covington & Burling LLP",
        "2025-07-21, https://www.covingtonblogs.com/",
        `accessed ${today}, ${address}`,
      ]) {
        expect(plain(english), `the English citation has ${part}: ${english}`).toContain(plain(part));
      }

      const chinese = await explorer.proof.copied("citeChinese");
      for (const part of [
        "2024年抗肿瘤化学药品新药临床试验：24.7%",
        "化学药品新药临床试验1413项中的349项",
        "口径：新药临床试验；2024年度报告",
        "国家药品监督管理局药品审评中心. 中国新药注册临床试验进展年度报告（2024年）[R].",
        "转引自: 科文顿·柏灵律师事务所",
        `[EB/OL]. (2025-07-21)[${today}]. https://www.covingtonblogs.com/`,
        `数据视图: 中国临床试验数据[DB/OL]. [${today}]. ${address}`,
      ]) {
        expect(plain(chinese), `the Chinese citation has ${part}: ${chinese}`).toContain(part);
      }
      expect(await explorer.proof.copied("link")).toBe(address);
      expect(
        plain(await explorer.proof.root.getByRole("status").filter({ hasText: /./ }).last().innerText()),
        "the page says that it is copied",
      ).toBe(language === "en" ? "Copied" : "已复制");
    });
  }

  test("name the source that the reader chooses", async ({ site }) => {
    const explorer = await site.open(query("en"), { permissions });
    await explorer.proof.opened();
    const choice = explorer.proof.root.getByLabel("Cite from");
    await expect(choice.locator("option:checked"), "the best at first").toHaveText(/Covington/);
    await choice.selectOption({ label: "fmread.com (machine-style digest)" });
    expect(await explorer.proof.copied("citeEnglish")).toMatch(/As reported by fmread\.com/);
    expect(await explorer.proof.copied("citeChinese")).toMatch(/转引自: fmread\.com（疑为机器生成的摘要）/);
  });

  test("say of a derived number that it is derived, and of the first edition its own title", async ({ site }) => {
    const explorer = await site.open("?figure=registered&cell=count:2019:new_drug", { permissions });
    await explorer.proof.opened();
    const english = plain(await explorer.proof.copied("citeEnglish"));
    expect(english).toMatch(/1257–1258 trials/);
    expect(english).toMatch(/editions 2020, 2021; derived/);
    expect(english).toMatch(/Annual Report on the Status of .*\(2020\)/);
    const chinese = plain(await explorer.proof.copied("citeChinese"));
    expect(chinese).toMatch(/2020、2021年度报告；推算/);
    expect(chinese).toMatch(/中国新药注册临床试验现状年度报告（2020年）\[R\]/);
  });

  test("have no mark that they do not explain", async ({ site }) => {
    const explorer = await site.open("?figure=registered&cell=count:2022:new_drug", { permissions });
    await explorer.proof.opened();
    /** @type {ProofButton[]} */
    const citations = ["citeEnglish", "citeChinese"];
    for (const what of citations) {
      const citation = await explorer.proof.copied(what);
      expect(!citation.includes("†") || /2,?033/.test(citation), citation).toBeTruthy();
    }
  });

  test("show the text where the clipboard is refused", async ({ site }) => {
    const refuse = (/** @type {Page} */ page) =>
      page.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        Document.prototype.execCommand = () => false;
      });
    const explorer = await site.open(query("en"), { prepare: refuse });
    await explorer.proof.opened();
    await explorer.proof.button("citeEnglish").click();
    await expect(explorer.proof.root.getByRole("textbox")).toHaveValue(/^2024, New-drug trials, Chemical drugs, Oncology: 24\.7.%/);
  });
});
