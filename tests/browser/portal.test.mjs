// Under a strict policy, at a sub-path, in a frame, and when things fail.
import { readyFrame, test } from "./portals.mjs";
import { expect } from "./site.mjs";

/** @import { Route } from "@playwright/test" */
/** @import { Dropdown, ExplorerPage, FigureCard, Menu } from "./page.mjs" */

test.use({ base: "/some/portal/path/" });

/** @type {[which: Dropdown, code: string][]} */
const CHOICES = [
  ["year", "2024"],
  ["product", "biological"],
  ["disease", "oncology"],
  ["phase", "I"],
];

/** @type {Menu[]} */
const MENUS = ["share", "download"];

/** Columns, stacked bars, lines, a ranking, a comparison, numbers. */
const ONE_OF_EACH_KIND = ["registered", "product_types", "days_to_registration", "disease_areas", "disease_change", "stopped"];

/**
 * Chooses each item of a menu, but not the link that leads away from here.
 * @param {ExplorerPage} explorer
 * @param {FigureCard} figure
 * @param {Menu} menu
 */
const useMenu = async (explorer, figure, menu) => {
  await figure.openMenu(menu);
  const items = await figure.menu(menu).locator("button[role=menuitem]").count();
  for (let item = 0; item < items; item += 1) {
    // A choice closes the menu.
    await figure.openMenu(menu);
    const chosen = figure.menu(menu).locator("button[role=menuitem]").nth(item);
    const opensDialog = /^(Embed|Picture)/.test(await chosen.innerText());
    await chosen.click();
    const dialog = explorer.page.locator("dialog[open]");
    // It comes late.
    if (opensDialog) await dialog.waitFor();
    await explorer.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    // What fills the screen lies on everything else.
    await explorer.page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  }
};

