// Your data: a list of trials is read in the browser, mapped, counted beside the nation's numbers, and leaves it nowhere.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test as portalTest, readyFrame } from "./portals.mjs";
import { axeSource, expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Page } from "@playwright/test" */

const FIXTURES = path.join(path.dirname(fileURLToPath(import.meta.url)), "../fixtures/trials");
const fixture = (/** @type {string} */ name) => path.join(FIXTURES, name);

const own = (/** @type {Page} */ page) => page.locator('[data-part="own"]');

/** Chooses a list, and waits until its columns are known. @param {Page} page @param {Parameters<import("@playwright/test").Locator["setInputFiles"]>[0]} file */
const choose = async (page, file) => {
  await page.locator('input[name="list"]').setInputFiles(file);
  await own(page).locator('[data-part="mapping"]').waitFor();
};

/** Counts the list. @param {Page} page */
const count = async (page) => {
  await own(page).locator('[data-part="count"]').click();
  await own(page).locator('[data-part="own-report"]').waitFor();
};

/** The field that a column is taken for. @param {Page} page @param {string} column */
const field = (page, column) => own(page).locator(`select[data-column="${column}"]`);

/** Trials of ClinicalTrials.gov's form, counted here by hand: one line for each, without quoted line breaks. */
const listed = (/** @type {number} */ rows) => {
  const phases = ["PHASE1", "PHASE2", "PHASE3", "PHASE1|PHASE2"];
  const lines = Array.from({ length: rows }, (_, row) => {
    const year = 2019 + (row % 7);
    return `NCT${10_000_000 + row},Study ${row},RECRUITING,${row % 3 === 0 ? "Lung Cancer" : "Asthma"},DRUG: tablets,Example,${phases[row % 4]},${year}-03-01,"Hospital, Beijing, China"`;
  });
  return ["NCT Number,Study Title,Study Status,Conditions,Interventions,Sponsor,Phases,First Posted,Locations", ...lines].join("\n");
};

const buffer = (/** @type {string} */ name, /** @type {string} */ text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

for (const language of ["en", "zh"]) {
  test(`a list is mapped, counted and shown beside the nation's numbers (${language})`, async ({ site }) => {
    const explorer = await site.open(`?page=own&lang=${language}`);
    const { page } = explorer;
    const workers = /** @type {string[]} */ ([]);
    page.on("worker", (worker) => workers.push(new URL(worker.url()).pathname.split("/").pop() ?? ""));
    await choose(page, buffer("mine.csv", listed(70)));
    await expect(field(page, "NCT Number")).toHaveValue("registry_number");
    await expect(field(page, "Phases")).toHaveValue("phase");
    await expect(field(page, "First Posted")).toHaveValue("date");
    await expect(field(page, "Conditions")).toHaveValue("condition");
    await count(page);
    await expect(own(page).locator('[data-part="own-report"]')).toContainText(
      language === "en" ? "70 rows · 70 trials" : "70行 · 70项试验",
    );
    // Ten trials of each year: 70 over seven years.
    await page.getByRole("button", { name: language === "en" ? "Counts" : "数量", exact: true }).click();
    const registered = own(page).locator('[data-figure="registered"]');
    await registered.locator("summary").click();
    const rows = await registered.locator("tbody tr").allTextContents();
    expect(
      rows.some((row) => /2024.*10.*(4,?900|2,?539)/.test(row)),
      rows.join("\n"),
    ).toBe(true);
    const nations = registered.locator("tbody tr", { hasText: "2024" }).locator("td:last-child").getByRole("button").first();
    const told = plain(await nations.innerText());
    await nations.click();
    await explorer.proof.opened();
    expect(plain(await explorer.proof.title.innerText()), "the nation's number opens its proof").toContain(told);
    await page.keyboard.press("Escape");
    await explorer.proof.closed();
    expect(workers, "a thread of its own").toContain("worker.js");
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });
}

test("a bar and a number lead to their trials, which can be searched, sorted and taken along", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en&year=2024");
  const { page } = explorer;
  await choose(page, buffer("mine.csv", listed(70)));
  await count(page);
  await page.getByRole("button", { name: "Counts", exact: true }).click();
  const phases = own(page).locator('[data-figure="phases"]');
  await phases.locator("summary").click();
  const number = phases.getByRole("button", { name: /Show the trials/ }).first();
  await number.focus();
  await page.keyboard.press("Enter");
  const behind = own(page).locator('[data-part="trials-behind"]');
  await expect(behind.locator("h4")).toBeFocused();
  const lines = behind.locator("table.trials tbody tr");
  await lines.first().waitFor();
  const all = await lines.count();
  expect(all).toBeGreaterThan(1);
  for (const line of await lines.allTextContents()) expect(line).toContain("2024-03-01");
  await behind.getByRole("button", { name: "NCT Number" }).click();
  await behind.getByRole("button", { name: "NCT Number" }).click();
  const numbers = await behind.locator("tbody td:first-child").allTextContents();
  expect(numbers).toEqual([...numbers].sort().reverse());
  const [download] = await Promise.all([page.waitForEvent("download"), behind.locator('[data-part="export-trials"]').click()]);
  const saved = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(saved.length).toBe(all + 1);
  expect(saved[0]).toContain("NCT Number,Study Title");
  await behind.locator('input[name="trials"]').fill(numbers[0] ?? "");
  await expect(lines).toHaveCount(1);
});

