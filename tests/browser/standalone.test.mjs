// The page as one file: opened from the disk with the network off, it does what the site does; in a frame it stays harmless.
// The fixture `file` fails each test in which the page asks for anything but itself, logs an error or breaks its policy.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ExplorerPage, LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Locator, Page } from "@playwright/test" */
/** @import { Dropdown, Language } from "./page.mjs" */
/** @import { Opener } from "./site.mjs" */

const top = new URL("../../", import.meta.url);
const read = (/** @type {string} */ name) => readFile(new URL(name, top), "utf8");

/**
 * The page in a language: its title, its last line, its views with a part of each, and a search with what it finds.
 * @typedef {{ title: string, note: RegExp, views: Record<string, string>, find: [query: string, answer: RegExp] }} Words
 */

/** @type {Record<Language, Words>} */
const WORDS = {
  en: {
    title: "China Trials Explorer",
    note: /^This page is one file/,
    views: { Data: "data", Coverage: "coverage", Compare: "compare", "Sources and methods": "methods", Explore: "finding" },
    find: ["cancer 2024 biological", /Oncology/],
  },
  zh: {
    title: "中国临床试验数据",
    note: /^本页为单个文件/,
    views: { 数据: "data", 覆盖情况: "coverage", 对比: "compare", 来源与方法: "methods", 浏览: "finding" },
    find: ["kzl 2023", /抗肿瘤/],
  },
};
const QUESTION = { v: "1", year: "2024", product: "biological", disease: "oncology" };
/** @type {("year" | "product" | "disease")[]} */
const FILTERS = ["year", "product", "disease"];
/** @type {[which: Dropdown, code: string][]} */
const CHOICES = [
  ["year", "2024"],
  ["product", "biological"],
];
const PROOF = "#?v=1&year=2024&lang=en&cell=disease_areas:share:oncology:chemical";

/** What a reader sees of an answer. @param {ExplorerPage} explorer */
const answer = async (explorer) => ({
  finding: await explorer.text("finding"),
  headlines: await explorer.headlines(),
  ...(await explorer.chosen()),
});

/**
 * Opens an address in a new page of the same profile, watched as the first one is.
 * @param {ExplorerPage} explorer
 * @param {string} address
 */
const openBeside = async (explorer, address) => {
  const beside = new ExplorerPage(await explorer.page.context().newPage(), explorer.url);
  beside.problems = explorer.problems;
  await beside.watch();
  await beside.page.goto(address);
  await beside.ready();
  return beside.page;
};

/**
 * Presses what hands over a file, and gives the file.
 * @param {Page} page
 * @param {Locator} button
 */
const download = async (page, button) => {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
};

/** The code blocks of docs/standalone.md in a language. @param {string} language */
const snippets = async (language) =>
  [...(await read("docs/standalone.md")).matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code.trim());

