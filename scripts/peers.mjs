// Our list of trials against crossfilter2, arquero and DuckDB, in one run in one browser: the same rows, three filters, 100 questions.
// A benchmark: it prints, and fails only where two give different numbers. Usage: node scripts/peers.mjs [rows], 500,000 without.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { lookup } from "mrmime";
import { CHROMIUM } from "../tests/browser/chromium.mjs";
import { portOf } from "../tests/browser/servers.mjs";
import { print } from "./bench/table.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const peers = path.join(root, "benches/peers");
const out = path.join(root, "target/peers");
const ENGINES = ["ours", "crossfilter2", "arquero", "duckdb"];

const run = (/** @type {string} */ program, /** @type {string[]} */ ...options) =>
  execFileSync(program, options, { cwd: root, stdio: "inherit" });

/** Builds what the page needs into one folder. */
const make = async () => {
  run("npm", "ci", "--prefix", peers, "--no-fund", "--no-audit", "--loglevel=error");
  run("cargo", "build", "--quiet", "--locked", "--release", "--target", "wasm32-unknown-unknown", "--example", "peers");
  await mkdir(out, { recursive: true });
  const module = "target/wasm32-unknown-unknown/release/examples/peers.wasm";
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", path.join(out, "ours"), module);
  const duckdb = path.join(peers, "node_modules/@duckdb/duckdb-wasm/dist");
  for (const file of ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"]) await copyFile(path.join(duckdb, file), path.join(out, file));
  await build({
    entryPoints: [path.join(peers, "page.mjs")],
    bundle: true,
    format: "esm",
    outfile: path.join(out, "page.js"),
    alias: { ours: path.join(out, "ours/peers.js") },
    define: { "import.meta.url": "location.href" },
    logLevel: "error",
  });
  await copyFile(path.join(out, "ours/peers_bg.wasm"), path.join(out, "peers_bg.wasm"));
  await writeFile(
    path.join(out, "index.html"),
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
  );
};

/** What the processes of pages hold for themselves after collecting garbage, in MB; by the system, because modules count as well. */
const memoryMb = async (/** @type {import("@playwright/test").Page} */ page) => {
  const own = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await own.send("HeapProfiler.collectGarbage");
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const held = processInfo
    .filter(({ type }) => type === "renderer")
    .map(async ({ id }) => Number(/RssAnon:\s+(\d+) kB/.exec(await readFile(`/proc/${id}/status`, "utf8"))?.[1] ?? 0));
  return (await Promise.all(held)).reduce((sum, kb) => sum + kb, 0) / 1000;
};

/** Serves the folder. */
const serve = async () => {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    const bytes = await readFile(path.join(out, name)).catch(() => undefined);
    response.writeHead(bytes ? 200 : 404, { "Content-Type": lookup(name) ?? "text/plain" }).end(bytes);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
};

const rows = Number(process.argv[2] ?? 500_000);
await make();
const server = await serve();
const rest = [];
/** @type {Map<string, string>} */
const answers = new Map();
for (const engine of ENGINES) {
  const browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${portOf(server)}/`);
  const emptyMb = await memoryMb(page);
  await page.goto(`http://127.0.0.1:${portOf(server)}/?engine=${engine}&rows=${rows}`);
  const result = await page.evaluate(() => /** @type {any} */ (globalThis).result);
  if (result.error) throw new Error(`${engine}: ${result.error}`);
  const held = (await memoryMb(page)) - emptyMb;
  for (const { what, p50, p95, answers: given } of result.refilters) {
    if (what === "phases") answers.set(engine, given);
    rest.push([`${engine}: ${what}`, (result.loadMs / 1000).toFixed(1), p50.toFixed(1), p95.toFixed(1), held.toFixed(0)]);
  }
  if (engine === ENGINES[0])
    console.log(`${cpus()[0].model.trim()}, Chromium ${browser.version()}; ${rows} rows, ${(result.bytes / 1e6).toFixed(0)} MB`);
  await browser.close();
}
server.close();
print(
  "Three filters, 100 questions; seconds, milliseconds, MB that the page holds more than before",
  ["", "read s", "refilter p50", "p95", "memory"],
  rest,
);
const [first, ...others] = [...answers];
for (const [engine, given] of others)
  if (given !== first[1]) throw new Error(`${engine} counts otherwise than ${first[0]}:\n${given}\n${first[1]}`);
