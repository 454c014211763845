// The charts of the page without the page: the options are those of the same Rust code (src/draw.rs), and ECharts draws them in Node.
// A module (`answers`, `svg`), and a command that makes contact sheets of all figures to look at:
//
// Usage: node scripts/draw.mjs [--out folder] [--figures id,id] [--lang en,zh] [--theme light,dark] [--width 390,620] [question …]
//        A question is an address without its `?`, such as 'year=2024&product=biological'; without any, nothing is chosen.
//        Writes for each question, language, theme and width pictures of twelve figures each into target/charts/.
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setPlatformAPI } from "echarts/core";
import { chart, markup } from "../src/host/echarts.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** What the program of src/draw.rs answers. @param {string} input */
const ask = (input) => {
  const options = ["run", "--quiet", "--locked", "--offline", "--no-default-features", "--features", "reading", "--bin", "draw"];
  const lines = execFileSync("cargo", options, { cwd: root, input, stdio: ["pipe", "pipe", "inherit"], maxBuffer: 2 ** 30 });
  return lines
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
};

/**
 * What the page shows of its figures.
 * @param {{ query: string, widthPx: number }[]} questions  an address each; all figures where it names none
 */
export const answers = (questions) => ask(questions.map(({ query, widthPx }) => `${widthPx} ${query}\n`).join(""));

/**
 * The figures as pictures, each with its `document`, or `why` there is none.
 * @param {{ query: string, size: string }[]} questions  an address each, all figures where it names none; a size as src/draw.rs knows it
 */
export const pictures = (questions) => {
  const asked = ask(questions.map(({ query, size }) => `${size} ${query}\n`).join(""));
  const toDraw = asked.filter(({ chart }) => chart !== undefined);
  const ofOne = ({ query, figure }) => (/\bfigure=/.test(query) ? query : `${query}&figure=${figure}`);
  const lines = toDraw.map((answer) => `${answer.size} ${ofOne(answer)}\t${JSON.stringify(svg(answer.chart))}\n`);
  const drawn = lines.length > 0 ? ask(lines.join("")) : [];
  return asked.map((answer) => {
    const position = toDraw.indexOf(answer);
    return position < 0 ? answer : { ...drawn[position], query: answer.query };
  });
};

// Node has no fonts to measure: letters are as wide as src/figures/layout.rs takes them to be, so that names break where there is room kept.
setPlatformAPI({
  measureText: (text, font = "12px sans-serif") => {
    const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "12");
    const widths = [...text].map((char) => (char >= "\u2e80" || char === "\u2003" ? 1.05 : 0.6));
    return { width: size * widths.reduce((sum, width) => sum + width, 0) };
  },
});

/**
 * The chart of an answer as SVG, as the page's own bundle draws it; empty where nothing is drawn.
 * @param {{ option?: import("echarts").EChartsCoreOption, widthPx: number, heightPx?: number }} answer
 * @param {typeof chart} [make]  what draws it
 */
export const svg = ({ option, widthPx, heightPx }, make = chart) => {
  if (option === undefined) return "";
  return markup({ width: widthPx, height: heightPx }, structuredClone(option), make);
};

const inHtml = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A figure on a contact sheet. */
const card = (answer) => {
  const legend = (answer.legend ?? []).map(({ label, colour }) => `<span><i style="background:${colour}"></i>${inHtml(label)}</span>`);
  const numbers = (answer.numbers ?? []).map(
    ({ label, value, isDerived }) => `<dt>${inHtml(label)}</dt><dd class="${isDerived ? "derived" : ""}">${inHtml(value)}</dd>`,
  );
  const body = svg(answer) || (numbers.length > 0 ? `<dl>${numbers.join("")}</dl>` : "<p>–</p>");
  return `<figure style="width:${answer.widthPx}px">
    <h3>${inHtml(answer.question)}</h3><p><b>${answer.figure}</b> · ${answer.scope.map(inHtml).join(" · ")}</p>
    <p class="legend">${legend.join("")}</p>${body}
  </figure>`;
};

const sheet = (title, cards, { ground, ink, quiet }) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 16px; background: ${ground}; color: ${ink}; font: 13px/1.4 system-ui, "Noto Sans CJK SC", sans-serif; }
  main { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; }
  figure { margin: 0; border-top: 1px solid ${ink}; } h1 { font-size: 14px; } h3 { margin: 4px 0 0; font-size: 17px; }
  p { margin: 2px 0 6px; color: ${quiet}; } p b { color: ${ink}; } .legend span { margin-inline-end: 14px; }
  i { display: inline-block; width: 11px; height: 11px; margin-inline-end: 5px; } dt { color: ${quiet}; }
  dd { margin: 0 0 8px; font-size: 26px; } .derived { opacity: .6; }
</style><h1>${inHtml(title)}</h1><main>${cards.join("")}</main>`;

/** How many figures stand on one sheet. */
const CARDS = 12;

const listed = (text) => text.split(",").filter(Boolean);

/** Every question in every look. */
const looks = (questions, { lang, theme, width }) =>
  questions.flatMap((question) =>
    listed(lang).flatMap((language) =>
      listed(theme).flatMap((ground) =>
        listed(width).map((px) => ({ question, query: [question, `lang=${language}`, `theme=${ground}`].filter(Boolean).join("&"), px })),
      ),
    ),
  );

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string", default: path.join(root, "target/charts") },
      figures: { type: "string", default: "" },
      lang: { type: "string", default: "en,zh" },
      theme: { type: "string", default: "light,dark" },
      width: { type: "string", default: "390,620" },
    },
  });
  const { chromium } = await import("@playwright/test");
  const { CHROMIUM } = await import("../tests/browser/chromium.mjs");
  const wanted = looks(positionals.length > 0 ? positionals : [""], values);
  const figures = listed(values.figures);
  const isWanted = ({ figure }) => figures.length === 0 || figures.includes(figure);
  const drawn = answers(wanted.map(({ query, px }) => ({ query, widthPx: Number(px) }))).filter(isWanted);
  await mkdir(values.out, { recursive: true });
  const browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage();
  for (const { query, px } of wanted) {
    const own = drawn.filter((answer) => answer.query === query && answer.widthPx === Number(px));
    for (let first = 0; first < own.length; first += CARDS) {
      const cards = own.slice(first, first + CARDS).map(card);
      const columns = Math.min(Number(px) < 500 ? 4 : 3, cards.length);
      await page.setViewportSize({ width: columns * (Number(px) + 24) + 24, height: 400 });
      await page.setContent(sheet(`?${query} · ${px} px`, cards, own[first]));
      const file = path.join(values.out, `${query.replace(/[^\w.,-]+/g, "_")}_${px}_${first / CARDS + 1}.png`);
      await writeFile(file, await page.screenshot({ fullPage: true }));
      console.log(path.relative(process.cwd(), file));
    }
  }
  await browser.close();
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
