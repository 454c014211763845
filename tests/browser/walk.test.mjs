// The page without a mouse: from the top to a number and its proof, and back.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FIGURES, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

/** What a screen reader says on the way through three charts: columns over the years, a ranking, and one with gaps. */
const WALKS = [
  {
    figure: "registered",
    en: [
      ["ArrowRight", "2019, New-drug trials: 1257–1258 trials, derived"],
      ["ArrowRight", "2019, Bioequivalence (BE) trials: 1128–1129 trials, derived"],
      ["ArrowDown", "2020, Bioequivalence (BE) trials: 1129 trials"],
      ["ArrowLeft", "2020, New-drug trials: 1473 trials"],
      ["ArrowUp", "2019, New-drug trials: 1257–1258 trials, derived"],
      ["End", "2025, Total: 5215 trials"],
      ["Home", "2019, New-drug trials: 1257–1258 trials, derived"],
    ],
    zh: [
      ["ArrowRight", "2019年，新药临床试验：1257–1258项，推算"],
      ["ArrowRight", "2019年，生物等效性试验（BE试验）：1128–1129项，推算"],
      ["ArrowDown", "2020年，生物等效性试验（BE试验）：1129项"],
      ["ArrowLeft", "2020年，新药临床试验：1473项"],
      ["End", "2025年，合计：5215项"],
      ["Home", "2019年，新药临床试验：1257–1258项，推算"],
    ],
  },
  {
    figure: "disease_areas",
    en: [
      ["ArrowDown", "2024, Oncology, Chemical drugs: 24.7%"],
      ["ArrowRight", "2024, Oncology, Biological products: 43.1%"],
      ["ArrowDown", "2024, Dermatology, ENT and ophthalmology, Biological products: 9.9%"],
    ],
    zh: [
      ["ArrowDown", "2024年，抗肿瘤，化学药品：24.7%"],
      ["ArrowRight", "2024年，抗肿瘤，生物制品：43.1%"],
      ["ArrowDown", "2024年，皮肤及五官科，生物制品：9.9%"],
    ],
  },
  {
    figure: "multi_regional",
    en: [
      ["End", "2025: 410 trials"],
      ["Home", "2019: not printed in any source found"],
      ["ArrowRight", "2020: 208 trials"],
    ],
    zh: [
      ["End", "2025年：410项"],
      ["Home", "2019年：所查来源均未公布"],
      ["ArrowRight", "2020年：208项"],
    ],
  },
];

/** Presses a key, and waits until the page says what is expected. */
const hear = async (explorer, key, expected) => {
  await explorer.page.keyboard.press(key);
  let said;
  for (let frame = 0; frame < 30 && said !== expected; frame += 1) {
    await explorer.frames(1);
    said = plain(await explorer.part("announcement").textContent());
  }
  assert.equal(said, expected, `after ${key}`);
};

