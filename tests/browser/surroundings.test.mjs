// What other programs and settings do to the page: translators, reader modes, extensions, contrast themes, spacing of text, small
// screens with fingers, tabs in the background, and copies where the newer clipboard is missing.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { LANGUAGES } from "./page.mjs";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Page } from "@playwright/test" */
/** @import { ExplorerPage } from "./page.mjs" */
/** @import { Prepare } from "./site.mjs" */

/** Does what translators of browsers do: each text that may be translated stands in an element of theirs from then on. */
const translate = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    let translated = 0;
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || !(/** @type {HTMLElement} */ (parent).translate) || parent.closest("svg, script, style, textarea")) continue;
      const font = document.createElement("font");
      font.append(document.createElement("font"));
      font.children[0].append(text.data);
      text.replaceWith(font);
      translated += 1;
    }
    return translated;
  });

/** What is chosen, one after the other. @type {["year" | "product" | "disease", string][]} */
const CHOICES = [
  ["year", "2024"],
  ["product", "biological"],
  ["disease", "oncology"],
  ["year", "2023"],
];
/** The address to which these choices lead. */
const CHOSEN = "?year=2023&product=biological&disease=oncology";

/** All that a reader sees, without the time of the last change. @param {ExplorerPage} explorer */
const seen = async (explorer) => plain(await explorer.page.locator("#app").innerText());

test.describe("a translator of the browser", () => {
  for (const language of LANGUAGES) {
    test(`never leaves an old number beside a new year (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      expect(await translate(explorer.page), "titles and findings are translated").toBeGreaterThan(20);
      for (const [which, code] of CHOICES) {
        await explorer.choose(which, code);
        await translate(explorer.page);
      }
      await explorer.page.evaluate(() => scrollTo(0, 0));
      await explorer.ready();
      const fresh = await site.open(`${CHOSEN}&lang=${language}`);
      expect(await seen(explorer)).toBe(await seen(fresh));
    });
  }

  test("finds prose to translate in every view", async ({ site }) => {
    for (const query of ["?lang=en", "?page=methods&lang=en"]) {
      const explorer = await site.open(query);
      expect(await translate(explorer.page), query).toBeGreaterThan(20);
    }
  });
});

/** What decides in Firefox whether its reader view is offered; it needs the layout of the page. */
const OFFER = readFileSync(new URL("../../node_modules/@mozilla/readability/Readability-readerable.js", import.meta.url), "utf8");

/** Text by which the page is compared with a reader mode, which leaves other spaces between its parts. @param {string} text */
const unspaced = (text) => text.replace(/\s/g, "");

/**
 * What Firefox's reader view shows of the page, made as Firefox makes it: from the page's markup, without style sheets or scripts.
 * @param {Page} page
 */
const readerView = async (page) => {
  expect(await page.evaluate(`${OFFER}; isProbablyReaderable(document)`), "the reader view is offered").toBe(true);
  const markup = await page.evaluate(() => new XMLSerializer().serializeToString(document));
  return unspaced(new Readability(new JSDOMParser().parse(markup)).parse()?.textContent ?? "");
};

test.describe("a reader mode", () => {
  for (const language of LANGUAGES) {
    test(`begins with the sentence and its numbers, names the source, and follows each choice (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}`);
      /** @type {string[]} */
      const earlier = [];
      const check = async (/** @type {string} */ when) => {
        const shown = await readerView(explorer.page);
        const sentence = unspaced(`${await explorer.part("finding").innerText()}${await explorer.part("finding-rest").innerText()}`);
        expect(sentence, `${when}: a sentence with numbers`).toMatch(/\d.*\d/);
        expect(shown.slice(0, sentence.length), `${when}: it begins with the sentence`).toBe(sentence);
        const sources = explorer.part("finding-source");
        for (const text of [await sources.locator("> span").innerText(), ...(await sources.locator("li").allTextContents())])
          expect(shown, `${when}: its source`).toContain(unspaced(text));
        await expect(sources.locator("li"), `${when}: some source`).not.toHaveCount(0);
        const headline = await explorer.part("headline").locator(".value").allInnerTexts();
        expect(headline.length, `${when}: headline numbers`).toBeGreaterThan(1);
        for (const number of headline) expect(shown, `${when}: a headline number`).toContain(unspaced(number));
        for (const sentence of earlier) expect(shown, `${when}: nothing of an earlier question`).not.toContain(sentence);
        earlier.push(sentence);
        return shown;
      };
      await check("at first");
      let shown = "";
      for (const [which, code] of CHOICES) {
        await explorer.choose(which, code);
        shown = await check(`${which} ${code}`);
      }
      const fresh = await site.open(`${CHOSEN}&lang=${language}`);
      expect(shown, "as if the page had been opened there").toBe(await readerView(fresh.page));
    });
  }

  test("keeps the numbers of a table", async ({ site }) => {
    const explorer = await site.open("?lang=en&year=2024&page=figure&figure=disease_areas&view=table");
    const cells = explorer.page.locator('[data-part="table"] td');
    await cells.first().waitFor();
    const shown = await readerView(explorer.page);
    const texts = await cells.allInnerTexts();
    expect(texts.filter((text) => /\d/.test(text)).length, "numbers").toBeGreaterThan(15);
    for (const text of texts) expect(shown).toContain(unspaced(text));
  });

  test("keeps the way to the proof: a number is a link, of the question that is asked now", async ({ site }) => {
    const explorer = await site.open("?lang=en&year=2024");
    await explorer.choose("product", "biological");
    const number = explorer.part("finding").locator("a.number").first();
    await expect(number).toHaveText("1,029†");
    await explorer.page.goto(await number.evaluate((/** @type {HTMLAnchorElement} */ link) => link.href));
    await explorer.proof.opened();
    expect(await explorer.chosen()).toMatchObject({ year: "2024", product: "biological" });
    await expect(explorer.proof.root).toContainText("1,029");
  });

  test("shows sentence, sources and tables in both languages where JavaScript is off", async ({ site }) => {
    const { page } = await site.open("", { javaScriptEnabled: false, isExpectedToFail: true });
    const shown = await readerView(page);
    for (const lang of ["en", "zh-CN"]) {
      const reading = page.locator(`#reading > div[lang="${lang}"]`);
      const sentence = unspaced(await reading.locator(".lede h2").textContent());
      expect(sentence).toMatch(/\d.*\d/);
      expect(shown, `the sentence (${lang})`).toContain(sentence);
      expect(shown, `its source (${lang})`).toContain(unspaced(await reading.locator(".lede p.small").textContent()));
      const cells = await reading.locator("td").allTextContents();
      expect(cells.length, `tables (${lang})`).toBeGreaterThan(50);
      for (const row of await reading.locator("tbody tr").allTextContents()) expect(shown, `a row (${lang})`).toContain(unspaced(row));
    }
  });
});

