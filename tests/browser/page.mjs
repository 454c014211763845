// Page objects: how the tests see the page. What they look for is the page's contract: labels, roles, `data-part`.
import { expect } from "./expect.mjs";
import { plain } from "./text.mjs";

/** @import { Locator, Page } from "@playwright/test" */

/** A language of the page, as its address names it. @typedef {"en" | "zh"} Language */

/** @type {Language[]} */
export const LANGUAGES = ["en", "zh"];

const LABELS = {
  en: {
    year: "Year",
    product: "Product type",
    disease: "Disease area",
    phase: "Phase",
    category: "Registration category",
    population: "Special group",
    from: "From",
    to: "To",
  },
  zh: {
    year: "年份",
    product: "药物类型",
    disease: "适应症领域",
    phase: "试验分期",
    category: "注册分类",
    population: "特定人群",
    from: "起",
    to: "止",
  },
};
const MENUS = {
  en: { share: "Share", download: "Download" },
  zh: { share: "分享", download: "下载" },
};
const BUTTONS = {
  en: {
    chart: "Chart",
    table: "Table",
    share: "Share (%)",
    count: "Count",
    growth: "Growth",
    reset: "Reset",
    openAll: "Open all figures",
    foldAll: "Fold figures",
    allAsTables: "All as tables",
    allAsCharts: "All as charts",
    csv: "CSV, a row for each number",
    json: "JSON",
    close: "Close",
    citeEnglish: "Copy citation (English)",
    citeChinese: "Copy citation (Chinese)",
    link: "Copy link",
  },
  zh: {
    chart: "图表",
    table: "表格",
    share: "占比",
    count: "数量",
    growth: "增长",
    reset: "重置",
    openAll: "展开全部图表",
    foldAll: "收起图表",
    allAsTables: "全部以表格显示",
    allAsCharts: "全部以图表显示",
    csv: "CSV（每个数值一行）",
    json: "JSON",
    close: "关闭",
    citeEnglish: "复制引文（英文）",
    citeChinese: "复制引文（中文）",
    link: "复制链接",
  },
};

/** The dropdowns: the filters, and both ends of a range of years. @typedef {keyof typeof LABELS.en} Dropdown */
/** The buttons that the page objects know. @typedef {keyof typeof BUTTONS.en} Button */
/** The menus of a figure. @typedef {keyof typeof MENUS.en} Menu */
/** Buttons of a figure. @typedef {Extract<Button, "chart" | "table" | "share" | "count" | "growth" | "csv" | "json">} FigureButton */
/** Buttons of the proof. @typedef {Extract<Button, "close" | "citeEnglish" | "citeChinese" | "link">} ProofButton */
/** Buttons that stand on the page once. @typedef {Extract<Button, "reset" | "openAll" | "foldAll" | "allAsTables" | "allAsCharts">} PageButton */

/** The questions of the page by their ids, and the figures under each, in the order of the page. */
export const QUESTIONS = {
  growth: ["registered", "registered_in_the_year_of_approval"],
  products: [
    "product_types",
    "product_types_all",
    "targets",
    "target_products",
    "named_products",
    "top_ten_trials",
    "top_ten_products",
    "top_ten_biologics",
    "products_with_few_trials",
  ],
  diseases: ["disease_areas", "disease_change", "covid_vaccines"],
  novelty: [
    "category_1",
    "category_1_composition",
    "category_1_by_product_type",
    "registration_categories",
    "category_1_phases",
    "category_1_diseases",
  ],
  in_phases: ["phases", "phases_by_product_type"],
  geography: ["multi_regional", "scope", "scope_all", "sponsors", "leading_units", "site_regions", "sites_abroad", "busiest_regions"],
  progress: [
    "days_to_registration",
    "registered_within_1_month",
    "days_to_registration_change",
    "registered_within_2_months",
    "started_within_6_months",
    "started_by_region",
    "startup_months_change",
    "target_enrolment",
    "milestones",
    "completed",
    "days_to_completion",
    "real_world",
    "data_monitoring",
    "stopped",
    "approvals",
    "approvals_by_disease",
    "development_years",
    "approved_new_drugs",
    "approved_disease_areas",
  ],
  special: [
    "cell_and_gene_therapy",
    "cell_and_gene_therapy_composition",
    "stem_cells",
    "cell_and_gene_therapy_products",
    "cell_and_gene_therapy_phases",
    "populations",
    "paediatric_trials",
    "rare_disease_areas",
    "imaging",
  ],
  world: [
    "studies_of_the_world",
    "shares_of_the_world",
    "china_and_united_states",
    "innovative_trials",
    "innovative_trials_by_chinese_companies",
    "innovative_multi_regional_share",
    "registries_of_china",
    "countries_of_recruitment",
    "countries_of_multi_regional_recruitment",
    "registered_over_twenty_years",
  ],
};
export const FIGURES = Object.values(QUESTIONS).flat();
export const HEADLINES = ["registered", "new_drug", "category_1", "multi_regional", "cell_and_gene_therapy", "disease_area"];