test.describe("the page as one file", () => {
  test("forbids itself the network, and scripts other than its own", async () => {
    const html = await read("china-trials-explorer.html");
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    for (const rule of ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(policy.split("; "), rule).toContain(rule);
    expect(policy).toMatch(/script-src 'sha256-[^']+' 'sha256-[^']+' 'wasm-unsafe-eval';/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
  });

  for (const language of LANGUAGES) {
    const { title, note, views, find } = WORDS[language];
    test.describe(`in ${language}`, () => {
      test("answers a choice in sentence, chart, table and address", async ({ file }) => {
        const explorer = await file.open(`#?lang=${language}`);
        expect(explorer.language).toBe(language);
        await expect(explorer.page).toHaveTitle(title);
        const figure = explorer.figure("disease_areas");
        const before = { finding: await explorer.text("finding"), drawing: await figure.drawing() };
        for (const which of FILTERS) await explorer.choose(which, QUESTION[which]);
        expect(await explorer.text("finding")).not.toBe(before.finding);
        await expect.poll(() => explorer.text("finding"), "the finding").toHaveNumbers(["2024", "444", "1029", "43.1%"]);
        expect(await figure.drawing()).not.toBe(before.drawing);
        expect(await figure.drawnText(), "the chart").toHaveNumbers(["43.1%"]);
        await figure.press("table");
        expect((await figure.rows()).join("\n"), "the table").toHaveNumbers(["43.1%"]);
        expect(explorer.address).toEqual({ ...QUESTION, lang: language });
      });

      test("draws every chart", async ({ file }) => {
        const explorer = await file.open(`#?lang=${language}`);
        const drawn = await explorer.drawnTexts();
        expect(Object.keys(drawn).length, `${Object.keys(drawn).length} charts`).toBeGreaterThan(30);
        for (const [id, text] of Object.entries(drawn)) expect(text, id).toMatch(/\d/);
      });

      test("says in its last line what a file cannot do", async ({ file }) => {
        const explorer = await file.open(`#?lang=${language}`);
        const lines = explorer.page.locator(".one-file p:visible");
        await expect(lines, "in the language of the page alone").toHaveCount(1);
        await expect(lines).toHaveText(note);
      });

      test("has all views and the search", async ({ file }) => {
        const explorer = await file.open(`#?lang=${language}`);
        const { page } = explorer;
        for (const [name, part] of Object.entries(views)) {
          await page.locator(".views").getByRole("link", { name, exact: true }).click();
          await page.locator(`[data-part="${part}"]`).first().waitFor({ state: "visible" });
        }
        await page.locator("#find").fill(find[0]);
        await page.locator("#answers li").first().waitFor();
        expect((await page.locator("#answers li").allInnerTexts()).join("\n")).toMatch(find[1]);
      });
    });
  }

  test("proves a number, and its link opens the same proof", async ({ file }) => {
    const explorer = await file.open(PROOF, { permissions: ["clipboard-read", "clipboard-write"] });
    await explorer.proof.opened();
    expect(plain(await explorer.proof.root.innerText())).toMatch(/Covington & Burling|科文顿/);
    await expect(explorer.proof.sources, "its sources are named").not.toHaveCount(0);
    const link = await explorer.proof.copied("link");
    expect(link).toBe(file.url + PROOF);
    const beside = await openBeside(explorer, link);
    await beside.locator("#proof-title").waitFor();
    await expect(beside.locator("#proof-title")).toHaveText(await explorer.proof.title.innerText());
    expect(await explorer.proof.copied("citeEnglish"), "a citation has the link").toContain(link);
  });

  test("keeps the question when it is loaded anew, and gives it to a copy", async ({ file }) => {
    const explorer = await file.open();
    await explorer.choose("year", "2023");
    await explorer.choose("product", "chemical");
    const seen = await answer(explorer);
    await explorer.page.reload();
    await explorer.ready();
    expect(await answer(explorer)).toEqual(seen);
    const copy = await file.open(new URL(explorer.page.url()).hash);
    expect(await answer(copy)).toEqual(seen);
  });

  test("opens at the address that its documentation shows", async ({ file }) => {
    const [address] = await snippets("");
    const explorer = await file.open(address.replace("china-trials-explorer.html", ""));
    expect(explorer.language).toBe("zh");
    await expect.poll(() => explorer.text("finding"), "the finding").toHaveNumbers(["444", "43.1%"]);
  });

  test("goes back and forward through the choices, and to an address that is typed", async ({ file }) => {
    const explorer = await file.open();
    const seen = [await answer(explorer)];
    for (const [which, code] of CHOICES) {
      await explorer.choose(which, code);
      seen.push(await answer(explorer));
    }
    const { page } = explorer;
    /**
     * The page follows an address when it has heard of it: its dropdown says when.
     * @param {number} step
     * @param {string} what
     */
    const becomes = async (step, what) => {
      await expect(explorer.dropdown("year")).toHaveValue(seen[step].year);
      await expect(explorer.dropdown("product")).toHaveValue(seen[step].product);
      await explorer.ready();
      expect(await answer(explorer), what).toEqual(seen[step]);
    };
    await page.goBack();
    await becomes(1, "back");
    await page.goBack();
    await becomes(0, "back to the start");
    await page.goForward();
    await becomes(1, "forward");
    await page.evaluate(() => (location.hash = "#?v=1&year=2024&product=biological"));
    await becomes(2, "typed");
  });

  test("keeps the question when a link leads to a place in the page", async ({ file }) => {
    const explorer = await file.open("#?v=1&year=2023");
    await explorer.page.locator("a.skip").focus();
    await explorer.page.keyboard.press("Enter");
    await explorer.expectFocus("#answer", "after the link to the answer");
    expect(explorer.address.year).toBe("2023");
    expect((await explorer.chosen()).year).toBe("2023");
  });

  test("has links that open in a new page too", async ({ file }) => {
    const explorer = await file.open("#?lang=en");
    const href = (/** @type {Locator} */ locator) => locator.evaluate((/** @type {HTMLAnchorElement} */ link) => link.href);
    const coverage = await openBeside(explorer, await href(explorer.page.getByRole("link", { name: "Coverage", exact: true })));
    await coverage.locator('[data-part="coverage"]').waitFor({ state: "visible" });
    const takeaway = await openBeside(explorer, await href((await explorer.check(1)).getByRole("link", { name: "Show the chart" })));
    await expect(takeaway.locator('[data-part="finding"]')).toHaveText(/2024/);
    await (await explorer.check(3)).getByRole("link", { name: "Show the chart" }).click();
    await explorer.page.waitForURL(/#\?.*disease=oncology/);
  });

  test("hands over the numbers of a figure, the data files and the licences", async ({ file }) => {
    const explorer = await file.open("#?lang=en");
    const { page } = explorer;
    await explorer.figure("registered").openMenu("download");
    const numbers = await download(page, explorer.figure("registered").button("csv"));
    expect(numbers.name).toMatch(/\.csv$/);
    expect(numbers.text).toMatch(/2024-new_drug-trials-count/);
    expect(numbers.text).toMatch(/\b2539\b/);
    for (const name of ["facts.csv", "codes.csv", "sources.csv", "disputes.csv", "datapackage.json"]) {
      const { text } = await download(page, page.locator(".bottom").getByRole("link", { name, exact: true }));
      expect(text, name).toBe(await read(`public/data/${name}`));
    }
    const licences = await download(page, page.getByRole("link", { name: "Licences", exact: true }));
    expect(licences.text).toMatch(/leptos 0\.8.*echarts 6|echarts 6.*leptos 0\.8/s);
  });

  test("remembers the language", async ({ file }) => {
    const explorer = await file.open();
    await explorer.switchLanguage();
    expect(explorer.address.lang).toBe("zh");
    const beside = await openBeside(explorer, file.url);
    await expect(beside.locator("html")).toHaveAttribute("lang", "zh-CN");
  });

  test("reads without JavaScript", async ({ file }) => {
    const { page } = await file.open("", { javaScriptEnabled: false, isExpectedToFail: true });
    await expect(page.locator("#reading")).toHaveText(/needs JavaScript[\s\S]*4,900/, { useInnerText: true });
    await expect(page.locator('noscript a, a[href^="data/"]:visible'), "no link that leads nowhere").toHaveCount(0);
    await expect(page.locator(".one-file")).toBeHidden();
  });

  test("says without WebAssembly what is missing, and still hands over the data", async ({ file }) => {
    const { page } = await file.open("", {
      isExpectedToFail: true,
      prepare: (page) => page.addInitScript("delete globalThis.WebAssembly"),
    });
    const unsupported = page.locator("#unsupported");
    await unsupported.waitFor();
    const { text } = await download(page, unsupported.getByRole("link", { name: "facts.csv" }).first());
    expect(text).toBe(await read("public/data/facts.csv"));
  });

  test("says in a browser that cannot unpack it that it cannot", async ({ file }) => {
    const { page } = await file.open("#?v=1&year=2023", {
      isExpectedToFail: true,
      prepare: (page) => page.addInitScript("delete globalThis.DecompressionStream"),
    });
    await page.locator("#crash").waitFor();
    await expect(page.locator("#crash-detail")).toHaveText(/DecompressionStream is missing/);
    await Promise.all([page.waitForEvent("load"), page.getByRole("link", { name: "Try again" }).click()]);
    await expect(page, "its question is still there after a reload").toHaveURL(/#\?v=1&year=2023$/);
  });
});

test.describe("the page as one file in a portal", () => {
  const PORTAL = "https://portal.example/";
  /**
   * What a portal page does with the file; each is the body of the portal's page.
   * @returns {Promise<Record<string, string>>}
   */
  const portals = async () => ({
    "from a sandboxed frame, as documented": (await snippets("html"))[0],
    "from a text in the frame, sandboxed": `<iframe sandbox="allow-scripts"></iframe><script>
      fetch("china-trials-explorer.html").then((found) => found.text()).then((text) => (document.querySelector("iframe").srcdoc = text));</script>`,
    "from a text in the frame": `<iframe></iframe><script>
      fetch("china-trials-explorer.html").then((found) => found.text()).then((text) => (document.querySelector("iframe").srcdoc = text));</script>`,
    "from an address of the portal's making": `<iframe sandbox="allow-scripts"></iframe><script>
      fetch("china-trials-explorer.html").then((found) => found.blob()).then((blob) => (document.querySelector("iframe").src = URL.createObjectURL(blob)));</script>`,
  });

  /**
   * A page whose network is off but for the portal, which the test itself plays.
   * @param {Opener} file
   * @param {string} body
   */
  const visit = async (file, body) => {
    const { page } = await file.open("", { isExpectedToFail: true });
    /** @type {string[]} */
    const problems = [];
    /** @type {Set<string>} */
    const requests = new Set();
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) =>
      requests.add(
        request
          .url()
          .replace(/#.*/, "")
          .replace(/^blob:.*/, "blob:"),
      ),
    );
    await page.route(`${PORTAL}**`, (route) => {
      const isFile = new URL(route.request().url()).pathname === "/china-trials-explorer.html";
      const frame = "<style>iframe { width: 1200px; height: 800px }</style>";
      const portal = {
        contentType: "text/html; charset=utf-8",
        body: `<!doctype html><title>portal</title><link rel="icon" href="data:,">${frame}${body}`,
      };
      return route.fulfill(
        isFile ? { path: fileURLToPath(new URL("china-trials-explorer.html", top)), contentType: "text/html; charset=utf-8" } : portal,
      );
    });
    return { page, problems, requests };
  };

  for (const name of [
    "from a sandboxed frame, as documented",
    "from a text in the frame, sandboxed",
    "from a text in the frame",
    "from an address of the portal's making",
  ]) {
    test(`opens and answers ${name}, and leaves the portal alone`, async ({ file }) => {
      const { page, problems, requests } = await visit(file, (await portals())[name]);
      await page.goto(PORTAL);
      const frame = page.frameLocator("iframe");
      const ready = () => expect(frame.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 15_000 });
      await ready();
      const before = await page.evaluate(() => [location.href, history.length]);
      if (name.endsWith("documented")) await expect(frame.locator('[data-part="finding"]')).toHaveText(/2024/);
      await frame.getByRole("combobox", { name: "Year", exact: true }).selectOption("2023");
      await ready();
      await expect(frame.locator('[data-part="finding"]')).toHaveText(/2023/);
      await frame.locator('[data-figure="registered"] [data-part="chart"] svg text').first().waitFor();
      await frame.getByRole("link", { name: "Coverage", exact: true }).click();
      await frame.locator('[data-part="coverage"]').waitFor({ state: "visible" });
      expect(await page.evaluate(() => [location.href, history.length]), "the portal's address and history").toEqual(before);
      expect(problems).toEqual([]);
      expect(
        [...requests].filter((url) => ![PORTAL, `${PORTAL}china-trials-explorer.html`, "blob:", "about:srcdoc", "data:,"].includes(url)),
      ).toEqual([]);
    });
  }

  test("gives in a sandboxed frame what it may", async ({ file }) => {
    const { page, problems } = await visit(file, (await portals())["from a sandboxed frame, as documented"]);
    await page.goto(PORTAL);
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("html")).toHaveAttribute("data-ready", "true");
    const registered = frame.locator('[data-figure="registered"]');
    await registered.getByRole("button", { name: "Download", exact: true }).click();
    await registered.getByRole("menuitem", { name: "CSV, a row for each number", exact: true }).click();
    await registered.getByText("No file?").click();
    await expect(registered.getByRole("textbox"), "the text, as nothing tells whether downloads are allowed").toHaveValue(
      /2024-new_drug-trials-count/,
    );
    const { text } = await download(page, frame.locator(".bottom").getByRole("link", { name: "facts.csv", exact: true }));
    expect(text, "with allow-downloads the data files arrive").toBe(await read("public/data/facts.csv"));
    expect(problems).toEqual([]);
  });

  test("has its question in the query where it is a page of a site", async ({ file }) => {
    const { page, problems } = await visit(file, "");
    await page.goto(`${PORTAL}china-trials-explorer.html#?v=1&year=2024`);
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
    await expect(page.locator('[data-part="finding"]')).toHaveText(/2024/);
    await page.getByRole("combobox", { name: "Year", exact: true }).selectOption("2023");
    await page.waitForURL(`${PORTAL}china-trials-explorer.html?v=1&year=2023`);
    expect(problems).toEqual([]);
  });
});

test.describe("the documentation of the page as one file", () => {
  test("names the command that makes it", async () => {
    for (const command of await snippets("sh")) {
      const [make, ...targets] = command.split(" ");
      // What it would run, without running it: a build takes minutes.
      expect(execFileSync(make, ["--dry-run", ...targets], { cwd: top, encoding: "utf8" })).toMatch(/scripts\/standalone\.mjs/);
    }
  });

  test("has no snippet that is not tested", async () => {
    const counts = await Promise.all(["sh", "", "html"].map(async (language) => (await snippets(language)).length));
    expect(counts).toEqual([1, 1, 1]);
    expect((await read("docs/standalone.md")).match(/^```/gm)).toHaveLength(6);
  });
});
