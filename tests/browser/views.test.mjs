// The views beside the figures: data, coverage, comparison, sources and methods; and the search that leads to all of them.
import { LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { ExplorerPage, Language } from "./page.mjs" */

const VIEWS = {
  en: ["Explore", "Data", "Coverage", "Compare", "Sources and methods"],
  zh: ["浏览", "数据", "覆盖情况", "对比", "来源与方法"],
};

test.describe("the views", () => {
  for (const language of LANGUAGES) {
    test(`are reached from the head of the page, and by "back" left again (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}&year=2024`);
      const { page } = explorer;
      for (const [position, name] of VIEWS[language].entries()) {
        await page.locator(".views").getByRole("link", { name, exact: true }).click();
        const part = ["finding", "data", "coverage", "compare", "methods"][position];
        await page.locator(`[data-part="${part}"]`).first().waitFor({ state: "visible" });
        await expect(page.locator('.views a[aria-current="page"]')).toHaveText(name);
        await expect(page.locator("h1")).toHaveCount(1);
      }
      await page.goBack();
      await page.locator('[data-part="compare"]').waitFor({ state: "visible" });
      await expect(page).toHaveURL(/page=compare/);
      await expect(page, "the selection goes along").toHaveURL(/year=2024/);
    });
  }

  test("lists all facts, those of the selection first, and says how many", async ({ site }) => {
    const explorer = await site.open("?page=data&year=2022&lang=en");
    const data = explorer.page.locator('[data-part="data"]');
    await data.locator("tbody tr").first().waitFor();
    await expect(data.locator("tbody tr")).toHaveCount(455);
    await expect(data.locator("tbody tr:not(.other)")).toHaveCount(91);
    await expect.poll(() => data.getByRole("status").innerText(), "the count").toHaveNumbers(["455", "91"]);
    const years = await data.locator("tbody tr:not(.other) td:first-child").allInnerTexts();
    expect([...new Set(years)]).toEqual(["2022"]);
  });

  test("narrow and search on a phone as well", async ({ site }) => {
    const explorer = await site.open("?page=data&lang=en", { width: 390, height: 844 });
    const { page } = explorer;
    await expect(page.getByLabel("Search in both languages")).toBeVisible();
    await expect(page.locator('[data-part="data"] select[name="grade"]')).toBeVisible();
    await explorer.goto("?page=compare&year=2024&lang=en");
    await expect(page.locator('select[name="against"]')).toBeVisible();
    await explorer.choose("year", "2023");
    await expect(page.locator('[data-part="compare"]')).toHaveText(/2023/);
  });

  test("sorts by any column, both ways, and keeps the order in the address", async ({ site }) => {
    const explorer = await site.open("?page=data&lang=en");
    const { page } = explorer;
    const heads = page.locator('[data-part="data"] thead th');
    await heads.first().waitFor();
    const first = () => page.locator('[data-part="data"] tbody tr').first().innerText();
    for (const name of ["Value", "Grade", "Measure", "Edition"]) {
      const head = heads.filter({ hasText: name });
      await head.getByRole("button").click();
      await expect(head).toHaveAttribute("aria-sort", "ascending");
      const lowest = await first();
      await head.getByRole("button").click();
      await expect(head).toHaveAttribute("aria-sort", "descending");
      expect(await first(), `${name} the other way round`).not.toBe(lowest);
    }
    await page.waitForURL(/sort=-edition/);
    await page.reload();
    await heads.first().waitFor();
    await expect(heads.filter({ hasText: "Edition" })).toHaveAttribute("aria-sort", "descending");
  });

  test("searches in both languages and narrows by statistic and grade, in the address", async ({ site }) => {
    const explorer = await site.open("?page=data&lang=en");
    const { page } = explorer;
    const rows = page.locator('[data-part="data"] tbody tr');
    await rows.first().waitFor();
    const field = page.getByLabel("Search in both languages");
    await field.fill("4,900");
    await expect(rows).toHaveCount(1);
    await expect(rows).toHaveText(/2024.*4,900 trials/);
    await field.fill("抗肿瘤 2024");
    await page.waitForURL(/q=/);
    expect(await rows.count()).toBeGreaterThan(3);
    expect((await rows.allInnerTexts()).every((row) => /Oncology/.test(row))).toBe(true);
    const all = await rows.count();
    await page.locator('[data-part="data"] select[name="grade"]').selectOption("C");
    await page.waitForURL(/grade=C/);
    expect(await rows.count()).toBeLessThan(all);
    await page.reload();
    await rows.first().waitFor();
    await expect(field).toHaveValue("抗肿瘤 2024");
    expect(await rows.count(), "the address holds words and grade").toBeLessThan(all);
  });

  test("walks the facts by arrow keys and proves one by Enter", async ({ site }) => {
    const explorer = await site.open("?page=data&lang=en&q=MRCT+2024&statistic=count");
    const { page } = explorer;
    const cells = page.locator('[data-part="data"] tbody .cell');
    await cells.first().waitFor();
    await cells.first().focus();
    await page.keyboard.press("End");
    await expect(cells.last(), "End goes to the last row").toBeFocused();
    await page.keyboard.press("Home");
    await expect(cells.first(), "Home goes to the first row").toBeFocused();
    await page.keyboard.press("Enter");
    const proof = page.locator('[data-part="proof"]');
    await proof.locator("#proof-title").waitFor();
    await expect.poll(() => proof.innerText(), "the proof").toHaveNumbers(["337"]);
    await expect(page).toHaveURL(/fact=2024-new_drug-mrct-trials-count/);
    await page.keyboard.press("Escape");
    await proof.waitFor({ state: "detached" });
    await expect(cells.first(), "the focus comes back").toBeFocused();
  });

  test("shows what is there and what is not, each cell a link to its figure", async ({ site }) => {
    const explorer = await site.open("?page=coverage&lang=en");
    const { page } = explorer;
    const coverage = page.locator('[data-part="coverage"]');
    await coverage.locator("tbody tr").first().waitFor();
    const counts = await coverage.locator("td.held b").allInnerTexts();
    expect(
      counts.reduce((sum, count) => sum + Number(count), 0),
      "every fact stands in one cell",
    ).toBe(455);
    expect(await coverage.locator("td.none").count(), "what is not printed is a dash").toBeGreaterThan(50);
    const phases = coverage.locator("tbody tr", { hasText: "by trial purpose, phase" }).first();
    await phases.locator("td").nth(5).getByRole("link").click();
    await page.waitForURL(/year=2024.*figure=phases/);
    await page.locator('[data-part="finding"]').waitFor({ state: "visible" });
    await expect(page.locator("#phases-title")).toBeFocused();
  });

  test("compares two years: both numbers, and the difference in points and percent", async ({ site }) => {
    const explorer = await site.open("?page=compare&year=2024&lang=en");
    const { page } = explorer;
    const compare = page.locator('[data-part="compare"]');
    await compare.locator("tbody tr").first().waitFor();
    const row = (/** @type {string} */ figure, /** @type {string} */ name) =>
      compare.locator(`[data-figure="${figure}"] tbody tr`, { hasText: name }).first();
    const text = plain(await row("registered", "New-drug trials").innerText());
    expect(text, "new-drug trials").toHaveNumbers(["2539", "2323", "9.3%"]);
    expect(text).toMatch(/\+9\.3%/);
    const all = plain(await row("registered", "All registered trials").innerText());
    expect(all, "the growth that is printed, not the one that the counts give").toMatch(/\+13\.9%/);
    const share = plain(await row("disease_areas", "Chemical drugs, Oncology").innerText());
    expect(share, "oncology").toHaveNumbers(["24.7", "28.7"]);
    expect(share).toMatch(/−4\.0 points derived/);
    const columns = (await compare.locator('[data-figure="registered"] thead th').allInnerTexts()).map(plain);
    expect(columns, "headed by what differs").toEqual(["Row", "2024", "2023", "Difference"]);
    await expect(compare.locator('[data-figure="registered"] .side svg'), "both sides are drawn").toHaveCount(2);
    await page.locator('select[name="against"]').selectOption("2022");
    await page.waitForURL(/against=2022/);
    expect(plain(await row("registered", "All registered trials").innerText()), "all trials").toHaveNumbers(["4900", "3410"]);
  });

  test("proves each number that it compares, by pointer, by keyboard and by its bar", async ({ site }) => {
    const explorer = await site.open("?page=compare&year=2024&lang=en");
    const { page, proof } = explorer;
    const figure = page.locator('[data-part="compare"] [data-figure="registered"]');
    const all = figure.locator("tbody tr", { hasText: "All registered trials" }).getByRole("button");
    await expect(all, "both numbers, and the growth that is printed").toHaveCount(3);
    for (const [position, { number, year, about }] of [
      { number: "4900", year: "2024", about: "count:all" },
      { number: "4300", year: "2023", about: "count:all" },
      { number: "+13.9%", year: "2024", about: "growth:all" },
    ].entries()) {
      await all.nth(position).click();
      await proof.opened();
      expect(plain(await proof.title.innerText()), "the number of the table").toContain(number);
      await expect(proof.about).toContainText(year);
      expect(explorer.address.number, "the address names the number").toBe(`${year}:${about}`);
      await page.keyboard.press("Escape");
      await proof.closed();
      await expect(all.nth(position), "the focus comes back").toBeFocused();
    }
    // What is counted is no trials: the name says what.
    await page.locator('[data-part="compare"] [data-figure="days_to_registration"] tbody').getByRole("button").first().press("Enter");
    await proof.opened();
    expect(explorer.address.number).toMatch(/^2024:\w+:[^:]+:[^:]*:\w+$/);
    const told = await proof.root.innerText();
    await page.reload();
    await proof.opened();
    expect(plain(await proof.root.innerText()), "a link to it opens the same").toBe(plain(told));
    await page.keyboard.press("Escape");
    await proof.closed();
    const bar = figure.locator(".side").nth(1).locator("svg path[fill]:not([fill='none'])").last();
    await bar.click();
    await proof.opened();
    expect(explorer.address.number, "a bar of the other side").toMatch(/^2023:count:/);
  });

  test("compares two product types", async ({ site }) => {
    const explorer = await site.open("?page=compare&year=2024&product=biological&against=chemical&lang=zh");
    const compare = explorer.page.locator('[data-part="compare"]');
    await compare.locator("tbody tr").first().waitFor();
    const row = compare.locator('[data-figure="disease_areas"] tbody tr', { hasText: "抗肿瘤" }).first();
    expect(plain(await row.innerText()), "oncology").toHaveNumbers(["43.1%", "24.7%"]);
    await expect(row).toHaveText(/\+18\.4个百分点/);
  });

  for (const language of LANGUAGES) {
    test(`says how the data was collected, reconciles it live, and defines its words (${language})`, async ({ site }) => {
      const explorer = await site.open(`?page=methods&lang=${language}`);
      const methods = explorer.page.locator('[data-part="methods"]');
      await methods.waitFor();
      for (const id of ["collected", "grades", "kinds", "reconciliation", "gaps", "glossary", "citing", "sources", "versions"]) {
        await expect(methods.locator(`#${id} h3`), id).toHaveCount(1);
      }
      await expect.poll(() => methods.locator("#grades").innerText(), "facts by grade").toHaveNumbers(["255", "143", "57"]);
      const reconciliation = plain(await methods.locator("#reconciliation").innerText());
      expect(reconciliation, "what was checked and found").toHaveNumbers(["0", "8", "85", "169", "13"]);
      await expect(methods.locator("#glossary")).toHaveText(/MRCT/);
      await expect(methods.locator("#sources ol > li")).toHaveCount(59);
      const links = await methods
        .locator("#sources a")
        .evaluateAll((/** @type {HTMLAnchorElement[]} */ found) => found.map((link) => link.rel));
      expect(links.length).toBeGreaterThan(10);
      expect(new Set(links)).toEqual(new Set(["noopener noreferrer"]));
      const mirrors = methods.locator("#sources li", { hasText: /mirror|第三方转载/ });
      await expect(mirrors.locator("a"), "mirrors are named, not linked").toHaveCount(0);
    });
  }
});