/** The focused element in a few words, for messages; evaluated in the page. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the page fills the template
const FOCUSED = "`${document.activeElement?.tagName} ${document.activeElement?.outerHTML.slice(0, 100)}`";

/**
 * The rows of tables as texts; runs in the page.
 * @param {HTMLTableElement[]} tables
 */
const tableRows = (tables) =>
  tables.map((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join(" | ")));

/** One figure: title, switches, chart or numbers or table. */
export class FigureCard {
  /**
   * @param {ExplorerPage} explorer
   * @param {string} id
   */
  constructor(explorer, id) {
    this.explorer = explorer;
    this.id = id;
    this.root = explorer.page.locator(`[data-figure="${id}"]`);
    this.chart = this.root.locator('[data-part="chart"]');
    this.svg = this.chart.locator("svg");
    this.table = this.root.locator("table");
    this.numbers = this.root.locator('[data-part="numbers"]');
    this.notes = this.root.locator('details[data-part="notes"]');
    this.disputes = this.root.locator('details[data-part="disputes"]');
    this.unmet = this.root.locator('[data-part="unmet"]');
    this.empty = this.root.locator('[data-part="empty"]');
    this.population = this.root.locator('[data-part="population"]');
    this.title = this.root.getByRole("heading", { level: 3 });
    this.footer = this.root.locator("footer");
  }

  /** A button of the card; items of a menu are there while it is open. @param {FigureButton} what */
  button(what) {
    const name = { name: BUTTONS[this.explorer.language][what], exact: true };
    return this.root.getByRole("button", name).or(this.root.getByRole("menuitem", name));
  }

  /** @param {Menu} which */
  menu(which) {
    const button = this.explorer.page.getByRole("button", { name: MENUS[this.explorer.language][which], exact: true });
    return this.root.locator(".menu").filter({ has: button });
  }

  /** @param {Menu} which */
  async openMenu(which) {
    const button = this.menu(which).locator("> button");
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
    await this.menu(which).getByRole("menu").waitFor();
  }

  /** Opens the groups of its question until the figure is there, where it is folded away. */
  async unfold() {
    const question = Object.entries(QUESTIONS).find(([, figures]) => figures.includes(this.id))?.[0];
    const folded = this.explorer.page.locator(`#${question} .fold[aria-expanded="false"]`);
    while ((await this.root.count()) === 0 && (await folded.count()) > 0) await this.explorer.open(folded.first());
    expect(await this.root.count(), `${this.id} has a card`).toBe(1);
  }

  /** Brings the figure into the window: a chart is drawn when it is near. */
  async show() {
    await this.unfold();
    await this.root.evaluate((figure) => figure.scrollIntoView({ block: "center", behavior: "instant" }));
    await this.explorer.frames(4);
    if (!(await this.hasChart())) return;
    // A chart that was far away still shows the last selection until it has come near: then it says so.
    await this.root.locator('[data-part="chart"][aria-busy="false"] svg').first().waitFor();
  }

  /** @param {FigureButton} what */
  async press(what) {
    await this.unfold();
    await this.button(what).click();
    await this.explorer.ready();
    await this.show();
  }

  /** Whether there is a chart to look at; an empty figure has none. */
  async hasChart() {
    return (await this.chart.count()) > 0;
  }

  /** What the chart shows: its marks and words, in no order, because ECharts adds and removes marks as it likes. */
  async drawing() {
    await this.show();
    const markup = await this.svg.first().innerHTML();
    // ECharts numbers its clip paths and patterns from a counter: not a difference that a reader sees.
    // Nor is the space at which a label breaks: now and then it stands at the end of one line, now at the start of the next.
    const plainMarkup = markup
      .replace(/zr\d+-[a-z]+\d+/g, "")
      .replace(/ xml:space="preserve"/g, "")
      .replace(/> +(?=[^<])|(?<=[^>]) +(?=<)/g, (gap) => gap.trim());
    const marks = plainMarkup.split(/(?<=>)(?=<)/);
    return marks.sort().join("\n");
  }

  /** The words and numbers in the chart. */
  async drawnText() {
    await this.show();
    return plain((await this.svg.locator("text").allTextContents()).join(" | "));
  }

