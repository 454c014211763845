// Makes the release in dist/ into one file, china-trials-explorer.html, that opens from a disk and asks the network for nothing
// (docs/standalone.md). Scripts and style stand in it inline, under a policy that names each by its hash; what is not needed at once
// stands in inert blocks, which src/host/one_file.mjs reads.
// Usage: node scripts/standalone.mjs (after make build)
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { build } from "esbuild";
import { aliases } from "./generated.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = path.join(root, "dist");
const out = path.join(root, "china-trials-explorer.html");
/** Enough for the page as it is and a sixth more; more would be a mistake, and too much for some portals. */
const MOST_BYTES = 3.5e6;

const fail = (text) => {
  console.error(`error: ${text}`);
  process.exit(1);
};

const pack = async (bytes) => promisify(gzip)(bytes, { level: 9 });

const names = await readdir(dist).catch(() => fail("dist/ is missing: run make build first"));
/** The one file of the release whose name matches. */
const named = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) fail(`dist/ should have one file ${pattern}, it has ${found.length}: run make build`);
  return found[0];
};
const text = (name) => readFile(path.join(dist, name), "utf8");

/** Replaces what must be there once. The new text is a function, because a dollar sign in a text would mean something. */
const replace = (html, from, to) => {
  const found = [...html.matchAll(new RegExp(from, "g"))].length;
  if (found !== 1) fail(`dist/index.html should contain ${from} once, it does ${found} times`);
  return html.replace(from, () => to);
};

/** A text inside an element whose end only its own tag may mark. A line feed is the only line break that a browser leaves alone. */
const element = (tag, attributes, content) => {
  if (/<\/(script|style)|<!--|\r/i.test(content)) fail(`<${tag}${attributes}> would contain a tag, a comment or a carriage return`);
  return `<${tag}${attributes}>${content}</${tag}>`;
};

/** Bundles a script for a page where it is none of the modules: those are blocked in a file. */
const classic = async (entry, options = {}) => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    // wasm-bindgen names the loader of the parts once for each of them.
    logOverride: { "duplicate-object-key": "silent" },
    ...options,
  });
  return outputFiles[0].text;
};

// One file has no settings of a portal beside it.
const boot = await classic("src/host/boot.js", { alias: aliases, external: ["./settings.js"] });
const parts = await classic("src/host/one_file.mjs", {
  alias: {
    glue: path.join(dist, named(/^china-trials-explorer-[0-9a-f]+\.js$/)),
    charts: path.join(dist, named(/^echarts-[0-9a-f]+\.js$/)),
  },
  banner: { js: "/* Apache ECharts, zrender and others: see the block licenses.txt */" },
  // What the scripts of the release would fetch from beside them, they read from the page.
  define: { fetch: "chinaTrialsParts.read", "import.meta.url": '"part:///"' },
});
const style = await text(named(/^style-[0-9a-f]+\.css$/));

// The app's own module first: src/host/one_file.mjs finds it by that.
const app = named(/_bg\.wasm$/);
const modules = [app, ...names.filter((name) => name.endsWith(".wasm") && name !== app).sort()];
const packed = modules.map(async (name) => {
  const content = (await pack(await readFile(path.join(dist, name)))).toString("base64");
  return element("script", ` type="application/wasm" id="${name}"`, content);
});
const TYPES = { ".csv": "text/csv", ".json": "application/json", ".txt": "text/plain" };
const files = [...(await readdir(path.join(dist, "data"))).map((name) => `data/${name}`), "licenses.txt"].filter(
  (name) => TYPES[path.extname(name)],
);
const texts = files
  .sort()
  .map(async (name) => element("script", ` type="${TYPES[path.extname(name)]}" id="${name}"`, (await text(name)).replaceAll("\r\n", "\n")));
const blocks = await Promise.all([...packed, ...texts]);

const hash = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(boot)} ${hash(parts)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const icon = Buffer.from(await text(named(/^favicon-[0-9a-f]+\.svg$/))).toString("base64");

let html = (await text("index.html"))
  .replace(/<!--.*?-->\s*/gs, "")
  // Where scripts do not run, a link to a block leads nowhere.
  .replace(/<span class="beside">.*?<\/span>/gs, "")
  .replace(/<link rel="(modulepreload|preload|charts)"[^>]*>/g, "");
html = replace(
  html,
  /<meta charset="utf-8">/,
  `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
);
html = replace(html, /<link rel="icon"[^>]*>/, `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}">`);
html = replace(html, /<link rel="stylesheet"[^>]*>/, element("style", "", style));
html = replace(html, /<script src="[^"]*boot-[^>]*><\/script>\s*/, "");
html = replace(
  html,
  /<div id="app" translate="no"><\/div>/,
  `<div id="app" translate="no"></div>\n\n    ${(await readFile(path.join(root, "src/host/one_file.html"), "utf8")).trim()}`,
);
// The text is read first, then the page is started, then come the parts that it waits for.
html = replace(html, /<\/body>/, [element("script", "", boot), ...blocks, element("script", "", parts), "</body>"].join("\n"));

const left = /<(?:link|script|img)\b[^>]*\b(?:src|href)="(?!data:)[^"]*"|import\.meta/.exec(html)?.[0];
if (left) fail(`the page would still ask for ${left}`);
await writeFile(out, html);

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const size = Buffer.byteLength(html);
console.log(`${path.basename(out)}: ${megabytes(size)}, gzip ${megabytes((await pack(html)).length)}, at most ${megabytes(MOST_BYTES)}`);
if (size > MOST_BYTES) fail(`${path.basename(out)} is larger than ${megabytes(MOST_BYTES)}`);
