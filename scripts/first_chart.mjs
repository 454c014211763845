// The chart that leads, before any script: drawn by the page's own code and by ECharts in Node, with its colours as CSS variables,
// so that it stands in the HTML in the reader's theme. src/reading.rs leaves a place for it in each language.
import { readFile } from "node:fs/promises";
import { answers, svg } from "./draw.mjs";

/** Every width at which it is drawn, in CSS pixels, with the class that style/reading.css shows where it fits. */
const WIDTHS = { wide: 690, narrow: 358 };
const PLACE = /<!-- chart (?<figure>\w+) (?<lang>\w+) -->/g;
const COLOUR = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/gi;

const channels = (colour) => {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  return digits.map((pair) => Number.parseInt(pair, 16));
};

/** Two colours in the proportion of src/figures/theme.rs. */
const mixed = (one, other, part) => {
  const [from, to] = [channels(one), channels(other)];
  const blend = from.map((channel, position) => Math.trunc((channel * part + to[position] * (100 - part)) / 100));
  return `#${blend.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
};

/** What CSS calls a colour that is `light` in one theme and `dark` in the other: a token, or a token mixed with the ground. */
const names = (tokens) => {
  const paper = tokens.find(({ token }) => token === "paper");
  const found = new Map();
  for (let part = 1; part <= 100; part += 1) {
    for (const { token, light, dark } of tokens) {
      const name = part === 100 ? `var(--${token})` : `color-mix(in srgb, var(--${token}) ${part}%, var(--paper))`;
      found.set(`${mixed(light, paper.light, part)} ${mixed(dark, paper.dark, part)}`, name);
    }
  }
  return found;
};

/** Both drawings as one whose colours follow the theme. */
const themed = (light, dark, colours) => {
  const others = dark.match(COLOUR) ?? [];
  let position = 0;
  const full = (colour) => mixed(colour, colour, 100);
  return light.replace(COLOUR, (colour) => {
    const pair = `${full(colour)} ${full(others[position])}`;
    position += 1;
    // Letters on a colour are black or white by what is read better in each theme: no token of the page.
    return colours.get(pair) ?? `light-dark(${pair.replace(" ", ", ")})`;
  });
};

/** A strict policy forbids style attributes: SVG has attributes of its own for all that ECharts says there. */
const withoutStyles = (markup) =>
  markup.replace(/ style="([^"]*)"/g, (_, styles) =>
    styles
      .split(";")
      .map((style) => /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(style))
      .filter(Boolean)
      .map(([, name, value]) => ` ${name}="${value.replaceAll('"', "'")}"`)
      .join(""),
  );

/**
 * Puts the chart into each place that a text leaves for one.
 * @param {string} html
 */
export const withCharts = async (html) => {
  const [heading, ...lines] = (await readFile(new URL("../style/colours.csv", import.meta.url), "utf8")).trim().split(/\r?\n/);
  const columns = heading.split(",");
  const tokens = lines.map((line) => Object.fromEntries(line.split(",").map((value, position) => [columns[position], value])));
  const colours = names(tokens);
  const drawn = (figure, lang) =>
    Object.entries(WIDTHS).map(([name, widthPx]) => {
      const asked = ["light", "dark"].map((theme) => ({ query: `figure=${figure}&lang=${lang}&theme=${theme}`, widthPx }));
      const [light, dark] = answers(asked).map((answer) => svg(answer));
      // A reader who hears the page has the same numbers in the table below.
      const chart = withoutStyles(themed(light, dark, colours)).replace("<svg ", `<svg class="${name}" aria-hidden="true" `);
      // Names within one drawing must not meet those of the others, nor those of the live charts.
      return chart.replace(/zr\d+-/g, `first-${lang}-${name}-`);
    });
  return html.replace(PLACE, (_, figure, lang) => drawn(figure, lang).join(""));
};
