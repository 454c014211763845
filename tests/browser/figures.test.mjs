// The cards: chart and table, share and count, legend and tooltip, all saying the same.
import { LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

test.describe("a figure", () => {
  test("turns into a table and back, each one", async ({ explorer }) => {
    await explorer.openAll();
    const wereNumbers = await explorer
      .part("numbers")
      .evaluateAll((parts) => parts.map((part) => part.closest("[data-figure]").dataset.figure));
    for (const figure of explorer.figures) {
      await expect(figure.button("chart"), `${figure.id} opens as a chart`).toHaveAttribute("aria-pressed", "true");
      await figure.button("table").click();
      await figure.table.waitFor();
      await expect(figure.button("table"), figure.id).toHaveAttribute("aria-pressed", "true");
    }
    await expect(explorer.part("chart"), "each figure shows one of the two").toHaveCount(0);
    await expect(explorer.part("numbers"), "each figure shows one of the two").toHaveCount(0);
    for (const [id, rows] of Object.entries(await explorer.tables())) {
      expect(rows.length, `${id} has a heading row and data`).toBeGreaterThan(1);
      expect(rows.slice(1).join("\n"), `${id} has numbers`).toMatch(/\d/);
      expect(await explorer.figure(id).table.locator("th[scope]").count(), `${id} has row and column headings`).toBeGreaterThan(1);
    }
    for (const figure of explorer.figures) {
      await figure.button("chart").click();
      const shown = wereNumbers.includes(figure.id) ? figure.numbers : figure.svg;
      await shown.first().waitFor({ state: "attached" });
    }
    await expect(explorer.page.locator("[data-figure] table"), "no table is left").toHaveCount(0);
  });

  test("draws the numbers that its table holds", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const drawn = await explorer.drawnTexts();
    await explorer.showAllAs("tables");
    const tables = await explorer.tables();
    expect(Object.keys(drawn).length, "the charts are drawn").toBeGreaterThan(20);
    for (const [id, text] of Object.entries(drawn)) {
      const table = tables[id].join("\n");
      // The numbers on the marks; axes carry years and round numbers.
      for (const number of text.match(/(?<![\d.])\d+(?:\.\d+)%/g) ?? []) {
        expect(table, `${id} draws ${number}, which is not in its table:\n${table}`).toContain(number);
      }
    }
  });

  for (const language of LANGUAGES) {
    test(`has no two controls of one name in a card, in ${language}`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      await explorer.openAll();
      for (const figure of explorer.figures) {
        await figure.show();
        for (const menu of /** @type {const} */ (["share", "download"])) {
          await figure.openMenu(menu);
          const controls = figure.root.locator('button, a, summary, [role="menuitem"]');
          const names = await controls.evaluateAll((elements) =>
            elements.map((element) => {
              const seen = /** @type {Element} */ (element.cloneNode(true));
              for (const hidden of seen.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
              return element.getAttribute("aria-label") ?? seen.textContent.trim();
            }),
          );
          expect(names.length, figure.id).toBeGreaterThan(3);
          expect(
            names.filter((name, position) => names.indexOf(name) !== position),
            `${figure.id}: names that stand there twice`,
          ).toEqual([]);
          await explorer.page.keyboard.press("Escape");
        }
      }
    });
  }

  test("switches between share and count where both exist", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const figure = explorer.figure("disease_areas");
    await figure.press("share");
    const share = await figure.drawnText();
    expect(share, "the share").toHaveNumbers(["43.1%"]);
    await figure.press("count");
    const count = await figure.drawnText();
    expect(count, "the count").toHaveNumbers(["444"]);
    expect(count).not.toBe(share);
    await figure.press("table");
    expect((await figure.rows()).join(" "), "the table of counts").toHaveNumbers(["444", "349"]);
  });

  test("hides a series by its legend, and shows it again", async ({ explorer }) => {
    const figure = explorer.figure("registered");
    const before = await figure.drawing();
    const entry = figure.root.getByRole("button", { name: /bioequivalence/i });
    await expect(entry).toHaveAttribute("aria-pressed", "true");
    await entry.click();
    await explorer.ready();
    await expect(entry).toHaveAttribute("aria-pressed", "false");
    expect(await figure.drawing()).not.toBe(before);
    await entry.click();
    await explorer.ready();
    expect(await figure.drawing()).toBe(before);
  });

  test("tells value, unit, edition and grade under the pointer", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const figure = explorer.figure("disease_areas");
    const before = await figure.drawnText();
    // The mark beside the label that says 43.1 %.
    const label = figure.svg.locator("text", { hasText: /43\.1/ }).first();
    const box = await label.boundingBox();
    await explorer.page.mouse.move(box.x - 12, box.y + box.height / 2, { steps: 3 });
    const texts = figure.root.locator("svg text, svg tspan");
    const drawn = async () => plain((await texts.allTextContents()).join(" | "));
    await expect.poll(async () => (await drawn()).length, "a tooltip appears").toBeGreaterThan(before.length + 10);
    const tip = await drawn();
    expect(tip).toMatch(/edition|report/i);
    expect(tip).toMatch(/trials|%/);
    expect(tip).toMatch(/official|source|grade/i);
  });

  test("keeps its size and its numbers when the window changes", async ({ explorer }) => {
    await explorer.drawAll();
    const before = await explorer.drawnTexts();
    await explorer.page.setViewportSize({ width: 400, height: 800 });
    const after = await explorer.drawnTexts();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const charts = await explorer.part("chart").evaluateAll((charts) =>
      charts.map((chart) => ({
        id: chart.closest("[data-figure]").dataset.figure,
        overflow: chart.querySelector("svg").getBoundingClientRect().width - chart.getBoundingClientRect().width,
        smallest: Math.min(...[...chart.querySelectorAll("svg text")].map((text) => parseFloat(getComputedStyle(text).fontSize))),
      })),
    );
    for (const { id, overflow, smallest } of charts) {
      expect(overflow, `${id} follows its card: ${overflow} px too wide`).toBeLessThanOrEqual(1);
      expect(smallest, `${id} has text of ${smallest} px`).toBeGreaterThanOrEqual(12);
    }
  });

  test("breaks its labels at the same places on a slow machine", async ({ site }) => {
    // ECharts takes the time while it measures letters, and guesses their widths from then on where that takes too long.
    const labels = async (/** @type {number} */ msPerMeasurement) => {
      const explorer = await site.open("?year=2023&product=chemical", {
        prepare: (page) =>
          page.addInitScript((cost) => {
            const { measureText } = CanvasRenderingContext2D.prototype;
            let now = Date.now();
            CanvasRenderingContext2D.prototype.measureText = function (text) {
              now += cost;
              return measureText.call(this, text);
            };
            globalThis.Date = new Proxy(Date, {
              construct: (clock, given) => Reflect.construct(clock, given.length > 0 ? given : [now]),
            });
          }, msPerMeasurement),
      });
      return (await explorer.figure("disease_areas").drawnText()).split(" | ").sort();
    };
    expect(await labels(1)).toEqual(await labels(0));
  });

  test("writes one minus sign, on axes and marks", async ({ explorer }) => {
    const figure = explorer.figure("registered");
    await figure.press("growth");
    const drawn = await figure.drawnText();
    expect(drawn).toMatch(/−6\.1/);
    expect(drawn).not.toMatch(/-\d/);
  });

  for (const [name, query] of [
    ["by default", "?"],
    ["with everything chosen", "?year=2024&product=biological&disease=oncology"],
  ]) {
    for (const language of LANGUAGES) {
      for (const width of [320, 768, 1280]) {
        test(`keeps its text whole, inside the chart and apart: ${name}, ${language}, ${width} px`, async ({ site }) => {
          const explorer = await site.open(`${query}&lang=${language}`.replace("?&", "?"), { width });
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
                if (/^20[12]$/.test(text) && /^\d$/.test(next?.text ?? "") && next.box.top > box.top + 6)
                  flaws.push(`${figure}: the year ${text}${next.text} is broken`);
                for (const other of texts.slice(position + 1)) {
                  const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
                  const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
                  if (across > 2 && down > 4) flaws.push(`${figure}: "${text}" lies on "${other.text}"`);
                }
              }
              return flaws;
            }),
          );
          expect(flaws).toEqual([]);
        });
      }
    }
  }
});
