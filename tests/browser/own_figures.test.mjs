// Own figures: what a reader enters is checked before anything is taken, marked wherever it stands, and leaves the browser nowhere.
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./site.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { Prepare } from "./site.mjs" */

const HEADER = "year,measure,statistic,purpose,product_type,disease,value";
/** Oncology among chemical drugs in 2025: printed for 2024 (349), and not in the data. */
const GOOD = `${HEADER}\n2025,trials,count,new_drug,chemical,oncology,401`;
const BROKEN = `${GOOD}\n2025,trials,count,new_drug,chemicl,,1500\n2025,trials,count,new_drug,biological,,many`;
/** All trials of 2024 were 4,900. */
const OTHER = `${HEADER}\n2024,trials,count,,,,4901`;

/** As many figures as a brief may hold. */
const PINNED = [
  "registered",
  "product_types",
  "disease_areas",
  "phases",
  "scope",
  "sponsors",
  "category_1",
  "multi_regional",
  "populations",
  "approvals",
  "stopped",
  "completed",
];

const csv = (/** @type {string} */ name, /** @type {string} */ text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const part = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-part="${name}"]`);
const ready = (/** @type {Page} */ page) => expect(page.locator("html")).toHaveAttribute("data-ready", "true");

/** Chooses files, which are read at once. @param {Page} page @param {ReturnType<typeof csv>[]} files */
const choose = (page, ...files) => page.locator('input[name="figures"]').setInputFiles(files);

/** Chooses a sound file, and waits until the page stands with it. @param {Page} page @param {string} [text] */
const enter = async (page, text = GOOD) => {
  await choose(page, csv("own.csv", text));
  await expect(part(page, "entered")).toBeVisible();
  await ready(page);
};

/** A file that was offered. @param {Page} page @param {() => Promise<void>} act */
const saved = async (page, act) => {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

for (const [language, words] of /** @type {const} */ ([
  [
    "en",
    {
      said: "own.csv: 1 new",
      from: "own.csv, line 2",
      own: "own number",
      notice: "nobody published: 1",
      entered: "Entered by you, from own.csv, line 2",
    },
  ],
  [
    "zh",
    { said: "own.csv：新增1行", from: "own.csv第2行", own: "自录数据", notice: "（以星号标注）：1", entered: "本人录入，来自own.csv第2行" },
  ],
])) {
  test(`a number of one's own stands in table, chart and proof with its mark (${language})`, async ({ site }) => {
    const explorer = await site.open(`?page=own&lang=${language}`);
    const { page } = explorer;
    await enter(page);
    await expect(part(page, "figures-said")).toContainText(words.said);
    await expect(part(page, "entered").locator("tbody tr")).toHaveCount(1);
    await expect(part(page, "entered")).toContainText(words.from);
    await expect(part(page, "entered")).toContainText(words.own);
    await expect(part(page, "own-notice")).toContainText(words.notice);
    // Elsewhere in the page, without loading it anew.
    await page.locator(".views a").first().click();
    await ready(page);
    await explorer.choose("year", "2025");
    await explorer.choose("product", "chemical");
    await explorer.choose("disease", "oncology");
    await expect(part(page, "finding")).toContainText("401");
    await part(page, "finding").getByRole("link", { name: /401/ }).first().click();
    await expect(part(page, "proof")).toContainText(words.entered);
  });
}

test("what is wrong is listed before anything is taken, and the reader chooses", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await choose(page, csv("own.csv", BROKEN));
  const problems = part(page, "own-problems");
  await expect(problems).toBeFocused();
  await expect(problems.locator("li")).toHaveCount(2);
  await expect(problems).toContainText("own.csv, line 3, column product_type");
  await expect(problems).toContainText("did you mean `chemical`?");
  await expect(problems).toContainText("own.csv, line 4, column value");
  await expect(part(page, "own-notice"), "nothing is taken yet").toHaveCount(0);
  await part(page, "refuse-all").click();
  await expect(problems).toHaveCount(0);
  await expect(part(page, "figures-said")).toHaveText("Nothing was taken.");
  await expect(part(page, "own-notice")).toHaveCount(0);
  await choose(page, csv("own.csv", BROKEN));
  await part(page, "take-good").click();
  await expect(part(page, "entered").locator("tbody tr")).toHaveCount(1);
  await expect(part(page, "figures-said")).toContainText("2 refused");
});

