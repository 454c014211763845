// The answer first: a chart in the first screen, figures by how well they answer, and nothing that moves or hides while one reads.
import { FIGURES, LANGUAGES, QUESTIONS } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Locator } from "@playwright/test" */
/** @import { Dropdown, ExplorerPage } from "./page.mjs" */

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
const THREE_CHOICES = "year=2024&product=biological&disease=oncology";

/** An address with a language in it. @type {(query: string, language: string) => string} */
const inLanguage = (query, language) => (query === "" ? `?lang=${language}` : `?${query}&lang=${language}`);

/** Asserts that nothing lies on an element. @param {Locator} element @param {string} what */
const expectUncovered = async (element, what) => {
  const covered = await element.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const points = [
      [left + 3, top + 3],
      [(left + right) / 2, (top + bottom) / 2],
      [right - 3, bottom - 3],
    ];
    return points
      .map(([x, y]) => document.elementFromPoint(x, y))
      .filter((found) => found !== element && !element.contains(found))
      .map((found) => `${found?.tagName ?? "nothing"}.${found?.className ?? ""} at ${Math.round(top)} px`);
  });
  expect(covered, `${what} is hidden`).toEqual([]);
};

/** Asserts that an element is drawn from its first to its last pixel above a line. @param {Locator} element @param {number} limit @param {string} what */
const expectAbove = async (element, limit, what) => {
  await expect(element, what).toBeVisible();
  const { y, height } = await element.boundingBox();
  expect(y, `${what} begins in the window`).toBeGreaterThanOrEqual(0);
  expect(y + height, `${what} ends above ${limit} px`).toBeLessThanOrEqual(limit);
};

test.describe("the first screen", () => {
  const ANSWERED = ["", "year=2024", THREE_CHOICES, "year=2022&disease=oncology", "year=2021..2023&product=chemical", "phase=I"];

  for (const language of LANGUAGES) {
    test(`has chart, sentence, copy button and headline numbers, whole, in a wide window (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, WIDE);
      for (const query of ANSWERED) {
        await explorer.goto(inLanguage(query, language));
        const { lead, page } = explorer;
        await lead.locator("svg text").first().waitFor();
        await page.locator(".lede .copy button").first().waitFor();
        const named = query || "no choice";
        await expectAbove(lead.locator('[data-part="chart"]'), WIDE.height, `${named}: the chart`);
        await expectAbove(lead.getByRole("heading", { level: 3 }), WIDE.height, `${named}: the title of the chart`);
        await expectAbove(explorer.part("finding"), WIDE.height, `${named}: the sentence`);
        await expectAbove(page.locator(".lede .copy button").first(), WIDE.height, `${named}: the copy button`);
        await expectAbove(explorer.part("headline"), WIDE.height, `${named}: the headline numbers`);
        const [chart, lede] = await Promise.all([lead.boundingBox(), page.locator(".lede").boundingBox()]);
        expect(chart.width, `${named}: the chart is the wider column`).toBeGreaterThan(lede.width);
        expect(lede.x, `${named}: the sentence stands beside it`).toBeGreaterThanOrEqual(chart.x + chart.width);
      }
    });

    test(`has sentence and chart within one and a half windows of a phone (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, NARROW);
      for (const query of ANSWERED) {
        await explorer.goto(inLanguage(query, language));
        const chart = explorer.lead.locator('[data-part="chart"]');
        const named = query || "no choice";
        await expectAbove(explorer.part("finding"), NARROW.height, `${named}: the sentence`);
        await expectAbove(chart, 1.5 * NARROW.height, `${named}: the chart`);
        expect((await explorer.overflow()).pixels, `${named}: no wider than the window`).toBeLessThanOrEqual(0);
      }
    });
  }

  test("keeps the filters of a phone in one button, which stays in reach and says what is chosen", async ({ site }) => {
    const explorer = await site.open("?year=2024", NARROW);
    await expect(explorer.dropdown("year"), "they are behind it").toHaveCount(0);
    await expect(explorer.filtersButton).toHaveText(/2024/);
    await explorer.page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    await expectUncovered(explorer.filtersButton, "the button of the filters");
    await explorer.choose("product", "biological");
    await expect(explorer.filtersButton).toHaveAttribute("aria-expanded", "true");
    await expect(explorer.filtersButton).toHaveText(/2024.*Biological products/);
    await explorer.openMore();
    await explorer.choose("phase", "I");
    expect(explorer.address).toEqual({ v: "1", year: "2024", product: "biological", phase: "I" });
    await explorer.filtersButton.click();
    await expect(explorer.dropdown("year")).toHaveCount(0);
  });
});

