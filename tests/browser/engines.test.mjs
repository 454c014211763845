// The core of the page in Firefox and in WebKit, Safari's engine: what docs/browsers.md says works there.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { Key, test } from "./engines.mjs";
import { LANGUAGES } from "./page.mjs";
import { snippets } from "./portals.mjs";
import { lateStyle } from "./servers.mjs";
import { expect } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { EnginePage } from "./engines.mjs" */
/** @import { ExplorerPage } from "./page.mjs" */

const run = promisify(execFile);

/** Selections of each kind: none, a year, a product, narrow ones, a range, one with few numbers. */
const SELECTIONS = [
  "lang=en",
  "lang=zh&year=2022&product=tcm",
  "lang=en&year=2024&product=biological&disease=oncology",
  "lang=zh&year=2020..2024",
];

/** Every table of the page, a text for each row; runs in the page. */
const tables = () =>
  [...document.querySelectorAll("[data-figure]")].flatMap((figure) =>
    [.../** @type {NodeListOf<HTMLTableElement>} */ (figure.querySelectorAll("table"))].flatMap((table) =>
      [...table.rows].map((row) => `${figure.getAttribute("data-figure")}: ${[...row.cells].map((cell) => cell.textContent).join(" | ")}`),
    ),
  );

/** What Chromium says: sentence, headline numbers and all tables. @param {ExplorerPage} explorer */
const inChromium = async (explorer) => {
  await explorer.showAllAs("tables");
  return {
    finding: plain(await explorer.part("finding").textContent()),
    headline: plain(await explorer.part("headline").textContent()),
    tables: (await explorer.page.evaluate(tables)).map(plain),
  };
};

/** The same in the engine. @param {EnginePage} engine */
const inEngine = async (engine) => {
  const [all, charts] =
    (await engine.run(() => document.documentElement.lang)) === "en"
      ? ["All as tables", "All as charts"]
      : ["全部以表格显示", "全部以图表显示"];
  await engine.click("button", all);
  await engine.element("button", charts);
  await engine.ready();
  return { finding: await engine.text("finding"), headline: await engine.text("headline"), tables: (await engine.run(tables)).map(plain) };
};

/** The words of the drawings that are seen. @param {EnginePage} engine @param {string} figure */
const drawn = (engine, figure) =>
  engine.until((figure) => {
    const chart = document.querySelector(`[data-figure="${figure}"] [data-part="chart"]`);
    chart?.scrollIntoView({ block: "center" });
    const texts = [...(chart?.querySelectorAll("svg text") ?? [])].map((text) => text.textContent);
    return chart?.ariaBusy === "false" && texts.length > 0 && texts;
  }, figure);

/** Opens a menu of a figure and chooses in it. @param {EnginePage} engine @param {string} figure @param {string} menu @param {string} item */
const choose = async (engine, figure, menu, item) => {
  await engine.click(`[data-figure="${figure}"] .menu > button`, menu);
  await engine.click(`[data-figure="${figure}"] [role="menuitem"]`, item);
};

for (const language of LANGUAGES) {
  test(`opens in ${language} with a chart, and goes over to the other language`, async ({ engine }) => {
    await engine.open(`?lang=${language}`);
    expect(await engine.run(() => document.documentElement.lang)).toBe(language === "zh" ? "zh-CN" : "en");
    const lead = await engine.run(() => document.querySelector('[data-part="lead"] [data-figure]').getAttribute("data-figure"));
    expect((await drawn(engine, lead)).length).toBeGreaterThan(5);
    const other = language === "zh" ? "English" : "中文";
    await engine.click(".language, [lang]", other).catch(() => engine.click("button, a", other));
    await engine.until((language) => !document.documentElement.lang.startsWith(language), language);
    await engine.ready();
    expect(await engine.text("finding")).toMatch(language === "zh" ? /^In 2025, 5215/ : /^2025年/);
  });
}