test("what is no such file is refused by name", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await choose(page, csv("old.xls", "\u00d0\u00cf"), { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2") });
  await expect(part(page, "own-problems")).toContainText("list.csv, line 1");
  await part(page, "refuse-all").click();
  await choose(page, { name: "torn.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004 and nothing") });
  await expect(part(page, "figures-said")).toContainText("torn.xlsx: not an XLSX workbook that can be read");
  await expect(part(page, "own-notice")).toHaveCount(0);
});

test("another value for a printed number stands beside it, and the printed one stays", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await enter(page, OTHER);
  await expect(part(page, "entered")).toContainText("another value beside the printed one");
  await page.locator(".views a").first().click();
  await ready(page);
  await explorer.choose("year", "2024");
  await expect(part(page, "finding")).toContainText("4,900");
  await part(page, "finding").getByRole("link", { name: "4,900" }).click();
  await expect(part(page, "proof")).toContainText("4,901");
});

test("the page is shown without them and with them, by keyboard, and forgets them", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await enter(page);
  await expect(page.locator('[data-part="own-figures"] h3')).toBeFocused();
  const turn = part(page, "own-notice").getByRole("button");
  await turn.focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "own-notice")).toContainText("Left out of this page");
  await ready(page);
  await page.locator(".views a").first().click();
  await explorer.choose("year", "2025");
  const chemical = page.locator('#filters select[name="product"] option[value="chemical"]');
  await expect(chemical, "of 2025 nothing else is printed of it").toBeDisabled();
  await part(page, "own-notice").getByRole("button", { name: "Show them" }).click();
  await expect(chemical).toBeEnabled();
  await ready(page);
  await explorer.choose("product", "chemical");
  await explorer.choose("disease", "oncology");
  await expect(part(page, "finding")).toContainText("401");
  await ready(page);
  await page.getByRole("link", { name: "Your data" }).first().click();
  await part(page, "forget-own").focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "own-notice")).toHaveCount(0);
  await expect(part(page, "entered")).toHaveCount(0);
});

test("what is saved loads again and loses nothing; one row can be removed", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await enter(page, `${GOOD}\n2025,trials,count,new_drug,biological,oncology,502`);
  const { name, bytes } = await saved(page, () => part(page, "save-own").click());
  expect(name).toBe("own-figures.xlsx");
  const before = await part(page, "entered").innerText();
  await part(page, "forget-own").click();
  await expect(part(page, "entered")).toHaveCount(0);
  await ready(page);
  await page.locator('input[name="figures"]').setInputFiles({ name, mimeType: "", buffer: bytes });
  await expect(part(page, "entered").locator("tbody tr")).toHaveCount(2);
  // While the page is built anew it is not in sight, and its text is put together otherwise.
  await ready(page);
  expect(await part(page, "entered").innerText()).toBe(before);
  await part(page, "entered")
    .getByRole("button", { name: /Remove 2025: .*biological/i })
    .click();
  await expect(part(page, "entered").locator("tbody tr")).toHaveCount(1);
});

