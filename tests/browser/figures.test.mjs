// The cards: chart and table, share and count, legend and tooltip, all saying the same.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

describe("a figure", () => {
  const site = useSite();

  it("turns into a table and back, each one", async (t) => {
    const explorer = await site.open(t);
    const wereNumbers = await explorer.part("numbers").evaluateAll((parts) => parts.map((part) => part.closest("[data-figure]").dataset.figure));
    for (const figure of explorer.figures) {
      assert.equal(await figure.button("chart").getAttribute("aria-pressed"), "true", `${figure.id} opens as a chart`);
      await figure.button("table").click();
      await figure.table.waitFor();
      assert.equal(await figure.button("table").getAttribute("aria-pressed"), "true", figure.id);
    }
    assert.equal(await explorer.part("chart").count(), 0, "each figure shows one of the two");
    assert.equal(await explorer.part("numbers").count(), 0, "each figure shows one of the two");
    for (const [id, rows] of Object.entries(await explorer.tables())) {
      assert.ok(rows.length > 1, `${id} has a heading row and data`);
      assert.match(rows.slice(1).join("\n"), /\d/, `${id} has numbers`);
      assert.ok((await explorer.figure(id).table.locator("th[scope]").count()) > 1, `${id} has row and column headings`);
    }
    for (const figure of explorer.figures) {
      await figure.button("chart").click();
      const shown = wereNumbers.includes(figure.id) ? figure.numbers : figure.svg;
      await shown.first().waitFor({ state: "attached" });
    }
    assert.equal(await explorer.page.locator("[data-figure] table").count(), 0, "no table is left");
  });

  it("draws the numbers that its table holds", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const drawn = await explorer.drawnTexts();
    await explorer.showAllAs("tables");
    const tables = await explorer.tables();
    assert.ok(Object.keys(drawn).length > 20, "the charts are drawn");
    for (const [id, text] of Object.entries(drawn)) {
      const table = tables[id].join("\n");
      // The numbers on the marks; axes carry years and round numbers.
      for (const number of text.match(/(?<![\d.])\d+(?:\.\d+)%/g) ?? []) {
        assert.ok(table.includes(number), `${id} draws ${number}, which is not in its table:\n${table}`);
      }
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
    await explorer.drawAll();
    const before = await explorer.drawnTexts();
    await explorer.page.setViewportSize({ width: 400, height: 800 });
    const after = await explorer.drawnTexts();
    assert.deepEqual(Object.keys(after), Object.keys(before));
    const charts = await explorer.part("chart").evaluateAll((charts) =>
      charts.map((chart) => ({
        id: chart.closest("[data-figure]").dataset.figure,
        overflow: chart.querySelector("svg").getBoundingClientRect().width - chart.getBoundingClientRect().width,
        smallest: Math.min(...[...chart.querySelectorAll("svg text")].map((text) => parseFloat(getComputedStyle(text).fontSize))),
      })),
    );
    for (const { id, overflow, smallest } of charts) {
      assert.ok(overflow <= 1, `${id} follows its card: ${overflow} px too wide`);
      assert.ok(smallest >= 12, `${id} has text of ${smallest} px`);
    }
  });

  it("breaks its labels at the same places on a slow machine", async (t) => {
    // ECharts takes the time while it measures letters, and guesses their widths from then on where that takes too long.
    const labels = async (msPerMeasurement) => {
      const explorer = await site.open(t, "?year=2023&product=chemical", {
        prepare: (page) =>
          page.addInitScript((cost) => {
            const { measureText } = CanvasRenderingContext2D.prototype;
            const Clock = Date;
            let now = Clock.now();
            CanvasRenderingContext2D.prototype.measureText = function (text) {
              now += cost;
              return measureText.call(this, text);
            };
            globalThis.Date = class extends Clock {
              constructor(...parts) {
                super(...(parts.length > 0 ? parts : [now]));
              }
            };
          }, msPerMeasurement),
      });
      return (await explorer.figure("disease_areas").drawnText()).split(" | ").sort();
    };
    assert.deepEqual(await labels(1), await labels(0));
  });

  it("writes one minus sign, on axes and marks", async (t) => {
    const explorer = await site.open(t);
    const figure = explorer.figure("registered");
    await figure.press("growth");
    const drawn = await figure.drawnText();
    assert.match(drawn, /−6\.1%/);
    assert.doesNotMatch(drawn, /-\d/);
  });

  for (const [name, query] of [
    ["by default", "?"],
    ["with everything chosen", "?year=2024&product=biological&disease=oncology"],
  ]) {
    for (const language of ["en", "zh"]) {
      for (const width of [320, 768, 1280]) {
        it(`keeps its text whole, inside the chart and apart: ${name}, ${language}, ${width} px`, async (t) => {
          const explorer = await site.open(t, `${query}&lang=${language}`.replace("?&", "?"), { width });
          await explorer.drawAll();
          const flaws = await explorer.part("chart").evaluateAll((charts) =>
            charts.flatMap((chart) => {
              const { figure } = chart.closest("[data-figure]").dataset;
              const frame = chart.querySelector("svg").getBoundingClientRect();
              const texts = [...chart.querySelectorAll("svg text")]
                .map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }))
                .filter(({ text, box }) => text !== "" && box.width > 0);
              const flaws = [];
              for (const [position, { text, box }] of texts.entries()) {
                const beyond = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
                if (beyond > 1) flaws.push(`${figure}: "${text}" is cut off by ${Math.round(beyond)} px`);
                // The first three digits of a year, the fourth being on the next line; a number may have three digits too.
                const next = texts[position + 1];
                if (/^20[12]$/.test(text) && /^\d$/.test(next?.text ?? "") && next.box.top > box.top + 6) flaws.push(`${figure}: the year ${text}${next.text} is broken`);
                for (const other of texts.slice(position + 1)) {
                  const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
                  const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
                  if (across > 2 && down > 4) flaws.push(`${figure}: "${text}" lies on "${other.text}"`);
                }
              }
              return flaws;
            }),
          );
          assert.deepEqual(flaws, []);
        });
      }
    }
  }
});
