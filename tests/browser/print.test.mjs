// The page on paper: printed to PDF, and the pages read.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { FIGURES, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

const run = promisify(execFile);

/** Prints a page as a reader does, and reads the paper: the text of each page, and its size. */
const printed = async (t, { page }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "print-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "page.pdf");
  await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const [{ stdout: text }, { stdout: info }, { stdout: images }] = await Promise.all([
    run("pdftotext", ["-layout", file, "-"], { maxBuffer: 1e8 }),
    run("pdfinfo", [file]),
    run("pdfimages", ["-list", file]),
  ]);
  const pages = text.split("\f").slice(0, -1);
  return { pages, text: plain(text), info, images: images.trim().split("\n").slice(2) };
};

describe("on paper", () => {
  const site = useSite();

  it("is A4, with every figure drawn, the filters and sources as text, and the address of the view", async (t) => {
    const explorer = await site.open(t, "?year=2024&product=biological", { colorScheme: "dark" });
    const { pages, text, info, images } = await printed(t, explorer);
    assert.match(info, /Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    assert.ok(pages.length > 10 && pages.length < 60, `${pages.length} pages`);
    assert.ok(pages.every((page) => page.trim().length > 0), "no page is empty");
    assert.match(plain(pages[0]), /China Trials Explorer/);
    assert.match(plain(pages[0]), /2024 · Biological products/, "the filters as text");
    assert.match(text, /In 2024, 1029 ?† of 2539 new-drug trials/);
    assert.deepEqual(images, [], "charts are drawn, not pictures");
    // Far from the window, drawn for paper all the same.
    assert.match(text, /What kind of product\?.*Chemical drugs.*55\.7%.*40\.5%/);
    assert.match(text, /Sources \(\d+\).*中国新药注册临床试验/);
    assert.match(text, new RegExp(`Address of this view: ${site.url.replace(/[.?/]/g, "\\$&")}\\?v=1&year=2024&product=biological`));
    assert.match(text, /Printed on: \d{4}-\d{2}-\d{2}/);
    for (const pressed of ["More filters", "Download CSV", "Copy link", "All as tables", "Find a number or a chart", "Reset"]) {
      assert.ok(!text.includes(pressed), `${pressed} is nothing for paper`);
    }
    // And afterwards the screen is as it was.
    await explorer.ready();
    assert.equal(await explorer.page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal(await explorer.page.locator("details[open]").count(), 0);
    assert.equal(await explorer.part("imprint").count(), 0);
  });

  it("draws the figures of the paper's width, none of it cut off", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const widths = await explorer.page.evaluate(async () => {
      dispatchEvent(new Event("beforeprint"));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...document.querySelectorAll('[data-part="chart"] svg')].map((svg) => [svg.closest("[data-figure]").dataset.figure, svg.getAttribute("width"), svg.getAttribute("viewBox")]);
    });
    assert.ok(widths.length > 25 && widths.length <= FIGURES.length);
    for (const [figure, width, box] of widths) assert.deepEqual([width, box], ["680", null], figure);
    await explorer.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await explorer.ready();
    await explorer.figure("registered").show();
    const { width } = await explorer.figure("registered").chart.boundingBox();
    assert.equal(await explorer.figure("registered").svg.first().getAttribute("width"), `${width}`, "on the screen it has the screen's width again");
  });

  it("prints Chinese, a table of all facts, and a card", async (t) => {
    const chinese = await printed(t, await site.open(t, "?year=2024&lang=zh"));
    assert.match(chinese.text, /2024年共登记药物临床试验4900项/);
    assert.match(chinese.text, /本视图地址：/);
    const data = await printed(t, await site.open(t, "?page=data&year=2024"));
    assert.ok(data.pages.length > 5, `${data.pages.length} pages hold all facts`);
    const card = await printed(t, await site.open(t, "?mode=card&figure=phases&year=2024"));
    assert.equal(card.pages.length <= 2, true, `${card.pages.length} pages`);
    assert.match(card.text, /39\.9%/);
  });
});
