// The size budget: what a first visit transfers until the first live chart, compressed as a good server would. Over budget fails.
// Its parts are printed and not limited. After them come the largest functions of the app's module, for whoever wants to make it smaller.
// 1 kB = 1,000 bytes; brotli quality 11.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { functions } from "./functions.mjs";
import { NAMED_MODULE, PARTS } from "./shipped.mjs";

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "../dist");
/** Everything up to the first live chart, in kB (docs/decisions/0014-bytes-that-are-still-saved.md). */
const AT_MOST = 400;
/** Portals load this one into their own pages: a budget of its own, in bytes as they are. */
const EMBED_AT_MOST = 4000;
/** The parts of the page that come after the first chart. Any other is counted, so that a new one cannot be forgotten. */
const LATE = ["details", "files", "own", "views"];

const PARTS_TITLE = "parts that the first chart needs";

const fail = (text) => {
  console.error(`error: ${text}`);
  process.exit(1);
};

/** The files that a first visit asks for until the first chart stands: those of the page itself, and the parts that the chart needs. */
export const firstFiles = async () => {
  const html = await readFile(path.join(dist, "index.html"), "utf8").catch(() => fail("dist/index.html is missing: run make build first"));
  const parts = await readFile(PARTS, "utf8").catch(() => fail(`${PARTS} is missing: run make build first`));
  // Links to be followed by hand do not count.
  const own = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.?\/?([^":]+)"/g)].map((match) => match[1]);
  const needed = Object.entries(JSON.parse(parts)).flatMap(([name, files]) => (LATE.includes(name) ? [] : files));
  return ["index.html", ...new Set([...own, ...needed])];
};

const measure = async (file) => {
  const bytes = await readFile(path.join(dist, file)).catch(() => fail(`dist/${file} is missing: run make build again`));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { file, raw: bytes.length, brotli: (await promisify(brotliCompress)(bytes, { params })).length };
};

/** One line of the table: how many files, and their sums in kB. */
const row = (title, files) => {
  const sum = (key) => files.reduce((total, file) => total + file[key], 0) / 1000;
  return { title, count: files.length, raw: sum("raw"), brotli: sum("brotli") };
};

/** @param {ReturnType<typeof row>} found */
const print = ({ title, count, raw, brotli }, verdict = "") => {
  const cell = (value) => value.toFixed(1).padStart(8);
  console.log(`${title.padEnd(36)} ${String(count).padStart(5)} ${cell(raw)}   ${cell(brotli)}   ${verdict}`);
};

const main = async () => {
  const measured = await Promise.all((await firstFiles()).map(measure));
  const isApp = ({ file }) => file.endsWith("_bg.wasm");
  const isPart = (found) => found.file.endsWith(".wasm") && !isApp(found);
  const isCharts = ({ file }) => /^echarts-/.test(file);
  const rows = [
    row(
      "page, style, boot, JavaScript glue",
      measured.filter((found) => !isApp(found) && !isPart(found) && !isCharts(found)),
    ),
    row("app (WebAssembly)", measured.filter(isApp)),
    row(PARTS_TITLE, measured.filter(isPart)),
    row("ECharts", measured.filter(isCharts)),
  ];
  const all = row("everything up to the first chart", measured);
  const embed = await measure("embed.js");

  console.log(`${"".padEnd(36)} files   raw kB  brotli kB  at most`);
  for (const found of rows) print(found);
  print(all, `${AT_MOST}${all.brotli > AT_MOST ? "  OVER" : ""}`);
  print(row("embed.js, minified", [embed]), `(raw ${EMBED_AT_MOST / 1000})`);

  const named = functions(await readFile(NAMED_MODULE).catch(() => fail(`${NAMED_MODULE} is missing: run make build first`)));
  console.log("\nlargest functions of the app, in bytes as they are");
  for (const { name, bytes } of named.slice(0, 20)) console.log(`${String(bytes).padStart(8)}  ${name}`);

  // Every part may come late; the rest there always is.
  const missing = rows.filter(({ title, count }) => count === 0 && title !== PARTS_TITLE);
  if (missing.length > 0) fail(`no file found for ${missing.map(({ title }) => title).join(", ")}`);
  if (embed.raw > EMBED_AT_MOST) fail(`embed.js has ${embed.raw} bytes, at most ${EMBED_AT_MOST}`);
  if (all.brotli > AT_MOST) fail(`everything up to the first chart has ${all.brotli.toFixed(1)} kB, at most ${AT_MOST}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
