// Trunk's pre_build hook: writes into target/bundle/ what Trunk only copies, each as one file: what starts the page, ECharts with the
// parts we use, what portals load, the style sheets, and the text that is read without script (src/reading.rs).
import { readdirSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { colours } from "./colours.mjs";
import { charts } from "./echarts.mjs";
import { withCharts } from "./first_chart.mjs";
import { aliases, generate, print } from "./generated.mjs";
import { BUNDLED } from "./shipped.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const out = path.join(root, "target/bundle");
await mkdir(out, { recursive: true });

const library = await charts();
await writeFile(path.join(out, "echarts.js"), library.code);

await build({
  absWorkingDir: root,
  entryPoints: ["style/main.css"],
  outfile: path.join(out, "style.css"),
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox115", "safari16.4"],
  plugins: [colours],
  logLevel: "warning",
});

await generate();
// embed.js is what portals load to show the page: a name that stays, because it stands in their pages.
const starters = await build({
  absWorkingDir: root,
  entryPoints: ["src/host/boot.js", "src/host/settings.js", "src/host/worker.js", "public/embed.js"],
  // Fetched by boot.js for a portal that has set something.
  external: ["./settings.js"],
  outdir: out,
  entryNames: "[name]",
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  charset: "utf8",
  alias: aliases,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

// Written by the page's own code from the page's own data, so that the two cannot differ.
await writeFile(path.join(out, "reading.html"), await withCharts(print("reading").toString()));

// Every npm package that went into the bundles, and its licence; scripts/post_build.mjs adds those of the Rust crates.
const names = [
  ...new Set(
    [library, starters]
      .flatMap(({ metafile }) => Object.keys(metafile.inputs))
      .map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
      .filter(Boolean),
  ),
].sort();
const packages = [];
const sections = [];
for (const name of names) {
  const folder = path.join(root, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  packages.push({ name, version, license });
  // Some keep a folder of licences of what they took in.
  const entries = await readdir(folder, { withFileTypes: true });
  const texts = entries
    .filter((entry) => /^(licen[cs]es?|notice|copyright)\b/i.test(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? readdirSync(path.join(folder, entry.name)).map((file) => path.join(entry.name, file)) : [entry.name],
    );
  const bodies = await Promise.all(texts.sort().map((file) => readFile(path.join(folder, file), "utf8")));
  sections.push([`${name} ${version} (${license})`, ...bodies.map((text) => text.trim())].join("\n\n"));
}
await writeFile(BUNDLED, `${JSON.stringify(packages, null, 2)}\n`);
await writeFile(path.join(out, "licenses.txt"), `${sections.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
