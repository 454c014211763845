// The page as one file: opened from the disk with the network off, it does what the site does; in a frame it stays harmless.
// `useFile` fails each test in which the page asks for anything but itself, logs an error or breaks its policy.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { ExplorerPage, assertNumbers, plain } from "./page.mjs";
import { useFile } from "./site.mjs";

const top = new URL("../../", import.meta.url);
const read = (name) => readFile(new URL(name, top), "utf8");

/** Both languages, with a word of each view. */
const LANGUAGES = {
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
const PROOF = "#?v=1&year=2024&lang=en&cell=disease_areas:share:oncology:chemical";

/** What a reader sees of an answer. */
const answer = async (explorer) => ({ finding: await explorer.text("finding"), headlines: await explorer.headlines(), ...(await explorer.chosen()) });

/** Opens an address in a new page of the same profile, watched as the first one is. */
const openBeside = async (explorer, address) => {
  const beside = new ExplorerPage(await explorer.page.context().newPage(), explorer.url);
  beside.problems = explorer.problems;
  await beside.watch();
  await beside.page.goto(address);
  await beside.ready();
  return beside.page;
};

/** Presses what hands over a file, and gives the file. */
const download = async (page, button) => {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
};

/** The code blocks of docs/standalone.md in a language. */
const snippets = async (language) =>
  [...(await read("docs/standalone.md")).matchAll(/^```(\w*)\n(.*?)^```$/gms)].filter(([, found]) => found === language).map(([, , code]) => code.trim());

describe("the page as one file", () => {
  const file = useFile();

  it("forbids itself the network, and scripts other than its own", async () => {
    const html = await read("china-trials-explorer.html");
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    for (const rule of ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'"]) assert.ok(policy.split("; ").includes(rule), rule);
    assert.match(policy, /script-src 'sha256-[^']+' 'sha256-[^']+' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  });

  for (const [language, { title, note, views, find }] of Object.entries(LANGUAGES)) {
    describe(`in ${language}`, () => {
      it("answers a choice in sentence, chart, table and address", async (t) => {
        const explorer = await file.open(t, `#?lang=${language}`);
        assert.equal(explorer.language, language);
        assert.equal(await explorer.page.title(), title);
        const figure = explorer.figure("disease_areas");
        const before = { finding: await explorer.text("finding"), drawing: await figure.drawing() };
        for (const which of ["year", "product", "disease"]) await explorer.choose(which, QUESTION[which]);
        assert.notEqual(await explorer.text("finding"), before.finding);
        assertNumbers(await explorer.text("finding"), ["2024", "444", "1029", "43.1%"], "the finding");
        assert.notEqual(await figure.drawing(), before.drawing);
        assertNumbers(await figure.drawnText(), ["43.1%"], "the chart");
        await figure.press("table");
        assertNumbers((await figure.rows()).join("\n"), ["43.1%"], "the table");
        assert.deepEqual(explorer.address, { ...QUESTION, lang: language });
      });

      it("draws every chart", async (t) => {
        const explorer = await file.open(t, `#?lang=${language}`);
        const drawn = await explorer.drawnTexts();
        assert.ok(Object.keys(drawn).length > 30, `${Object.keys(drawn).length} charts`);
        for (const [id, text] of Object.entries(drawn)) assert.match(text, /\d/, id);
      });

      it("says in its last line what a file cannot do", async (t) => {
        const explorer = await file.open(t, `#?lang=${language}`);
        const lines = explorer.page.locator(".one-file p:visible");
        assert.equal(await lines.count(), 1, "in the language of the page alone");
        assert.match(await lines.innerText(), note);
      });

      it("has all views and the search", async (t) => {
        const explorer = await file.open(t, `#?lang=${language}`);
        const { page } = explorer;
        for (const [name, part] of Object.entries(views)) {
          await page.locator(".views").getByRole("link", { name, exact: true }).click();
          await page.locator(`[data-part="${part}"]`).first().waitFor({ state: "visible" });
        }
        await page.locator("#find").fill(find[0]);
        await page.locator("#answers li").first().waitFor();
        assert.match((await page.locator("#answers li").allInnerTexts()).join("\n"), find[1]);
      });
    });
  }

  it("proves a number, and its link opens the same proof", async (t) => {
    const explorer = await file.open(t, PROOF, { permissions: ["clipboard-read", "clipboard-write"] });
    await explorer.proof.opened();
    assert.match(plain(await explorer.proof.root.innerText()), /Covington & Burling/);
    assert.ok((await explorer.proof.sources.count()) > 0, "its sources are named");
    const link = await explorer.proof.copied("link");
    assert.equal(link, file.url + PROOF);
    const beside = await openBeside(explorer, link);
    await beside.locator("#proof-title").waitFor();
    assert.equal(await beside.locator("#proof-title").innerText(), await explorer.proof.title.innerText());
    assert.ok((await explorer.proof.copied("citeEnglish")).includes(link), "a citation has the link");
  });

  it("keeps the question when it is loaded anew, and gives it to a copy", async (t) => {
    const explorer = await file.open(t);
    await explorer.choose("year", "2023");
    await explorer.choose("product", "chemical");
    const seen = await answer(explorer);
    await explorer.page.reload();
    await explorer.ready();
    assert.deepEqual(await answer(explorer), seen);
    const copy = await file.open(t, new URL(explorer.page.url()).hash);
    assert.deepEqual(await answer(copy), seen);
  });

  it("opens at the address that its documentation shows", async (t) => {
    const [address] = await snippets("");
    const explorer = await file.open(t, address.replace("china-trials-explorer.html", ""));
    assert.equal(explorer.language, "zh");
    assertNumbers(await explorer.text("finding"), ["444", "43.1%"], "the finding");
  });

  it("goes back and forward through the choices, and to an address that is typed", async (t) => {
    const explorer = await file.open(t);
    const seen = [await answer(explorer)];
    for (const [which, code] of [["year", "2024"], ["product", "biological"]]) {
      await explorer.choose(which, code);
      seen.push(await answer(explorer));
    }
    const { page } = explorer;
    /** The page follows an address when it has heard of it: its dropdown says when. */
    const becomes = async (step, what) => {
      await page.waitForFunction(([year, product]) => {
        const chosen = [...document.querySelectorAll(".dropdowns select")].map((select) => select.value);
        return chosen.includes(year) && chosen.includes(product);
      }, [seen[step].year, seen[step].product]);
      await explorer.ready();
      assert.deepEqual(await answer(explorer), seen[step], what);
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

  it("keeps the question when a link leads to a place in the page", async (t) => {
    const explorer = await file.open(t, "#?v=1&year=2023");
    await explorer.page.locator("a.skip").focus();
    await explorer.page.keyboard.press("Enter");
    await explorer.assertFocus("#figures", "after the link to the figures");
    assert.equal(explorer.address.year, "2023");
    assert.equal((await explorer.chosen()).year, "2023");
  });

  it("has links that open in a new page too", async (t) => {
    const explorer = await file.open(t, "#?lang=en");
    const href = (locator) => locator.evaluate((link) => link.href);
    const coverage = await openBeside(explorer, await href(explorer.page.getByRole("link", { name: "Coverage", exact: true })));
    await coverage.locator('[data-part="coverage"]').waitFor({ state: "visible" });
    const takeaway = await openBeside(explorer, await href(explorer.takeaway(1).locator("a").first()));
    assert.match(await takeaway.locator('[data-part="finding"]').innerText(), /2024/);
    await explorer.takeaway(3).locator("a").first().click();
    await explorer.page.waitForURL(/#\?.*disease=oncology/);
  });

  it("hands over the numbers of a figure, the data files and the licences", async (t) => {
    const explorer = await file.open(t, "#?lang=en");
    const { page } = explorer;
    const numbers = await download(page, explorer.figure("registered").button("csv"));
    assert.equal(numbers.name, "registered.csv");
    assert.match(numbers.text, /2024-new_drug-trials-count/);
    assert.match(numbers.text, /\b2539\b/);
    for (const name of ["facts.csv", "codes.csv", "sources.csv", "disputes.csv", "datapackage.json"]) {
      const { text } = await download(page, page.locator(".bottom").getByRole("link", { name, exact: true }));
      assert.equal(text, await read(`public/data/${name}`), name);
    }
    const licences = await download(page, page.getByRole("link", { name: "Licences", exact: true }));
    assert.match(licences.text, /leptos 0\.8.*echarts 6|echarts 6.*leptos 0\.8/s);
  });

  it("remembers the language", async (t) => {
    const explorer = await file.open(t);
    await explorer.switchLanguage();
    assert.equal(explorer.address.lang, "zh");
    const beside = await openBeside(explorer, file.url);
    assert.equal(await beside.locator("html").getAttribute("lang"), "zh-CN");
  });

  it("reads without JavaScript", async (t) => {
    const { page } = await file.open(t, "", { javaScriptEnabled: false, isExpectedToFail: true });
    assert.match(await page.locator("#reading").innerText(), /needs JavaScript[\s\S]*4,900/);
    assert.equal(await page.locator('noscript a, a[href^="data/"]:visible').count(), 0, "no link that leads nowhere");
    assert.ok(await page.locator(".one-file").isHidden());
  });

  it("says without WebAssembly what is missing, and still hands over the data", async (t) => {
    const { page } = await file.open(t, "", { isExpectedToFail: true, prepare: (page) => page.addInitScript("delete globalThis.WebAssembly") });
    const unsupported = page.locator("#unsupported");
    await unsupported.waitFor();
    const { text } = await download(page, unsupported.getByRole("link", { name: "facts.csv" }).first());
    assert.equal(text, await read("public/data/facts.csv"));
  });

  it("says in a browser that cannot unpack it that it cannot", async (t) => {
    const { page } = await file.open(t, "#?v=1&year=2023", { isExpectedToFail: true, prepare: (page) => page.addInitScript("delete globalThis.DecompressionStream") });
    await page.locator("#crash").waitFor();
    assert.match(await page.locator("#crash-detail").innerText(), /DecompressionStream is missing/);
    await Promise.all([page.waitForEvent("load"), page.getByRole("link", { name: "Reload the page" }).click()]);
    assert.match(page.url(), /#\?v=1&year=2023$/, "its question is still there after a reload");
  });
});

describe("the page as one file in a portal", () => {
  const file = useFile();
  const PORTAL = "https://portal.example/";
  /** What a portal page does with the file; each is the body of the portal's page. */
  const portals = async () => ({
    "from a sandboxed frame, as documented": (await snippets("html"))[0],
    "from a text in the frame, sandboxed": `<iframe sandbox="allow-scripts"></iframe><script>
      fetch("china-trials-explorer.html").then((found) => found.text()).then((text) => (document.querySelector("iframe").srcdoc = text));</script>`,
    "from a text in the frame": `<iframe></iframe><script>
      fetch("china-trials-explorer.html").then((found) => found.text()).then((text) => (document.querySelector("iframe").srcdoc = text));</script>`,
    "from an address of the portal's making": `<iframe sandbox="allow-scripts"></iframe><script>
      fetch("china-trials-explorer.html").then((found) => found.blob()).then((blob) => (document.querySelector("iframe").src = URL.createObjectURL(blob)));</script>`,
  });

  /** A page whose network is off but for the portal, which the test itself plays. */
  const visit = async (t, body) => {
    const { page } = await file.open(t, "", { isExpectedToFail: true });
    const problems = [];
    const requests = new Set();
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => requests.add(request.url().replace(/#.*/, "").replace(/^blob:.*/, "blob:")));
    await page.route(`${PORTAL}**`, (route) => {
      const isFile = new URL(route.request().url()).pathname === "/china-trials-explorer.html";
      const frame = "<style>iframe { width: 1200px; height: 800px }</style>";
      const portal = { contentType: "text/html; charset=utf-8", body: `<!doctype html><title>portal</title><link rel="icon" href="data:,">${frame}${body}` };
      return route.fulfill(isFile ? { path: fileURLToPath(new URL("china-trials-explorer.html", top)), contentType: "text/html; charset=utf-8" } : portal);
    });
    return { page, problems, requests };
  };

  for (const name of ["from a sandboxed frame, as documented", "from a text in the frame, sandboxed", "from a text in the frame", "from an address of the portal's making"]) {
    it(`opens and answers ${name}, and leaves the portal alone`, async (t) => {
      const { page, problems, requests } = await visit(t, (await portals())[name]);
      await page.goto(PORTAL);
      const frame = page.frameLocator("iframe");
      const ready = () => frame.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 15_000 });
      await ready();
      const before = await page.evaluate(() => [location.href, history.length]);
      if (name.endsWith("documented")) assert.match(await frame.locator('[data-part="finding"]').innerText(), /2024/);
      await frame.getByRole("combobox", { name: "Year", exact: true }).selectOption("2023");
      await ready();
      assert.match(await frame.locator('[data-part="finding"]').innerText(), /2023/);
      await frame.locator('[data-figure="registered"] [data-part="chart"] svg text').first().waitFor();
      await frame.getByRole("link", { name: "Coverage", exact: true }).click();
      await frame.locator('[data-part="coverage"]').waitFor({ state: "visible" });
      assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before, "the portal's address and history");
      assert.deepEqual(problems, []);
      assert.deepEqual([...requests].filter((url) => ![PORTAL, `${PORTAL}china-trials-explorer.html`, "blob:", "about:srcdoc", "data:,"].includes(url)), []);
    });
  }

  it("gives in a sandboxed frame what it may", async (t) => {
    const { page, problems } = await visit(t, (await portals())["from a sandboxed frame, as documented"]);
    await page.goto(PORTAL);
    const frame = page.frameLocator("iframe");
    await frame.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    const registered = frame.locator('[data-figure="registered"]');
    await registered.getByRole("button", { name: "Download CSV", exact: true }).click();
    await registered.getByText("No file?").click();
    assert.match(await registered.getByRole("textbox").inputValue(), /2024-new_drug-trials-count/, "the text, as nothing tells whether downloads are allowed");
    const { text } = await download(page, frame.locator(".bottom").getByRole("link", { name: "facts.csv", exact: true }));
    assert.equal(text, await read("public/data/facts.csv"), "with allow-downloads the data files arrive");
    assert.deepEqual(problems, []);
  });

  it("has its question in the query where it is a page of a site", async (t) => {
    const { page, problems } = await visit(t, "");
    await page.goto(`${PORTAL}china-trials-explorer.html#?v=1&year=2024`);
    await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    assert.match(await page.locator('[data-part="finding"]').innerText(), /2024/);
    await page.getByRole("combobox", { name: "Year", exact: true }).selectOption("2023");
    await page.waitForURL(`${PORTAL}china-trials-explorer.html?v=1&year=2023`);
    assert.deepEqual(problems, []);
  });
});

describe("the documentation of the page as one file", () => {
  it("names the command that makes it", async () => {
    for (const command of await snippets("sh")) {
      const [make, ...targets] = command.split(" ");
      // What it would run, without running it: a build takes minutes.
      assert.match(execFileSync(make, ["--dry-run", ...targets], { cwd: top, encoding: "utf8" }), /scripts\/standalone\.mjs/);
    }
  });

  it("has no snippet that is not tested", async () => {
    const counts = await Promise.all(["sh", "", "html"].map(async (language) => (await snippets(language)).length));
    assert.deepEqual(counts, [1, 1, 1]);
    assert.equal((await read("docs/standalone.md")).match(/^```/gm).length, 6);
  });
});