  /** The table, one text per row. */
  async rows() {
    return (await this.table.evaluateAll(tableRows)).flat().map(plain);
  }

  /**
   * The button of a cell of the table, by the text of its row and its column.
   * @param {string} row
   * @param {string} column
   */
  async cell(row, column) {
    const columns = (await this.table.locator("thead th").allTextContents()).map(plain);
    expect(columns, `columns of ${this.id}`).toContain(column);
    const heading = this.root.page().getByRole("rowheader", { name: row, exact: true });
    return this.table
      .locator("tbody tr")
      .filter({ has: heading })
      .locator("td")
      .nth(columns.indexOf(column) - 1)
      .getByRole("button");
  }

  /**
   * A point on the mark whose number stands behind it: on a bar that ends where its label begins.
   * @param {string} number
   */
  async markBefore(number) {
    await this.show();
    const box = await this.svg.locator("text", { hasText: number }).first().boundingBox();
    return { x: box.x - 12, y: box.y + box.height / 2 };
  }
}

/** The panel that proves one number. */
export class ProofPanel {
  /** @param {ExplorerPage} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    this.root = explorer.part("proof");
    this.title = this.root.getByRole("heading", { level: 2 });
    this.about = this.root.locator(".what");
    this.sources = this.root.getByRole("listitem");
  }

  /** @param {ProofButton} what */
  button(what) {
    return this.root.getByRole("button", { name: BUTTONS[this.explorer.language][what], exact: true });
  }

  /** Waits until the panel is there, says what it is about, and has the focus. */
  async opened() {
    await this.title.waitFor();
    await this.explorer.ready();
    await this.explorer.expectFocus("#proof-title", "the proof has the focus");
  }

  async closed() {
    await this.root.waitFor({ state: "detached" });
    await this.explorer.ready();
  }

  /**
   * What the panel says, by the name of each line: `{ "Edition": ["Edition 2024"], … }`.
   * @returns {Promise<Record<string, string[]>>}
   */
  async lines() {
    const lines = await this.root.locator("dl > div").evaluateAll((lines) =>
      lines.map((line) => ({
        name: line.querySelector("dt").textContent,
        texts: [...line.querySelectorAll("dd")].map((text) => text.textContent),
      })),
    );
    return Object.fromEntries(lines.map(({ name, texts }) => [name, texts.map(plain)]));
  }

  /**
   * Presses a button that copies, and gives what is on the clipboard then.
   * @param {ProofButton} what
   */
  async copied(what) {
    const { page } = this.explorer;
    await page.evaluate(() => navigator.clipboard.writeText("nothing was copied"));
    await this.button(what).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing was copied");
    return page.evaluate(() => navigator.clipboard.readText());
  }
}

/** The whole page. */
export class ExplorerPage {
  /**
   * @param {Page} page
   * @param {string} url
   */
  constructor(page, url) {
    this.page = page;
    this.url = url;
    /** @type {Language} */
    this.language = "en";
    /** @type {string[]} */
    this.problems = [];
    /** @type {string[]} */
    this.requests = [];
  }