describe("a walk by keyboard", () => {
  const site = useSite();

  it("leads from the top through the filters into a chart, to a proof, and back", async (t) => {
    const explorer = await site.open(t);
    const { page } = explorer;

    await explorer.tabTo(() => document.activeElement.name === "year", "the year", { most: 10 });
    await page.keyboard.type("2024");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("year") === "2024");
    await explorer.ready();
    await explorer.assertFocus("select[name=year]", "the focus stays on the year");

    await explorer.tabTo(() => document.activeElement.matches("button.open-filters"), "More filters", { most: 5 });
    assert.equal(await explorer.button("more").getAttribute("aria-expanded"), "false");
    await page.keyboard.press("Enter");
    await explorer.dropdown("phase").waitFor();
    assert.equal(await explorer.button("more").getAttribute("aria-expanded"), "true");
    await explorer.assertFocus("button.open-filters", "the focus stays on the button");
    await page.keyboard.press("Tab");
    await explorer.assertFocus("select[name=phase]", "the new filters come next");
    await page.keyboard.type("Phase II");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("phase") === "II");
    await explorer.ready();
    await explorer.assertFocus("select[name=phase]", "the focus stays on the phase");

    await explorer.tabTo(() => document.activeElement.matches('[data-figure="disease_areas"] [data-part="chart"]'), "the chart");
    await hear(explorer, "ArrowRight", "2024, Oncology, Chemical drugs: 24.7%");
    await hear(explorer, "ArrowRight", "2024, Oncology, Biological products: 43.1%");
    await page.keyboard.press("Enter");
    await explorer.proof.opened();
    assert.equal(explorer.address.cell, "disease_areas:share:oncology:biological");
    await page.keyboard.press("Escape");
    await explorer.proof.closed();
    await explorer.assertFocus('[data-figure="disease_areas"] [data-part="chart"]', "the focus goes back to the chart");
    assert.deepEqual(await explorer.chosen(), { year: "2024", product: "", disease: "" }, "Escape leaves the question as it is");
  });

  for (const { figure: id, ...languages } of WALKS) {
    for (const [language, steps] of Object.entries(languages)) {
      it(`says each number of ${id} (${language})`, async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        const figure = explorer.figure(id);
        assert.equal(await explorer.part("announcement").getAttribute("role"), "status");
        await figure.show();
        await figure.chart.focus();
        for (const [key, said] of steps) await hear(explorer, key, said);
      });
    }
  }

  it("passes over what the legend has switched off", async (t) => {
    const explorer = await site.open(t);
    const figure = explorer.figure("registered");
    await figure.show();
    await figure.root.getByRole("button", { name: "New-drug trials" }).click();
    await explorer.ready();
    await figure.chart.focus();
    await hear(explorer, "ArrowRight", "2019, Bioequivalence (BE) trials: 1128–1129 trials, derived");
    await hear(explorer, "ArrowDown", "2020, Bioequivalence (BE) trials: 1129 trials");
    await hear(explorer, "ArrowRight", "2020, Total: 2602 trials");
    await hear(explorer, "ArrowRight", "2021, Bioequivalence (BE) trials: 1325 trials, derived");
  });

  it("stops at both ends, and leaves other keys to the browser", async (t) => {
    const explorer = await site.open(t);
    const figure = explorer.figure("registered");
    await figure.show();
    await figure.chart.focus();
    await hear(explorer, "End", "2025, Total: 5215 trials");
    await hear(explorer, "ArrowRight", "2025, Total: 5215 trials");
    await hear(explorer, "ArrowDown", "2025, Total: 5215 trials");
    await hear(explorer, "Home", "2019, New-drug trials: 1257–1258 trials, derived");
    await hear(explorer, "ArrowLeft", "2019, New-drug trials: 1257–1258 trials, derived");
    await hear(explorer, "ArrowUp", "2019, New-drug trials: 1257–1258 trials, derived");
    for (const key of ["Control+ArrowRight", "a"]) await hear(explorer, key, "2019, New-drug trials: 1257–1258 trials, derived");
    await explorer.page.keyboard.press("Tab");
    assert.equal(await figure.chart.evaluate((chart) => chart === document.activeElement), false, "Tab leaves the chart");
  });

  it("goes on where it was when a proof is closed", async (t) => {
    const explorer = await site.open(t);
    const figure = explorer.figure("disease_areas");
    await figure.show();
    await figure.chart.focus();
    for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await explorer.page.keyboard.press(key);
    await explorer.proof.opened();
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    await explorer.assertFocus('[data-figure="disease_areas"] [data-part="chart"]', "the focus goes back to the chart");
    await hear(explorer, "ArrowRight", "2024, Dermatology, ENT and ophthalmology, Biological products: 9.9%");
  });

  it("shows at each step what the pointer would show", async (t) => {
    const explorer = await site.open(t, "?year=2024");
    const figure = explorer.figure("disease_areas");
    await figure.show();
    await figure.chart.focus();
    await hear(explorer, "ArrowRight", "2024, Oncology, Chemical drugs: 24.7%");
    await figure.root.getByText(/Edition 2024/).first().waitFor();
    assert.match(plain(await figure.chart.innerText()), /24\.7% 2024, New-drug trials, Chemical drugs, Oncology As printed Edition 2024 · grade A/);
  });

  for (const [language, words] of [
    ["en", /arrow keys/],
    ["zh", /方向键/],
  ]) {
    it(`says of every chart what it shows and how it is walked (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const charts = await explorer.part("chart").evaluateAll((charts) =>
        charts.map((chart) => ({ id: chart.closest("[data-figure]").dataset.figure, tab: chart.tabIndex, label: chart.ariaLabel, kind: chart.ariaRoleDescription })),
      );
      assert.ok(charts.length > 40);
      for (const { id, tab, label, kind } of charts) {
        assert.equal(tab, 0, `${id} takes the focus`);
        assert.match(label, /\d/, `${id} has a number in its label`);
        assert.match(kind, words, id);
      }
    });
  }
});

describe("all figures at once", () => {
  const site = useSite();

  for (const language of ["en", "zh"]) {
    it(`turn into tables by one button, and back (${language})`, async (t) => {
      const explorer = await site.open(t, `?lang=${language}`);
      const charts = await explorer.part("chart").count();
      const numbers = await explorer.part("numbers").count();
      assert.equal(charts + numbers, FIGURES.length);

      await explorer.button("allAsTables").focus();
      await explorer.page.keyboard.press("Enter");
      await explorer.button("allAsCharts").waitFor();
      await explorer.ready();
      assert.deepEqual(Object.keys(await explorer.tables()), FIGURES, "every figure is a table");
      assert.equal(await explorer.part("chart").count(), 0, "no chart is left");
      assert.equal(explorer.address.view, "table", "the address says so");
      await explorer.assertFocus("nav.questions button", "the focus stays on the button");

      await explorer.page.keyboard.press("Enter");
      await explorer.button("allAsTables").waitFor();
      await explorer.ready();
      assert.deepEqual({ charts: await explorer.part("chart").count(), numbers: await explorer.part("numbers").count() }, { charts, numbers }, "back");
      assert.equal(explorer.address.view, undefined, "a default is not written");
      assert.match(await explorer.figure("disease_areas").drawnText(), /43\.1%/);
    });
  }

  it("end what was chosen before for one figure alone", async (t) => {
    const explorer = await site.open(t);
    await explorer.figure("phases").press("table");
    await explorer.showAllAs("tables");
    await explorer.showAllAs("charts");
    assert.deepEqual(Object.keys(await explorer.tables()), [], "figures that are still tables");
  });
});

describe("a legend", () => {
  const site = useSite();

  it("is not announced where there is nothing to switch", async (t) => {
    const explorer = await site.open(t);
    const empty = await explorer.page.locator("[data-figure] .legend:not(:has(*))").evaluateAll((legends) => legends.map((legend) => legend.closest("[data-figure]").id));
    assert.deepEqual(empty, [], "groups with a name and no button");
  });

  it("is made of buttons that are pressed or not", async (t) => {
    const explorer = await site.open(t);
    const legends = await explorer.page.locator("[data-figure] .legend:has(*)").evaluateAll((legends) =>
      legends.map((legend) => ({
        id: legend.closest("[data-figure]").dataset.figure,
        label: legend.ariaLabel,
        entries: [...legend.children].map((entry) => ({ tag: entry.tagName, pressed: entry.ariaPressed, name: entry.textContent.trim() })),
      })),
    );
    assert.ok(legends.length > 10, "many figures have a legend");
    for (const { id, label, entries } of legends) {
      assert.notEqual(label, "", `${id} names its legend`);
      assert.ok(entries.length > 1, `${id} has more than one series`);
      for (const { tag, pressed, name } of entries) {
        assert.deepEqual({ tag, pressed }, { tag: "BUTTON", pressed: "true" }, `${id}: ${name}`);
        assert.notEqual(name, "", `${id} names each series`);
      }
    }
  });

  it("is switched by keyboard, and keeps its last series", async (t) => {
    const explorer = await site.open(t);
    const figure = explorer.figure("registered");
    await figure.show();
    const [first, second] = await figure.root.locator(".legend").getByRole("button").all();
    await first.focus();
    await explorer.page.keyboard.press("Space");
    assert.equal(await first.getAttribute("aria-pressed"), "false");
    assert.doesNotMatch(await figure.drawnText(), /2539/, "the series is not drawn");
    await second.focus();
    await explorer.page.keyboard.press("Space");
    assert.equal(await second.getAttribute("aria-pressed"), "true", "an empty chart would say nothing");
    assert.match(await figure.drawnText(), /2361/);
    await first.press("Space");
    assert.match(await figure.drawnText(), /2539/, "the series is drawn again");
  });
});
