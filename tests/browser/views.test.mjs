// The views beside the figures: data, coverage, comparison, sources and methods; and the search that leads to all of them.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

const VIEWS = {
  en: ["Explore", "Data", "Coverage", "Compare", "Sources and methods"],
  zh: ["浏览", "数据", "覆盖情况", "对比", "来源与方法"],
};

describe("the views", () => {
  const site = useSite();

  for (const language of ["en", "zh"]) {
    it(`are reached from the head of the page, and by "back" left again (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}&year=2024`);
      const { page } = explorer;
      for (const [position, name] of VIEWS[language].entries()) {
        await page.locator(".views").getByRole("link", { name, exact: true }).click();
        const part = ["finding", "data", "coverage", "compare", "methods"][position];
        await page.locator(`[data-part="${part}"]`).first().waitFor({ state: "visible" });
        assert.equal(await page.locator('.views a[aria-current="page"]').innerText(), name);
        assert.equal(await page.locator("h1").count(), 1);
      }
      await page.goBack();
      await page.locator('[data-part="compare"]').waitFor({ state: "visible" });
      assert.match(page.url(), /page=compare/);
      assert.match(page.url(), /year=2024/, "the selection goes along");
    });
  }

  it("lists all facts, those of the selection first, and says how many", async (t) => {
    const explorer = await site.open(t, "?page=data&year=2022&lang=en");
    const data = explorer.page.locator('[data-part="data"]');
    await data.locator("tbody tr").first().waitFor();
    assert.equal(await data.locator("tbody tr").count(), 455);
    assert.equal(await data.locator("tbody tr:not(.other)").count(), 91);
    assertNumbers(await data.getByRole("status").innerText(), ["455", "91"], "the count");
    const years = await data.locator("tbody tr:not(.other) td:first-child").allInnerTexts();
    assert.deepEqual([...new Set(years)], ["2022"]);
  });

  it("sorts by any column, both ways, and keeps the order in the address", async (t) => {
    const explorer = await site.open(t, "?page=data&lang=en");
    const { page } = explorer;
    const heads = page.locator('[data-part="data"] thead th');
    await heads.first().waitFor();
    const first = () => page.locator('[data-part="data"] tbody tr').first().innerText();
    for (const name of ["Value", "Grade", "Measure", "Edition"]) {
      const head = heads.filter({ hasText: name });
      await head.getByRole("button").click();
      assert.equal(await head.getAttribute("aria-sort"), "ascending");
      const lowest = await first();
      await head.getByRole("button").click();
      assert.equal(await head.getAttribute("aria-sort"), "descending");
      assert.notEqual(await first(), lowest, `${name} the other way round`);
    }
    await page.waitForURL(/sort=-edition/);
    await page.reload();
    await heads.first().waitFor();
    assert.equal(await heads.filter({ hasText: "Edition" }).getAttribute("aria-sort"), "descending");
  });

  it("searches in both languages and narrows by statistic and grade, in the address", async (t) => {
    const explorer = await site.open(t, "?page=data&lang=en");
    const { page } = explorer;
    const rows = page.locator('[data-part="data"] tbody tr');
    await rows.first().waitFor();
    const field = page.getByLabel("Search in both languages");
    await field.fill("4,900");
    await page.waitForFunction(() => document.querySelectorAll('[data-part="data"] tbody tr').length === 1);
    assert.match(await rows.innerText(), /2024[\s\S]*4,900 trials/);
    await field.fill("抗肿瘤 2024");
    await page.waitForURL(/q=/);
    assert.ok((await rows.count()) > 3);
    assert.ok((await rows.allInnerTexts()).every((row) => /Oncology/.test(row)));
    const all = await rows.count();
    await page.locator('[data-part="data"] select[name="grade"]').selectOption("C");
    await page.waitForURL(/grade=C/);
    assert.ok((await rows.count()) < all);
    await page.reload();
    await rows.first().waitFor();
    assert.equal(await field.inputValue(), "抗肿瘤 2024");
    assert.ok((await rows.count()) < all, "the address holds words and grade");
  });

  it("walks the facts by arrow keys and proves one by Enter", async (t) => {
    const explorer = await site.open(t, "?page=data&lang=en&q=MRCT+2024&statistic=count");
    const { page } = explorer;
    const cells = page.locator('[data-part="data"] tbody .cell');
    await cells.first().waitFor();
    await cells.first().focus();
    await page.keyboard.press("End");
    assert.ok(await cells.last().evaluate((cell) => cell === document.activeElement), "End goes to the last row");
    await page.keyboard.press("Home");
    assert.ok(await cells.first().evaluate((cell) => cell === document.activeElement), "Home goes to the first row");
    await page.keyboard.press("Enter");
    const proof = page.locator('[data-part="proof"]');
    await proof.locator("#proof-title").waitFor();
    assertNumbers(await proof.innerText(), ["337"], "the proof");
    assert.match(page.url(), /fact=2024-new_drug-mrct-trials-count/);
    await page.keyboard.press("Escape");
    await proof.waitFor({ state: "detached" });
    assert.ok(await cells.first().evaluate((cell) => cell === document.activeElement), "the focus comes back");
  });

  it("shows what is there and what is not, each cell a link to its figure", async (t) => {
    const explorer = await site.open(t, "?page=coverage&lang=en");
    const { page } = explorer;
    const coverage = page.locator('[data-part="coverage"]');
    await coverage.locator("tbody tr").first().waitFor();
    const counts = await coverage.locator("td.held b").allInnerTexts();
    assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), 455, "every fact stands in one cell");
    assert.ok((await coverage.locator("td.none").count()) > 50, "what is not printed is a dash");
    const phases = coverage.locator("tbody tr", { hasText: "by trial purpose, phase" }).first();
    await phases.locator("td").nth(5).getByRole("link").click();
    await page.waitForURL(/year=2024.*figure=phases/);
    await page.locator('[data-part="finding"]').waitFor({ state: "visible" });
    assert.ok(await page.locator("#phases-title").evaluate((title) => title === document.activeElement));
  });

  it("compares two years: both numbers, and the difference in points and percent", async (t) => {
    const explorer = await site.open(t, "?page=compare&year=2024&lang=en");
    const { page } = explorer;
    const compare = page.locator('[data-part="compare"]');
    await compare.locator("tbody tr").first().waitFor();
    const row = (figure, name) => compare.locator(`[data-figure="${figure}"] tbody tr`, { hasText: name }).first();
    const text = plain(await row("registered", "New-drug trials").innerText());
    assertNumbers(text, ["2539", "2323", "9.3%"], "new-drug trials");
    assert.match(text, /\+9\.3%/);
    const share = plain(await row("disease_areas", "Chemical drugs, Oncology").innerText());
    assertNumbers(share, ["24.7", "28.7"], "oncology");
    assert.match(share, /−4\.0 points/);
    await page.locator('select[name="against"]').selectOption("2022");
    await page.waitForURL(/against=2022/);
    assertNumbers(plain(await row("registered", "All registered trials").innerText()), ["4900", "3410"], "all trials");
  });

  it("compares two product types", async (t) => {
    const explorer = await site.open(t, "?page=compare&year=2024&product=biological&against=chemical&lang=zh");
    const compare = explorer.page.locator('[data-part="compare"]');
    await compare.locator("tbody tr").first().waitFor();
    const row = compare.locator('[data-figure="disease_areas"] tbody tr', { hasText: "抗肿瘤" }).first();
    assertNumbers(plain(await row.innerText()), ["43.1%", "24.7%"], "oncology");
    assert.match(await row.innerText(), /\+18\.4个百分点/);
  });

  for (const language of ["en", "zh"]) {
    it(`says how the data was collected, reconciles it live, and defines its words (${language})`, async (t) => {
      const explorer = await site.open(t, `?page=methods&lang=${language}`);
      const methods = explorer.page.locator('[data-part="methods"]');
      await methods.waitFor();
      for (const id of ["collected", "grades", "kinds", "reconciliation", "gaps", "glossary", "citing", "sources", "versions"]) {
        assert.equal(await methods.locator(`#${id} h3`).count(), 1, id);
      }
      assertNumbers(await methods.locator("#grades").innerText(), ["255", "143", "57"], "facts by grade");
      const reconciliation = plain(await methods.locator("#reconciliation").innerText());
      assertNumbers(reconciliation, ["0", "8", "84", "168", "13"], "what was checked and found");
      assert.match(await methods.locator("#glossary").innerText(), /MRCT/);
      assert.equal(await methods.locator("#sources ol > li").count(), 52);
      const links = await methods.locator("#sources a").evaluateAll((found) => found.map((link) => link.rel));
      assert.ok(links.length > 10 && links.every((rel) => rel === "noopener noreferrer"));
      const mirrors = await methods.locator("#sources li", { hasText: /mirror/ }).locator("a").count();
      assert.equal(mirrors, 0, "mirrors are named, not linked");
    });
  }
});

