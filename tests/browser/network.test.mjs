// Broken networks: each file of the page in turn does not arrive, or arrives as something else. The reader always has something to
// read, is told why in his language, and gets on when the network does (docs/reliability.md).
import { expect, test } from "./site.mjs";

/** @import { Locator, Page, Route } from "@playwright/test" */
/** @import { Prepare } from "./site.mjs" */

const SIGN_IN = "<!doctype html><title>Sign in</title><form><input name=user></form>";

/**
 * What may become of a file.
 * @type {Record<string, (route: Route) => Promise<void>>}
 */
const FAULTS = {
  "is refused": (route) => route.abort("connectionrefused"),
  "is not there": (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" }),
  "breaks the server": (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>Internal error</h1>" }),
  "is cut half-way": async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, headers: without(response.headers()), body: body.subarray(0, body.length / 2) });
  },
  "has the wrong type": async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...without(response.headers()), "content-type": "text/plain", "x-content-type-options": "nosniff" },
    });
  },
  "is a sign-in page": (route) => route.fulfill({ status: 200, contentType: "text/html", body: SIGN_IN }),
};

/** Headers of an answer whose body is replaced; the browser may keep it for as long as the file. @param {Record<string, string>} headers */
const without = ({ "content-encoding": _, "content-length": __, ...headers }) => headers;

/** As if the line were ten times too slow. @type {(route: Route) => Promise<void>} */
const slowly = async (route) => {
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await route.continue();
};

/** Nothing ever answers. @type {(route: Route) => void} */
const never = () => {};

/** Nothing answers the first time. @returns {(route: Route) => Promise<void>} */
const notAtFirst = () => {
  let asked = 0;
  return async (route) => {
    asked += 1;
    if (asked > 1) await route.continue();
  };
};

/** @type {(pattern: string, fault: (route: Route) => unknown) => Prepare} */
const broken = (pattern, fault) => (page) => page.route(pattern, fault);

/** The browser keeps nothing. @param {Page} page */
const dropCache = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
};

/** Ten seconds pass in one: what waits for them in the style sheet is seen. @param {Page} page */
const hurry = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  await session.send("Animation.setPlaybackRate", { playbackRate: 10 });
};

/** The page answers as if nothing had been. @param {Page} page */
const stands = async (page) => {
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 45_000 });
  await expect(page.locator("[data-figure] svg").first()).toBeVisible();
  for (const sign of ["#hint", "#missing", "#crash", "#reading"]) await expect(page.locator(sign), sign).toBeHidden();
};

/** The text can be read. @param {Page} page @param {{ code?: string }} [language] */
const canBeRead = async (page, { code = "en" } = {}) => {
  await expect(page.locator(`#reading > div[lang^=${code}] .lede`)).toBeVisible();
  await expect(page.locator("#app")).toBeHidden();
};

/** @type {Record<string, string>} */
const PROGRAM = { "JavaScript of the program": "**/china-trials-explorer-*.js", program: "**/china-trials-explorer-*_bg.wasm" };

test.describe("the first script", () => {
  const BOOT = "**/boot-*.js";
  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`that ${what} leaves the text, a hint, and a reload that works`, async ({ site }) => {
      // Where no script runs, none can tell the browser to forget what it has kept.
      const prepare = (/** @type {Page} */ page) => dropCache(page).then(() => page.route(BOOT, fault));
      const { page } = await site.open("?year=2024", { isExpectedToFail: true, prepare });
      await hurry(page);
      await expect(page.locator("#reading .lede").first()).toBeVisible();
      await expect(page.locator("#hint")).toContainText(/reload the page.*重新载入/s);
      await page.waitForFunction(() => getComputedStyle(document.getElementById("hint")).visibility === "visible");
      await page.unroute(BOOT);
      await page.locator("#hint a").first().click();
      await stands(page);
    });
  }

  test("that is only slow leaves no hint", async ({ site }) => {
    const { page } = await site.open("", { isExpectedToFail: true, prepare: broken(BOOT, slowly) });
    await stands(page);
  });
});

