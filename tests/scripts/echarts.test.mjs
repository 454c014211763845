// What the page ships of ECharts draws every chart as the whole library does.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { pathToFileURL } from "node:url";
import { answers, svg } from "../../scripts/draw.mjs";
import { charts } from "../../scripts/echarts.mjs";

/** All figures under each, in both themes and languages: bounds, changes, panels, trees and stacks are among them. */
const QUERIES = [
  "",
  "lang=zh&theme=dark",
  "year=2024",
  "year=2023..2024&view=chart",
  "product=biological&disease=oncology",
  "year=2022&phase=I",
];

/** The library as a module of its own. @param {boolean} isWhole @param {string} folder */
const library = async (isWhole, folder) => {
  const { code } = await charts({ isWhole });
  const file = path.join(folder, `${isWhole ? "whole" : "shipped"}.mjs`);
  await writeFile(file, code);
  const { chart } = await import(pathToFileURL(file).href);
  return { code, chart };
};

/** Numbers that the library gives its elements anew in each drawing. @param {string} text */
const unnumbered = (text) => text.replace(/zr\d+-/g, "zr-");

it("draws every figure as the whole library does, with a quarter less code", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "echarts-"));
  t.after(() => rm(folder, { recursive: true }));
  const [shipped, whole] = await Promise.all([false, true].map((isWhole) => library(isWhole, folder)));
  const asked = answers(QUERIES.flatMap((query) => [390, 690].map((widthPx) => ({ query, widthPx }))));
  const drawn = asked.filter(({ option }) => option !== undefined);
  assert.ok(drawn.length > 400, `${drawn.length} charts`);
  for (const answer of drawn) {
    assert.equal(unnumbered(svg(answer, shipped.chart)), unnumbered(svg(answer, whole.chart)), `${answer.figure} for ?${answer.query}`);
  }
  assert.ok(shipped.code.length < 0.75 * whole.code.length, `${shipped.code.length} of ${whole.code.length} bytes`);
});

it("says what is missing when a chart asks for it", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "echarts-"));
  t.after(() => rm(folder, { recursive: true }));
  const { chart } = await library(false, folder);
  const option = {
    animation: false,
    xAxis: [{ type: "category", data: ["a"] }],
    yAxis: [{ type: "value" }, { type: "value", alignTicks: true }],
    series: [
      { type: "bar", data: [1] },
      { type: "bar", yAxisIndex: 1, data: [20] },
    ],
  };
  const answer = { option, widthPx: 300, heightPx: 200 };
  assert.throws(() => svg(answer, chart), /left out of the bundle by scripts\/echarts\.mjs: echarts\/lib\/coord\/axisAlignTicks\.js/);
});