describe("find a figure", () => {
  const site = useSite();

  /** Types into the search field and gives the answers. */
  const find = async (explorer, query) => {
    const { page } = explorer;
    await page.locator("#find").waitFor();
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "find", "the slash goes to the field");
    await page.locator("#find").fill(query);
    await page.locator("#answers li").first().waitFor();
    return (await page.locator("#answers li").allInnerTexts()).map(plain);
  };

  for (const [language, query, expected] of [
    ["en", "MRCT 2024", [/337 trials/, /13\.3%/]],
    ["en", "4900", [/4900 trials/]],
    ["en", "cancer 2024 biological", [/Oncology/]],
    ["zh", "肿瘤 2024", [/抗肿瘤/]],
    ["zh", "kzl 2023", [/抗肿瘤/]],
    ["en", "innovative drugs 2024", [/Category 1[\s\S]*new-drug trials are more/]],
  ]) {
    it(`answers ${query} (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const answers = await find(explorer, query);
      for (const [position, pattern] of expected.entries()) assert.match(answers[position], pattern, answers.join("\n"));
    });
  }

  it("goes to a proof and to a figure, by keyboard alone", async (t) => {
    const explorer = await site.open(t, "?lang=en");
    const { page } = explorer;
    await find(explorer, "MRCT 2024");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator('#answers li[aria-selected="true"]').count(), 1);
    assert.equal(await page.locator("#find").getAttribute("aria-activedescendant"), "answer-1");
    await page.keyboard.press("Enter");
    await page.locator("#proof-title").waitFor();
    assertNumbers(await page.locator('[data-part="proof"]').innerText(), ["13.3"], "the proof");
    await page.keyboard.press("Escape");
    await page.locator('[data-part="proof"]').waitFor({ state: "detached" });
    await page.locator("h1").click();
    const answers = await find(explorer, "sponsors");
    assert.match(answers[0], /Who sponsors the trials/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/figure=sponsors/);
  });

  it("says when nothing is found, and Escape clears it", async (t) => {
    const explorer = await site.open(t, "?lang=en");
    const { page } = explorer;
    await page.locator("#find").fill("qqqqzzzz");
    await page.locator(".finder").getByText("Nothing found").waitFor();
    await page.locator("#find").press("Escape");
    assert.equal(await page.locator("#find").inputValue(), "");
  });
});