test.describe("the program", () => {
  for (const [name, pattern] of Object.entries(PROGRAM)) {
    for (const [what, fault] of Object.entries(FAULTS)) {
      // A server that does not know the type of WebAssembly only makes it slower.
      if (name === "program" && what === "has the wrong type") continue;
      test(`whose ${name} ${what} leaves the text, a reason, and a way on`, async ({ site }) => {
        const { page } = await site.open("?year=2024", { isExpectedToFail: true, prepare: broken(pattern, fault) });
        await expect(page.locator("#missing")).toBeVisible();
        await expect(page.locator("#missing")).toContainText(/has not arrived.*未能载入/s);
        await expect(page.locator("#crashed")).toBeHidden();
        await canBeRead(page);
        await expect(page.locator("#unasked"), "the text answers nothing, and says so").toBeVisible();
        await page.unroute(pattern);
        await page.locator("#crash").getByRole("link", { name: "Try again" }).click();
        await stands(page);
        await expect(page.locator('[data-part="finding"]')).toContainText("2024");
      });
    }

    test(`whose ${name} is only slow opens late`, async ({ site }) => {
      const { page } = await site.open("?year=2024", { isExpectedToFail: true, prepare: broken(pattern, slowly) });
      await stands(page);
    });

    test(`whose ${name} never answers leaves no loading line without an end`, async ({ site }) => {
      const { page } = await site.open("?lang=zh", { isExpectedToFail: true, prepare: broken(pattern, notAtFirst()) });
      await expect(page.locator("#loading")).toContainText("正在载入");
      await hurry(page);
      await expect(page.locator("#hint")).toBeVisible();
      await expect(page.locator("#hint [lang=en]"), "in the language of the reader alone").toBeHidden();
      await canBeRead(page, { code: "zh" });
      await page.locator("#hint a:visible").click();
      await stands(page);
    });
  }

  test("that has the wrong type opens all the same", async ({ site }) => {
    const { page } = await site.open("", { isExpectedToFail: true, prepare: broken(PROGRAM.program, FAULTS["has the wrong type"]) });
    await stands(page);
  });

  test("answers no question of the address where it does not ask one", async ({ site }) => {
    const { page } = await site.open("", { isExpectedToFail: true, prepare: broken(PROGRAM.program, FAULTS["is refused"]) });
    await expect(page.locator("#missing")).toBeVisible();
    await expect(page.locator("#unasked")).toBeHidden();
    await canBeRead(page);
  });

  test("that a browser cannot compile tells that the browser is too old", async ({ site }) => {
    const { page } = await site.open("", {
      isExpectedToFail: true,
      prepare: (page) =>
        page.addInitScript(() => {
          const refuse = () => Promise.reject(new WebAssembly.CompileError("invalid opcode 0xfc"));
          Object.assign(WebAssembly, { instantiateStreaming: refuse, instantiate: refuse, compileStreaming: refuse, compile: refuse });
        }),
    });
    await expect(page.locator("#unsupported")).toBeVisible();
    await expect(page.locator("#unsupported")).toContainText(/too old.*版本过旧/s);
    await expect(page.locator("#crash")).toBeHidden();
    await canBeRead(page);
  });
});

test.describe("the style sheet", () => {
  const STYLE = "**/style-*.css";
  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`that ${what} leaves no page without form and without a word`, async ({ site }) => {
      const { page } = await site.open("", { isExpectedToFail: true, prepare: broken(STYLE, fault) });
      await expect(page.locator("#missing")).toBeVisible();
      await canBeRead(page);
      await page.unroute(STYLE);
      await page.locator("#crash").getByRole("link", { name: "Try again" }).click();
      await stands(page);
    });
  }
});