for (const [name, rows] of /** @type {[string, RegExp][]} */ ([
  ["clinicaltrials_gov.csv", /rows/],
  ["chinese_registry_gbk.csv", /rows/],
  ["semicolons_decimal_commas.csv", /rows/],
  ["broken_rows.csv", /broken rows, set aside: \d+/],
  ["formulas.csv", /rows/],
  ["list.xlsx", /rows/],
])) {
  test(`reads ${name}`, async ({ site }) => {
    const explorer = await site.open("?page=own&lang=en");
    await choose(explorer.page, fixture(name));
    await count(explorer.page);
    await expect(own(explorer.page).locator('[data-part="own-report"] b')).toContainText(rows);
    expect(await own(explorer.page).locator("figure.figure").count(), "it answers figures").toBeGreaterThan(0);
  });
}

test("what is no list is refused by name, and nothing is lost", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  const said = own(page).locator('[data-part="own-said"]');
  await page.locator('input[name="list"]').setInputFiles(buffer("empty.csv", ""));
  await expect(said).toContainText("must name the columns");
  await page
    .locator('input[name="list"]')
    .setInputFiles({ name: "x.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004nothing") });
  await expect(said).toContainText("no XLSX file");
  await choose(page, buffer("mine.csv", listed(7)));
  await expect(said).toHaveText("");
});

test("decisions are saved and opened again", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await choose(page, buffer("mine.csv", listed(7)));
  await field(page, "Sponsor").selectOption("");
  await page.locator('input[name="phases-in-each"]').check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-part="save-profile"]').click()]);
  const profile = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(profile)).toMatchObject({ version: 1 });
  await choose(page, buffer("mine.csv", listed(7)));
  await expect(field(page, "Sponsor")).toHaveValue("sponsor");
  await page.locator('input[name="profile"]').setInputFiles({ name: "p.json", mimeType: "application/json", buffer: Buffer.from(profile) });
  await expect(field(page, "Sponsor")).toHaveValue("");
  await page.locator('input[name="profile"]').setInputFiles({ name: "p.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(own(page).locator('[data-part="own-said"]')).toContainText("line 1");
});

test("a long list shows how far it is, and can be cancelled", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await choose(page, buffer("long.csv", listed(250_000)));
  await own(page).locator('[data-part="count"]').click();
  await own(page).locator("progress").waitFor();
  await own(page).locator('[data-part="cancel"]').click();
  await expect(own(page).locator('[data-part="own-said"]')).toContainText("Cancelled");
  await own(page).locator('[data-part="mapping"]').waitFor();
  await count(page);
  await expect(own(page).locator('[data-part="own-report"]')).toContainText("250,000 rows");
});

