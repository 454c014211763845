// The brief: pinned from anywhere, ordered, annotated, printed, taken away and opened again.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import sharp from "sharp";
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

/** The forms of a brief, as the menu names them, and what is in them. */
const DOWNLOADS = {
  en: {
    menu: "Download",
    word: "Word memo (DOCX)",
    xlsx: "Excel (XLSX)",
    pack: "Evidence pack (ZIP)",
    number: "2,539",
    publisher: "Center for Drug Evaluation",
    sheets: ["Data", "Cells", "Facts", "Sources", "Notes"],
  },
  zh: {
    menu: "下载",
    word: "Word备忘录（DOCX）",
    xlsx: "Excel（XLSX）",
    pack: "证据包（ZIP）",
    number: "2539",
    publisher: "国家药监局药审中心",
    sheets: ["数据", "数据明细", "公布数值", "来源", "注释"],
  },
};

/**
 * Takes a file from the menu of the brief by keyboard; resolves to its name and what it holds.
 * @param {ExplorerPage} explorer
 * @param {string} menu
 * @param {string} form
 */
const taken = async (explorer, menu, form) => {
  const { page } = explorer;
  const button = explorer.part("brief").getByRole("button", { name: menu, exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  const items = explorer.part("brief").getByRole("menuitem");
  await expect(items.first()).toBeFocused();
  const position = (await items.allTextContents()).indexOf(form);
  expect(position, form).toBeGreaterThanOrEqual(0);
  for (let step = 0; step < position; step += 1) await page.keyboard.press("ArrowDown");
  await expect(items.nth(position)).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return { name: download.suggestedFilename(), files: unzipSync(readFileSync(await download.path())) };
};

/** The words of a part; throws where it is not well-formed. @param {string} xml */
const wordsOf = (xml) => {
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
};

/**
 * A picture of a document: its SVG is well-formed, and its PNG is the same, twice as sharp and not blank.
 * @param {Record<string, Uint8Array>} files
 * @param {number} number  counted from 1
 */
const checkPicture = async (files, number) => {
  const svg = strFromU8(files[`word/media/figure${number}.svg`]);
  expect(wordsOf(svg).length).toBeGreaterThan(20);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg);
  const png = sharp(files[`word/media/figure${number}.png`]);
  const painted = await png.metadata();
  expect([painted.width, painted.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  expect((await png.stats()).entropy).toBeGreaterThan(0.3);
};

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
    await page.locator("#takeaway .number").first().click();
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
    await expect(explorer.part("last-change")).toHaveText("Moved to place 2 of 4");
    await expect(page.locator('#pin-1 [data-part="down"]')).toBeFocused();
    expect(await names(explorer)).toEqual([second, first, third, fourth]);
    await page.keyboard.press("Enter");
    await expect(page.locator('#pin-2 [data-part="down"]')).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator('#pin-3 [data-part="up"]'), "the last cannot go down").toBeFocused();
    expect(await names(explorer)).toEqual([second, third, fourth, first]);
    await page.locator("#pin-3 .handle").dragTo(page.locator("#pin-0"));
    await expect.poll(() => names(explorer)).toEqual([first, second, third, fourth]);
    await expect(explorer.part("last-change")).toHaveText("Moved to place 1 of 4");
  });

  test("keeps a line of one's own, and a removal can be undone; a reload and another reader see the same", async ({ site }) => {
    const explorer = await site.open(`${FOUR}&lang=en`);
    const { page } = explorer;
    const before = await names(explorer);
    await page.locator("#pin-1 input").fill("50 %; see “annex”");
    await page.locator("#pin-1 input").press("Enter");
    await expect(explorer.part("memo").locator(".own")).toHaveText("50 %; see “annex”");
    await page.locator('#pin-0 [data-part="remove"]').click();
    await expect(explorer.part("last-change")).toHaveText(/^Removed: .*2,?539/);
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
    await expect(other.part("last-change")).toHaveText('Not opened, the brief is as it was. At version; expected "version": 1, found 7');
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

  for (const language of /** @type {const} */ (["en", "zh"])) {
    const words = DOWNLOADS[language];

    test(`is a Word document with its numbers and pictures (${language})`, async ({ site }) => {
      const explorer = await site.open(`${FOUR}&lang=${language}`);
      const { name, files } = await taken(explorer, words.menu, words.word);
      expect(name).toMatch(/^(Brief|简报)-\d{4}-\d{2}-\d{2}\.docx$/);
      const [document, notes] = ["word/document.xml", "word/footnotes.xml"].map((part) => wordsOf(strFromU8(files[part])));
      expect(document).toContain(words.number);
      const numbers = await explorer.part("memo").locator("td").allTextContents();
      expect(numbers.length).toBeGreaterThan(3);
      for (const number of numbers) expect(document).toContain(number);
      expect(notes).toContain(words.publisher);
      await checkPicture(files, 1);
      expect(files["word/media/figure2.svg"], "one figure is pinned").toBeUndefined();
      await expect(explorer.part("brief").locator(".outcome")).toContainText(name);
    });

    test(`is a spreadsheet and a pack with its memo (${language})`, async ({ site }) => {
      const explorer = await site.open(`${FOUR}&lang=${language}`);
      const book = await taken(explorer, words.menu, words.xlsx);
      expect(book.name).toMatch(/\.xlsx$/);
      const sheets = [...strFromU8(book.files["xl/workbook.xml"]).matchAll(/<sheet name="([^"]+)"/g)].map(([, sheet]) => sheet);
      expect(sheets).toEqual(words.sheets);
      expect(strFromU8(book.files["xl/worksheets/sheet2.xml"]), "the number that is pinned by itself").toMatch(/<v>2539<\/v>/);
      const pack = await taken(explorer, words.menu, words.pack);
      expect(pack.name).toMatch(/\.zip$/);
      for (const wanted of ["README.md", "memo.docx", "brief.json", "data.xlsx", "citations.ris", "pictures/phases.svg"]) {
        expect(Object.keys(pack.files), wanted).toContain(wanted);
      }
      for (const line of strFromU8(pack.files.SHA256SUMS).trim().split("\n")) {
        const [sum, file] = line.split(/ [ *]/);
        expect(Buffer.from(await crypto.subtle.digest("SHA-256", pack.files[file])).toString("hex"), file).toBe(sum);
      }
      const readme = strFromU8(pack.files["README.md"]);
      expect(readme).toContain("This pack is of a brief");
      expect(readme, "it leads back to the brief").toContain("brief=2024");
      await checkPicture(unzipSync(pack.files["memo.docx"]), 1);
      const other = await site.open(`?v=1&page=brief&lang=${language}`);
      const file = { name: "brief.json", mimeType: "application/json", buffer: Buffer.from(pack.files["brief.json"]) };
      await other.part("open").setInputFiles(file);
      await expect.poll(() => names(other)).toEqual(await names(explorer));
    });

    test(`of twelve figures is a document with twelve pictures (${language})`, async ({ site }) => {
      const explorer = await site.open(`?page=brief&lang=${language}&brief=${FIGURES.join(";")}`);
      const { files } = await taken(explorer, words.menu, words.word);
      const pictures = Object.keys(files).filter((file) => file.endsWith(".svg"));
      expect(pictures.length, "those in large type have tables").toBeGreaterThan(9);
      for (const [at] of pictures.entries()) await checkPicture(files, at + 1);
    });
  }

  test("where the browser paints no pictures the document has tables, and that is said", async ({ site }) => {
    const explorer = await site.open(`${FOUR}&lang=en`);
    await explorer.page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    });
    const { files } = await taken(explorer, DOWNLOADS.en.menu, DOWNLOADS.en.word);
    expect(Object.keys(files).filter((file) => file.includes("media"))).toEqual([]);
    expect(strFromU8(files["word/document.xml"])).toContain("<w:tbl>");
    await expect(explorer.part("brief").locator(".outcome")).toContainText("tables in the place of pictures");
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