test.describe("what draws the charts", () => {
  const CHARTS = "**/echarts-*.js*";
  /** @param {Page} page */
  const again = (page) => page.locator('[data-part="lost-chart"] button').first();
  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`and ${what} leaves tables, until it is asked for again`, async ({ site }) => {
      const { page } = await site.open("?year=2024", { isExpectedToFail: true, prepare: broken(CHARTS, fault) });
      await expect(page.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
      await expect(page.locator("[data-figure] table").first()).toBeVisible();
      await expect(page.locator('[data-part="chart"]'), "no chart is blank").toHaveCount(0);
      await expect(page.locator('[data-part="lost-chart"]').first()).toContainText("did not arrive");
      await again(page).click();
      await expect(again(page), "a second failure leaves the button").toHaveText("Try again");
      await page.unroute(CHARTS);
      await again(page).click();
      await stands(page);
      await expect(page.locator('[data-part="lost-chart"]')).toHaveCount(0);
    });
  }

  test("and is only slow draws late", async ({ site }) => {
    const { page } = await site.open("", { isExpectedToFail: true, prepare: broken(CHARTS, slowly) });
    await stands(page);
  });

  test("and never answers leaves tables after a while, in the reader's language", async ({ site }) => {
    const { page } = await site.open("?lang=zh", { isExpectedToFail: true, prepare: broken(CHARTS, never) });
    await expect(page.locator('[data-part="lost-chart"]').first()).toContainText("未能载入", { timeout: 40_000 });
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  });

  test("leaves a comparison with its table, and no hole", async ({ site }) => {
    const prepare = broken(CHARTS, FAULTS["is refused"]);
    const { page } = await site.open("?page=compare&year=2024&against=2023", { isExpectedToFail: true, prepare });
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
    await expect(page.locator("main table").first()).toBeVisible();
    await expect(page.locator("main .chart:visible")).toHaveCount(0);
  });
});

/**
 * A part of the page that comes late: its file, an address that asks for it, and what stands there then.
 * @type {Record<string, { pattern: string, query: string, there: (page: Page) => Locator }>}
 */
const PARTS = {
  details: { pattern: "**/details-*.wasm", query: "", there: (page) => page.locator(".sections") },
  views: {
    pattern: "**/views-*.wasm",
    query: "?page=coverage",
    there: (page) => page.locator('[data-part="coverage"], .coverage').first(),
  },
  own: { pattern: "**/own-*.wasm", query: "?page=own", there: (page) => page.locator('input[type="file"]').first() },
};