test("without a worker the list is read on the page", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en", {
    isExpectedToFail: true,
    prepare: (page) => page.route("**/worker.js", (route) => route.abort()),
  });
  await explorer.ready();
  await choose(explorer.page, buffer("mine.csv", listed(700)));
  await count(explorer.page);
  await expect(own(explorer.page).locator('[data-part="own-report"]')).toContainText("700 rows");
});

test("the list stays while the reader looks at another view, until it is taken away", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await choose(page, buffer("mine.csv", listed(70)));
  await count(page);
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByRole("link", { name: "Your data", exact: true }).click();
  await own(page).locator('[data-part="own-report"]').waitFor();
  await own(page).locator('[data-part="forget"]').click();
  await expect(own(page).locator('[data-part="own-report"]')).toHaveCount(0);
});

for (const { language, unknown, means, recount, values } of [
  { language: "en", unknown: "Odd Condition", means: "Means: Odd Condition", recount: "Count anew", values: "What the values mean" },
  { language: "zh", unknown: "某种疾病", means: "含义：某种疾病", recount: "重新统计", values: "各取值的含义" },
]) {
  test(`what a value means is corrected by keyboard, counted anew, and saved with the decisions (${language})`, async ({ site }) => {
    const explorer = await site.open(`?page=own&lang=${language}`);
    const { page } = explorer;
    const text = listed(20).replaceAll("Asthma", unknown);
    await choose(page, buffer("mine.csv", text));
    await own(page).locator('[data-part="count"]').focus();
    await page.keyboard.press("Enter");
    const report = own(page).locator('[data-part="own-report"]');
    await report.waitFor();
    const diseases = language === "en" ? /Disease area 13/ : /适应症领域 13/;
    await expect(report, "13 trials of an odd condition").toContainText(diseases);
    await report.getByText(values, { exact: true }).focus();
    await page.keyboard.press("Enter");
    const value = report.getByRole("combobox", { name: means });
    await expect(value).toHaveValue("");
    const button = report.getByRole("button", { name: recount });
    await expect(button).toBeDisabled();
    await value.selectOption("disease:oncology");
    await expect(button).toBeEnabled();
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(report).not.toContainText(diseases);
    await report.getByText(values, { exact: true }).click();
    await expect(report.getByRole("combobox", { name: means })).toHaveValue("disease:oncology");
    await own(page).locator('[data-part="back"]').click();
    const [saved] = await Promise.all([page.waitForEvent("download"), own(page).locator('[data-part="save-profile"]').click()]);
    const profile = JSON.parse(await readFile(await saved.path(), "utf8"));
    expect(profile.values).toEqual([{ field: "condition", value: unknown.toLowerCase(), codes: ["disease:oncology"] }]);
  });
}

test("refusals and broken decisions are told in Chinese", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=zh");
  const { page } = explorer;
  const said = own(page).locator('[data-part="own-said"]');
  await page.locator('input[name="list"]').setInputFiles(buffer("empty.csv", ""));
  await expect(said).toHaveText(/[\u4e00-\u9fff]{4}/);
  await page
    .locator('input[name="list"]')
    .setInputFiles({ name: "x.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004nothing") });
  await expect(said).toContainText("无法识别为XLSX文件");
  await choose(page, buffer("mine.csv", listed(7)));
  for (const broken of ["{", '{"version":2,"columns":{}}', '{"version":1,"columns":{"A":"phse"}}']) {
    await page.locator('input[name="profile"]').setInputFiles(buffer("decisions.json", broken));
    await expect(said, broken).toHaveText(/[\u4e00-\u9fff]{4}/);
  }
});

test("a list is dropped on the view", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "mine.csv", { type: "text/csv" }));
    return transfer;
  }, listed(14));
  await own(page).locator('input[name="list"]').dispatchEvent("drop", { dataTransfer: dropped });
  await own(page).locator('[data-part="mapping"]').waitFor();
  await count(page);
  await expect(own(page).locator('[data-part="own-report"]')).toContainText("14 rows · 14 trials");
});