test("a template of a year has its keys, and is filled in", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await part(page, "templates").locator("summary").click();
  await page.locator('select[name="template-year"]').selectOption("2025");
  const { name, bytes } = await saved(page, () => part(page, "templates").getByRole("button", { name: "As CSV" }).click());
  expect(name).toBe("template-2025.csv");
  const [header, ...rows] = bytes.toString("utf8").replace("\ufeff", "").trim().split("\r\n");
  expect(rows.length).toBeGreaterThan(100);
  const columns = header.split(",");
  expect(columns.slice(0, 3)).toEqual(["#number", "#unit", "#other years"]);
  const wanted = rows.find((row) => row.includes("new_drug,chemical") && row.includes("oncology") && row.includes("count"));
  const filled = rows.map((row) => (row === wanted ? fill(row, columns.indexOf("value"), "401") : row));
  await choose(page, csv(name, [header, ...filled].join("\r\n")));
  await expect(part(page, "entered").locator("tbody tr")).toHaveCount(1);
  await expect(part(page, "figures-said")).toContainText(`${rows.length - 1} not filled in`);
  await ready(page);
  const book = await saved(page, async () => {
    await part(page, "templates").locator("summary").click();
    await part(page, "templates").getByRole("button", { name: "As Excel (XLSX)" }).click();
  });
  expect(book.name).toBe("template-2025.xlsx");
  const sheet = strFromU8(unzipSync(new Uint8Array(book.bytes))["xl/worksheets/sheet1.xml"]);
  // With the header; what was entered lacks no more.
  expect(sheet.match(/<row /g)).toHaveLength(rows.length);
});

test("a single value is typed; what is wrong with it stands beside it", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  const form = part(page, "own-form");
  await form.locator("summary").click();
  await page.locator('select[name="own-year"]').selectOption("2025");
  const number = page.locator('select[name="own-number"]');
  await number.selectOption({ index: 3 });
  const chosen = await number.locator("option:checked").innerText();
  await page.locator('input[name="own-value"]').fill("a few");
  await page.keyboard.press("Enter");
  await expect(part(page, "own-wrong")).toContainText("the form, column value");
  await expect(part(page, "own-notice")).toHaveCount(0);
  await page.locator('input[name="own-value"]').fill("12");
  await page.keyboard.press("Enter");
  await expect(part(page, "entered")).toContainText("the form");
  await expect(part(page, "entered")).toContainText(chosen.replace(/ \(.*$/, "").slice(0, 20));
});

test("the browser keeps them on request, and forgets them", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await enter(page);
  await page.getByRole("checkbox", { name: /Keep it in this browser/ }).check();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("china-trials-explorer.own-figures"))).toBe("yes");
  await page.goto(new URL("?lang=en", page.url()).href);
  await expect(part(page, "own-notice"), "loaded again").toContainText("nobody published: 1");
  await ready(page);
  await page.getByRole("link", { name: "Your data" }).first().click();
  await expect(part(page, "figures-said")).toContainText("Loaded again from this browser.");
  await page.getByRole("checkbox", { name: /Keep it in this browser/ }).uncheck();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("china-trials-explorer.own-figures"))).toBe(null);
  await page.reload();
  await ready(page);
  await expect(part(page, "own-notice")).toHaveCount(0);
});

test("a browser that keeps nothing says so, and the numbers stay on the page", async ({ site }) => {
  /** @type {Prepare} */
  const prepare = (page) =>
    page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
  const { page } = await site.open("?page=own&lang=en", { prepare, isExpectedToFail: true });
  await ready(page);
  await page.locator('input[name="figures"]').waitFor({ state: "attached" });
  await enter(page);
  await page.getByRole("checkbox", { name: /Keep it in this browser/ }).click();
  await expect(part(page, "figures-said")).toContainText("The browser keeps nothing here");
  await expect(page.getByRole("checkbox", { name: /Keep it in this browser/ })).not.toBeChecked();
  await expect(part(page, "own-notice")).toBeVisible();
});