test.describe("the filter line", () => {
  const CHOICES = ["", THREE_CHOICES, "year=2021..2023", "phase=I", `${THREE_CHOICES}&phase=I&category=1&population=paediatric_included`];

  for (const language of LANGUAGES) {
    for (const { width, height } of [WIDE, { width: 1000, height: 800 }, NARROW]) {
      test(`is as high as ever, whatever is chosen (${language}, ${width} px)`, async ({ site }) => {
        const explorer = await site.open("", { width, height });
        /** @type {Record<string, number>} */
        const heights = {};
        for (const query of CHOICES) {
          await explorer.goto(inLanguage(query, language));
          heights[query] = (await explorer.page.locator(".filters").boundingBox()).height;
        }
        expect(Math.max(...Object.values(heights)), `a line, not two: ${JSON.stringify(heights)}`).toBeLessThanOrEqual(82);
        expect(new Set(Object.values(heights)).size, JSON.stringify(heights)).toBe(1);
        expect((await explorer.overflow()).pixels).toBeLessThanOrEqual(0);
      });
    }
  }
});

/**
 * A figure that is read, and a choice that it answers too.
 * @type {{ query: string, figure: string, which: Dropdown, code: string }[]}
 */
const READING = [
  { query: "", figure: "multi_regional", which: "year", code: "2024" },
  { query: "year=2024", figure: "phases", which: "year", code: "2023" },
  { query: "year=2024", figure: "category_1", which: "product", code: "biological" },
  { query: "year=2024&product=chemical", figure: "disease_areas", which: "year", code: "2023" },
  { query: "year=2023", figure: "cell_and_gene_therapy", which: "year", code: "" },
];

test.describe("while one reads", () => {
  for (const { width, height } of [WIDE, { width: 1000, height: 800 }]) {
    for (const { query, figure: id, which, code } of READING) {
      test(`${id} stays where it is when ${which} changes to "${code}" (${query || "no choice"}, ${width} px)`, async ({ site }) => {
        const explorer = await site.open(`?${query}`, { width, height });
        const figure = explorer.figure(id);
        await figure.unfold();
        await figure.root.evaluate((element) => scrollBy({ top: element.getBoundingClientRect().top - 200, behavior: "instant" }));
        await figure.show();
        const top = async () => (await figure.title.boundingBox()).y;
        const before = await top();
        await figure.title.evaluate((title) => {
          globalThis.seenAt = [];
          // An observer says where things stand when they are painted: asked in between, they have not been held in place yet.
          const look = () => {
            const observer = new IntersectionObserver(([{ boundingClientRect }]) => {
              observer.disconnect();
              globalThis.seenAt.push(title.isConnected ? boundingClientRect.top : Number.NaN);
              requestAnimationFrame(look);
            });
            observer.observe(title);
          };
          look();
        });
        await explorer.choose(which, code);
        await explorer.frames(6);
        const seen = await explorer.page.evaluate(() => globalThis.seenAt);
        expect(seen.length, "it was looked at").toBeGreaterThan(3);
        expect(Math.abs((await top()) - before), `its title is where it was, at ${before} px`).toBeLessThanOrEqual(2);
        const moved = seen.filter((at) => !(Math.abs(at - before) <= 2)).map(Math.round);
        expect(moved, `its title stands at ${before} px, and in no frame elsewhere`).toEqual([]);
      });
    }
  }

  test("a figure to which a link has led stays when the question changes", async ({ site }) => {
    const explorer = await site.open("?year=2022&figure=completed", WIDE);
    const { title } = explorer.figure("completed");
    await expect(title).toBeInViewport({ ratio: 1 });
    const before = (await title.boundingBox()).y;
    await explorer.choose("year", "");
    await expect(title, "it answers as before, and is not folded away").toBeVisible();
    expect(Math.abs((await title.boundingBox()).y - before)).toBeLessThanOrEqual(2);
  });

  for (const { width, height } of [WIDE, { width: 1000, height: 800 }, NARROW]) {
    test(`no title is hidden under what stays in the window (${width} px)`, async ({ site }) => {
      const explorer = await site.open("?year=2024", { width, height });
      const links = explorer.page.locator("nav.questions").getByRole("link");
      for (const [position, id] of Object.keys(QUESTIONS).entries()) {
        await links.nth(position).click();
        await explorer.expectFocus(`#${id} > h2`, `the question ${id} has the focus`);
        await explorer.frames(2);
        await expectUncovered(explorer.page.locator(`#${id} > h2`), `the question ${id}`);
      }
      for (const id of ["phases", "scope_all", "days_to_registration_change", "imaging"]) {
        await explorer.goto(`?figure=${id}`);
        const figure = explorer.figure(id);
        await expect(figure.title, `a link opens the group of ${id}`).toBeVisible();
        await expect(figure.title, id).toBeInViewport({ ratio: 1 });
        await expectUncovered(figure.title, `the title of ${id}`);
      }
    });
  }
});