for (const query of SELECTIONS) {
  test(`says what Chromium says: ${query}`, async ({ engine, site }) => {
    const expected = await inChromium(await site.open(`?${query}`));
    await engine.open(`?${query}`);
    const said = await inEngine(engine);
    expect(said.finding).toBe(expected.finding);
    expect(said.headline).toBe(expected.headline);
    expect(expected.tables.length).toBeGreaterThan(20);
    expect(said.tables).toEqual(expected.tables);
  });
}

test("follows the three dropdowns, back, forward and a reload", async ({ engine }) => {
  await engine.open("?lang=en");
  await engine.choose("year", "2024");
  await engine.choose("product", "biological");
  const two = await engine.text("finding");
  expect(two).toMatch(/1029/);
  await engine.choose("disease", "oncology");
  const three = await engine.text("finding");
  expect(await engine.address()).toMatchObject({ year: "2024", product: "biological", disease: "oncology" });
  expect(three).not.toBe(two);
  await engine.run(() => history.back());
  await expect.poll(() => engine.text("finding")).toBe(two);
  await engine.ready();
  await engine.run(() => history.forward());
  await expect.poll(() => engine.text("finding")).toBe(three);
  await engine.driver.navigate().refresh();
  await engine.ready();
  expect(await engine.text("finding")).toBe(three);
  expect(await engine.run(() => /** @type {HTMLSelectElement} */ (document.querySelector('select[name="disease"]')).value)).toBe(
    "oncology",
  );
});

test("shows a chart and its table, and the marks answer to keys", async ({ engine }) => {
  await engine.open("?lang=en&year=2024");
  const words = await drawn(engine, "disease_areas");
  expect(words.join(" ")).toMatch(/Oncology/);
  await engine.click('[data-figure="disease_areas"] button', "Table");
  await engine.ready();
  const table = () => engine.run(() => document.querySelector('[data-figure="disease_areas"] table')?.textContent ?? "");
  await expect.poll(table).toMatch(/Oncology/);
  await engine.click('[data-figure="disease_areas"] button', "Chart");
  await drawn(engine, "disease_areas");
});

test("proves a number of the sentence, and gives the focus back", async ({ engine }) => {
  await engine.open("?lang=en&year=2024");
  await engine.click('[data-part="finding"] .number');
  await engine.until(() => document.activeElement?.id === "proof-title");
  const proof = await engine.text("proof");
  expect(proof).toMatch(/4900/);
  expect(proof).toMatch(/Edition/);
  await engine.press(Key.ESCAPE);
  await engine.until(() => !document.querySelector('[data-part="proof"]'));
  await engine.until(() => document.activeElement?.closest('[data-part="finding"]'));
});

test("finds a number by its words, by keyboard", async ({ engine }) => {
  await engine.open("?lang=en");
  await engine.element("#find");
  await engine.press("/");
  await engine.until(() => document.activeElement?.id === "find");
  await engine.press("MRCT 2024");
  await engine.element("#answers li");
  await engine.press(Key.ARROW_DOWN);
  await engine.until(() => document.querySelector('#answers li[aria-selected="true"]'));
  await engine.press(Key.ENTER);
  await engine.until(() => document.activeElement?.id === "proof-title");
  expect(await engine.text("proof")).toMatch(/13\.3/);
});

test("has its views, and the self-test finds the engine in order", async ({ engine }) => {
  await engine.open("?lang=en&year=2024");
  for (const [view, part] of Object.entries({ Data: "data", Coverage: "coverage", Compare: "compare", "Sources and methods": "methods" })) {
    await engine.click(".views a", view);
    await engine.element(`[data-part="${part}"]`);
  }
  await engine.run(() => history.back());
  await engine.element('[data-part="compare"]');
  await engine.driver.get(`${engine.url}?mode=selftest`);
  const checks = await engine.until(() => {
    const rows = [...document.querySelectorAll("[data-check]")].map((row) => [
      row.getAttribute("data-check"),
      row.getAttribute("data-answer"),
    ]);
    return rows.length > 10 && rows.every(([, answer]) => answer) && Object.fromEntries(rows);
  });
  // Neither says beforehand whether a copy will be allowed.
  expect(Object.entries(checks).filter(([, answer]) => answer !== "yes")).toEqual([["Clipboard", "unknown"]]);
});

