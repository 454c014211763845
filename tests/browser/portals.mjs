// A portal: a page of another site that shows the explorer in a frame, in a Chromium of its own.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { CHROMIUM, serveSite } from "./site.mjs";

/** The place that docs/embedding.md writes for the page. */
const DOCUMENTED = "https://trials.example/explorer/";

/** The fenced texts of a language in docs/embedding.md, in their order. */
export const snippets = (language) => {
  const text = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match) => match[1]);
};

/** Another name for this machine: to the browser another site, not only another origin. */
const SITE = "localhost";

/**
 * Starts a portal and the explorer that lets it, and nobody else, frame the page.
 * `open(body)` shows a page of the portal with this body, in which the documented address stands for the explorer's.
 */
export const startPortal = async (t) => {
  let body = "";
  const host = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    if (request.url !== "/") response.writeHead(404);
    response.end(request.url === "/" ? `<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,"><body>${body}` : "");
  });
  await new Promise((resolve) => host.listen(0, SITE, resolve));
  const origin = `http://${SITE}:${host.address().port}`;
  const explorer = await serveSite({ frameAncestors: origin });
  const browser = await chromium.launch(CHROMIUM);
  t.after(async () => {
    await browser.close();
    await explorer.close();
    host.close();
    host.closeAllConnections();
  });

  return {
    origin,
    url: explorer.url,
    /** @returns {Promise<{ page: import("playwright-core").Page, problems: string[] }>} */
    async open(content, { config, prepare, ...options } = {}) {
      body = content.replaceAll(DOCUMENTED, explorer.url);
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: "reduce", locale: "en-GB", ...options });
      const page = await context.newPage();
      const problems = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      if (config !== undefined) await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: config }));
      await prepare?.(page);
      await page.goto(`${origin}/`);
      return { page, problems };
    },
  };
};

/** Waits until a frame shows its answer in full. */
export const readyFrame = async (page, selector = "iframe") => {
  const frame = page.frameLocator(selector);
  await frame.locator('html[data-ready="true"]').waitFor({ state: "attached" });
  return frame;
};
