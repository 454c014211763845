// The page without a mouse: from the top to a number and its proof, and back.
import { FIGURES, LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { ExplorerPage, Language } from "./page.mjs" */

/** A key, and what is said then. @typedef {[key: string, said: string]} Step */

/**
 * What a screen reader says on the way through three charts: columns over the years, a ranking, and one with gaps.
 * @type {({ figure: string } & Record<Language, Step[]>)[]}
 */
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
      ["ArrowRight", "2019年，新药临床试验：1257—1258项，推算"],
      ["ArrowRight", "2019年，生物等效性试验（BE试验）：1128—1129项，推算"],
      ["ArrowDown", "2020年，生物等效性试验（BE试验）：1129项"],
      ["ArrowLeft", "2020年，新药临床试验：1473项"],
      ["End", "2025年，合计：5215项"],
      ["Home", "2019年，新药临床试验：1257—1258项，推算"],
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

/**
 * Presses a key, and waits until the page says what is expected.
 * @param {ExplorerPage} explorer
 * @param {string} key
 * @param {string} expected
 */
const hear = async (explorer, key, expected) => {
  await explorer.page.keyboard.press(key);
  // A key that changes nothing has had the time to.
  await explorer.frames(1);
  await expect.poll(async () => plain(await explorer.part("announcement").textContent()), `after ${key}`).toBe(expected);
};

test.describe("a walk by keyboard", () => {
  test("leads from the top through the filters into a chart, to a proof, and back", async ({ explorer }) => {
    const { page } = explorer;

    await explorer.tabTo(() => document.activeElement.matches('select[name="year"]'), "the year", { most: 12 });
    await page.keyboard.type("2024");
    await expect(page).toHaveURL(/year=2024/);
    await explorer.ready();
    await explorer.expectFocus("select[name=year]", "the focus stays on the year");

    await explorer.tabTo(() => document.activeElement.matches(".more-button"), "More filters", { most: 5 });
    await expect(explorer.moreButton).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("Enter");
    await explorer.dropdown("phase").waitFor();
    await expect(explorer.moreButton).toHaveAttribute("aria-expanded", "true");
    await explorer.expectFocus(".more-button", "the focus stays on the button");
    await page.keyboard.press("Tab");
    await explorer.expectFocus("select[name=phase]", "the new filters come next");
    for (let presses = 0; presses < 5 && explorer.address.phase !== "II"; presses += 1) {
      const before = page.url();
      await page.keyboard.press("ArrowDown");
      await page.waitForURL((url) => url.href !== before);
      await explorer.ready();
      await explorer.expectFocus("select[name=phase]", "the focus stays on the phase");
    }
    expect(explorer.address.phase, "every choice on the way is answered").toBe("II");

    await explorer.tabTo(() => document.activeElement.matches('[data-figure="category_1_phases"] [data-part="chart"]'), "the chart");
    await hear(explorer, "ArrowRight", "2024, Phase I: 46.9%");
    await hear(explorer, "ArrowRight", "2024, Phase II: 22.6%");
    await page.keyboard.press("Enter");
    await explorer.proof.opened();
    expect(explorer.address.cell).toBe("category_1_phases:share:2024:II");
    await page.keyboard.press("Escape");
    await explorer.proof.closed();
    await explorer.expectFocus('[data-figure="category_1_phases"] [data-part="chart"]', "the focus goes back to the chart");
    expect(await explorer.chosen(), "Escape leaves the question as it is").toEqual({ year: "2024", product: "", disease: "" });
  });

  for (const { figure: id, ...languages } of WALKS) {
    for (const [language, steps] of Object.entries(languages)) {
      test(`says each number of ${id} (${language})`, async ({ site }) => {
        const explorer = await site.open(`?lang=${language}`);
        const figure = explorer.figure(id);
        await expect(explorer.part("announcement")).toHaveAttribute("role", "status");
        await figure.show();
        await figure.chart.focus();
        for (const [key, said] of steps) await hear(explorer, key, said);
      });
    }
  }

  test("passes over what the legend has switched off", async ({ explorer }) => {
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

  test("stops at both ends, and leaves other keys to the browser", async ({ explorer }) => {
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
    await expect(figure.chart, "Tab leaves the chart").not.toBeFocused();
  });

  test("goes on where it was when a proof is closed", async ({ explorer }) => {
    const figure = explorer.figure("disease_areas");
    await figure.show();
    await figure.chart.focus();
    for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await explorer.page.keyboard.press(key);
    await explorer.proof.opened();
    await explorer.page.keyboard.press("Escape");
    await explorer.proof.closed();
    await explorer.expectFocus('[data-figure="disease_areas"] [data-part="chart"]', "the focus goes back to the chart");
    await hear(explorer, "ArrowRight", "2024, Dermatology, ENT and ophthalmology, Biological products: 9.9%");
  });

  test("shows at each step what the pointer would show", async ({ site }) => {
    const explorer = await site.open("?year=2024");
    const figure = explorer.figure("disease_areas");
    await figure.show();
    await figure.chart.focus();
    await hear(explorer, "ArrowRight", "2024, Oncology, Chemical drugs: 24.7%");
    await figure.root
      .getByText(/Edition 2024/)
      .first()
      .waitFor();
    expect(plain(await figure.chart.innerText())).toMatch(
      /24\.7% 2024, New-drug trials, Chemical drugs, Oncology As printed Edition 2024 · grade A/,
    );
  });

  for (const [language, words] of [
    ["en", /arrow keys/],
    ["zh", /方向键/],
  ]) {
    test(`says of every chart what it shows and how it is walked (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      await explorer.openAll();
      const charts = await explorer.part("chart").evaluateAll((charts) =>
        charts.map((chart) => ({
          id: chart.closest("[data-figure]").dataset.figure,
          tab: chart.tabIndex,
          label: chart.ariaLabel,
          kind: chart.ariaRoleDescription,
        })),
      );
      expect(charts.length).toBeGreaterThan(40);
      for (const { id, tab, label, kind } of charts) {
        expect(tab, `${id} takes the focus`).toBe(0);
        expect(label, `${id} has a number in its label`).toMatch(/\d/);
        expect(kind, id).toMatch(words);
      }
    });
  }
});

test.describe("all figures at once", () => {
  for (const language of LANGUAGES) {
    test(`turn into tables by one button, and back (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      await explorer.openAll();
      const charts = await explorer.part("chart").count();
      const numbers = await explorer.part("numbers").count();
      expect(charts + numbers).toBe(FIGURES.length);

      await explorer.button("allAsTables").focus();
      await explorer.page.keyboard.press("Enter");
      await explorer.button("allAsCharts").waitFor();
      await explorer.ready();
      expect(Object.keys(await explorer.tables()), "every figure is a table").toEqual(await explorer.inOrder());
      await expect(explorer.part("chart"), "no chart is left").toHaveCount(0);
      expect(explorer.address.view, "the address says so").toBe("table");
      await explorer.expectFocus("nav.questions button", "the focus stays on the button");

      await explorer.page.keyboard.press("Enter");
      await explorer.button("allAsTables").waitFor();
      await explorer.ready();
      expect({ charts: await explorer.part("chart").count(), numbers: await explorer.part("numbers").count() }, "back").toEqual({
        charts,
        numbers,
      });
      expect(explorer.address.view, "a default is not written").toBeUndefined();
      expect(await explorer.figure("disease_areas").drawnText()).toMatch(/43\.1%/);
    });
  }

  test("end what was chosen before for one figure alone", async ({ explorer }) => {
    await explorer.figure("phases").press("table");
    await explorer.showAllAs("tables");
    await explorer.showAllAs("charts");
    expect(Object.keys(await explorer.tables()), "figures that are still tables").toEqual([]);
  });
});

test.describe("a legend", () => {
  test("is not announced where there is nothing to switch", async ({ explorer }) => {
    await explorer.openAll();
    const empty = await explorer.page
      .locator("[data-figure] .legend:not(:has(*))")
      .evaluateAll((legends) => legends.map((legend) => legend.closest("[data-figure]").id));
    expect(empty, "groups with a name and no button").toEqual([]);
  });

  test("is made of buttons that are pressed or not", async ({ explorer }) => {
    await explorer.openAll();
    const legends = await explorer.page.locator("[data-figure] .legend:has(*)").evaluateAll((legends) =>
      legends.map((legend) => ({
        id: legend.closest("[data-figure]").dataset.figure,
        label: legend.ariaLabel,
        entries: [...legend.children].map((entry) => ({ tag: entry.tagName, pressed: entry.ariaPressed, name: entry.textContent.trim() })),
      })),
    );
    expect(legends.length, "many figures have a legend").toBeGreaterThan(10);
    for (const { id, label, entries } of legends) {
      expect(label, `${id} names its legend`).not.toBe("");
      expect(entries.length, `${id} has more than one series`).toBeGreaterThan(1);
      for (const { tag, pressed, name } of entries) {
        expect({ tag, pressed }, `${id}: ${name}`).toEqual({ tag: "BUTTON", pressed: "true" });
        expect(name, `${id} names each series`).not.toBe("");
      }
    }
  });

  test("is switched by keyboard, and keeps its last series", async ({ explorer }) => {
    const figure = explorer.figure("registered");
    await figure.show();
    const [first, second] = await figure.root.locator(".legend").getByRole("button").all();
    await first.focus();
    await explorer.page.keyboard.press("Space");
    await expect(first).toHaveAttribute("aria-pressed", "false");
    expect(await figure.drawnText(), "the series is not drawn").not.toMatch(/2539/);
    await second.focus();
    await explorer.page.keyboard.press("Space");
    await expect(second, "an empty chart would say nothing").toHaveAttribute("aria-pressed", "true");
    expect(await figure.drawnText()).toMatch(/2361/);
    await first.press("Space");
    expect(await figure.drawnText(), "the series is drawn again").toMatch(/2539/);
  });
});
