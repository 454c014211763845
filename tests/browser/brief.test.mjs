// The brief: pinned from anywhere, ordered, annotated, printed, taken away and opened again.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { axeSource, expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Download } from "@playwright/test" */
/** @import { ExplorerPage } from "./page.mjs" */

const run = promisify(execFile);

const FOUR =
  "?v=1&page=brief&brief=2024:count:purpose.new_drug:purpose;phases:share@2024,product.biological;finding@2024,disease.oncology;takeaway:2";

const FIGURES = [
  "registered",
  "product_types",
  "disease_areas",
  "category_1",
  "registration_categories",
  "phases",
  "multi_regional",
  "site_regions",
  "milestones",
  "cell_and_gene_therapy",
  "populations",
  "approvals",
];

/** The names of the pins in order. @param {ExplorerPage} explorer */
const names = async (explorer) => (await explorer.page.locator(".pins .handle").allTextContents()).map(plain);

/** The brief in the address. @param {ExplorerPage} explorer */
const inAddress = async ({ page }) => {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  return new URL(page.url()).searchParams.get("brief");
};

/** @param {ExplorerPage} explorer @param {string} label */
const saved = async (explorer, label) => {
  const [download] = await Promise.all([
    explorer.page.waitForEvent("download"),
    explorer.page.getByRole("button", { name: label }).click(),
  ]);
  return download;
};

/** @param {Download} download */
const textOf = async (download) => readFileSync(await download.path(), "utf8");

/** Drops a file on the brief. @param {ExplorerPage} explorer @param {string} text */
const dropFile = async (explorer, text) => {
  const transfer = await explorer.page.evaluateHandle((content) => {
    const dragged = new DataTransfer();
    dragged.items.add(new File([content], "brief.json", { type: "application/json" }));
    return dragged;
  }, text);
  await explorer.part("brief").dispatchEvent("drop", { dataTransfer: transfer });
};

