// What the pictures of the gallery were made with: others can only be compared with them where everything is drawn alike.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

/** Pictures of another build, made on this machine a moment ago, are compared with those of this one bit by bit. */
export const isExact = process.env.GALLERY !== undefined;
export const folder = isExact ? path.resolve(process.env.GALLERY) : fileURLToPath(new URL("gallery", import.meta.url));
const file = path.join(folder, "made-with.json");

/** Where the page's fonts are met: title, headings, text, chart. */
const PLACES = ["h1", "h3", '[data-part="finding"]', '[data-part="population"]', "label", '[data-part="chart"] svg text'];

/** @import { Page } from "@playwright/test" */

/**
 * The main version of Chromium, and the fonts in which a page is set.
 * @param {Page} page
 */
const drawnWith = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  /** @type {Set<string>} */
  const families = new Set();
  for (const selector of PLACES) {
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    for (const { familyName } of fonts) families.add(familyName);
  }
  return { chromium: Number.parseInt(page.context().browser().version(), 10), fonts: [...families].sort() };
};

/**
 * Notes what draws this page beside the pictures that are being made.
 * @param {Page} page
 */
export const note = async (page) => {
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(await drawnWith(page), null, 2)}\n`);
};

/**
 * Why pictures of this page cannot be compared with those of the gallery; nothing where they can.
 * @param {Page} page
 */
export const difference = async (page) => {
  const [wanted, found] = [JSON.parse(await readFile(file, "utf8")), await drawnWith(page)];
  if (isDeepStrictEqual(wanted, found)) return undefined;
  const said = (/** @type {{ chromium: number, fonts: string[] }} */ { chromium, fonts }) =>
    `Chromium ${chromium} with ${fonts.join(", ")}`;
  return `the pictures were made by ${said(wanted)}; this is ${said(found)}`;
};
