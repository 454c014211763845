// The release, served as a strict portal would, and Chromium to open it in. One of each per test file.
// SERVER=nginx (or apache, caddy) puts that server with its shipped configuration in the place of scripts/serve.mjs.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { ExplorerPage } from "./page.mjs";
import { packedFolder, startServer } from "./servers.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** What Chromium needs as root and what keeps it from talking to anyone. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const axeSource = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Opens pages under an address, each in a browser profile of its own, which is closed after the test. */
const opener = (found) => async (t, query = "", options = {}) => {
  const { browser, url, isOffline = false } = found();
  const { width = 1280, height = 900, prepare, isExpectedToFail = false, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB", reducedMotion: "reduce", ...rest });
  await context.setOffline(isOffline);
  const explorer = new ExplorerPage(await context.newPage(), url);
  t.after(async () => {
    await context.close();
    if (!isExpectedToFail) explorer.assertNoProblems();
  });
  await explorer.watch();
  await prepare?.(explorer.page);
  await explorer.goto(query, { isReadyAwaited: !isExpectedToFail && rest.javaScriptEnabled !== false });
  return explorer;
};

/** Behind a real server the site stands at a sub-path, always. */
const SUB_PATH = "/some/portal/path/";

/**
 * Serves the site on a free port.
 * @param {{ base?: string, frameAncestors?: string }} [options]
 */
export const serveSite = async ({ base = "/", frameAncestors } = {}) => {
  const kind = process.env.SERVER;
  if (!kind) return serve({ folder: dist, port: 0, base, frameAncestors });
  return startServer(kind, { folder: await packedFolder(), base: base === "/" ? SUB_PATH : base, frameAncestors });
};

/**
 * Starts the site for the tests of one file.
 * `open(query, options)` gives a new page in a browser profile of its own, closed after the test;
 * the test fails at its end if the page logged an error, broke the policy or asked another origin for anything.
 */
export const useSite = ({ base = "/" } = {}) => {
  let server;
  let browser;
  before(async () => {
    server = await serveSite({ base });
    browser = await chromium.launch(CHROMIUM);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    get url() {
      return server.url;
    },

    /**
     * @param {import("node:test").TestContext} t
     * @param {string} [query] the address after the page's own, such as `?year=2024`
     * @param {{ width?: number, height?: number, locale?: string, colorScheme?: "light" | "dark", javaScriptEnabled?: boolean,
     *   prepare?: (page: import("playwright-core").Page) => Promise<void>, isExpectedToFail?: boolean }} [options]
     */
    open: opener(() => ({ browser, url: server.url })),
  };
};

/** The page that is one file, opened from the disk with the network off; as {@link useSite}, with `#?year=2024` for a query. */
export const useFile = () => {
  const url = new URL("../../china-trials-explorer.html", import.meta.url).href;
  let browser;
  before(async () => {
    browser = await chromium.launch(CHROMIUM);
  });
  after(() => browser?.close());

  return { url, open: opener(() => ({ browser, url, isOffline: true })) };
};