test("a portal lays files over the data; a broken one is named and left out", async ({ site }) => {
  /** @type {Prepare} */
  const prepare = async (page) => {
    const overlays = ["overlays/2025.csv", "overlays/wrong.csv", "overlays/gone.csv"];
    await page.route("**/config.json", (route) => route.fulfill({ json: { overlays } }));
    await page.route("**/overlays/2025.csv", (route) => route.fulfill({ contentType: "text/csv", body: GOOD }));
    await page.route("**/overlays/wrong.csv", (route) => route.fulfill({ contentType: "text/csv", body: BROKEN }));
    await page.route("**/overlays/gone.csv", (route) => route.fulfill({ contentType: "text/html", body: "<p>Sign in" }));
  };
  const { page } = await site.open("?year=2025&product=chemical&disease=oncology&lang=en", { prepare });
  await expect(part(page, "finding")).toContainText("401");
  await ready(page);
  await expect(part(page, "refused-overlays")).toContainText("overlays/wrong.csv, overlays/gone.csv");
  await part(page, "finding").getByRole("link", { name: /401/ }).first().click();
  await expect(part(page, "proof")).toContainText("Added by this portal, from config.json: overlays/2025.csv, line 2");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Your data" }).first().click();
  await expect(part(page, "figures-said")).toContainText("overlays/gone.csv");
  await expect(part(page, "figures-said")).toContainText("column product_type");
  await page.goto(new URL("?mode=selftest&lang=en", page.url()).href);
  const settings = page.locator('[data-check="Settings"]');
  await expect(settings).toContainText("overlays: overlays/wrong.csv, overlays/gone.csv");
  await expect(settings).toHaveAttribute("data-answer", "no");
});

test("files are dropped on it, and the list of trials below stays apart", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await page.locator('input[name="figures"]').waitFor({ state: "attached" });
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, GOOD);
  await part(page, "own-figures").dispatchEvent("drop", { dataTransfer: data });
  await expect(part(page, "entered")).toContainText("dropped.csv, line 2");
  await expect(part(page, "mapping")).toHaveCount(0);
});

test("pins whose numbers are gone with them are said to be missing", async ({ site }) => {
  const explorer = await site.open("?page=own&lang=en");
  const { page } = explorer;
  await enter(page);
  await page.locator(".views a").first().click();
  await ready(page);
  await explorer.choose("year", "2025");
  await explorer.choose("product", "chemical");
  await explorer.choose("disease", "oncology");
  await part(page, "finding").getByRole("link", { name: /401/ }).first().click();
  await part(page, "proof").getByRole("button", { name: /Pin/ }).click();
  await page.keyboard.press("Escape");
  await part(page, "tray").getByRole("link").click();
  await expect(part(page, "memo")).toContainText(/(?<!\d)401(?!\d)/);
  await part(page, "own-notice").getByRole("button").click();
  // Not as a part of the port in an address.
  await expect(part(page, "memo")).not.toContainText(/(?<!\d)401(?!\d)/);
  await expect(part(page, "memo").locator("section"), "the pin stays, and says that there is no number").toHaveCount(1);
  await expect(part(page, "memo").locator("section")).toContainText(/not (printed|in the data)/i);
});

test("twelve pinned figures stand with them and without them", async ({ site }) => {
  const { page } = await site.open("?page=own&lang=en");
  await enter(page);
  await page.getByRole("checkbox", { name: /Keep it in this browser/ }).check();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("china-trials-explorer.own-figures"))).toBe("yes");
  const pins = PINNED.map((id) => `${id}@2025,product.chemical`).join(";");
  await page.goto(new URL(`?page=brief&lang=en&brief=${pins}`, page.url()).href);
  await expect(part(page, "own-notice")).toContainText("nobody published: 1");
  const sections = part(page, "memo").locator("section");
  await expect(sections).toHaveCount(12);
  await expect(part(page, "memo")).toContainText(/(?<!\d)401(?!\d)/);
  await ready(page);
  await part(page, "own-notice").getByRole("button").click();
  await expect(part(page, "own-notice")).toContainText("Left out");
  await expect(sections).toHaveCount(12);
  // Not as a part of the port in an address.
  await expect(part(page, "memo")).not.toContainText(/(?<!\d)401(?!\d)/);
  await ready(page);
});

/** A row of a template with a value. @param {string} row @param {number} column @param {string} value */
const fill = (row, column, value) => {
  const fields = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, "")) ?? [];
  return fields.map((field, position) => (position === column ? value : field)).join(",");
};
