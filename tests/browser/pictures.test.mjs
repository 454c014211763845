// Pictures of figures: what is downloaded is what is promised.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { SaxesParser } from "saxes";
import sharp from "sharp";
import { readyFrame, test } from "./portals.mjs";
import { expect } from "./site.mjs";

/** @import { ExplorerPage } from "./page.mjs" */

const WORDS = {
  en: {
    open: "Picture (SVG, PNG)",
    format: "Format",
    size: "Size",
    colours: "Colours",
    save: "Download",
    slide: "Slide, 1,600 × 900",
    column: "Column, 1,000 wide",
    dark: "Dark",
    light: "Light",
  },
  zh: {
    open: "图片（SVG、PNG）",
    format: "格式",
    size: "尺寸",
    colours: "配色",
    save: "下载",
    slide: "幻灯片，1600×900",
    column: "报告栏宽，1000",
    dark: "深色",
    light: "浅色",
  },
};
const FORMATS = {
  en: { svg: "SVG, sharp at any size", 1: "PNG", 2: "PNG, twice as sharp", 4: "PNG, 4 times as sharp" },
  zh: { svg: "SVG（矢量图）", 1: "PNG图片", 2: "PNG（2倍清晰度）", 4: "PNG（4倍清晰度）" },
};
/** The colours of the page's ground, by their theme. */
const GROUNDS = (() => {
  const [, light, dark] = /^paper,(#\w+),(#\w+)/m.exec(readFileSync(new URL("../../style/colours.csv", import.meta.url), "utf8"));
  return { light, dark };
})();

/** The dialog for the picture of a figure. */
class PictureDialog {
  /**
   * @param {ExplorerPage} explorer
   * @param {string} id
   */
  constructor(explorer, id) {
    this.explorer = explorer;
    this.card = explorer.figure(id);
    this.words = WORDS[explorer.language];
    this.root = explorer.page.getByRole("dialog").and(explorer.part("picture"));
    this.preview = this.root.locator('[data-part="picture-preview"]');
    this.status = this.root.getByRole("status");
  }

  async open() {
    await this.card.show();
    await this.card.openMenu("download");
    await this.card.root.getByRole("menuitem", { name: this.words.open }).click();
    await this.root.waitFor();
  }

  /** @param {"format" | "size" | "colours"} what @param {string} label */
  async choose(what, label) {
    await this.root.getByLabel(this.words[what], { exact: true }).selectOption({ label });
  }

  /** Saves the picture, and gives the file with its name. */
  async saved() {
    const arrives = this.explorer.page.waitForEvent("download");
    await this.root.getByRole("button", { name: this.words.save, exact: true }).click();
    const download = await arrives;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}

/** The words of a document; throws where it is not well-formed. @param {string} document */
const wordsOf = (document) => {
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(document).close();
  return text.replace(/\s+/g, " ");
};

for (const language of /** @type {const} */ (["en", "zh"])) {
  test(`a picture as SVG says what it is, in ${language}`, async ({ site }) => {
    const explorer = await site.open(`?lang=${language}&year=2024`);
    explorer.language = language;
    const dialog = new PictureDialog(explorer, "category_1_composition");
    await dialog.open();
    await dialog.choose("format", FORMATS[language].svg);
    const { name, bytes } = await dialog.saved();
    expect(name).toMatch(/\.svg$/);
    const words = wordsOf(bytes.toString("utf8"));
    const expected = {
      en: ["What kinds of product are category 1?", "New-drug trials", "Biological products", "45.6", "Sources:", "MIT licence"],
      zh: ["1类创新药的药物类型构成", "新药临床试验", "生物制品", "45.6%", "来源：", "MIT许可证"],
    };
    for (const word of expected[language]) expect(words).toContain(word);
    expect(words.replaceAll(" ", "")).toContain(`lang=${language}`);
    expect(words.replaceAll(" ", "")).toContain("figure=category_1_composition");
  });
}

test("a picture has the address of the statistic that it shows", async ({ site }) => {
  const explorer = await site.open("?lang=en&year=2024&figure=phases:count");
  const dialog = new PictureDialog(explorer, "phases");
  await dialog.open();
  await dialog.choose("format", FORMATS.en.svg);
  const words = wordsOf((await dialog.saved()).bytes.toString("utf8"));
  expect(words.replaceAll(" ", "")).toContain("figure=phases:count");
});

test("a PNG has the size and the ground that were chosen, and is not blank", async ({ site }) => {
  const explorer = await site.open("?lang=en");
  const dialog = new PictureDialog(explorer, "registered");
  await dialog.open();
  for (const [size, scale, colours] of /** @type {const} */ ([
    ["slide", 1, "light"],
    ["slide", 2, "dark"],
    ["slide", 4, "light"],
    ["column", 2, "dark"],
  ])) {
    await dialog.choose("size", dialog.words[size]);
    await dialog.choose("format", FORMATS.en[scale]);
    await dialog.choose("colours", dialog.words[colours]);
    const { name, bytes } = await dialog.saved();
    expect(name).toMatch(/\.png$/);
    const image = sharp(bytes);
    const { width, height } = await image.metadata();
    expect(width).toBe((size === "slide" ? 1600 : 1000) * scale);
    if (size === "slide") expect(height).toBe(900 * scale);
    const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(`#${data.subarray(0, 3).toString("hex")}`).toBe(GROUNDS[colours]);
    expect((await image.stats()).entropy).toBeGreaterThan(0.5);
  }
});

test("a figure of lone numbers has a picture, and one without a number says why not", async ({ site }) => {
  const explorer = await site.open("?lang=en");
  const numbers = new PictureDialog(explorer, "stopped");
  await numbers.open();
  await numbers.choose("format", FORMATS.en.svg);
  expect(wordsOf((await numbers.saved()).bytes.toString("utf8"))).toContain("Were any stopped?");
  await explorer.page.keyboard.press("Escape");
  await numbers.root.waitFor({ state: "detached" });
  const none = await site.open("?lang=en&page=figure&figure=real_world&year=2024");
  const empty = none.figure("real_world");
  await empty.openMenu("download");
  await empty.root.getByRole("menuitem", { name: WORDS.en.open }).click();
  await expect(none.part("no-picture")).toHaveText(/^No file: nothing is printed for this view/);
  await expect(none.part("picture").getByRole("button", { name: "Download", exact: true })).toBeDisabled();
});

test("the dialog is worked by keyboard and shows what will be saved", async ({ site }) => {
  const explorer = await site.open("?lang=en");
  const { page } = explorer;
  const dialog = new PictureDialog(explorer, "phases");
  await dialog.card.show();
  const button = dialog.card.menu("download").locator("> button");
  await button.focus();
  await page.keyboard.press("Enter");
  const item = dialog.card.root.getByRole("menuitem", { name: dialog.words.open });
  // The first of the menu has the focus when it is open.
  await expect(dialog.card.menu("download").getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(item).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.root.waitFor();
  await expect(dialog.preview).toBeVisible();
  await expect.poll(() => dialog.preview.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth)).toBeGreaterThan(300);
  await dialog.choose("size", dialog.words.slide);
  await expect.poll(() => dialog.preview.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth)).toBe(1600);
  await page.keyboard.press("Escape");
  await dialog.root.waitFor({ state: "detached" });
  await expect(button).toBeFocused();
});

test("in a frame that drops downloads the picture is there to be copied", async ({ portal }) => {
  const address = "https://trials.example/explorer/?mode=embed&lang=en&year=2024";
  const { page, problems } = await portal.open(`<iframe src="${address}" width="1000" height="800" sandbox="allow-scripts"></iframe>`);
  const frame = await readyFrame(page);
  const figure = frame.locator('[data-figure="multi_regional"]');
  await figure.evaluate((element) => element.scrollIntoView());
  await figure.locator(".menu > button").filter({ hasText: "Download" }).click();
  await figure.getByRole("menuitem", { name: WORDS.en.open }).click();
  const dialog = frame.locator('[data-part="picture"]');
  const preview = dialog.locator('[data-part="picture-preview"]');
  await expect.poll(() => preview.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth)).toBeGreaterThan(300);
  await dialog.getByRole("button", { name: "Download", exact: true }).click();
  await expect(dialog.getByRole("status")).toContainText("The preview can be copied or saved by its own menu.");
  await dialog.getByLabel("Format", { exact: true }).selectOption({ label: FORMATS.en.svg });
  await dialog.getByRole("button", { name: "Download", exact: true }).click();
  await dialog.getByText("No file? Some frames drop downloads: its text").click();
  await expect(dialog.getByRole("textbox")).toHaveValue(/^<svg xmlns=/);
  expect(problems.filter((text) => !/sandbox|disallowed|allow-downloads/i.test(text))).toEqual([]);
});

test("what the browser has no room for is said", async ({ site }) => {
  const explorer = await site.open("?lang=en", {
    prepare: (page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.toBlob = (done) => done(null);
      }),
  });
  const dialog = new PictureDialog(explorer, "registered");
  await dialog.open();
  await dialog.root.getByRole("button", { name: dialog.words.save, exact: true }).click();
  await expect(dialog.status).toHaveText("This browser has no room for a PNG of this size. A smaller one may fit, and SVG always does.");
});