test.describe("what extensions and browsers do", () => {
  test("nodes and attributes of extensions change nothing", async ({ site }) => {
    const explorer = await site.open("?lang=en");
    await explorer.page.evaluate(() => {
      document.documentElement.setAttribute("data-extension", "on");
      document.body.append(document.createElement("x-extension"));
      document.body.prepend(document.createElement("x-toolbar"));
      for (const field of document.querySelectorAll("input, select, button")) field.setAttribute("data-extension-id", "1");
      for (const figure of document.querySelectorAll("figure, section, nav")) figure.append(document.createElement("x-mark"));
    });
    await explorer.choose("year", "2024");
    await explorer.choose("product", "biological");
    await expect(explorer.part("finding")).toContainText("1,029");
    await explorer.switchLanguage();
    await expect(explorer.part("finding")).toContainText("2024年");
    await explorer.page.locator(".views a").nth(1).click();
    await explorer.part("data").first().waitFor();
  });

  test("a page that comes back from another stands as it was left", async ({ site }) => {
    const explorer = await site.open("?lang=en");
    await explorer.choose("year", "2024");
    await explorer.page.goto("about:blank");
    await explorer.page.goBack();
    await explorer.ready();
    await expect(explorer.part("finding")).toContainText("4,900");
    await explorer.choose("product", "chemical");
    await expect(explorer.part("finding")).toContainText("1,413");
  });

  test("a tab that is shown only after a while is complete then", async ({ site }) => {
    /** Nothing is painted in a hidden tab, and no frame comes. @param {Page} page */
    const hidden = (page) =>
      page.addInitScript(() => {
        /** @type {FrameRequestCallback[]} */
        const waiting = [];
        const paint = globalThis.requestAnimationFrame.bind(globalThis);
        let isHidden = true;
        globalThis.requestAnimationFrame = (call) => (isHidden ? waiting.push(call) : paint(call));
        Object.defineProperty(document, "visibilityState", { get: () => (isHidden ? "hidden" : "visible"), configurable: true });
        Object.defineProperty(document, "hidden", { get: () => isHidden, configurable: true });
        Object.assign(globalThis, {
          showTab: () => {
            isHidden = false;
            document.dispatchEvent(new Event("visibilitychange"));
            for (const call of waiting.splice(0)) paint(call);
          },
        });
      });
    const explorer = await site.open("?lang=en&year=2024", { prepare: hidden, isExpectedToFail: true });
    await explorer.page.waitForLoadState("networkidle");
    await explorer.page.evaluate(() => /** @type {any} */ (globalThis).showTab());
    await explorer.ready();
    await expect(explorer.part("finding")).toContainText("4,900");
    expect(await explorer.figure("registered").drawnText()).toMatch(/4900/);
    explorer.expectNoProblems();
  });
});

