// The charts that are drawn without a browser: what ECharts writes is what the table says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { answers, svg } from "../../scripts/draw.mjs";

it("draws what the page draws: names, values and patterns, in the reader's language and theme", () => {
  const [english, chinese] = answers([
    { query: "figure=category_1_composition&lang=en&theme=light", widthPx: 620 },
    { query: "figure=category_1_composition&lang=zh&theme=dark", widthPx: 390 },
  ]);
  for (const [answer, words] of [
    [english, ["2024", "45.6 %", "not printed"]],
    [chinese, ["2024", "45.6%", "未见公布"]],
  ]) {
    const drawn = svg(answer).replace(/\u00a0/g, " ");
    assert.match(drawn, new RegExp(`^<svg width="${answer.widthPx}" height="${answer.heightPx}"`));
    for (const word of words) assert.ok(drawn.includes(`>${word}</text>`), `${word} in ${answer.language}`);
    const pattern = /<pattern [^>]*id="([^"]+)"/.exec(drawn)?.[1];
    assert.ok(pattern && drawn.includes(`url(#${pattern})`), "product types are told apart by pattern");
    assert.ok(!drawn.includes("<style"), "a strict policy forbids style sheets in the page");
  }
  assert.deepEqual(
    chinese.legend.map(({ label }) => label),
    ["化学药品", "生物制品", "中药"],
  );
  assert.notEqual(english.ground, chinese.ground);
});

it("answers for every figure, and draws nothing where there is no number", () => {
  const all = answers([{ query: "year=2025&product=tcm", widthPx: 390 }]);
  assert.ok(all.length > 50, `${all.length} figures`);
  assert.ok(all.some((answer) => svg(answer) === ""));
  assert.ok(all.some((answer) => svg(answer) !== ""));
});

/** The selections under which files are read back as well (tests/taken/mod.rs). */
const SELECTIONS = [
  ...readFileSync(new URL("../taken/mod.rs", import.meta.url), "utf8")
    .match(/const SELECTIONS[^[]*\[&str; 20\] = \[(?<list>[^\]]*)\]/)
    .groups.list.matchAll(/"(?<query>[^"]*)"/g),
].map(({ groups }) => groups.query);

/** @typedef {{ show?: boolean, formatter?: string }} Label */
/** @typedef {{ id: string, data: { label?: Label }[] }} Series */
/** @typedef {{ type: string, show?: boolean, name?: string, min?: number, max?: number, interval?: number, data?: { value: string }[], axisLabel?: Label }} Axis */

/** The lines of texts, without the spaces that differ between two ways to write the same. @param {string[]} texts */
const lines = (texts) => texts.flatMap((text) => text.split("\n").map((line) => line.replace(/\s+/g, " ").trim())).filter(Boolean);

/** A number as the table has it, whatever room there is: on one line, without its unit. @param {string} text */
const bare = (text) => text.replace(/[\s%]/g, "");

/** The names, numbers and title along an axis. @param {Axis} axis */
const along = ({ type, show, name, min = 0, max, interval, data = [], axisLabel = {} }) => {
  if (show === false) return [];
  const names = [name ?? "", ...data.map(({ value }) => value)];
  if (type !== "value" || axisLabel.show === false) return names;
  const steps = Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, step) => min + step * interval);
  return [...names, ...steps.map((number) => axisLabel.formatter.replace("{value}", `${number}`))];
};

/** The texts of a drawing. @param {string} drawing */
const drawnTexts = (drawing) =>
  [...drawing.matchAll(/<text[^>]*>(?<text>[^<]*)<\/text>/g)].map(({ groups }) =>
    groups.text.replace(/&(?<name>lt|gt|amp|quot|nbsp|#160);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name] ?? " "),
  );

it("writes into each chart exactly the labels of its cells, and what stands along its axes", () => {
  assert.equal(SELECTIONS.length, 20);
  let [charts, numbers] = [0, 0];
  for (const answer of answers(
    SELECTIONS.flatMap((query) => ["en", "zh"].map((lang) => ({ query: `${query}&lang=${lang}`, widthPx: 620 }))),
  )) {
    if (answer.option === undefined) continue;
    const where = `${answer.figure} for ?${answer.query}`;
    const { series, xAxis, yAxis } = /** @type {{ series: Series[], xAxis: Axis[], yAxis: Axis[] }} */ (answer.option);
    const labelled = series.flatMap(({ id, data }) => data.map(({ label }) => ({ id, label }))).filter(({ label }) => label?.show);
    const drawn = lines(drawnTexts(svg(answer)));
    const expected = lines([...labelled.map(({ label }) => label.formatter), ...[...xAxis, ...yAxis].flatMap(along)]);
    assert.deepEqual(drawn.toSorted(), expected.toSorted(), where);

    const values = /** @type {{ text: string, isMarked: boolean }[]} */ (answer.values);
    const parts = labelled
      .filter(({ id }) => !/^(?:why|break|key)-/.test(id))
      .flatMap(({ label }) => label.formatter.replace(/^[^:]*: /, "").split("→"))
      .map(bare);
    for (const { text } of values.filter(({ isMarked }) => isMarked)) assert.ok(parts.includes(bare(text)), `${where}: ${text} is written`);
    const known = values.map(({ text }) => bare(text));
    for (const part of parts.filter((text) => /\d/.test(text))) assert.ok(known.includes(part), `${where}: ${part} stands in a cell`);
    charts += 1;
    numbers += parts.length;
  }
  assert.ok(charts > 1_000 && numbers > 8_000, `${numbers} numbers in ${charts} charts`);
});