/** What is asked: forty selections, among them some that hardly any figure answers. */
const YEARS = ["", "year=2020", "year=2022", "year=2024", "year=2021..2023"];
const OF_EACH_YEAR = [
  "",
  "product=biological",
  "product=tcm",
  "disease=oncology",
  "product=biological&disease=oncology",
  "phase=I",
  "category=1",
  "population=paediatric_included",
];

/**
 * What the page says of each question, and what stands there.
 * @param {ExplorerPage} explorer
 */
const standing = (explorer) =>
  explorer.page.evaluate(() => {
    const count = (/** @type {string} */ text) => Number(text?.match(/\d+/)?.[0] ?? 0);
    const ids = (/** @type {ParentNode} */ within) => [...within.querySelectorAll("[data-figure]")].map(({ dataset }) => dataset.figure);
    const unmet = (/** @type {Element} */ card) => card.querySelector('[data-part="unmet"]').textContent !== "";
    const [lead] = document.querySelector('[data-part="lead"]')?.querySelectorAll("[data-figure]") ?? [];
    const counts = [...document.querySelectorAll("nav.questions li b")].map((number) => count(number.textContent));
    return {
      answering: count(document.querySelector('[data-part="answering"]').textContent),
      empty: ids(document).filter((id) => document.querySelector(`[data-figure="${id}"] [data-part="empty"]`)),
      bodies: [...document.querySelectorAll("[data-figure]")].filter(
        (card) => card.querySelectorAll('[data-part="chart"], [data-part="numbers"], table').length !== 1,
      ).length,
      lead: lead?.dataset.figure,
      questions: [...document.querySelectorAll(".question")].map((section, position) => ({
        id: section.id,
        answers: counts[position],
        leading: ids(section.querySelector(":scope > .figures")),
        groups: [...section.querySelectorAll(".folded")]
          .filter((group) => group.querySelector(".fold"))
          .map((group) => ({
            line: group.querySelector(".fold").textContent,
            said: count(group.querySelector(".fold").textContent.replace(/20\d\d\D*$/, "")),
            cards: ids(group),
            obey: [...group.querySelectorAll("[data-figure]")].every((card) => !unmet(card)),
            lines: [...group.querySelectorAll(".without > li")].map(({ id }) => id),
          })),
        obey: [...section.querySelectorAll(":scope > .figures [data-figure]")].every((card) => !unmet(card)),
      })),
    };
  });

/** How the lines begin or end. */
const LINES = {
  more: /^\d+ more on this question$|^本题其他图表/,
  wider: /^\d+ wider figures? ha(?:s|ve) numbers|^另有\d+幅范围更宽/,
  without: /^\d+ without a number|^\d+幅图表未见公布/,
};