/** What WCAG 1.4.12 asks a page to bear, as the usual bookmark writes it. */
const SPACING = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

/** Puts a style sheet upon the page as an extension does. @param {Page} page @param {string} style */
const adopt = (page, style) =>
  page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }, style);

test.describe("spacing of text that a reader asks for", () => {
  for (const width of [1280, 390]) {
    test(`cuts nothing, and leaves drawings as they were measured (${width} px)`, async ({ site }) => {
      const explorer = await site.open("?lang=en&year=2024", { width });
      const { page } = explorer;
      const labels = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('[data-part="lead"] svg text')].map((text) => Math.round(text.getBoundingClientRect().width)),
        );
      const before = await labels();
      expect(before.length).toBeGreaterThan(5);
      await adopt(page, SPACING);
      await explorer.frames(3);
      expect(await labels(), "each label is as wide as it was measured").toEqual(before);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("#app *")]
          .filter((element) => element.checkVisibility() && element.textContent.trim() && !element.closest("svg, .off-screen"))
          .filter((element) => {
            const { overflowX, overflowY } = getComputedStyle(element);
            const isCut = (/** @type {string} */ overflow) => ["hidden", "clip"].includes(overflow);
            const isWider = isCut(overflowX) && element.scrollWidth > element.clientWidth + 1;
            return isWider || (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1);
          })
          .map((element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`),
      );
      expect(cut).toEqual([]);
      expect(await explorer.overflow()).toMatchObject({ pixels: 0 });
    });
  }
});

test.describe("a contrast theme", () => {
  test("tells states by more than a ground, and keeps the colours of a legend", async ({ site }) => {
    const explorer = await site.open("?lang=en&year=2024", { forcedColors: "active" });
    const figure = explorer.figure("disease_areas");
    await figure.show();
    const style = (/** @type {import("@playwright/test").Locator} */ locator, /** @type {string} */ name) =>
      locator.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
    const pressed = figure.root.locator('.switch button[aria-pressed="true"]');
    const other = figure.root.locator('.switch button[aria-pressed="false"]');
    expect(await style(pressed, "outline-style")).toBe("solid");
    expect(await style(other, "outline-style")).toBe("none");
    const swatches = await figure.root
      .locator(".legend .swatch")
      .evaluateAll((all) => all.map((swatch) => getComputedStyle(swatch).backgroundColor + getComputedStyle(swatch).backgroundImage));
    expect(swatches.length).toBeGreaterThan(1);
    expect(new Set(swatches).size, "each series has a colour of its own").toBe(swatches.length);
    const ground = await explorer.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const current = explorer.page.locator('.views a[aria-current="page"]');
    expect(await style(current, "border-bottom-color")).not.toBe(ground);
    expect(await style(explorer.page.locator(".views a:not([aria-current])"), "border-bottom-color")).toBe(ground);
  });
});

test.describe("a phone", () => {
  for (const query of ["?lang=en", "?page=data&lang=en", "?page=own&lang=en", "?page=compare&year=2024&lang=zh"]) {
    test(`does not magnify the page for a field: ${query}`, async ({ site }) => {
      const explorer = await site.open(query, { width: 390, height: 844, hasTouch: true, isMobile: true });
      await explorer.openFilters();
      const small = await explorer.page
        .locator("input:visible, select:visible, textarea:visible")
        .evaluateAll((fields) =>
          fields.filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML.slice(0, 80)),
        );
      expect(small).toEqual([]);
      expect(await explorer.overflow()).toMatchObject({ pixels: 0 });
    });
  }
});

/** As on a page without a secure connection: the newer clipboard is not there. @param {Page} page */
const withoutClipboard = (page) => page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));

/** Nor does the older command copy anything. @param {Page} page */
const withoutCopies = async (page) => {
  await withoutClipboard(page);
  await page.addInitScript(() => Object.assign(document, { execCommand: () => false }));
};

/** As where a page may hand over no file: the browser says so when one is made. @param {Page} page */
const withoutFiles = (page) =>
  page.addInitScript(() => {
    URL.createObjectURL = () => {
      throw new DOMException("files are refused", "SecurityError");
    };
  });

/** Opens the proof of the first number of the sentence. @param {ExplorerPage} explorer */
const proveFirst = async (explorer) => {
  await explorer.part("finding").locator(".number").first().click();
  await explorer.proof.opened();
};

/**
 * What is pressed to take something away, what must arrive, and the words beside the text where the browser refuses it.
 * @typedef {{ query: string, press: (explorer: ExplorerPage) => Promise<void>, text: RegExp, refused?: RegExp, refuse?: Prepare }} Taken
 */

/** Everything that can be copied. @type {Record<string, Taken>} */
const COPIES = {
  "the sentence": {
    query: "?lang=en&year=2024",
    press: ({ page }) => page.getByRole("button", { name: "Copy with citation" }).first().click(),
    text: /^In 2024, 4,?900/,
  },
  "a citation": {
    query: "?lang=en&year=2024",
    press: async (explorer) => {
      await proveFirst(explorer);
      await explorer.proof.button("citeEnglish").click();
    },
    text: /4,?900/,
  },
  "the link of a number": {
    query: "?lang=en&year=2024",
    press: async (explorer) => {
      await proveFirst(explorer);
      await explorer.proof.button("link").click();
    },
    text: /^http.*(cell|number)=/,
  },
  "the link of a figure": {
    query: "?lang=en&year=2024",
    press: async (explorer) => {
      const figure = explorer.figure("disease_areas");
      await figure.show();
      await figure.openMenu("share");
      await figure.root.getByRole("menuitem", { name: "Copy link" }).click();
    },
    text: /^http.*figure=disease_areas/,
  },
  "a table": {
    query: "?lang=en&year=2024",
    press: async (explorer) => {
      const figure = explorer.figure("disease_areas");
      await figure.show();
      await figure.openMenu("download");
      await figure.root.getByRole("menuitem", { name: "Copy table" }).click();
    },
    text: /Oncology/,
  },
  "the report of the self-test": {
    query: "?lang=en&mode=selftest",
    press: ({ page }) => page.getByRole("button", { name: "Copy the report" }).click(),
    text: /WebAssembly runs/,
  },
  "a number with its unit": {
    query: "?lang=en&year=2024",
    press: async (explorer) => {
      await proveFirst(explorer);
      await explorer.proof.root.getByRole("button", { name: "Copy number" }).click();
    },
    text: /4,?900 trials/,
  },
  "the citation of a finding": {
    query: "?lang=en",
    press: async (explorer) => {
      const finding = await explorer.check(1);
      await finding.getByRole("button", { name: "Copy citation" }).first().click();
    },
    text: /4,?900.*Center for Drug Evaluation/,
  },
  "the code that embeds": {
    query: "?lang=en&year=2024",
    press: async (explorer) => {
      const figure = explorer.figure("disease_areas");
      await figure.show();
      await figure.openMenu("share");
      await figure.root.getByRole("menuitem", { name: "Embed", exact: true }).click();
      const dialog = explorer.part("embed");
      // The code is written anew when the card on trial is measured, and what became of a copy is said of no other code.
      const { height } = await dialog.locator('[data-part="framed"]').boundingBox();
      await expect(dialog.locator('[data-part="snippet"]')).toHaveValue(new RegExp(` height="${Math.ceil(height)}"`));
      await dialog.getByRole("button", { name: "Copy the code" }).click();
    },
    text: /^<iframe .*year=2024.*figure=disease_areas.*<\/iframe>$/s,
  },
  "the link of a brief": {
    query: "?lang=en&page=brief&brief=2024:count:purpose.new_drug:purpose;takeaway:2",
    press: (explorer) => explorer.part("brief").getByRole("button", { name: "Copy link" }).click(),
    text: /^http.*page=brief.*brief=2024:count:purpose\.new_drug:purpose;takeaway:2$/,
  },
};

/** What is no copy but a file: refused, its text is there to be copied all the same. @type {Record<string, Taken>} */
const FILES = Object.fromEntries(
  Object.entries({ RIS: /^TY {2}- .*4,?900/s, BibTeX: /^@\w+\{.*4,?900/s, "CSL-JSON": /^\[.*4,?900.*"type":/s }).map(([form, text]) => [
    `a reference as ${form}`,
    {
      query: "?lang=en&year=2024",
      press: async (explorer) => {
        await proveFirst(explorer);
        await explorer.proof.root.getByRole("button", { name: form, exact: true }).click();
      },
      text,
      refused: /^Downloads may be blocked here\. Select and copy this text:/,
      refuse: withoutFiles,
    },
  ]),
);

/** What has the focus; nothing has it where the page says "BODY". @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.tagName);

/**
 * Pastes into a field that is there for it, within the dialog where one is open: all else is out of reach then.
 * @param {Page} page
 */
const paste = async (page) => {
  await page.evaluate(() => {
    const area = document.createElement("textarea");
    area.id = "pasted";
    (document.querySelector("dialog[open]") ?? document.body).append(area);
    area.focus();
  });
  await page.keyboard.press("Control+V");
  return page.locator("#pasted");
};

test.describe("a copy without the newer clipboard", () => {
  for (const [what, { query, press, text }] of Object.entries(COPIES)) {
    test(`of ${what} arrives, and the focus stays`, async ({ site }) => {
      const explorer = await site.open(query, { prepare: withoutClipboard });
      const { page } = explorer;
      await press(explorer);
      await page.locator(".copied").first().waitFor();
      expect(await focused(page), "the focus is where it was").not.toBe("BODY");
      await expect(await paste(page)).toHaveValue(text);
    });
  }

  for (const [what, taken] of Object.entries({ ...COPIES, ...FILES })) {
    const { query, press, text, refused = /^Select and copy this text:/, refuse = withoutCopies } = taken;
    test(`of ${what} that is refused shows the text, which is copied by hand`, async ({ site }) => {
      const explorer = await site.open(query, { prepare: refuse });
      const { page } = explorer;
      await press(explorer);
      const shown = page.locator('[role="status"] .to-copy');
      const area = shown.locator("textarea");
      await expect(shown).toHaveText(refused);
      await expect(area).toHaveValue(text);
      await expect(page.locator(".copied"), "nothing says that it was copied").toHaveCount(0);
      expect(await focused(page), "the focus is where it was").not.toBe("BODY");
      await area.focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Control+C");
      await expect(await paste(page), "the keys copy it").toHaveValue(await area.inputValue());
    });
  }
});

test.describe("a chart to a screen reader", () => {
  for (const language of LANGUAGES) {
    test(`takes the arrow keys, hides its drawing, and its table is one key away (${language})`, async ({ site }) => {
      const explorer = await site.open(`?lang=${language}&year=2024`);
      const figure = explorer.figure("disease_areas");
      await figure.show();
      await expect(figure.chart).toHaveRole("application");
      await expect(figure.chart).toHaveAttribute("aria-roledescription", language === "en" ? /T shows the table/ : /按T键显示表格/);
      expect(await figure.chart.locator(":scope > :not([aria-hidden='true'])").count(), "the drawing is hidden").toBe(0);
      await figure.chart.focus();
      await explorer.page.keyboard.press("t");
      await expect(figure.root.locator('[data-part="table"]')).toBeFocused();
      await explorer.page.keyboard.press("t");
      await expect(figure.chart).toBeFocused();
    });
  }
});