test("hands over files that other programs open", async ({ engine, site }) => {
  await engine.open("?lang=en&year=2024");
  await drawn(engine, "disease_areas");
  const csv = await engine.downloaded(".csv", () => choose(engine, "disease_areas", "Download", "CSV, a row for each number"));
  const explorer = await site.open("?lang=en&year=2024");
  const figure = explorer.figure("disease_areas");
  await figure.show();
  await figure.openMenu("download");
  const [download] = await Promise.all([explorer.page.waitForEvent("download"), figure.button("csv").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  expect(csv.toString(), "the same file as in Chromium").toBe(Buffer.concat(chunks).toString());

  const xlsx = await engine.downloaded(".xlsx", () => choose(engine, "disease_areas", "Download", "Excel (XLSX)"));
  const parts = unzipSync(new Uint8Array(xlsx));
  expect(Object.keys(parts)).toContain("xl/worksheets/sheet1.xml");
  await choose(engine, "disease_areas", "Download", "Picture (SVG, PNG)");
  await engine.element('[data-part="picture-preview"]');
  const png = await engine.downloaded(".png", async () => {
    await engine.option('[data-part="picture"] option', "PNG");
    await engine.click('[data-part="picture"] button', "Download");
  });
  const { width, height } = await sharp(png).metadata();
  expect(width).toBeGreaterThan(300);
  expect(height).toBeGreaterThan(200);
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect(new Set(data).size, "something is painted").toBeGreaterThan(20);
});

test("copies a number with its citation, which can be pasted", async ({ engine }) => {
  await engine.open("?lang=en&year=2024");
  await engine.click(".lede button", "Copy with citation");
  await engine.element(".copied");
  await engine.click("#find");
  await engine.control("v");
  const pasted = await engine.until(() => /** @type {HTMLInputElement} */ (document.getElementById("find")).value);
  expect(pasted).toMatch(/^In 2024, 4,?900 drug trials/);
  expect(pasted).toMatch(/Center for Drug Evaluation|CDE/);
});

test("opens as one file from the disk", async ({ engine }) => {
  engine.url = new URL("../../china-trials-explorer.html", import.meta.url).href;
  await engine.open("#?lang=en&year=2024");
  expect(await engine.text("finding")).toMatch(/^In 2024, 4900/);
  await engine.choose("product", "biological");
  expect(await engine.text("finding")).toMatch(/1029/);
  await drawn(engine, "disease_areas");
});

test("stands where the style sheet comes last", async ({ engine, server }) => {
  const late = await lateStyle(server.url);
  try {
    engine.url = late.url;
    await engine.open("?lang=en&year=2024");
    expect(await engine.text("finding")).toMatch(/^In 2024, 4900/);
  } finally {
    await late.close();
  }
});

test.describe("in a portal", () => {
  const [, ELEMENT] = snippets("html");

  test("the element shows a figure, is as high as it, and says what is chosen", async ({ engine, host }) => {
    const listen = `<script>globalThis.heard = []; for (const type of ["ready", "selection", "error"]) addEventListener(type, ({ detail }) => detail && heard.push({ type, ...detail }), true);</script>`;
    await engine.driver.get(host.show(`${listen}${ELEMENT}`));
    await engine.until(() => /** @type {any} */ (globalThis).heard.some(({ type }) => type === "ready"));
    await engine.enter(() => document.querySelector("china-trials-explorer").shadowRoot.querySelector("iframe"));
    await engine.ready();
    await drawn(engine, "phases");
    const inner = await engine.run(() => document.getElementById("app").getBoundingClientRect().height);
    await engine.enter(null);
    const outer = await engine.run(
      () => document.querySelector("china-trials-explorer").shadowRoot.querySelector("iframe").getBoundingClientRect().height,
    );
    expect(Math.abs(outer - inner)).toBeLessThanOrEqual(8);
    await engine.run(() => document.querySelector("china-trials-explorer").setAttribute("year", "2023"));
    await engine.until(() =>
      /** @type {any} */ (globalThis).heard.some(({ type, query }) => type === "selection" && query.includes("year=2023")),
    );
    expect(await engine.run(() => /** @type {any} */ (globalThis).heard.filter(({ type }) => type === "error"))).toEqual([]);
  });

  for (const attributes of [
    "",
    'allow="clipboard-write; fullscreen"',
    'sandbox="allow-scripts"',
    'sandbox="allow-scripts allow-downloads"',
    'sandbox="allow-scripts allow-same-origin"',
    'sandbox="allow-scripts allow-same-origin allow-downloads"',
  ]) {
    test(`a frame with ${attributes || "nothing allowed"} shows, filters and draws`, async ({ engine, host }) => {
      const frame = `<iframe src="https://trials.example/explorer/?mode=embed&year=2024&lang=en" width="900" height="700" ${attributes}></iframe>`;
      await engine.driver.get(host.show(frame));
      await engine.enter(() => document.querySelector("iframe"));
      await engine.ready();
      await engine.option('#filters select[name="product"] option[value="biological"]');
      await expect.poll(() => engine.text("finding")).toMatch(/1029/);
      await engine.ready();
      expect((await drawn(engine, "disease_areas")).length).toBeGreaterThan(5);
      await engine.enter(null);
    });
  }
});

test("a page that comes back from another stands as it was left, and goes on", async ({ engine }) => {
  await engine.open("?lang=en");
  await engine.choose("year", "2024");
  await engine.driver.get(`${engine.url}licenses.txt`);
  await engine.run(() => history.back());
  await engine.ready();
  await expect.poll(() => engine.text("finding")).toMatch(/4900/);
  await engine.choose("product", "chemical");
  expect(await engine.text("finding")).toMatch(/1413/);
});

test("on paper has the sentence, the charts, the address and the date", async ({ engine }) => {
  await engine.open("?lang=en&year=2024&product=biological");
  const titles = await engine.run(() => [...document.querySelectorAll(".question > h2")].map((title) => title.textContent?.trim() ?? ""));
  expect(titles.length, "questions").toBeGreaterThan(5);
  const file = test.info().outputPath("page.pdf");
  await engine.print(file);
  const [{ stdout }, { stdout: images }] = await Promise.all([
    run("pdftotext", ["-layout", file, "-"], { maxBuffer: 1e8 }),
    run("pdfimages", ["-list", file]),
  ]);
  const pages = stdout.split("\f").slice(0, -1);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.length).toBeLessThan(30);
  for (const [position, page] of pages.entries()) {
    expect(page, `page ${position + 1} is not empty`).toMatch(/\S/);
    const last = page.trimEnd().split("\n").pop()?.trim();
    expect(titles, `page ${position + 1} does not end with the title of what follows`).not.toContain(last);
  }
  const text = plain(stdout);
  expect(text).toMatch(/In 2024, 1029 ?† of 2539 new-drug trials were of biological products/);
  // Far from the window, drawn for paper all the same.
  expect(text).toMatch(/Chemical drugs.*55\.7/);
  expect(images.trim().split("\n").slice(2), "charts are drawn, not pictures").toEqual([]);
  expect(text).toMatch(new RegExp(`Address of this view: ${engine.url.replace(/[.?/]/g, "\\$&")}\\?v=1&year=2024&product=biological`));
  expect(text).toMatch(/Printed on: \d{4}-\d{2}-\d{2}/);
  expect(text).not.toMatch(/Copy link/);
});