  /** Collects whatever must not happen. */
  async watch() {
    const { page, problems } = this;
    // A file has no origin, and nothing but itself to ask for.
    const own = this.url.startsWith("file:") ? this.url : `${new URL(this.url).origin}/`;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // Aborted: the test went on to another page before it arrived.
      if (reason !== "net::ERR_ABORTED") problems.push(`request failed: ${request.url()} (${reason})`);
    });
    page.on("request", (request) => {
      const url = request.url();
      this.requests.push(url);
      if (!url.startsWith(own) && !/^(data|blob):/.test(url)) problems.push(`request to another origin: ${url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
      );
      globalThis.layoutShifts = [];
      new PerformanceObserver((list) => {
        for (const shift of /** @type {LayoutShift[]} */ (list.getEntries())) {
          if (shift.hadRecentInput) continue;
          const where = shift.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.nodeName ?? "?")));
          globalThis.layoutShifts.push({ value: shift.value, where });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
  }

  expectNoProblems() {
    expect(this.problems, "the page must log no error, break no policy and ask no other origin").toEqual([]);
  }

  /** @param {string} [query] the address after the page's own */
  async goto(query = "", { isReadyAwaited = true } = {}) {
    await this.page.goto(this.url + query);
    if (isReadyAwaited) await this.ready();
  }

  /** Waits until the charts of the current selection are painted. */
  async ready() {
    const root = this.page.locator('html[data-ready="true"]');
    await root.waitFor({ state: "attached", timeout: 15_000 }).catch(async () => {
      const state = await this.page.evaluate(() => ({
        ready: document.documentElement.dataset.ready,
        crash: document.getElementById("crash")?.hidden === false ? document.getElementById("crash-detail")?.textContent : undefined,
      }));
      throw new Error(`the page did not get ready: ${JSON.stringify(state)}; ${this.problems.join("; ")}`);
    });
    this.language = (await this.page.locator("html").getAttribute("lang"))?.startsWith("zh") ? "zh" : "en";
  }

  /**
   * Waits for some animation frames.
   * @param {number} count
   */
  async frames(count) {
    await this.page.evaluate(async (wanted) => {
      for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame);
    }, count);
  }

  /** @param {Dropdown} which */
  dropdown(which) {
    return this.page.getByRole("combobox", { name: LABELS[this.language][which], exact: true });
  }

  /**
   * @param {Dropdown} which
   * @param {string} code
   */
  async choose(which, code) {
    await this.openFilters();
    await this.dropdown(which).selectOption(code);
    await this.ready();
  }

  /** What the dropdowns say, be they in sight or behind their button. */
  async chosen() {
    const value = (/** @type {string} */ name) => this.page.locator(`#filters select[name="${name}"]`).inputValue();
    return { year: await value("year"), product: await value("product"), disease: await value("disease") };
  }

  /** The button that says and opens the filters in a narrow window. */
  get filtersButton() {
    return this.page.locator(".open-filters");
  }

  /** Opens the filters, where a narrow window keeps them behind a button. */
  async openFilters() {
    const isFolded = (await this.filtersButton.isVisible()) && (await this.filtersButton.getAttribute("aria-expanded")) === "false";
    if (isFolded) await this.filtersButton.click();
  }

  /** The button of the filters that do not stand in the line; it says what is chosen among them. */
  get moreButton() {
    return this.page.locator(".more-button");
  }

  /** Opens the filters that do not stand in the line. */
  async openMore() {
    await this.openFilters();
    if ((await this.moreButton.getAttribute("aria-expanded")) === "false") await this.moreButton.click();
  }

  /** @param {PageButton} what */
  button(what) {
    return this.page.getByRole("button", { name: BUTTONS[this.language][what], exact: true });
  }

  /**
   * The elements of a name.
   * @param {string} name its `data-part`
   */
  part(name) {
    return this.page.locator(`[data-part="${name}"]`);
  }

  /** @param {string} name the `data-part` of an element that is there once */
  async text(name) {
    return plain(await this.part(name).innerText());
  }

  /** @param {string} item */
  async headline(item) {
    return plain(await this.page.locator(`[data-part="headline"] [data-item="${item}"]`).innerText());
  }

  /** @returns {Promise<Record<string, string>>} */
  async headlines() {
    return Object.fromEntries(await Promise.all(HEADLINES.map(async (item) => [item, await this.headline(item)])));
  }

  /** @param {string} id */
  figure(id) {
    return new FigureCard(this, id);
  }

  get figures() {
    return FIGURES.map((id) => this.figure(id));
  }

  get proof() {
    return new ProofPanel(this);
  }

  /** Closes them again: they lie upon what stands below. */
  async closeMore() {
    if ((await this.moreButton.getAttribute("aria-expanded")) === "true") await this.moreButton.click();
  }

  /** The figure that answers best, at the top of the page. */
  get lead() {
    return this.part("lead").locator("[data-figure]");
  }

  /** The ids of the figures that have a card on the page, from top to bottom. */
  async cards() {
    return this.page.locator("[data-figure]").evaluateAll((figures) => figures.map((figure) => figure.dataset.figure));
  }

  /**
   * All figures in the order of the page: the one that leads before the others.
   * @returns {Promise<string[]>}
   */
  async inOrder() {
    const lead = await this.lead.getAttribute("data-figure");
    return [lead, ...FIGURES.filter((id) => id !== lead)];
  }

  /** The lines of figures that are folded away. */
  get folds() {
    return this.page.locator("button.fold");
  }

  /**
   * Opens a line of figures that are folded away.
   * @param {Locator} fold
   */
  async open(fold) {
    const element = await fold.elementHandle();
    await element.click();
    await this.page.waitForFunction((line) => line.ariaExpanded === "true", element);
    await this.frames(2);
  }

  /** Opens all that is folded away. */
  async openAll() {
    if (await this.button("openAll").isVisible()) {
      await this.button("openAll").click();
      await this.button("foldAll").waitFor();
      await this.ready();
    }
    const folded = this.page.locator('button.fold[aria-expanded="false"]');
    while ((await folded.count()) > 0) await this.open(folded.first());
  }

  /** Draws every chart: what is folded away is opened, and as charts are drawn when they are near, the window is made as high as the page. */
  async drawAll() {
    await this.openAll();
    const { width } = this.page.viewportSize();
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ width, height });
    const areDrawn = () =>
      [...document.querySelectorAll('[data-part="chart"]')].every((chart) => chart.ariaBusy === "false" && chart.querySelector("svg text"));
    await this.page.waitForFunction(areDrawn);
    await this.frames(2);
  }

  /**
   * The words and numbers in each chart: `{ registered: "2019 | 2020 | …", … }`.
   * @returns {Promise<Record<string, string>>}
   */
  async drawnTexts() {
    await this.drawAll();
    const texts = await this.page.locator('[data-figure]:has([data-part="chart"])').evaluateAll((figures) =>
      figures.map((figure) => ({
        id: figure.dataset.figure,
        text: [...figure.querySelectorAll("svg text")].map((text) => text.textContent).join(" | "),
      })),
    );
    return Object.fromEntries(texts.map(({ id, text }) => [id, plain(text)]));
  }

  /**
   * Each table, one text per row: `{ registered: ["Year | …", "2019 | …", …], … }`.
   * @returns {Promise<Record<string, string[]>>}
   */
  async tables() {
    const figures = this.page.locator("[data-figure]:has(table)");
    const ids = await figures.evaluateAll((figures) => figures.map((figure) => figure.dataset.figure));
    const tables = await figures.locator("table").evaluateAll(tableRows);
    return Object.fromEntries(ids.map((id, position) => [id, tables[position].map(plain)]));
  }

  /** Turns every figure into a table, or into what it was. @param {"tables" | "charts"} what */
  async showAllAs(what) {
    await this.button(what === "tables" ? "allAsTables" : "allAsCharts").click();
    await this.button(what === "tables" ? "allAsCharts" : "allAsTables").waitFor();
    await this.ready();
  }

  /**
   * Presses Tab, or Shift+Tab, until the focused element is the one that `isWanted` accepts; runs in the page.
   * The page has some hundreds of elements that take the focus.
   * @param {string | (() => boolean)} isWanted
   * @param {string} what
   */
  async tabTo(isWanted, what, { key = "Tab", most = 900 } = {}) {
    for (let presses = 0; presses < most; presses += 1) {
      await this.page.keyboard.press(key);
      if (await this.page.evaluate(isWanted)) return;
    }
    throw new Error(`${what} cannot be reached by ${key}; the focus is on ${await this.page.evaluate(FOCUSED)}`);
  }

  /**
   * Asserts that the focus is where `selector` says.
   * @param {string} selector
   * @param {string} what
   */
  async expectFocus(selector, what) {
    await expect(this.page.locator(":focus").and(this.page.locator(selector)), what).toHaveCount(1);
  }

  /** @param {number} number */
  takeaway(number) {
    return this.part("takeaways")
      .locator("ol > li")
      .nth(number - 1);
  }

  /**
   * Opens a finding of the source article below the row, and gives what stands there.
   * @param {number} number
   */
  async check(number) {
    const button = this.takeaway(number).getByRole("button");
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
    const text = this.page.locator("#takeaway");
    await text.locator(".of-finding").waitFor();
    return text;
  }

  async reset() {
    await this.openFilters();
    await this.button("reset").click();
    await this.ready();
  }

  async switchLanguage() {
    // A toggle, a button or a link: whichever, it is named in the other language.
    await this.page
      .getByText(this.language === "en" ? "中文" : "English", { exact: true })
      .first()
      .click();
    await this.page.waitForFunction((from) => !document.documentElement.lang.startsWith(from), this.language);
    await this.ready();
  }

  /**
   * The selection in the address, in that of a file behind its "#": `{ year: "2024", … }`.
   * @returns {Record<string, string>}
   */
  get address() {
    const { hash, search } = new URL(this.page.url());
    return Object.fromEntries(new URLSearchParams(hash.startsWith("#?") ? hash.slice(1) : search));
  }

  /** How far the page is wider than its window, and what sticks out. */
  async overflow() {
    return this.page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const isInScroller = (/** @type {Element} */ element) => {
        for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
          if (/(auto|scroll|hidden|clip)/.test(getComputedStyle(parent).overflowX)) return true;
        }
        return false;
      };
      const culprits = [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > width + 1 && !isInScroller(element))
        .slice(0, 5)
        .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
      return { pixels: document.documentElement.scrollWidth - width, culprits };
    });
  }

  async layoutShift() {
    return this.page.evaluate(() => ({
      total: globalThis.layoutShifts.reduce((sum, { value }) => sum + value, 0),
      shifts: globalThis.layoutShifts,
    }));
  }
}
