// What a reader waits for, measured in a built page. A benchmark, not a test: it prints and does not judge; the budgets stand beside.
// Usage: node scripts/bench.mjs [--only filters,load,memory,exports,profile] [dist …]
// Builds to compare are measured in one run, because machines differ from hour to hour: node scripts/bench.mjs dist other/dist
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../tests/browser/chromium.mjs";
import { exports } from "./bench/exports.mjs";
import { filters } from "./bench/filters.mjs";
import { load } from "./bench/load.mjs";
import { memory } from "./bench/memory.mjs";
import { profile } from "./bench/profile.mjs";
import { serve } from "./serve.mjs";

/** What can be measured, in the order of the report. @typedef {import("./bench/table.mjs").Bench} Bench */
const TABLES = { filters, load, memory, exports };
/** What is only told when it is asked for: a profile makes everything slower. */
const BENCHES = /** @type {Record<string, Bench>} */ ({ ...TABLES, profile });

const complain = (/** @type {string} */ text) => {
  console.error(`error: ${text}`);
  process.exit(1);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: Object.keys(TABLES).join(",") } },
});
const builds = positionals.length > 0 ? positionals : [fileURLToPath(new URL("../dist", import.meta.url))];
for (const dist of builds.filter((dist) => !existsSync(path.join(dist, "index.html")))) {
  complain(`${path.join(dist, "index.html")} is missing: run make build first`);
}
const wanted = values.only.split(",");
for (const name of wanted.filter((name) => !BENCHES[name])) complain(`there is no benchmark ${name}: choose from ${Object.keys(BENCHES)}`);

const browser = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, "--js-flags=--expose-gc", "--enable-precise-memory-info"] });
const served = await Promise.all(
  builds.map(async (dist) => ({
    name: builds.length > 1 ? `${path.relative("", path.resolve(dist))}: ` : "",
    server: await serve({ folder: path.resolve(dist), port: 0 }),
  })),
);
console.log(`${cpus()[0].model.trim()}, Chromium ${browser.version()}`);
for (const name of wanted) await BENCHES[name](browser, served);
await browser.close();
await Promise.all(served.map(({ server }) => server.close()));
