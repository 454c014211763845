// The charts that are drawn without a browser.
import assert from "node:assert/strict";
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