test.describe("in a strict portal", () => {
  test("is served with the policy of the design", async ({ server }) => {
    const response = await fetch(server.url);
    const policy = response.headers.get("content-security-policy");
    const { origin } = new URL(server.url);
    for (const rule of [
      "default-src 'none'",
      `script-src 'self' ${origin} 'wasm-unsafe-eval'`,
      `style-src 'self' ${origin}`,
      `connect-src 'self' ${origin}`,
      `worker-src 'self' ${origin}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors",
    ]) {
      expect(policy, rule).toContain(rule);
    }
    const html = await response.text();
    expect(html, "no inline script or style").not.toMatch(/<style|\sstyle="|<script(?![^>]*\ssrc=)|\son\w+="/i);
  });

  test("runs at a sub-path, asking only its own files", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    expect(explorer.requests.length).toBeGreaterThan(4);
    for (const url of explorer.requests) expect(url.startsWith(site.url), url).toBe(true);
  });

  // The fixture asserts after each of these that nothing was logged, blocked or asked elsewhere.
  test("breaks no rule while filters, tables, a proof and languages are used", async ({ explorer }) => {
    await explorer.openMore();
    for (const [which, code] of CHOICES) await explorer.choose(which, code);
    await explorer.closeMore();
    await explorer.reset();
    await explorer.drawAll();
    await explorer.showAllAs("tables");
    await explorer.figure("phases").table.getByRole("button").first().click();
    await explorer.proof.opened();
    await explorer.proof.button("close").click();
    await explorer.proof.closed();
    await explorer.switchLanguage();
  });

  for (const id of ONE_OF_EACH_KIND) {
    test(`breaks no rule while every part of a figure is used: ${id}`, async ({ site }) => {
      const explorer = await site.open(`?lang=en&figure=${id}`);
      const figure = explorer.figure(id);
      for (const button of await figure.root.getByRole("button").all()) {
        // What a click changes may take the button away.
        if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
        if (await explorer.proof.root.isVisible()) await explorer.page.keyboard.press("Escape");
      }
      await figure.button("chart").click();
      if (await figure.hasChart()) await figure.chart.hover();
      for (const summary of await figure.footer.locator("> details > summary").all()) await summary.click();
      for (const menu of MENUS) await useMenu(explorer, figure, menu);
    });
  }

  test("runs inside a frame of another page, without touching that page's history", async ({ portal }) => {
    const { page, problems } = await portal.open(`<iframe src="${portal.url}?year=2024" width="900" height="700"></iframe>`);
    const frame = await readyFrame(page);
    const before = await page.evaluate(() => history.length);
    await frame.getByRole("combobox", { name: "Year", exact: true }).selectOption("2023");
    await expect(frame.locator('[data-part="finding"]')).toHaveText(/2023/);
    expect(await page.evaluate(() => history.length), "the portal's back button is its own").toBe(before);
    expect(problems).toEqual([]);
  });
});

test.describe("when it cannot run", () => {
  test("says without JavaScript where the data is", async ({ site }) => {
    const explorer = await site.open("", { javaScriptEnabled: false, isExpectedToFail: true });
    const link = explorer.page.locator("noscript a").first();
    await expect(explorer.page.locator("body")).toHaveText(/needs JavaScript/, { useInnerText: true });
    expect((await fetch(new URL(await link.getAttribute("href"), site.url))).status).toBe(200);
  });

  test("says without WebAssembly what is missing", async ({ site }) => {
    const explorer = await site.open("", {
      isExpectedToFail: true,
      prepare: (page) => page.addInitScript("delete globalThis.WebAssembly"),
    });
    await expect(explorer.page.locator("#unsupported")).toBeVisible();
    await expect(explorer.page.locator("#unsupported")).toHaveText(/WebAssembly/);
    await expect(explorer.page.locator("#crash")).toBeHidden();
  });

  test("goes on without the module of the details, and says what is missing", async ({ site }) => {
    const explorer = await site.open("", {
      isExpectedToFail: true,
      prepare: (page) => page.route("**/details-*.wasm", (route) => route.fulfill({ status: 503, body: "" })),
    });
    await explorer.ready();
    const figure = explorer.figure("registered");
    expect(await figure.drawnText()).toMatch(/4900/);
    await figure.press("table");
    await expect(figure.root.getByRole("alert")).toHaveText(/could not be loaded/);
    await explorer.choose("year", "2024");
    expect(await explorer.text("finding")).toMatch(/4900/);
    await expect(explorer.page.locator("#crash")).toBeHidden();
  });

  test("asks again for the module of the details", async ({ site }) => {
    let refusals = 0;
    const refuseOnce = (/** @type {Route} */ route) => (refusals++ === 0 ? route.fulfill({ status: 503, body: "" }) : route.continue());
    const explorer = await site.open("", { isExpectedToFail: true, prepare: (page) => page.route("**/details-*.wasm", refuseOnce) });
    await explorer.ready();
    const figure = explorer.figure("registered");
    await figure.press("table");
    await figure.table.waitFor();
    expect(refusals).toBe(2);
  });

  test("shows a readable message when the app does not arrive", async ({ site }) => {
    const explorer = await site.open("", {
      isExpectedToFail: true,
      prepare: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "" })),
    });
    await expect(explorer.page.locator("#crash")).toBeVisible();
    await expect(explorer.page.locator("#crash-detail")).toHaveText(/503/);
    await expect(explorer.page.locator("#crash")).toHaveText(/重新载入页面/);
    await expect(explorer.page.locator("#loading")).toHaveCount(0);
  });
});

test.describe("the data beside the page", () => {
  test("is a data package whose files are all there", async ({ server }) => {
    const descriptor = await (await fetch(`${server.url}data/datapackage.json`)).json();
    expect(descriptor.resources.length).toBeGreaterThanOrEqual(5);
    for (const { path, name } of descriptor.resources) {
      const response = await fetch(`${server.url}data/${path}`);
      expect(response.status, name).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/csv/);
    }
  });
});
