// The page on paper: printed to PDF, and the pages read.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

const run = promisify(execFile);

/**
 * Prints a page as a reader does, and reads the paper: the text of each page, and its size.
 * @param {import("./page.mjs").ExplorerPage} explorer
 */
const printed = async ({ page }) => {
  const file = test.info().outputPath("page.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const [{ stdout: text }, { stdout: info }, { stdout: images }] = await Promise.all([
    run("pdftotext", ["-layout", file, "-"], { maxBuffer: 1e8 }),
    run("pdfinfo", [file]),
    run("pdfimages", ["-list", file]),
  ]);
  const pages = text.split("\f").slice(0, -1);
  return { pages, text: plain(text), info, images: images.trim().split("\n").slice(2) };
};

test.describe("on paper", () => {
  test("is A4, with every figure drawn that answers, the filters and sources as text, and the address of the view", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=biological", { colorScheme: "dark" });
    const { pages, text, info, images } = await printed(explorer);
    expect(info).toMatch(/Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(30);
    for (const [position, page] of pages.entries()) expect(page, `page ${position + 1} is not empty`).toMatch(/\S/);
    expect(plain(pages[0])).toMatch(/China Trials Explorer/);
    expect(plain(pages[0]), "the filters as text").toMatch(/Filters 2024, Biological products/);
    expect(text).toMatch(/In 2024, 1029 ?† of 2539 new-drug trials/);
    expect(images, "charts are drawn, not pictures").toEqual([]);
    // Far from the window, drawn for paper all the same.
    expect(text).toMatch(/What kind of product\?.*Chemical drugs.*55\.7%?.*40\.5%?/);
    expect(text).toMatch(/Sources \(\d+\).*中国新药注册临床试验/);
    expect(text).toMatch(new RegExp(`Address of this view: ${site.url.replace(/[.?/]/g, "\\$&")}\\?v=1&year=2024&product=biological`));
    expect(text).toMatch(/Printed on: \d{4}-\d{2}-\d{2}/);
    for (const pressed of [
      "More filters",
      "Download CSV",
      "Copy link",
      "Open all figures",
      "All as tables",
      "Find a number or a chart",
      "Reset",
    ]) {
      expect(text, `${pressed} is nothing for paper`).not.toContain(pressed);
    }
    // And afterwards the screen is as it was.
    await explorer.ready();
    await expect(explorer.page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(explorer.page.locator("details[open]")).toHaveCount(0);
    await expect(explorer.part("imprint")).toHaveCount(0);
  });

  test("stands when the listener of the browser returns, before any microtask", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=biological");
    const stands = await explorer.page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const charts = [...document.querySelectorAll('[data-part="chart"]')];
      return {
        imprint: document.querySelector('[data-part="imprint"]')?.textContent,
        charts: charts.length,
        empty: charts.filter((chart) => !chart.querySelector("svg text")).length,
        folded: document.querySelectorAll("main details:not([open])").length,
      };
    });
    expect(stands.imprint).toMatch(/Address of this view/);
    expect(stands.charts).toBeGreaterThan(10);
    expect(stands).toMatchObject({ empty: 0, folded: 0 });
    await explorer.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(explorer.part("imprint")).toHaveCount(0);
    await expect(explorer.page.locator("details[open]")).toHaveCount(0);
  });

  test("takes at most six pages for a narrow question, each title with its chart and each legend in its colours", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=biological&disease=oncology");
    const { pages, info } = await printed(explorer);
    expect(Number(info.match(/Pages:\s+(\d+)/)[1])).toBeLessThanOrEqual(6);
    const asked = await explorer.cards();
    expect(asked.length).toBeGreaterThan(1);
    await explorer.page.emulateMedia({ media: "print" });
    const figures = await explorer.page.locator("figure[data-figure]").evaluateAll((figures) =>
      figures.map((figure) => ({
        title: figure.querySelector("h3").textContent,
        last: figure.querySelector("footer > p").textContent,
        inside: getComputedStyle(figure.querySelector(".shown")).breakInside,
        adjusted: [...figure.querySelectorAll(".swatch")].map((swatch) => getComputedStyle(swatch).printColorAdjust),
      })),
    );
    for (const { title, last, inside, adjusted } of figures) {
      expect(inside, title).toBe("avoid");
      expect(new Set([...adjusted, "exact"]), `the legend of ${title}`).toEqual(new Set(["exact"]));
      const on = pages.filter((page) => plain(page).includes(plain(title)) && plain(page).includes(plain(last)));
      expect(on.length, `${title} stands on one page with all of its card`).toBeGreaterThan(0);
    }
  });

  test("draws the figures of the paper's width, none of it cut off", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const answering = Number((await explorer.text("answering")).match(/\d+/)[0]);
    await explorer.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const drawn = explorer.part("chart").locator("svg");
    const sizes = () =>
      drawn.evaluateAll((charts) => [...new Set(charts.map((svg) => `${svg.getAttribute("width")} ${svg.getAttribute("viewBox")}`))]);
    await expect.poll(sizes, "width and view box").toEqual(["680 null"]);
    const cards = await explorer.cards();
    expect(cards, "all figures that answer, and no other").toHaveLength(answering);
    const numbers = await explorer.part("numbers").count();
    await expect(drawn, "each of them drawn").toHaveCount(answering - numbers);
    await explorer.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await explorer.ready();
    await explorer.figure("registered").show();
    const { width } = await explorer.figure("registered").chart.boundingBox();
    await expect(explorer.figure("registered").svg.first(), "on the screen it has the screen's width again").toHaveAttribute(
      "width",
      `${width}`,
    );
  });

  test("prints Chinese, a table of all facts, and a card", async ({ site }) => {
    const chinese = await printed(await site.open("?year=2024&lang=zh"));
    expect(chinese.text).toMatch(/2024年共登记药物临床试验4900项/);
    expect(chinese.text).toMatch(/本视图地址：/);
    const data = await printed(await site.open("?page=data&year=2024"));
    expect(data.pages.length, `${data.pages.length} pages hold all facts`).toBeGreaterThan(5);
    const card = await printed(await site.open("?mode=card&figure=phases&year=2024"));
    expect(card.pages.length).toBeLessThanOrEqual(2);
    expect(card.text).toMatch(/39\.9%/);
  });
});
