// The size budget (design, section 7): what a first visit transfers, compressed as a good server would. Over budget fails.
// 1 kB = 1,000 bytes; brotli quality 11.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "../dist");
const html = await readFile(path.join(dist, "index.html"), "utf8").catch(() => {
  console.error("error: dist/index.html is missing: run make build first");
  process.exit(1);
});

/** Every file that the page asks for by itself: links to be followed by hand do not count. */
const files = [
  "index.html",
  ...new Set(
    [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.?\/?([^":]+)"/g)].map((match) => match[1]),
  ),
];
const measure = async (file) => {
  const bytes = await readFile(path.join(dist, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { file, raw: bytes.length, brotli: (await promisify(brotliCompress)(bytes, { params })).length };
};
const measured = await Promise.all(files.map(measure));

const isWasm = ({ file }) => file.endsWith(".wasm");
const isCharts = ({ file }) => /^echarts-/.test(file);
const rows = [
  ["page, style, boot, JavaScript glue", (found) => !isWasm(found) && !isCharts(found), undefined],
  ["app (WebAssembly)", isWasm, 190],
  ["ECharts", isCharts, 200],
  ["everything up to the first chart", () => true, 400],
].map(([title, belongs, budget]) => {
  const members = measured.filter(belongs);
  const sum = (key) => members.reduce((total, member) => total + member[key], 0) / 1000;
  return { title, files: members.length, raw: sum("raw"), brotli: sum("brotli"), budget };
});

const cell = (value, digits = 1) => value.toFixed(digits).padStart(8);
console.log(`${"".padEnd(36)} files   raw kB  brotli kB  at most`);
for (const { title, files: count, raw, brotli, budget } of rows) {
  const verdict = budget === undefined ? "" : `${cell(budget, 0)}${brotli > budget ? "  OVER" : ""}`;
  console.log(`${title.padEnd(36)} ${String(count).padStart(5)} ${cell(raw)}   ${cell(brotli)} ${verdict}`);
}

// Portals load this one into their own pages: a budget of its own.
const EMBED_MOST = 4000;
const embed = await measure("embed.js");
console.log(`${"embed.js, minified, not compressed".padEnd(36)} ${"1".padStart(5)} ${cell(embed.raw / 1000)}   ${cell(embed.brotli / 1000)} (raw ${cell(EMBED_MOST / 1000, 0).trim()})`);
if (embed.raw > EMBED_MOST) {
  console.error(`error: embed.js has ${embed.raw} bytes, at most ${EMBED_MOST}`);
  process.exit(1);
}

const missing = rows.filter(({ files: count }) => count === 0);
if (missing.length > 0) {
  console.error(`error: no file found for ${missing.map(({ title }) => title).join(", ")}`);
  process.exit(1);
}
const over = rows.filter(({ brotli, budget }) => budget !== undefined && brotli > budget);
if (over.length > 0) {
  console.error(`error: over budget: ${over.map(({ title }) => title).join(", ")}`);
  process.exit(1);
}