test.describe("figures by how well they answer", () => {
  for (const [position, years] of YEARS.entries()) {
    const language = LANGUAGES[position % 2];
    test(`are as many as the page says, in each class: ${years || "all years"} (${language})`, async ({ site }) => {
      test.slow();
      const explorer = await site.open("", WIDE);
      for (const choice of OF_EACH_YEAR) {
        const query = [years, choice].filter((part) => part !== "").join("&");
        const named = query || "no choice";
        await explorer.goto(inLanguage(query, language));
        await explorer.openAll();
        const { answering, empty, bodies, lead, questions } = await standing(explorer);
        expect(empty, `${named}: no card is empty`).toEqual([]);
        expect(bodies, `${named}: each card has one chart, numbers or table`).toBe(0);
        expect(answering, `${named}: the sum of the questions`).toBe(questions.reduce((sum, { answers }) => sum + answers, 0));
        /** @type {string[]} */
        const seen = lead ? [lead] : [];
        for (const { id, answers, leading, obey, groups } of questions) {
          const group = (/** @type {keyof typeof LINES} */ kind) =>
            groups.find(({ line }) => LINES[kind].test(line)) ?? { line: "", said: 0, cards: [], obey: true, lines: [] };
          const [more, wider, without] = [group("more"), group("wider"), group("without")];
          const what = `${named}, ${id}`;
          expect(
            groups.filter(({ line }) => !Object.values(LINES).some((form) => form.test(line))),
            `${what}: lines`,
          ).toEqual([]);
          // The figure that leads is counted under its question, and stands above.
          const own = Number(QUESTIONS[id].includes(lead));
          const leadAnswers = answers - leading.length - more.cards.length;
          expect([0, own], `${what}: those that answer, ${answers}`).toContain(leadAnswers);
          const [leadIsWider, leadIsWithout] = [wider.said - wider.cards.length, without.said - without.lines.length];
          expect([0, own], `${what}: ${wider.line}`).toContain(leadIsWider);
          expect([0, own], `${what}: ${without.line}`).toContain(leadIsWithout);
          // One that leads without a number of the year is counted nowhere: there is no better, and it is not listed again.
          expect(leadAnswers + leadIsWider + leadIsWithout, `${what}: ${lead} leads, and is in no other place`).toBeLessThanOrEqual(own);
          expect(more.said - more.cards.length, `${what}: ${more.line}`).toBeGreaterThanOrEqual(0);
          expect(more.said - more.cards.length, `${what}: ${more.line}`).toBeLessThanOrEqual(leadAnswers);
          for (const one of groups)
            expect(one.cards.length + one.lines.length, `${what}: "${one.line}" opens to nothing`).toBeGreaterThan(0);
          expect(obey && more.obey, `${what}: what answers obeys every filter`).toBe(true);
          expect(without.cards, `${what}: no card without a number`).toEqual([]);
          seen.push(...leading, ...more.cards, ...wider.cards, ...without.lines);
        }
        expect([...seen].sort(), `${named}: each figure is there once`).toEqual([...FIGURES].sort());
      }
    });
  }

  test("make a page of a bearable height", async ({ site }) => {
    /** @type {{ query: string, size: { width: number, height: number }, most: number }[]} */
    const heights = [
      { query: THREE_CHOICES, size: WIDE, most: 5000 },
      { query: THREE_CHOICES, size: NARROW, most: 9000 },
      { query: "", size: WIDE, most: Number.POSITIVE_INFINITY },
      { query: "", size: NARROW, most: Number.POSITIVE_INFINITY },
    ];
    for (const { query, size, most } of heights) {
      const explorer = await site.open(`?${query}`, size);
      const height = await explorer.page.evaluate(() => document.documentElement.scrollHeight);
      console.log(`${query || "no choice"} at ${size.width} px: ${height} px high`);
      expect(height, `${query} at ${size.width} px`).toBeLessThanOrEqual(most);
    }
  });

  for (const query of ["year=2019&product=tcm&disease=oncology", "year=2022&phase=I", "year=2025&disease=oncology", THREE_CHOICES]) {
    test(`without a number lead to the nearest selection that they honour: ${query}`, async ({ site }) => {
      const explorer = await site.open(`?${query}`, WIDE);
      await explorer.openAll();
      const lines = await explorer
        .part("without")
        .locator("li:has(a)")
        .evaluateAll((lines) => lines.map(({ id }) => id));
      expect(lines.length, "some figure has no number").toBeGreaterThan(3);
      // The first of every question, and the last of all.
      const some = Object.values(QUESTIONS).map((figures) => lines.find((id) => figures.includes(id)));
      for (const id of new Set([...some.filter((id) => id !== undefined), lines.at(-1)])) {
        await explorer.goto(`?${query}`);
        await explorer.openAll();
        const link = explorer.part("without").locator(`li[id="${id}"] a`);
        const label = await link.innerText();
        await link.click();
        await explorer.ready();
        const figure = explorer.figure(id);
        await expect(figure.root, `${id}: ${label} has a card`).toHaveCount(1);
        await figure.show();
        await expect(figure.empty, `${id}: ${label} has a number`).toHaveCount(0);
        await expect(figure.unmet, `${id}: ${label} is honoured`).toHaveText("");
        await expectUncovered(figure.title, `the title of ${id}`);
      }
    });
  }
});

