// The release, served as a strict portal would, and pages opened in it: the fixtures of every browser test.
// SERVER=nginx (or apache, caddy) puts that server with its shipped configuration in the place of scripts/serve.mjs;
// DIST=folder shows another build, on scripts/serve.mjs.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test as standard } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import { ExplorerPage } from "./page.mjs";
import { packedFolder, serverNamed, startServer } from "./servers.mjs";

/** @import { Browser, BrowserContext, BrowserContextOptions, Fixtures, Page } from "@playwright/test" */
/** @import { PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from "@playwright/test" */
/** @import { Running } from "./servers.mjs" */

export { expect } from "./expect.mjs";

export const axeSource = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Behind a real server the site stands at a sub-path, always. */
const SUB_PATH = "/some/portal/path/";

/**
 * Serves the site on a free port.
 * @param {{ base?: string, frameAncestors?: string }} [options]
 * @returns {Promise<Running>}
 */
export const serveSite = async ({ base = "/", frameAncestors } = {}) => {
  const kind = process.env.SERVER;
  if (kind) return startServer(serverNamed(kind), { folder: await packedFolder(), base: base === "/" ? SUB_PATH : base, frameAncestors });
  return serve({ folder: process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url)), port: 0, base, frameAncestors });
};

/**
 * What is done to a page before it is opened.
 * @callback Prepare
 * @param {Page} page
 * @returns {Promise<unknown>}
 */

/**
 * How a page is opened: the size of its window, whether it may log errors, and whatever else Playwright knows of a browser profile.
 * @typedef {{ width?: number, height?: number, prepare?: Prepare, isExpectedToFail?: boolean } & BrowserContextOptions} OpenOptions
 */

/**
 * Opens pages under an address, each in a browser profile of its own. When the test is over it closes them,
 * and fails the test if a page logged an error, broke the policy or asked another origin for anything.
 */
export class Opener {
  /** @type {{ context: BrowserContext, explorer: ExplorerPage, isExpectedToFail: boolean }[]} */
  #opened = [];

  /**
   * @param {Browser} browser
   * @param {string} url
   * @param {{ isOffline?: boolean }} [options]
   */
  constructor(browser, url, { isOffline = false } = {}) {
    this.browser = browser;
    this.url = url;
    this.isOffline = isOffline;
  }

  /**
   * @param {string} [query] the address after the page's own, such as `?year=2024`
   * @param {OpenOptions} [options]
   */
  async open(query = "", { width = 1280, height = 900, prepare, isExpectedToFail = false, ...rest } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height }, offline: this.isOffline, ...rest });
    const explorer = new ExplorerPage(await context.newPage(), this.url);
    this.#opened.push({ context, explorer, isExpectedToFail });
    await explorer.watch();
    await prepare?.(explorer.page);
    await explorer.goto(query, { isReadyAwaited: !isExpectedToFail && rest.javaScriptEnabled !== false });
    return explorer;
  }

  async close() {
    for (const { context } of this.#opened) await context.close();
    for (const { explorer, isExpectedToFail } of this.#opened) if (!isExpectedToFail) explorer.expectNoProblems();
  }
}

/**
 * Lends an opener to a test.
 * @param {Opener} opener
 * @param {(opener: Opener) => Promise<void>} use
 */
const opened = async (opener, use) => {
  await use(opener);
  await opener.close();
};

/** @typedef {{ site: Opener, file: Opener, explorer: ExplorerPage }} SiteFixtures */
/** @typedef {{ base: string, server: Running }} SiteWorkerFixtures */
/** Fixtures of Playwright's own. @typedef {PlaywrightTestArgs & PlaywrightTestOptions} StandardFixtures */
/** @typedef {PlaywrightWorkerArgs & PlaywrightWorkerOptions} StandardWorkerFixtures */

/** @type {Fixtures<SiteFixtures, SiteWorkerFixtures, StandardFixtures, StandardWorkerFixtures>} */
const fixtures = {
  /** Where on its host the site stands. */
  base: ["/", { option: true, scope: "worker" }],

  server: [
    async ({ base }, use) => {
      const server = await serveSite({ base });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],

  /** The site: `site.open("?year=2024")` gives a page of it. */
  site: ({ browser, server }, use) => opened(new Opener(browser, server.url), use),

  /** The page that is one file, opened from the disk with the network off; as `site`, with `#?year=2024` for a query. */
  file: ({ browser }, use) =>
    opened(new Opener(browser, new URL("../../china-trials-explorer.html", import.meta.url).href, { isOffline: true }), use),

  /** The page as it opens by itself. */
  explorer: async ({ site }, use) => use(await site.open()),
};

export const test = standard.extend(fixtures);
