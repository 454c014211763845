// How long a reader waits for a file, at full speed: from the click to the file that the browser has.
import { statSync } from "node:fs";
import { percentile, print, ready } from "./table.mjs";

/** @import { Download, Locator, Page } from "@playwright/test" */

/** How often each file is asked for; the first time its module has to be fetched, and is told apart. */
const TIMES = 5;
/** Between two files. */
const APART_MS = 400;
/** The figure with the most numbers. */
const LARGEST = "registries_of_china";

/** The forms of the numbers, by their names in the menus. */
const FORMS = ["Excel (XLSX)", "CSV, a row for each number", "JSON", "Evidence pack (ZIP)"];
/** The forms of pictures, by their names in the dialog. */
const PICTURES = ["SVG, sharp at any size", "PNG", "PNG, twice as sharp", "PNG, 4 times as sharp"];

/**
 * Clicks, and resolves to the milliseconds from the click to the offer of the whole file, by the page's own clock, since the wire to
 * the browser takes time too; and to the bytes that arrived.
 * @param {Page} page
 * @param {Locator} button
 */
const taken = async (page, button) => {
  // Chromium drops files that a page offers too fast one after the other.
  await page.waitForTimeout(APART_MS);
  await page.evaluate(() => {
    const state = /** @type {any} */ (globalThis);
    state.asked = 0;
    state.offered = 0;
    addEventListener("click", () => (state.asked ||= performance.now()), { capture: true, once: true });
  });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const bytes = statSync(await /** @type {Download} */ (download).path()).size;
  const ms = await page.evaluate(() => {
    const { asked, offered } = /** @type {any} */ (globalThis);
    return offered - asked;
  });
  return { ms, bytes };
};

/**
 * A row of the table: the first time, with the module on its way, and the times after it.
 * @param {string} name
 * @param {() => Promise<{ ms: number, bytes: number }>} take
 */
const row = async (name, take) => {
  const first = await take();
  const ms = [];
  for (let round = 0; round < TIMES; round += 1) ms.push((await take()).ms);
  return [name, first.ms, percentile(ms, 0.5), percentile(ms, 1), `${Math.round(first.bytes / 1000)}`];
};

/** Opens a page, and notes when it offers a file. @param {import("@playwright/test").Browser} browser @param {string} address */
const open = async (browser, address) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    // The page offers a file by a click on a link that it has made for it.
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function clicked() {
      if (this.download) Object.assign(globalThis, { offered: performance.now() });
      click.call(this);
    };
  });
  await page.goto(address);
  await ready(page);
  return page;
};

/** The files of one menu. @param {Page} page @param {string} what @param {Locator} menu */
const files = async (page, what, menu) => {
  await menu.waitFor({ timeout: 60_000 });
  const rows = [];
  for (const form of FORMS) {
    rows.push(
      await row(`${what}, ${form}`, async () => {
        await menu.click();
        return taken(page, page.getByRole("menuitem", { name: form, exact: true }));
      }),
    );
  }
  return rows;
};

/** @type {import("./table.mjs").Bench} */
export const exports = async (browser, builds) => {
  const rows = [];
  for (const { name, server } of builds) {
    const page = await open(browser, `${server.url}?lang=en&page=figure&figure=${LARGEST}`);
    const figure = page.locator(`.alone [data-figure="${LARGEST}"]`);
    rows.push(...(await files(page, `${name}one figure`, figure.locator(".download-menu button[aria-haspopup]"))));
    await figure.locator(".download-menu button[aria-haspopup]").click();
    await page.getByRole("menuitem", { name: "Picture (SVG, PNG)" }).click();
    const dialog = page.locator('[data-part="picture"]');
    await dialog.getByLabel("Size", { exact: true }).selectOption({ label: "Slide, 1,600 × 900" });
    for (const form of PICTURES) {
      await dialog.getByLabel("Format", { exact: true }).selectOption({ label: form });
      rows.push(await row(`${name}picture, ${form}`, () => taken(page, dialog.getByRole("button", { name: "Download", exact: true }))));
    }
    await page.context().close();
    for (const [what, query, menu] of [
      ["selection", "?lang=en", ".questions .take-away button[aria-haspopup]"],
      ["all data", "?lang=en&page=data", "section.data .take-away button[aria-haspopup]"],
    ]) {
      const other = await open(browser, server.url + query);
      rows.push(...(await files(other, `${name}${what}`, other.locator(menu).first())));
      await other.context().close();
    }
  }
  print(
    `Files, full speed, the first time and ${TIMES} times after it; milliseconds from the click. Budget: 1,000`,
    ["", "first", "p50", "most", "kB"],
    rows,
  );
};