for (const [name, { pattern, query, there }] of Object.entries(PARTS)) {
  test.describe(`the part ${name}`, () => {
    for (const [what, fault] of Object.entries(FAULTS)) {
      if (what === "has the wrong type") continue;
      test(`that ${what} says so, and comes when it is asked for again`, async ({ site }) => {
        const { page } = await site.open(query, { isExpectedToFail: true, prepare: broken(pattern, fault) });
        const failed = page.getByRole("alert").filter({ hasText: "could not be loaded" });
        await expect(failed).toBeVisible({ timeout: 30_000 });
        const asked = page.waitForRequest(pattern);
        await failed.getByRole("button", { name: "Try again" }).click();
        await asked;
        await expect(failed, "a second failure is said as the first").toBeVisible();
        await page.unroute(pattern);
        await failed.getByRole("button", { name: "Try again" }).click();
        await expect(there(page)).toBeVisible({ timeout: 30_000 });
        await expect(failed).toHaveCount(0);
        await expect(page.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
      });
    }

    test("that has the wrong type comes all the same", async ({ site }) => {
      const prepare = broken(pattern, FAULTS["has the wrong type"]);
      const { page } = await site.open(query, { isExpectedToFail: true, prepare });
      await expect(there(page)).toBeVisible({ timeout: 30_000 });
    });
  });
}

test("files that could not be made say so, and are made when they are asked for again", async ({ site }) => {
  const explorer = await site.open("?year=2024");
  const card = explorer.figure("phases");
  await explorer.page.route("**/files-*.wasm", FAULTS["is refused"]);
  const problems = explorer.problems.length;
  await card.show();
  await card.openMenu("download");
  await card.button("csv").click();
  await expect(card.root).toContainText("could not be loaded");
  await explorer.page.unroute("**/files-*.wasm");
  const arrives = explorer.page.waitForEvent("download");
  await card.openMenu("download");
  await card.button("csv").click();
  await arrives;
  explorer.problems.length = problems;
});

test.describe("config.json", () => {
  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`that ${what} leaves the page as it is`, async ({ site }) => {
      /** @type {string[]} */
      const said = [];
      const { page } = await site.open("", {
        isExpectedToFail: true,
        prepare: async (page) => {
          page.on("console", (message) => said.push(message.text()));
          await page.route("**/config.json", fault);
        },
      });
      await stands(page);
      const isNamed = said.some((text) => text.startsWith("config.json: not read"));
      expect(isNamed, said.join("\n")).toBe(["is refused", "breaks the server", "is cut half-way"].includes(what));
    });
  }

  for (const [what, fault] of Object.entries(FAULTS)) {
    test(`that says something, and whose judge ${what}, is not followed, and that is named`, async ({ site }) => {
      /** @type {string[]} */
      const said = [];
      const { page } = await site.open("", {
        isExpectedToFail: true,
        prepare: async (page) => {
          page.on("console", (message) => said.push(message.text()));
          await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: '{ "title": "Trials" }' }));
          await page.route("**/settings.js", fault);
        },
      });
      await stands(page);
      expect(said.filter((text) => text.startsWith("config.json: not read"))).toHaveLength(1);
      await expect(page).toHaveTitle("China Trials Explorer");
    });
  }

  test("that never answers does not hold the page", async ({ site }) => {
    const { page } = await site.open("", { isExpectedToFail: true, prepare: broken("**/config.json", never) });
    await stands(page);
    const longest = await page.evaluate(() => performance.now());
    expect(longest, "milliseconds").toBeLessThan(15_000);
  });
});

test.describe("an update of the server", () => {
  const HASHED = /-[0-9a-f]{12,}(_bg)?\.\w+$/;

  test("that has removed what an old page names is followed by a reload", async ({ site }) => {
    const { page } = await site.open("?year=2024", {
      isExpectedToFail: true,
      prepare: (page) => page.route(HASHED, FAULTS["is not there"]),
    });
    await expect(page.locator("#reading .lede").first()).toBeVisible();
    await expect(page.locator("#hint"), "without its style the hint is there at once").toBeVisible();
    await page.unroute(HASHED);
    await page.locator("#hint a").first().click();
    await stands(page);
    expect(new URL(page.url()).searchParams.get("year")).toBe("2024");
  });

  test("while the page is open is told where a part of it is asked for", async ({ site }) => {
    const { page } = await site.open("", { isExpectedToFail: true });
    await stands(page);
    await page.route(HASHED, FAULTS["is not there"]);
    await page.getByRole("link", { name: "Coverage" }).first().click();
    await expect(page.getByRole("alert").filter({ hasText: "if the page was updated meanwhile, reload it" })).toBeVisible();
    await page.unroute(HASHED);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  });
});

test.describe("the thread that reads a list", () => {
  const LIST = {
    name: "mine.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("NCT Number,Study Title,Phases,First Posted\nNCT10000001,Study,PHASE1,2024-03-01\n"),
  };
  for (const [what, fault] of Object.entries({ ...FAULTS, "never answers": never })) {
    test(`whose script ${what} leaves the reading to the page`, async ({ site }) => {
      const { page } = await site.open("?page=own", { isExpectedToFail: true, prepare: broken("**/worker.js", fault) });
      await page.locator('input[name="list"]').setInputFiles(LIST);
      await expect(page.locator('[data-part="mapping"]')).toBeVisible({ timeout: 40_000 });
    });
  }
});