portalTest.describe("in a frame that allows nothing but scripts", () => {
  portalTest("a list is read on the page, counted, and its trials are handed over as text", async ({ portal }) => {
    const frame =
      '<iframe src="https://trials.example/explorer/?mode=embed&page=own&lang=en" width="1000" height="1500" sandbox="allow-scripts"></iframe>';
    const { page, problems } = await portal.open(frame, { viewport: { width: 1100, height: 1600 } });
    const inner = await readyFrame(page);
    await inner.locator('input[name="list"]').setInputFiles(buffer("mine.csv", listed(70)));
    await inner.locator('[data-part="mapping"]').waitFor();
    await inner.locator('[data-part="count"]').click();
    await expect(inner.locator('[data-part="own-report"]')).toContainText("70 rows · 70 trials");
    const phases = inner.locator('[data-part="own"] [data-figure="phases"]');
    await phases.locator("summary").click();
    await phases
      .getByRole("button", { name: /Show the trials/ })
      .first()
      .click();
    await inner.locator('[data-part="trials-behind"] table.trials tbody tr').first().waitFor();
    // What the sandbox forbids is named by the browser itself; the page breaks nothing.
    expect(problems.filter((text) => !/sandbox|allow-downloads|SecurityError|worker/i.test(text))).toEqual([]);
  });

  portalTest("own figures are taken, marked, and not kept", async ({ portal }) => {
    const frame =
      '<iframe src="https://trials.example/explorer/?mode=embed&page=own&lang=en" width="1000" height="1500" sandbox="allow-scripts"></iframe>';
    const { page, problems } = await portal.open(frame, { viewport: { width: 1100, height: 1600 } });
    const inner = await readyFrame(page);
    const figures = "year,measure,statistic,purpose,product_type,disease,value\n2025,trials,count,new_drug,chemical,oncology,401";
    await inner.locator('input[name="figures"]').setInputFiles(buffer("own.csv", figures));
    await expect(inner.locator('[data-part="entered"] tbody tr')).toHaveCount(1);
    await expect(inner.locator('[data-part="own-notice"]')).toContainText("nobody published: 1");
    await inner.getByRole("checkbox", { name: /Keep it in this browser/ }).click();
    await expect(inner.locator('[data-part="figures-said"]')).toContainText("The browser keeps nothing here");
    expect(problems.filter((text) => !/sandbox|SecurityError|storage|indexedDB/i.test(text))).toEqual([]);
  });
});

test("what a list cannot be narrowed to is said, and it is not compared with numbers that are", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en&year=2024&product=biological&disease=oncology");
  const { page } = explorer;
  const registered = own(page).locator('[data-figure="registered"]');
  // Without the column of interventions nobody knows the product type.
  const narrow = listed(70).replaceAll(/^((?:[^,\n]*,){4})[^,\n]*,/gm, "$1");
  await choose(page, buffer("mine.csv", narrow));
  await count(page);
  await expect(registered.locator('[data-part="unmet"]')).toHaveText(
    "Your list: Not narrowed to Biological products: the list does not say it.",
  );
  await expect(registered.locator(".side"), "the nation's are of biological products alone").toHaveCount(1);
  await explorer.choose("product", "");
  await expect(registered.locator('[data-part="unmet"]')).toHaveText(/^The nation \(CDE\): Not narrowed to Oncology/);
  await expect(registered.locator(".side"), "the nation's are of all diseases").toHaveCount(1);
  await explorer.choose("disease", "");
  await expect(registered.locator('[data-part="unmet"]')).toHaveText("");
  await expect(registered.locator(".side")).toHaveCount(2);
});

/** A list of a condition that no shipped word knows. @param {string} word */
const unheard = (word) => buffer("mine.csv", listed(70).replaceAll("Lung Cancer", word));

