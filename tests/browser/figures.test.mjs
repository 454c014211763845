// The cards: chart and table, share and count, legend and tooltip, all saying the same.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

describe("a figure", () => {
  const site = useSite();

  it("turns into a table and back, each one", async (t) => {
    const explorer = await site.open(t);
    for (const figure of explorer.figures) {
      assert.equal(await figure.button("chart").getAttribute("aria-pressed"), "true", `${figure.id} opens as a chart`);
      await figure.press("table");
      assert.equal(await figure.button("table").getAttribute("aria-pressed"), "true");
      assert.equal(await figure.svg.count(), 0, `${figure.id} shows one of the two`);
      const rows = await figure.rows();
      assert.ok(rows.length > 1, `${figure.id} has a heading row and data`);
      assert.match(rows.slice(1).join("\n"), /\d/);
      assert.ok((await figure.table.locator("th[scope]").count()) > 1, `${figure.id} has row and column headings`);
      await figure.press("chart");
      assert.equal(await figure.table.count(), 0);
      assert.ok((await figure.svg.count()) > 0);
    }
  });

  it("draws the numbers that its table holds", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    for (const figure of explorer.figures) {
      if (!(await figure.hasChart())) continue;
      // The numbers on the marks; axes carry years and round numbers.
      const drawn = (await figure.drawnText()).match(/(?<![\d.])\d+(?:\.\d+)%/g) ?? [];
      await figure.press("table");
      const table = (await figure.rows()).join("\n");
      await figure.press("chart");
      for (const number of drawn) assert.ok(table.includes(number), `${figure.id} draws ${number}, which is not in its table:\n${table}`);
    }
  });

  it("switches between share and count where both exist", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const figure = explorer.figure("disease_areas");
    await figure.press("share");
    const share = await figure.drawnText();
    assertNumbers(share, ["43.1%"], "the share");
    await figure.press("count");
    const count = await figure.drawnText();
    assertNumbers(count, ["444"], "the count");
    assert.notEqual(count, share);
    await figure.press("table");
    assertNumbers((await figure.rows()).join(" "), ["444", "349"], "the table of counts");
  });

  it("hides a series by its legend, and shows it again", async (t) => {
    const explorer = await site.open(t);
    const figure = explorer.figure("registered");
    const before = await figure.drawing();
    const entry = figure.root.getByRole("button", { name: /bioequivalence/i });
    assert.equal(await entry.getAttribute("aria-pressed"), "true");
    await entry.click();
    await explorer.ready();
    assert.equal(await entry.getAttribute("aria-pressed"), "false");
    assert.notEqual(await figure.drawing(), before);
    await entry.click();
    await explorer.ready();
    assert.equal(await figure.drawing(), before);
  });

  it("tells value, unit, edition and grade under the pointer", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const figure = explorer.figure("disease_areas");
    const before = await figure.drawnText();
    // The mark beside the label that says 43.1 %.
    const label = figure.svg.locator("text", { hasText: /43\.1/ }).first();
    const box = await label.boundingBox();
    await explorer.page.mouse.move(box.x - 12, box.y + box.height / 2, { steps: 3 });
    let tip = "";
    for (let attempt = 0; attempt < 20 && tip === ""; attempt += 1) {
      await explorer.page.waitForTimeout(50);
      const now = plain(await figure.root.locator("svg text, svg tspan").allTextContents().then((texts) => texts.join(" | ")));
      if (now.length > before.length + 10) tip = now;
    }
    assert.notEqual(tip, "", "a tooltip appears");
    assert.match(tip, /edition|report/i);
    assert.match(tip, /trials|%/);
    assert.match(tip, /official|source|grade/i);
  });

  it("keeps its size and its numbers when the window changes", async (t) => {
    const explorer = await site.open(t);
    await explorer.page.setViewportSize({ width: 400, height: 800 });
    await explorer.page.waitForTimeout(400);
    for (const figure of explorer.figures) {
      await figure.show();
      const { overflow, sizes } = await figure.chart.evaluate((chart) => ({
        overflow: chart.querySelector("svg").getBoundingClientRect().width - chart.getBoundingClientRect().width,
        sizes: [...chart.querySelectorAll("svg text")].map((text) => parseFloat(getComputedStyle(text).fontSize)),
      }));
      assert.ok(overflow <= 1, `${figure.id} follows its card: ${overflow} px too wide`);
      assert.ok(Math.min(...sizes) >= 12, `${figure.id} has text of ${Math.min(...sizes)} px`);
    }
  });

  for (const [name, query] of [
    ["by default", "?"],
    ["with everything chosen", "?year=2024&product=biological&disease=oncology"],
  ]) {
    for (const language of ["en", "zh"]) {
      for (const width of [320, 768, 1280]) {
        it(`keeps its text whole, inside the chart and apart: ${name}, ${language}, ${width} px`, async (t) => {
          const explorer = await site.open(t, `${query}&lang=${language}`.replace("?&", "?"), { width });
          const flaws = [];
          for (const figure of explorer.figures) {
            if (!(await figure.hasChart())) continue;
            await figure.show();
            const found = await figure.chart.evaluate((chart) => {
              const frame = chart.querySelector("svg").getBoundingClientRect();
              const texts = [...chart.querySelectorAll("svg text")]
                .map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }))
                .filter(({ text, box }) => text !== "" && box.width > 0);
              const flaws = [];
              for (const [position, { text, box }] of texts.entries()) {
                const beyond = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
                if (beyond > 1) flaws.push(`"${text}" is cut off by ${Math.round(beyond)} px`);
                // The first three digits of a year, the fourth being on the next line; a number may have three digits too.
                const next = texts[position + 1];
                if (/^20[12]$/.test(text) && /^\d$/.test(next?.text ?? "") && next.box.top > box.top + 6) flaws.push(`the year ${text}${next.text} is broken`);
                for (const other of texts.slice(position + 1)) {
                  const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
                  const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
                  if (across > 2 && down > 4) flaws.push(`"${text}" lies on "${other.text}"`);
                }
              }
              return flaws;
            });
            flaws.push(...found.map((flaw) => `${figure.id}: ${flaw}`));
          }
          assert.deepEqual(flaws, []);
        });
      }
    }
  }
});
