// Under a strict policy, at a sub-path, in a frame, and when things fail.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, it } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, serveSite, useSite } from "./site.mjs";

/** Columns, stacked bars, lines, a ranking, a comparison, numbers. */
const ONE_OF_EACH_KIND = ["registered", "product_types", "days_to_registration", "disease_areas", "disease_change", "stopped"];

describe("in a strict portal", () => {
  const site = useSite({ base: "/some/portal/path/" });

  it("is served with the policy of the design", async () => {
    const response = await fetch(site.url);
    const policy = response.headers.get("content-security-policy");
    for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors"]) {
      assert.ok(policy.includes(rule), rule);
    }
    const html = await response.text();
    assert.doesNotMatch(html, /<style|\sstyle="|<script(?![^>]*\ssrc=)|\son\w+="/i, "no inline script or style");
  });

  it("runs at a sub-path, asking only its own files", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    assert.ok(explorer.requests.length > 4);
    for (const url of explorer.requests) assert.ok(url.startsWith(site.url), url);
  });

  it("breaks no rule while every part of it is used", async (t) => {
    const explorer = await site.open(t);
    await explorer.button("more").click();
    for (const [which, code] of [["year", "2024"], ["product", "biological"], ["disease", "oncology"], ["phase", "I"]]) await explorer.choose(which, code);
    await explorer.reset();
    await explorer.drawAll();
    for (const figure of ONE_OF_EACH_KIND.map((id) => explorer.figure(id))) {
      for (const button of await figure.root.getByRole("button").all()) {
        // What a click changes may take the button away.
        if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
        if (await explorer.proof.root.isVisible()) await explorer.page.keyboard.press("Escape");
      }
      await figure.button("chart").click();
      if (await figure.hasChart()) await figure.chart.hover();
      for (const summary of await figure.root.locator("summary").all()) await summary.click();
    }
    await explorer.showAllAs("tables");
    await explorer.figure("phases").table.getByRole("button").first().click();
    await explorer.proof.opened();
    await explorer.proof.button("close").click();
    await explorer.proof.closed();
    await explorer.switchLanguage();
    // `open` asserts after the test that nothing was logged, blocked or asked elsewhere.
  });

  it("runs inside a frame of another page, without touching that page's history", async (t) => {
    const portal = createServer((request, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(`<!doctype html><title>portal</title><iframe src="${framed.url}?year=2024" width="900" height="700"></iframe>`);
    });
    await new Promise((resolve) => portal.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${portal.address().port}`;
    const framed = await serveSite({ frameAncestors: origin });
    const browser = await chromium.launch(CHROMIUM);
    t.after(async () => {
      await browser.close();
      await framed.close();
      portal.close();
    });
    const page = await browser.newPage();
    const problems = [];
    page.on("console", (message) => message.type() === "error" && !/favicon/.test(message.location().url) && problems.push(message.text()));
    await page.goto(origin);
    const frame = page.frameLocator("iframe");
    await frame.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    const before = await page.evaluate(() => history.length);
    await frame.getByRole("combobox", { name: "Year", exact: true }).selectOption("2023");
    await frame.locator('html[data-ready="true"]').waitFor({ state: "attached" });
    assert.match(await frame.locator('[data-part="finding"]').innerText(), /2023/);
    assert.equal(await page.evaluate(() => history.length), before, "the portal's back button is its own");
    assert.deepEqual(problems, []);
  });
});

describe("when it cannot run", () => {
  const site = useSite();

  it("says without JavaScript where the data is", async (t) => {
    const explorer = await site.open(t, "", { javaScriptEnabled: false, isExpectedToFail: true });
    const link = explorer.page.locator("noscript a").first();
    assert.match(await explorer.page.locator("body").innerText(), /needs JavaScript/);
    assert.equal((await fetch(new URL(await link.getAttribute("href"), site.url))).status, 200);
  });

  it("says without WebAssembly what is missing", async (t) => {
    const explorer = await site.open(t, "", { isExpectedToFail: true, prepare: (page) => page.addInitScript("delete globalThis.WebAssembly") });
    await explorer.page.locator("#unsupported").waitFor();
    assert.match(await explorer.page.locator("#unsupported").innerText(), /WebAssembly/);
    assert.ok(await explorer.page.locator("#crash").isHidden());
  });

  it("goes on without the module of what is asked for later, and says what is missing", async (t) => {
    const explorer = await site.open(t, "", { isExpectedToFail: true, prepare: (page) => page.route("**/later-*.wasm", (route) => route.fulfill({ status: 503, body: "" })) });
    await explorer.ready();
    const figure = explorer.figure("registered");
    assert.match(await figure.drawnText(), /4900/);
    await figure.press("table");
    await figure.root.getByRole("alert").waitFor();
    assert.match(await figure.root.getByRole("alert").innerText(), /could not be loaded/);
    await explorer.choose("year", "2024");
    assert.match(await explorer.text("finding"), /4900/);
    assert.ok(await explorer.page.locator("#crash").isHidden());
  });

  it("asks again for the module of what is asked for later", async (t) => {
    let refusals = 0;
    const refuseOnce = (route) => (refusals++ === 0 ? route.fulfill({ status: 503, body: "" }) : route.continue());
    const explorer = await site.open(t, "", { isExpectedToFail: true, prepare: (page) => page.route("**/later-*.wasm", refuseOnce) });
    await explorer.ready();
    const figure = explorer.figure("registered");
    await figure.press("table");
    await figure.table.waitFor();
    assert.equal(refusals, 2);
  });

  it("shows a readable message when the app does not arrive", async (t) => {
    const explorer = await site.open(t, "", {
      isExpectedToFail: true,
      prepare: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "" })),
    });
    await explorer.page.locator("#crash").waitFor();
    assert.match(await explorer.page.locator("#crash-detail").innerText(), /503/);
    assert.match(await explorer.page.locator("#crash").innerText(), /重新载入页面/);
    assert.equal(await explorer.page.locator("#loading").count(), 0);
  });
});

describe("the data beside the page", () => {
  const site = useSite();

  it("is a data package whose files are all there", async () => {
    const descriptor = await (await fetch(`${site.url}data/datapackage.json`)).json();
    assert.ok(descriptor.resources.length >= 5);
    for (const { path, name } of descriptor.resources) {
      const response = await fetch(`${site.url}data/${path}`);
      assert.equal(response.status, 200, name);
      assert.match(response.headers.get("content-type"), /csv/);
    }
  });
});