/** The numbers of each finding of the source article. */
const FINDINGS = [["4900", "13.9%", "2539", "51.8%"], ["1735", "68.3%", "337", "13.3%"], ["24.7%", "43.1%"], ["115"], ["0"]];

/** Sentences that say them. @type {[query: string, numbers: string[]][]} */
const SENTENCES = [
  ["year=2024", ["4900", "13.9%", "2539", "51.8%"]],
  ["year=2024&category=1", ["1735", "68.3%"]],
  ["year=2024&product=chemical&disease=oncology", ["349", "1413", "24.7%"]],
  [THREE_CHOICES, ["444", "1029", "43.1%"]],
  ["year=2022&disease=oncology", []],
  ["year=2021..2023", []],
];

/**
 * Presses a number, reads its proof, and closes it.
 * @param {ExplorerPage} explorer
 * @param {Locator} number
 * @param {string} what
 */
const prove = async (explorer, number, what) => {
  const text = plain(await number.innerText());
  await number.click();
  await explorer.proof.opened();
  const title = plain(await explorer.proof.title.innerText());
  // The panel writes the unit behind the number; the sentence says it in its own words.
  expect(title.replace(/\s/g, ""), `${what}: ${text}`).toContain(text.match(/[−+>]?[\d.]+(?:–[\d.]+)?%?/)[0]);
  await expect(explorer.proof.about, what).toHaveText(/20\d\d/);
  const { address } = explorer;
  await explorer.page.keyboard.press("Escape");
  await explorer.proof.closed();
  await expect(number, `${what}: the focus goes back`).toBeFocused();
  return { text, address };
};