/** What is typed, and what the first answers are. @type {[language: Language, query: string, expected: RegExp[]][]} */
const QUERIES = [
  ["en", "MRCT 2024", [/337 trials/, /13\.3%/]],
  ["en", "4900", [/4900 trials/]],
  ["en", "cancer 2024 biological", [/Oncology/]],
  ["zh", "肿瘤 2024", [/抗肿瘤/]],
  ["zh", "kzl 2023", [/抗肿瘤/]],
  ["en", "innovative drugs 2024", [/1735 trials[\s\S]*new-drug trials are more/, /2539 trials[\s\S]*source article/]],
  ["en", "quality control", [/About quality control:[\s\S]*no source found prints a number/]],
  ["zh", "双抗", [/关于双特异性抗体/]],
];

test.describe("find a figure", () => {
  /**
   * Types into the search field and gives the answers.
   * @param {ExplorerPage} explorer
   * @param {string} query
   */
  const find = async (explorer, query) => {
    const { page } = explorer;
    await page.locator("#find").waitFor();
    await page.keyboard.press("/");
    await expect(page.locator("#find"), "the slash goes to the field").toBeFocused();
    await page.locator("#find").fill(query);
    await page.locator("#answers li").first().waitFor();
    return (await page.locator("#answers li").allInnerTexts()).map(plain);
  };

  for (const [language, query, expected] of QUERIES) {
    test(`answers ${query} (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      const answers = await find(explorer, query);
      for (const [position, pattern] of expected.entries()) expect(answers[position], answers.join("\n")).toMatch(pattern);
    });
  }

  test("goes to a proof and to a figure, by keyboard alone", async ({ site }) => {
    const explorer = await site.open("?lang=en");
    const { page } = explorer;
    await find(explorer, "MRCT 2024");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator('#answers li[aria-selected="true"]')).toHaveCount(1);
    await expect(page.locator("#find")).toHaveAttribute("aria-activedescendant", "answer-1");
    await page.keyboard.press("Enter");
    await page.locator("#proof-title").waitFor();
    await expect.poll(() => page.locator('[data-part="proof"]').innerText(), "the proof").toHaveNumbers(["13.3"]);
    await page.keyboard.press("Escape");
    await page.locator('[data-part="proof"]').waitFor({ state: "detached" });
    await page.locator("h1").click();
    const answers = await find(explorer, "sponsors");
    expect(answers[0]).toMatch(/Who sponsors the trials/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/figure=sponsors/);
  });

  test("says when nothing is found, and Escape clears it", async ({ site }) => {
    const explorer = await site.open("?lang=en");
    const { page } = explorer;
    await page.locator("#find").fill("qqqqzzzz");
    await page.locator(".finder").getByText("Nothing found").waitFor();
    await page.locator("#find").press("Escape");
    await expect(page.locator("#find")).toHaveValue("");
  });
});
