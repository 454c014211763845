// Pictures of every figure, compared with those in gallery/: what no assertion says of colours, places and sizes.
//
// Of the eight looks (English or Chinese, light or dark, wide or narrow) each figure is photographed with no filter in four, in which
// every two of these properties meet; with a narrow selection, with one that is hardly printed, and as a table it is photographed
// in one of the others, because there only its content differs. What is folded away is opened; a figure without a number is a line.
// Each is as wide as it stands on the page: the one that leads is wider than the others.
// What stands around the figures is photographed as the window shows it, in one of those looks and in the eighth.
//
// `make gallery` renews the pictures; `BEFORE=other/dist make compare` compares two builds without them, pixel by pixel.
import { fileURLToPath } from "node:url";
import { difference, note } from "./gallery.mjs";
import { expect, test as standard } from "./site.mjs";

/** @import { Fixtures } from "@playwright/test" */
/** @import { ExplorerPage, Language } from "./page.mjs" */
/** @import { Prepare, SiteFixtures, SiteWorkerFixtures, StandardFixtures, StandardWorkerFixtures } from "./site.mjs" */

/** How a page looks. @typedef {{ lang: Language, colorScheme: "light" | "dark", width: number }} Look */

const [WIDE, NARROW] = [1280, 390];

/**
 * What the figures are asked, and the looks in which they are photographed then.
 * @type {Record<string, { query: string, looks: Look[] }>}
 */
const FIGURES = {
  all: {
    query: "",
    looks: [
      { lang: "en", colorScheme: "light", width: WIDE },
      { lang: "zh", colorScheme: "dark", width: WIDE },
      { lang: "zh", colorScheme: "light", width: NARROW },
      { lang: "en", colorScheme: "dark", width: NARROW },
    ],
  },
  answer: { query: "year=2024&product=biological&disease=oncology", looks: [{ lang: "en", colorScheme: "dark", width: WIDE }] },
  gap: { query: "year=2022&product=biological&disease=oncology", looks: [{ lang: "en", colorScheme: "light", width: NARROW }] },
  tables: { query: "view=table", looks: [{ lang: "zh", colorScheme: "light", width: WIDE }] },
};
/** @type {Look[]} */
const WINDOW_LOOKS = [
  { lang: "en", colorScheme: "light", width: WIDE },
  { lang: "zh", colorScheme: "dark", width: NARROW },
];

/** What arrives last: the lines beside the headline numbers, with all other parts that are not needed at first. */
const LAST = '[data-part="headline"] svg';

/** What else a window shows, and what must stand in it first. */
const WINDOWS = {
  top: { query: "", shown: LAST },
  proof: { query: "year=2024&figure=disease_areas&cell=share:oncology:chemical", shown: '[data-part="proof"] dl' },
  filters: { query: "phase=I", shown: LAST },
  impossible: { query: "year=2024&product=tcm&disease=preventive_vaccine", shown: LAST },
  data: { query: "page=data&year=2024", shown: '[data-part="data"] tbody tr' },
  coverage: { query: "page=coverage", shown: '[data-part="coverage"] tbody tr' },
  compare: { query: "page=compare&year=2024", shown: '[data-part="compare"] tbody tr' },
  methods: { query: "page=methods", shown: '[data-part="methods"] section' },
  figure: { query: "page=figure&figure=disease_areas&year=2024", shown: '[data-part="alone"] tbody tr' },
  own: { query: "page=own", shown: '[data-part="own-figures"] h3' },
  brief: { query: "page=brief&brief=finding@2024;2024:count:all~As%20printed", shown: '[data-part="memo"] h4' },
};

/** What a memo says of the day and of the host, on every day and every host. @type {Prepare} */
const onOneDay = async (page) => {
  await page.clock.setFixedTime("2026-11-23T12:00:00");
  const settings = { permalink: "https://portal.example/?{query}" };
  await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(settings) }));
};

const named = (/** @type {Look} */ { lang, colorScheme, width }) => `${lang}-${colorScheme}-${width}`;

/**
 * Opens a page to photograph.
 * @callback Open
 * @param {string} query
 * @param {Look} look
 * @param {number} height
 * @returns {Promise<ExplorerPage>}
 */

/** @type {Fixtures<{ open: Open }, { unlike: string }, SiteFixtures & StandardFixtures, SiteWorkerFixtures & StandardWorkerFixtures>} */
const fixtures = {
  /** `open(query, look, height)` gives a page to photograph: the policy of the site would forbid the style sheet of the camera. */
  open: ({ site }, use) =>
    use((query, { lang, ...look }, height) =>
      site.open(`?${query}&lang=${lang}`.replace("?&", "?"), { height, bypassCSP: true, prepare: onOneDay, ...look }),
    ),

  /** Why this browser cannot draw the pictures again; asked once for each worker. */
  unlike: [
    async ({ browser, server }, use, { config }) => {
      const page = await browser.newPage();
      // The Chinese page is set in Latin letters too.
      await page.goto(`${server.url}?lang=zh`);
      await page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 30_000 });
      if (config.updateSnapshots === "all") await note(page);
      const why = await difference(page);
      await page.close();
      if (why !== undefined) console.log(`The gallery is not compared: ${why}. On such a machine: BEFORE=other/dist make compare`);
      await use(why);
    },
    { scope: "worker" },
  ],
};

const test = standard.extend(fixtures);

const stylePath = fileURLToPath(new URL("camera.css", import.meta.url));

test.beforeEach(({ unlike }) => test.skip(unlike !== undefined, unlike));

for (const [state, { query, looks }] of Object.entries(FIGURES)) {
  for (const look of looks) {
    test(`figures, ${state}, ${named(look)}`, async ({ open }) => {
      test.slow();
      const explorer = await open(query, look, 1600);
      await explorer.page.locator(LAST).first().waitFor({ state: "attached" });
      await explorer.openAll();
      // What lies under the pointer looks otherwise.
      await explorer.page.mouse.move(0, 0);
      for (const id of await explorer.cards()) {
        const figure = explorer.figure(id);
        await figure.show();
        await expect.soft(figure.root).toHaveScreenshot([state, named(look), `${id}.png`], { stylePath });
      }
    });
  }
}

for (const [state, { query, shown }] of Object.entries(WINDOWS)) {
  for (const look of WINDOW_LOOKS) {
    test(`window, ${state}, ${named(look)}`, async ({ open }) => {
      const explorer = await open(query, look, 900);
      await explorer.page.locator(shown).first().waitFor({ state: "attached" });
      await expect(explorer.page).toHaveScreenshot(["window", named(look), `${state}.png`]);
    });
  }
}
