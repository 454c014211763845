// style/colours.csv as a style sheet, for esbuild: style/main.css imports it like any other.
import { readFile } from "node:fs/promises";

/** One theme as custom properties. */
const theme = (tokens, scheme) => `${tokens.map((token) => `--${token.token}: ${token[scheme]};`).join(" ")} color-scheme: ${scheme};`;

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
