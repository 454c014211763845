// A portal: a page of another site that shows the explorer in a frame.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { portOf } from "./servers.mjs";
import { expect, serveSite, test as standard } from "./site.mjs";

/** @import { Browser, BrowserContext, BrowserContextOptions, Fixtures, Page } from "@playwright/test" */
/** @import { Prepare, SiteFixtures, SiteWorkerFixtures, StandardFixtures, StandardWorkerFixtures } from "./site.mjs" */

/**
 * What the explorer says to a portal, by the type of the message (docs/embedding.md).
 * @typedef {object} Saying
 * @property {{ version: string }} ready
 * @property {{ height: number }} height
 * @property {{ query: string, text: string, link: string }} selection
 * @property {{ code: string, message: string }} error
 */
/** A message as the portal keeps it. @typedef {{ [T in keyof Saying]: { type: T, origin: string } & Saying[T] }[keyof Saying]} Said */

/** The place that docs/embedding.md writes for the page. */
const DOCUMENTED = "https://trials.example/explorer/";

/**
 * The fenced texts of a language in docs/embedding.md, in their order.
 * @param {string} language
 */
export const snippets = (language) => {
  const text = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match) => match[1]);
};

/** Another name for this machine: to the browser another site, not only another origin. */
const SITE = "localhost";

/** The server of a portal, and the explorer that lets it, and nobody else, frame the page. */
export class PortalHost {
  #body = "";
  /** @type {Record<string, string>} */
  #headers = {};
  #host = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value);
    if (request.url !== "/") response.writeHead(404);
    response.end(
      request.url === "/" ? `<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,"><body>${this.#body}` : "",
    );
  });

  async start() {
    await once(this.#host.listen(0, SITE), "listening");
    this.origin = `http://${SITE}:${portOf(this.#host)}`;
    this.explorer = await serveSite({ frameAncestors: this.origin });
  }

  async stop() {
    await this.explorer.close();
    this.#host.close();
    this.#host.closeAllConnections();
  }

  /** Where the explorer stands. */
  get url() {
    return this.explorer.url;
  }

  /**
   * Puts a text into the portal's page, in which the documented address stands for the explorer's; gives the page's address.
   * @param {string} content
   * @param {Record<string, string>} [headers] the portal's own
   */
  show(content, headers = {}) {
    this.#headers = headers;
    this.#body = content.replaceAll(DOCUMENTED, this.url);
    return `${this.origin}/`;
  }
}

/** Pages of the portal in the tests' browser. */
export class Portal extends PortalHost {
  /** @type {BrowserContext[]} */
  #contexts = [];

  /** @param {Browser} browser */
  constructor(browser) {
    super();
    this.browser = browser;
  }

  async stop() {
    for (const context of this.#contexts) await context.close();
    await super.stop();
  }

  /**
   * Shows a page of the portal with this body.
   * @param {string} content
   * @param {{ config?: string, headers?: Record<string, string>, prepare?: Prepare } & BrowserContextOptions} [options]
   *   `config` stands in config.json, `headers` are the portal's own
   * @returns {Promise<{ page: Page, problems: string[] }>}
   */
  async open(content, { config, headers = {}, prepare, ...options } = {}) {
    const address = this.show(content, headers);
    const context = await this.browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    this.#contexts.push(context);
    const page = await context.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    if (config !== undefined)
      await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: config }));
    await prepare?.(page);
    await page.goto(address);
    return { page, problems };
  }
}

/** @type {Fixtures<{ portal: Portal }, {}, SiteFixtures & StandardFixtures, SiteWorkerFixtures & StandardWorkerFixtures>} */
const fixtures = {
  portal: async ({ browser }, use) => {
    const portal = new Portal(browser);
    await portal.start();
    await use(portal);
    await portal.stop();
  },
};

export const test = standard.extend(fixtures);

/**
 * Waits until a frame shows its answer in full.
 * @param {Page} page
 */
export const readyFrame = async (page, selector = "iframe") => {
  const frame = page.frameLocator(selector);
  await expect(frame.locator("html")).toHaveAttribute("data-ready", "true", { timeout: 30_000 });
  return frame;
};

/** What `roundTrip` sends; to the explorer it is a message of somebody else. */
export const ROUND_TRIP = "there and back";

/**
 * Waits until everything that the page has sent to the explorer's frame was heard there, everything that follows from it was painted,
 * and everything that the explorer said to it was heard here: messages from one window to another arrive in their order.
 * @param {Page} page
 */
export const roundTrip = async (page, selector = "iframe") => {
  await page
    .frameLocator(selector)
    .locator("html")
    .evaluate((_, sign) => {
      addEventListener("message", async ({ data, source }) => {
        if (data !== sign) return;
        for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
        // What the explorer says after a painting it says in the next task.
        setTimeout(() => source.postMessage(sign, { targetOrigin: "*" }));
      });
    }, ROUND_TRIP);
  await page.evaluate(
    ([selector, sign]) =>
      new Promise((resolve) => {
        addEventListener("message", ({ data }) => data === sign && resolve(null));
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector(selector));
        frame.contentWindow.postMessage(sign, "*");
      }),
    [selector, ROUND_TRIP],
  );
};