test.describe("every number in words is a way to its proof", () => {
  for (const language of LANGUAGES) {
    test(`by Check, which changes no filter and closes again (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, WIDE);
      const before = explorer.page.url();
      /** @type {Record<string, string>} */
      const nothing = { v: "1", lang: language };
      for (const [position, numbers] of FINDINGS.entries()) {
        const text = await explorer.check(position + 1);
        if (position === 0) expect(explorer.page.url(), "Check alone changes nothing").toBe(before);
        await expect(text, "one finding at a time").toHaveCount(1);
        const buttons = text.locator(".of-finding .number");
        const said = (await buttons.allInnerTexts()).map(plain).join(" | ");
        expect(said, `finding ${position + 1}`).toHaveNumbers(numbers);
        for (const button of await buttons.all()) {
          const { address } = await prove(explorer, button, `finding ${position + 1}`);
          expect(address.fact, "the address names the fact").toMatch(/^20\d\d-/);
          expect(explorer.address, "and then it names no more than before").toEqual(nothing);
        }
        expect(await explorer.chosen()).toEqual({ year: "", product: "", disease: "" });
      }
      await explorer.takeaway(5).getByRole("button").click();
      await expect(explorer.page.locator("#takeaway"), "Check folds it again").toHaveText("");
    });

    test(`in the sentence, and its link opens the same proof (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, WIDE);
      for (const [query, numbers] of SENTENCES) {
        await explorer.goto(inLanguage(query, language));
        const buttons = explorer.page.locator('[data-part="finding"] .number, [data-part="finding-rest"] .number');
        const said = (await buttons.allInnerTexts()).map(plain).join(" | ");
        expect(said, query).toHaveNumbers(numbers);
        await expect(buttons, `${query}: some number`).not.toHaveCount(0);
        for (const button of await buttons.all()) {
          const { address } = await prove(explorer, button, query);
          expect(address.number, "the address names the number").toMatch(/^20\d\d:(?:count|share|growth):/);
          expect(explorer.address.number).toBeUndefined();
        }
      }
      const number = explorer.page.locator('[data-part="finding"] .number').first();
      await number.click();
      await explorer.proof.opened();
      const proof = await explorer.proof.root.innerText();
      await explorer.page.reload();
      await explorer.ready();
      await explorer.proof.opened();
      await expect.poll(() => explorer.proof.root.innerText(), "by its link").toBe(proof);
    });

    test(`in the headline numbers (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, WIDE);
      for (const query of ["", THREE_CHOICES]) {
        await explorer.goto(inLanguage(query, language));
        const buttons = await explorer.part("headline").locator(".number").all();
        expect(buttons.length).toBeGreaterThan(3);
        for (const button of buttons) {
          const { address } = await prove(explorer, button, query);
          expect(address.number).toMatch(/^20\d\d:/);
        }
      }
    });
  }
});

test.describe("a figure alone", () => {
  for (const language of LANGUAGES) {
    test(`has its chart large, its table beside it, and ways to the others of its question (${language})`, async ({ site }) => {
      const explorer = await site.open(`?page=figure&figure=phases&product=biological&lang=${language}`, WIDE);
      const alone = explorer.part("alone");
      const ways = alone.locator("nav.ways").getByRole("link");
      const card = alone.locator('[data-figure="phases"]');
      await card.locator("svg text").first().waitFor();
      await expect(alone.locator("table")).toBeVisible();
      expect(plain(await alone.locator("table").innerText())).toMatch(/20\d\d.*\d%/);
      const [chart, table] = await Promise.all([card.boundingBox(), alone.locator("table").boundingBox()]);
      expect(table.x, "beside it").toBeGreaterThanOrEqual(chart.x + chart.width);
      expect(chart.width, "the larger half").toBeGreaterThan(600);
      await expect(explorer.part("finding"), "the page of all figures is gone").toBeHidden();
      await expect(ways, "no way back from the first of a question").toHaveCount(2);

      const title = await card.getByRole("heading").innerText();
      await ways.last().click();
      await alone.locator('[data-figure="phases_by_product_type"] svg text').first().waitFor();
      await expect(explorer.page).toHaveURL(/page=figure.*figure=phases_by_product_type|figure=phases_by_product_type.*page=figure/);
      expect(explorer.address.product, "the question goes along").toBe("biological");
      await expect(ways.nth(1)).toHaveText(new RegExp(title.replace(/[?？]/, ".")));
      await ways.nth(1).click();
      await alone.locator('[data-figure="phases"] svg text').first().waitFor();
      await explorer.choose("product", "chemical");
      expect(explorer.address).toMatchObject({ page: "figure", figure: "phases", product: "chemical" });

      await ways.first().click();
      await expect(explorer.part("finding")).toBeVisible();
      await explorer.ready();
      await expect(alone).toHaveCount(0);
      expect(explorer.address).toMatchObject({ figure: "phases", product: "chemical" });
      await expectUncovered(explorer.figure("phases").title, "its title on the page of all figures");
    });
  }

  test("opens from the menu of its card, in place and in a window of its own", async ({ site }) => {
    const explorer = await site.open("?year=2024", WIDE);
    const figure = explorer.figure("multi_regional");
    await figure.show();
    await figure.openMenu("share");
    const link = figure.root.getByRole("menuitem", { name: "Open alone" });
    const href = await link.getAttribute("href");
    await link.click();
    await explorer.part("alone").locator('[data-figure="multi_regional"]').waitFor();
    expect(explorer.address).toMatchObject({ page: "figure", figure: "multi_regional", year: "2024" });
    expect(await explorer.page.evaluate(() => scrollY), "from its top").toBe(0);
    await explorer.page.goBack();
    await expect(explorer.part("finding")).toBeVisible();

    const other = await site.open(new URL(href).search, NARROW);
    await other.part("alone").locator('[data-figure="multi_regional"] svg text').first().waitFor();
    expect((await other.overflow()).pixels).toBeLessThanOrEqual(0);
  });

  test("says so where the address names none, or one without a number", async ({ site }) => {
    const explorer = await site.open("?page=figure");
    await expect(explorer.page.locator("main")).toHaveText(/The address names no figure/, { useInnerText: true });
    await explorer.goto("?page=figure&figure=disease_areas&year=2019&product=tcm");
    const card = explorer.part("alone").locator("[data-figure]");
    await expect(card.locator('[data-part="empty"]')).toHaveText(/Nothing is printed/);
  });
});

test.describe("the menus of a card", () => {
  for (const language of LANGUAGES) {
    test(`are opened by Enter, walked by arrows, and closed by Escape, which gives the focus back (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`, WIDE);
      const { page } = explorer;
      const id = "product_types";
      const figure = explorer.figure(id);
      await figure.show();
      /** @type {("share" | "download")[]} */
      const menus = ["share", "download"];
      for (const which of menus) {
        const button = figure.menu(which).locator("> button");
        const items = figure.menu(which).getByRole("menuitem");
        await expect(button).toHaveAttribute("aria-haspopup", "menu");
        await button.focus();
        await page.keyboard.press("Enter");
        await expect(button).toHaveAttribute("aria-expanded", "true");
        await expect(items.first(), `the first of ${which}`).toBeFocused();
        const count = await items.count();
        expect(count, `${which} offers something`).toBeGreaterThan(1);
        for (let item = 1; item < count; item += 1) {
          await page.keyboard.press("ArrowDown");
          await expect(items.nth(item), `item ${item + 1} of ${which}`).toBeFocused();
        }
        await page.keyboard.press("ArrowDown");
        await expect(items.first(), "round and round").toBeFocused();
        await page.keyboard.press("End");
        await expect(items.last()).toBeFocused();
        const box = await figure.menu(which).getByRole("menu").boundingBox();
        expect(box.x + box.width, "it stays in the window").toBeLessThanOrEqual(WIDE.width);
        await expectUncovered(figure.menu(which).getByRole("menu"), `${which} of ${id}`);
        await page.keyboard.press("Escape");
        await expect(button).toHaveAttribute("aria-expanded", "false");
        await expect(button, "the focus is back").toBeFocused();
      }
      await page.keyboard.press("ArrowUp");
      await expect(figure.menu("download").getByRole("menuitem").last(), "from below").toBeFocused();
      await figure.menu("share").locator("> button").click();
      await expect(figure.menu("download").getByRole("menu"), "one at a time").toHaveCount(0);
      await expect(figure.menu("share").getByRole("menu")).toBeVisible();
      await figure.button("chart").focus();
      await expect(figure.menu("share").getByRole("menu"), "a menu that is left is closed").toHaveCount(0);
      await figure.openMenu("share");
      await page.mouse.click(2, 300);
      await expect(figure.menu("share").getByRole("menu"), "and by a click elsewhere").toHaveCount(0);
    });
  }

  test("stay in the window of a phone, and lie upon the figure below", async ({ site }) => {
    const explorer = await site.open("?year=2024", NARROW);
    for (const id of [await explorer.lead.getAttribute("data-figure"), "phases"]) {
      const figure = explorer.figure(id);
      await figure.show();
      for (const which of /** @type {("share" | "download")[]} */ (["share", "download"])) {
        await figure.openMenu(which);
        const { x, width } = await figure.menu(which).getByRole("menu").boundingBox();
        expect(x, `${which} of ${id}`).toBeGreaterThanOrEqual(0);
        expect(x + width, `${which} of ${id}`).toBeLessThanOrEqual(NARROW.width);
        await figure.menu(which).getByRole("menu").scrollIntoViewIfNeeded();
        await expectUncovered(figure.menu(which).getByRole("menu"), `${which} of ${id}`);
      }
    }
  });
});
