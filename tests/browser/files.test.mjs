// What readers take away: files of a figure, of what answers and of all data, and a table that is copied and pasted.
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./site.mjs";

/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * Chooses a line of an open menu, and resolves to the file that arrives.
 * @param {import("./page.mjs").ExplorerPage} explorer
 * @param {Locator} menu
 * @param {string} name
 */
const taken = async (explorer, menu, name) => {
  await menu.locator("> button").click();
  const [file] = await Promise.all([explorer.page.waitForEvent("download"), menu.getByRole("menuitem", { name, exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

/** The texts of a spreadsheet: its sheets by name, and its shared strings. @param {Uint8Array} bytes */
const workbook = (bytes) => {
  const files = unzipSync(new Uint8Array(bytes));
  const text = (/** @type {string} */ name) => strFromU8(files[name]);
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  return { sheets, strings: text("xl/sharedStrings.xml"), data: text("xl/worksheets/sheet1.xml"), files: Object.keys(files) };
};

for (const { lang, xlsx, asShown, semicolons, pack, copy, sheets, value } of [
  {
    lang: "en",
    xlsx: "Excel (XLSX)",
    asShown: "CSV as shown",
    semicolons: "CSV as shown, with semicolons",
    pack: "Evidence pack (ZIP)",
    copy: "Copy table",
    sheets: ["Data", "Cells", "Facts", "Sources", "Notes"],
    value: "2,539",
  },
  {
    lang: "zh",
    xlsx: "Excel（XLSX）",
    asShown: "CSV（表格原样）",
    semicolons: "CSV（表格原样，分号分隔）",
    pack: "证据包（ZIP）",
    copy: "复制表格",
    sheets: ["数据", "数据明细", "公布数值", "来源", "注释"],
    value: "2539",
  },
]) {
  test.describe(`the files of a figure (${lang})`, () => {
    test("are a spreadsheet with real numbers, and text as shown", async ({ site }) => {
      const explorer = await site.open(`?year=2024&lang=${lang}`);
      const figure = explorer.figure("registered");
      await figure.show();
      const book = await taken(explorer, figure.menu("download"), xlsx);
      expect(book.name).toMatch(/\.xlsx$/);
      const { data, files, sheets: named } = workbook(book.bytes);
      expect(named).toEqual(sheets);
      expect(data, "2,539 as a number, not as text").toMatch(/<v>2539<\/v>/);
      expect(
        files.some((name) => name.startsWith("xl/charts/")),
        "a chart of the spreadsheet's own",
      ).toBe(true);
      await expect(figure.footer.getByRole("status").filter({ hasText: book.name })).toBeVisible();

      const shown = await taken(explorer, figure.menu("download"), asShown);
      expect(shown.bytes.subarray(0, 3), "a mark by which Excel knows the characters").toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(shown.bytes.toString("utf8")).toMatch(/,2539,/);
      const other = await taken(explorer, figure.menu("download"), semicolons);
      expect(other.bytes.toString("utf8")).toMatch(/;2539;/);
    });

    test("are a pack that proves itself", async ({ site }) => {
      const explorer = await site.open(`?year=2024&lang=${lang}`);
      const figure = explorer.figure("registered");
      await figure.show();
      const { name, bytes } = await taken(explorer, figure.menu("download"), pack);
      expect(name).toMatch(/\.zip$/);
      const files = unzipSync(new Uint8Array(bytes));
      for (const wanted of [
        "README.md",
        "SHA256SUMS",
        "data.xlsx",
        "datapackage.json",
        "citations.ris",
        "citations.bib",
        "citations.json",
        "citations.txt",
      ]) {
        expect(Object.keys(files), wanted).toContain(wanted);
      }
      for (const line of strFromU8(files.SHA256SUMS).trim().split("\n")) {
        const [sum, file] = line.split(/ [ *]/);
        const digest = Buffer.from(await crypto.subtle.digest("SHA-256", files[file])).toString("hex");
        expect(digest, file).toBe(sum);
      }
    });

    test("leave the page as a table that is pasted", async ({ site }) => {
      const explorer = await site.open(`?year=2024&lang=${lang}`);
      const { page } = explorer;
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const figure = explorer.figure("registered");
      await figure.show();
      await figure.openMenu("download");
      await figure.menu("download").getByRole("menuitem", { name: copy, exact: true }).click();
      await expect(figure.footer.locator(".copied")).toBeVisible();
      // Pasted into a page that takes both forms: a spreadsheet takes the one, a word processor the other.
      const other = await page.context().newPage();
      await other.setContent('<textarea></textarea><div contenteditable="true"></div>');
      await other.locator("textarea").focus();
      await other.keyboard.press("ControlOrMeta+V");
      await other.locator("div").focus();
      await other.keyboard.press("ControlOrMeta+V");
      const pasted = { plain: await other.locator("textarea").inputValue() };
      expect(pasted.plain, "numbers alone in their fields").toMatch(/\t2539(\t|\r|\n)/);
      expect(pasted.plain).not.toContain("†");
      const cells = await other.locator("div table td").allInnerTexts();
      expect(cells.some((cell) => cell.trim().replace(",", "") === value.replace(",", ""))).toBe(true);
    });
  });
}

test.describe("files of more than one figure", () => {
  test("hold what answers, and nothing where nothing does", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=biological&disease=oncology");
    const menu = explorer.page.locator(".questions .menu");
    const { bytes } = await taken(explorer, menu, "Excel (XLSX)");
    const { sheets } = workbook(bytes);
    expect(sheets[0]).toBe("Contents");
    expect(sheets.length).toBeGreaterThan(4);
    const rows = await taken(explorer, menu, "CSV, a row for each number");
    expect(rows.bytes.toString("utf8").split("\n").length).toBeGreaterThan(10);
  });

  test("hold all facts", async ({ site }) => {
    const explorer = await site.open("?page=data");
    const menu = explorer.part("data").locator(".menu");
    const { bytes } = await taken(explorer, menu, "JSON");
    expect(JSON.parse(bytes.toString("utf8"))).toHaveLength(455 + 78);
  });
});

test.describe("quoting", () => {
  test("takes two clicks from the opened page for each number of the source article", async ({ site }) => {
    const explorer = await site.open("");
    const { page } = explorer;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const findings = explorer.part("takeaways").locator("ol > li");
    let numbers = 0;
    for (let finding = 0; finding < (await findings.count()); finding += 1) {
      await findings.nth(finding).getByRole("button").click();
      const items = explorer.page.locator("#takeaway .of-finding > li");
      for (const item of await items.all()) {
        const value = (await item.locator(".number").innerText()).replace(/[\s\u00a0†]/g, "");
        await item.getByRole("button", { name: "Copy citation" }).click();
        await expect(item.locator(".copied")).toBeVisible();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.replace(/[\s\u00a0]/g, ""), `the citation of ${value}`).toContain(value);
        expect(copied, "with its edition and its link").toMatch(/Center for Drug Evaluation.*https?:\/\/\S*fact=/s);
        numbers += 1;
      }
    }
    expect(numbers).toBeGreaterThan(10);
  });

  test("gives the number with its unit and population, and files for reference managers", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const { page } = explorer;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await explorer.part("finding").locator(".number").first().click();
    await explorer.proof.opened();
    await explorer.proof.root.getByRole("button", { name: "Copy number in words" }).click();
    await expect(explorer.proof.root.locator(".copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/4,900 .*trials.*2024/);
    for (const [form, pattern] of /** @type {[string, RegExp][]} */ ([
      ["RIS", /^TY {2}- /m],
      ["BibTeX", /^@\w+\{/m],
      ["CSL-JSON", /"type":/],
    ])) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        explorer.proof.root.getByRole("button", { name: form, exact: true }).click(),
      ]);
      expect(await readFile(await file.path(), "utf8"), form).toMatch(pattern);
    }
  });
});

for (const query of ["?lang=en&page=figure&figure=registries_of_china", "?lang=en&mode=card&figure=registries_of_china"]) {
  test(`every line of a menu is reached where nothing follows the figure (${query})`, async ({ site }) => {
    const explorer = await site.open(query, { height: 700 });
    const card = explorer.page.locator('[data-figure="registries_of_china"]').filter({ visible: true });
    const { bytes } = await taken(explorer, card.locator(".download-menu .menu"), "JSON");
    expect(JSON.parse(bytes.toString("utf8")).length).toBeGreaterThan(20);
  });
}
