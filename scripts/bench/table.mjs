// What the benchmarks share: the builds that they compare, and the tables that they print.

/**
 * A build that is measured: how it is called in the table (nothing where it is the only one), and where it is served.
 * @typedef {{ name: string, server: { url: string } }} Build
 * @typedef {(browser: import("@playwright/test").Browser, builds: Build[]) => Promise<void>} Bench
 */

/**
 * The least of the values that this share of them does not exceed.
 * @param {number[]} values
 * @param {number} share
 */
export const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

/**
 * Prints rows under their headings: the first column to the left, numbers to the right.
 * @param {string} title
 * @param {string[]} headings
 * @param {(string | number)[][]} rows
 */
export const print = (title, headings, rows) => {
  const text = (/** @type {string | number} */ value) => (typeof value === "number" ? value.toFixed(value < 10 ? 1 : 0) : value);
  const lines = [headings, ...rows.map((row) => row.map(text))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log(`\n${title}`);
  for (const line of lines) {
    console.log(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "));
  }
};

/** Waits until the page stands, whatever is asked. @param {import("@playwright/test").Page} page */
export const ready = (page) => page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 60_000 });