for (const language of ["en", "zh"]) {
  test(`words of the reader's own are read by, saved, edited and taken away (${language})`, async ({ site }) => {
    const explorer = await site.open(`?page=own&lang=${language}`);
    const { page } = explorer;
    const word = language === "en" ? "Solid mass" : "占位病变";
    await choose(page, unheard(word));
    await count(page);
    // 24 of 70 rows have the word, and stand for nothing.
    const notAssigned = own(page)
      .locator('[data-part="own-report"] p.small')
      .filter({ hasText: /Not assigned|未归类/ });
    const disease = language === "en" ? "Disease area" : "适应症领域";
    await expect(notAssigned).toContainText(`${disease} 24`);
    const keywords = own(page).locator('[data-part="keywords"]');
    await keywords.locator("summary").focus();
    await page.keyboard.press("Enter");
    await keywords.locator('input[name="keyword"]').fill(word);
    await keywords.locator('select[name="stands-for"]').selectOption("disease:oncology");
    await keywords.locator('input[name="keyword"]').press("Enter");
    await expect(keywords.locator('[data-part="own-keywords"] li')).toHaveCount(1);
    await expect(keywords.locator('[data-part="own-keywords"] li')).toContainText(word);
    // As a table that a spreadsheet program opens.
    const [download] = await Promise.all([page.waitForEvent("download"), keywords.locator('[data-part="save-keywords"]').click()]);
    const table = await readFile(await download.path(), "utf8");
    expect(table.startsWith("\ufeffdimension,code,language,words\r\n") || table.startsWith("\ufeffdimension,code,language,words\n")).toBe(
      true,
    );
    expect(table).toContain(`disease,oncology,${language},${word}`);
    await keywords.locator('[data-part="recount"]').click();
    await own(page).locator('[data-part="own-report"]').waitFor();
    await expect(notAssigned).toContainText(`${disease} 0`);
    // Taken away again, and back by the table.
    await keywords.locator("summary").click();
    await keywords.locator('[data-part="own-keywords"] button').click();
    await expect(keywords.locator('[data-part="own-keywords"] li')).toHaveCount(0);
    await expect(keywords.locator('[data-part="shipped-keywords"]')).toBeDisabled();
    await page.locator('input[name="keywords"]').setInputFiles(buffer("keywords.csv", table));
    await expect(keywords.locator('[data-part="own-keywords"] li')).toContainText(word);
    // What is broken is refused by its line, and what was there stays.
    await page.locator('input[name="keywords"]').setInputFiles(buffer("keywords.csv", table.replace("oncology", "onclogy")));
    await expect(own(page).locator('[data-part="own-said"]')).toContainText("onclogy");
    await expect(keywords.locator('[data-part="own-keywords"] li')).toHaveCount(1);
  });
}

test("what a list does not answer is named with the column that is missing, and its empty years are its own", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  const lines = ["Registry number,Date,Condition", "CTR20240001,2022-03-01,Asthma", "CTR20240002,2024-03-01,Lung cancer"];
  await choose(page, buffer("mine.csv", lines.join("\n")));
  await count(page);
  const leftOut = own(page).locator('[data-part="left-out"]');
  await leftOut.locator("summary").click();
  await expect(leftOut.locator("li").filter({ hasText: "no column says: Phase" }).first()).toBeVisible();
  await expect(leftOut.locator("li").filter({ hasText: "counts something else than trials" }).first()).toBeVisible();
  await expect(own(page)).not.toContainText("not printed");
  await expect(own(page).locator('[data-part="own-report"]')).toContainText("a reload loses it");
});

test("the browser asks before it loses what was corrected and not saved", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  const asked = /** @type {string[]} */ ([]);
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await choose(page, buffer("mine.csv", listed(70)));
  await field(page, "Study Title").selectOption("condition");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  // With the decisions in a file there is nothing to lose.
  const [download] = await Promise.all([page.waitForEvent("download"), own(page).locator('[data-part="save-profile"]').click()]);
  await download.path();
  await page.reload();
  expect(asked).toHaveLength(1);
  await expect(page.locator('[data-part="mapping"]')).toHaveCount(0);
});

test("a list of trials that was given as figures is read as a list in one step", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await page.locator('input[name="figures"]').setInputFiles(buffer("mine.csv", listed(70)));
  await own(page).locator('[data-part="read-as-list"]').click();
  await own(page).locator('[data-part="mapping"]').waitFor();
  await expect(own(page).locator('[data-part="own-problems"]')).toHaveCount(0);
  await count(page);
  await expect(own(page).locator('[data-part="own-report"]')).toContainText("70 rows · 70 trials");
});
