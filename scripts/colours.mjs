// style/colours.csv as a style sheet, for esbuild: style/main.css imports it like any other.
import { readFile } from "node:fs/promises";

/**
 * Colours made of two, or of one and what lies below it: `[name, colour, share, ground]`. Made here because `color-mix` is younger
 * than the oldest browsers of docs/browsers.md, and a declaration with it is lost there.
 * @type {[name: string, colour: string, share: number, ground?: string][]}
 */
const MIXED = [
  ["biological-stripe", "biological", 0.6, "paper"],
  ["biological-preventive-stripe", "biological-preventive", 0.6, "paper"],
  ["tcm-dot", "tcm", 0.5, "paper"],
  ["few", "new-drug", 0.08],
  ["some", "new-drug", 0.18],
  ["many", "new-drug", 0.3],
];

const channels = (/** @type {string} */ hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const hex = (/** @type {number[]} */ bytes) => `#${bytes.map((byte) => Math.round(byte).toString(16).padStart(2, "0")).join("")}`;

/** One theme as custom properties. */
const theme = (tokens, scheme) => {
  const colour = Object.fromEntries(tokens.map((token) => [token.token, token[scheme]]));
  const mixed = MIXED.map(([name, of, share, ground]) => {
    const over = ground && channels(colour[ground]);
    const bytes = channels(colour[of]).map((byte, at) => (over ? share * byte + (1 - share) * over[at] : byte));
    return [name, hex(over ? bytes : [...bytes, share * 255])];
  });
  const all = [...Object.entries(colour), ...mixed];
  return `${all.map(([name, value]) => `--${name}: ${value};`).join(" ")} color-scheme: ${scheme};`;
};

/** The style sheet of a table of colours with the columns token, light and dark. */
const sheet = (csv) => {
  const [heading, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const tokens = lines.map((line) => Object.fromEntries(heading.map((column, position) => [column, line[position]])));
  const dark = theme(tokens, "dark");
  return `
    :root, [data-theme="light"] { ${theme(tokens, "light")} }
    [data-theme="dark"] { ${dark} }
    /* Before the app has set the theme, the page already has the right ground. */
    @media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${dark} } }`;
};

/** @type {import("esbuild").Plugin} */
export const colours = {
  name: "colours",
  setup: ({ onLoad }) =>
    onLoad({ filter: /colours\.csv$/ }, async ({ path }) => ({ contents: sheet(await readFile(path, "utf8")), loader: "css" })),
};