test.describe("the brief", () => {
  test("is pinned from a figure, a proof, the sentence and a finding; the tray counts and leads to it", async ({ site }) => {
    const explorer = await site.open("?lang=en");
    const { page } = explorer;
    const press = (/** @type {string} */ within) => page.locator(`${within} [data-part="pin"]`).click();
    await press(".lede");
    await expect(explorer.part("tray")).toHaveText("Brief: 1 of 12");
    await page.locator(".takeaways button").first().click();
    await press("#takeaway");
    await page.locator("#takeaway button.number").first().click();
    await press(".proof");
    await page.keyboard.press("Escape");
    await explorer.choose("year", "2024");
    const figure = explorer.figure("phases");
    await figure.show();
    const share = figure.root.locator(".menu > button").first();
    await share.click();
    await figure.root.getByRole("menuitem", { name: "Pin to the brief" }).click();
    await expect(figure.root.locator(".outcome")).toHaveText("Pinned: 4 of 12");
    await share.click();
    await expect(figure.root.getByRole("menuitem", { name: "Remove from the brief" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(explorer.part("tray"), "a filter loses nothing").toHaveText("Brief: 4 of 12");
    expect(await inAddress(explorer)).toBe("finding;takeaway:1;fact:2024-all-trials-count;phases:share@2024");
    await explorer.part("tray").getByRole("link").click();
    await expect(explorer.part("memo").locator("h4").first()).toBeVisible();
    expect(await names(explorer)).toHaveLength(4);
    await expect(explorer.part("tray")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Brief", exact: true })).toHaveAttribute("aria-current", "page");
    await page.goBack();
    await expect(explorer.part("tray")).toHaveText("Brief: 4 of 12");
    await page.goBack();
    await expect(explorer.part("tray"), "back takes the last pin out").toHaveText("Brief: 3 of 12");
  });

  test("takes twelve and says so", async ({ site }) => {
    const explorer = await site.open(`?lang=en&brief=${FIGURES.join(";")}`);
    await expect(explorer.part("tray")).toHaveText("Brief: 12 of 12");
    await explorer.page.locator('.lede [data-part="pin"]').click();
    await expect(explorer.page.locator(".lede .pinned")).toHaveText(/full with twelve/);
    expect((await inAddress(explorer)).split(";")).toHaveLength(12);
  });

  test("is ordered by keyboard with the focus kept, and by drag", async ({ site }) => {
    const explorer = await site.open(`${FOUR}&lang=en`);
    const { page } = explorer;
    const [first, second, third, fourth] = await names(explorer);
    await page.locator('#pin-0 [data-part="down"]').focus();
    await page.keyboard.press("Enter");
    await expect(explorer.part("told")).toHaveText("Moved to place 2 of 4");
    await expect(page.locator('#pin-1 [data-part="down"]')).toBeFocused();
    expect(await names(explorer)).toEqual([second, first, third, fourth]);
    await page.keyboard.press("Enter");
    await expect(page.locator('#pin-2 [data-part="down"]')).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator('#pin-3 [data-part="up"]'), "the last cannot go down").toBeFocused();
    expect(await names(explorer)).toEqual([second, third, fourth, first]);
    await page.locator("#pin-3 .handle").dragTo(page.locator("#pin-0"));
    await expect.poll(() => names(explorer)).toEqual([first, second, third, fourth]);
    await expect(explorer.part("told")).toHaveText("Moved to place 1 of 4");
  });

  test("keeps a line of one's own, and a removal can be undone; a reload and another reader see the same", async ({ site }) => {
    const explorer = await site.open(`${FOUR}&lang=en`);
    const { page } = explorer;
    const before = await names(explorer);
    await page.locator("#pin-1 input").fill("50 %; see “annex”");
    await page.locator("#pin-1 input").press("Enter");
    await expect(explorer.part("memo").locator(".own")).toHaveText("50 %; see “annex”");
    await page.locator('#pin-0 [data-part="remove"]').click();
    await expect(explorer.part("told")).toHaveText(/^Removed: .*2,?539/);
    await expect(explorer.part("undo")).toBeFocused();
    expect(await names(explorer)).toEqual(before.slice(1));
    await page.keyboard.press("Enter");
    await expect.poll(() => names(explorer)).toEqual(before);
    await inAddress(explorer);
    const memo = await explorer.text("memo");
    await page.reload();
    await explorer.ready();
    await expect.poll(() => explorer.text("memo")).toBe(memo);
    const other = await site.open(new URL(page.url()).search);
    await expect.poll(() => other.text("memo")).toBe(memo);
  });

  test("goes into a file and comes back by choice and by drop; what is no brief says where", async ({ site }) => {
    const explorer = await site.open(`${FOUR}&lang=en`);
    const before = await names(explorer);
    const text = await textOf(await saved(explorer, "Save the brief as a file"));
    expect(JSON.parse(text)).toMatchObject({ format: "china-trials-explorer/brief", version: 1 });
    const other = await site.open("?v=1&page=brief&lang=en");
    await expect(other.part("brief")).toContainText("Nothing is pinned yet");
    await other.part("open").setInputFiles({ name: "brief.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect.poll(() => names(other)).toEqual(before);
    await dropFile(other, text.replace('"version": 1', '"version": 7'));
    await expect(other.part("told")).toHaveText('Not opened, the brief is as it was. At version; expected "version": 1, found 7');
    expect(await names(other)).toEqual(before);
    await dropFile(other, text.replace("takeaway:2", "takeaway:x"));
    await expect.poll(() => names(other)).toEqual(before.slice(0, 3));
    await expect(other.part("unread")).toContainText("takeaway:x");
  });

  test("that is too long for a link says so, survives a reload, and is a file", async ({ site }) => {
    const explorer = await site.open(`?lang=zh&page=brief&brief=${FIGURES.join(";")}`);
    const { page } = explorer;
    for (const at of [0, 1, 2]) {
      await page.locator(`#pin-${at} input`).fill("说明文字".repeat(40));
      await page.locator(`#pin-${at} input`).press("Enter");
    }
    await expect(explorer.part("brief")).toContainText("该简报过长");
    expect(await inAddress(explorer)).toMatch(/^held:[0-9a-f]+$/);
    await page.reload();
    await explorer.ready();
    await expect(explorer.part("memo").locator(".own")).toHaveCount(3);
    const elsewhere = await site.open(new URL(page.url()).search);
    await expect(elsewhere.part("brief")).toContainText("请索取其文件");
  });

  test("is a Word document with its numbers", async ({ site }) => {
    const explorer = await site.open(`${FOUR}&lang=en`);
    const download = await saved(explorer, "Save as Word (DOCX)");
    expect(download.suggestedFilename()).toMatch(/^Brief-\d{4}-\d{2}-\d{2}\.docx$/);
    const { stdout: xml } = await run("unzip", ["-p", await download.path(), "word/document.xml"], { maxBuffer: 1e7 });
    const { stdout: notes } = await run("unzip", ["-p", await download.path(), "word/footnotes.xml"], { maxBuffer: 1e7 });
    const words = await explorer.page.evaluate(
      (parts) =>
        parts.map((part) => {
          const read = new DOMParser().parseFromString(part, "application/xml");
          return read.querySelector("parsererror") ? "not well-formed" : read.documentElement.textContent;
        }),
      [xml, notes],
    );
    expect(words[0]).toContain("2,539");
    const numbers = await explorer.part("memo").locator("td").allTextContents();
    expect(numbers.length).toBeGreaterThan(3);
    for (const number of numbers) expect(words[0]).toContain(number);
    expect(words[1]).toContain("Center for Drug Evaluation");
  });

  for (const language of ["en", "zh"]) {
    test(`prints at most two A4 pages with footnotes (${language})`, async ({ site }) => {
      for (const query of [FOUR, `?page=brief&brief=${FIGURES.map((id) => `${id}~a%20line%20of%20my%20own`).join(";")}`]) {
        const explorer = await site.open(`${query}&lang=${language}`);
        await expect(explorer.part("memo")).toBeVisible();
        const file = test.info().outputPath("brief.pdf");
        await explorer.page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
        const [{ stdout: info }, { stdout: text }] = await Promise.all([run("pdfinfo", [file]), run("pdftotext", ["-layout", file, "-"])]);
        expect(info).toMatch(/\(A4\)/);
        expect(Number(info.match(/Pages:\s+(\d+)/)[1])).toBeLessThanOrEqual(2);
        expect(plain(text)).toMatch(language === "en" ? /Notes 1\. / : /注释 1\. /);
        expect(text).not.toMatch(/Undo|Save as|Explore\b|撤销|浏览/);
        if (query === FOUR && language === "en") expect(text).toContain("2,539");
      }
    });
  }

  test("names what of an address it does not understand, and keeps the rest", async ({ site }) => {
    const explorer = await site.open("?lang=en&brief=nonsense;phases@2024;fact:2024-gone-count;phases:share@2031;%FF%00;;~");
    await expect(explorer.part("tray")).toHaveText("Brief: 2 of 12; parts that could not be read: 4");
    await explorer.part("tray").getByRole("link").click();
    await expect(explorer.part("unread").getByRole("listitem")).toHaveCount(4);
    await expect(explorer.part("unread")).toContainText("nonsense: not known here");
    await expect(explorer.part("memo").locator(".missing")).toHaveText(/not in the data any more/);
    await expect(explorer.part("memo")).toContainText("2024-gone-count");
  });

  test("is not there in a frame", async ({ site }) => {
    const explorer = await site.open("?mode=embed&brief=phases");
    await expect(explorer.part("tray")).toHaveCount(0);
    await expect(explorer.part("pin")).toHaveCount(0);
  });

  /** @type {[query: string, options: import("./site.mjs").OpenOptions][]} */
  const looks = [
    [`${FOUR};nonsense&lang=en`, {}],
    [`${FOUR}&lang=zh`, { colorScheme: "dark", width: 320 }],
    ["?page=brief&lang=en", { width: 320 }],
    ["?lang=en&brief=phases;nonsense", {}],
  ];
  for (const [query, options] of looks) {
    test(`has nothing that axe finds: ${query.slice(-40)}`, async ({ site }) => {
      const explorer = await site.open(query, options);
      await expect(explorer.part(query.includes("page=") ? "brief" : "tray")).toBeVisible();
      await explorer.page.evaluate(axeSource);
      const found = await explorer.page.evaluate(
        async () => (await globalThis.axe.run(document, { resultTypes: ["violations"] })).violations,
      );
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`)).toEqual([]);
      const { scroll, client } = await explorer.page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, "nothing is wider than the window").toBeLessThanOrEqual(client);
    });
  }
});
