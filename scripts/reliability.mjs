// The figures of docs/reliability.md, as Markdown: what was broken, how often the page went on, and whether it grew.
// Usage: node scripts/reliability.mjs (after make build; SEED=… repeats what is made at random)
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const FILES = ["network", "element", "fuzz"];

/** Runs a program of the project and gives what it prints; what it complains of is shown. */
const run = (command, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, options, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("exit", () => resolve(said));
  });

const playwright = path.join(root, "node_modules/.bin/playwright");
const files = FILES.map((name) => `${name}.test.mjs`);
const report = JSON.parse(await run(playwright, ["test", "-c", "tests/browser", ...files, "--workers=2", "--reporter=json"]));

/** Every test under a group, with what it printed. */
const tests = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(tests)];
const line = (title, specs) => {
  const results = specs.flatMap((spec) => spec.tests.flatMap(({ results }) => results.at(-1)));
  const passed = results.filter(({ status }) => status === "passed").length;
  const slowest = Math.max(...results.map(({ duration }) => duration)) / 1000;
  return `| ${title} | ${results.length} | ${passed} | ${slowest.toFixed(0)} |`;
};

const groups = report.suites.flatMap(({ suites = [], specs }) => [
  ...suites.map((group) => line(group.title, tests(group))),
  ...(specs.length > 0 ? [line(specs[0].file, specs)] : []),
]);
console.log(["| what is broken | cases | the page goes on | slowest, s |", "| --- | ---: | ---: | ---: |", ...groups].join("\n"));

const said = report.suites
  .flatMap(tests)
  .flatMap((spec) => spec.tests.flatMap(({ results }) => results.at(-1).stdout.map(({ text }) => `${spec.title}: ${text}`)));
if (said.length > 0) console.log(`\n${said.join("").trim()}`);
console.log(await run(process.execPath, ["scripts/bench.mjs", "--only", "memory"]));
if (report.stats.unexpected > 0) process.exitCode = 1;
