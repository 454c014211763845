// Cuts the module and puts the parts in the place of Trunk's own (docs/decisions/0006-a-second-module.md).
// What the first charts need stays in the app's module; what lies behind a door (src/ui/doors.rs) goes into one of its own.
// Then shrinks all of them, and bundles wasm-bindgen's JavaScript with their loader: Trunk 0.21 can do neither.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { SPLIT as out, PARTS, TARGET } from "./shipped.mjs";

const NAME = "china-trials-explorer";
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const staging = process.env.TRUNK_STAGING_DIR ?? path.join(root, "dist");
const isRelease = process.env.TRUNK_PROFILE !== "debug";
const compiled = path.join(TARGET, "wasm32-unknown-unknown", isRelease ? "release" : "debug", `${NAME}.wasm`);
const run = promisify(execFile);

const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"].map(
  (feature) => `--enable-${feature}`,
);

/**
 * Measured: flattening first, optimising twice, and then once more with what is known of the whole program gives the smallest
 * modules after brotli. The first kilobyte of the memory is the very end of the stack, so that nothing reads there: 1 kB less.
 */
const WASM_OPT = [
  "--low-memory-unused",
  "--flatten",
  "--rereloop",
  "-Oz",
  "-Oz",
  "--gufa",
  "--merge-similar-functions",
  "-Oz",
  ...FEATURES,
];

/** As long as a part may take on a slow line; an answer that has not come by then does not come. */
const PART_WITHIN_MS = 60_000;

/** Makes a module smaller; the names of its functions stay, for scripts/size.mjs. */
const shrink = async (file) => {
  if (isRelease) await run("wasm-opt", [...WASM_OPT, "--debuginfo", file, "-o", file]);
};

/** The bytes of a module as they are shipped, without names. */
const stripped = async (file) => {
  if (!isRelease) return readFile(file);
  await run("wasm-opt", [...FEATURES, "--strip-debug", file, "-o", `${file}.stripped`]);
  return readFile(`${file}.stripped`);
};

/** A short name for some bytes: other bytes, another name, so that servers may let browsers keep the file for ever. */
const hash = (...parts) =>
  parts
    .reduce((sum, part) => sum.update(part), createHash("sha256"))
    .digest("hex")
    .slice(0, 16);

/** Replaces a text that must be there. */
const replace = (text, from, to, where) => {
  if (!text.includes(from)) throw new Error(`${where} does not contain ${from}: has the tool changed what it writes?`);
  return text.replaceAll(from, to);
};

/** Which files each part needs: its own, and those that it shares with others. */
const needs = (loader) => {
  const loads = [...loader.matchAll(/(__\w+) = (?:wrapAsyncCb\()?makeLoad\(.*?"\.\/([^"]+)".*?\n, \[([^\]]*)\]\)/gs)];
  const files = new Map(loads.map(([, load, file]) => [load, file]));
  const whole = loads.filter(([, load]) => load.startsWith("__wasm_split_load_"));
  if (whole.length === 0) throw new Error(`${loaderFile} loads no part: has the tool changed what it writes?`);
  return Object.fromEntries(
    whole.map(([, load, file, shared]) => [
      load.replace("__wasm_split_load_", ""),
      [
        file,
        ...shared
          .split(/,\s*/)
          .filter(Boolean)
          .map((chunk) => files.get(chunk)),
      ],
    ]),
  );
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await run("wasm-split-cli", ["--target", "web", "--out-name", "app", compiled, out]);
await run("wasm-bindgen", [
  "--target",
  "web",
  "--no-typescript",
  "--keep-lld-exports",
  "--out-dir",
  out,
  "--out-name",
  "app",
  path.join(out, "app.wasm"),
]);

// Leptos brings classes for streams that JavaScript could make and nobody does: what only they need goes.
const exported = (file) =>
  readFile(file).then((bytes) => WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name));
const forget = async (file, unused) => {
  const kept = (await exported(file)).filter((name) => !unused.test(name)).map((name) => ({ name: `export ${name}`, export: name }));
  const graph = path.join(out, "exports.json");
  await writeFile(graph, JSON.stringify([{ name: "outside", root: true, reaches: kept.map(({ name }) => name) }, ...kept]));
  await run("wasm-metadce", [...FEATURES, "--debuginfo", file, "--graph-file", graph, "-o", file], { maxBuffer: 1e9 });
};
if (isRelease) await forget(path.join(out, "app_bg.wasm"), /^(__wbg_)?intounderlying/);

const parts = (await readdir(out)).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file)).sort();
await Promise.all(["app_bg.wasm", ...parts].map((file) => shrink(path.join(out, file))));

const loaderFile = path.join(out, "__wasm_split.js");
let loader = await readFile(loaderFile, "utf8");
for (const part of parts) {
  const bytes = await stripped(path.join(out, part));
  const name = `${part.replace(/^split_|\.wasm$/g, "")}-${hash(bytes)}.wasm`;
  await writeFile(path.join(staging, name), bytes);
  loader = replace(loader, `"./${part}"`, `"./${name}"`, loaderFile);
}
// Streaming refuses a server that does not know the type application/wasm; these parts are small.
loader = replace(
  loader,
  "WebAssembly.instantiateStreaming(src, imports)",
  "src.then((bytes) => WebAssembly.instantiate(bytes, imports))",
  loaderFile,
);
// A part that never answers is one that has failed: the reader may ask for it again.
loader = replace(loader, "const src = fetch(new URL(", "const src = part(new URL(", loaderFile);
loader += `
const asked = new Set();
async function part(address) {
  // What came is kept: who asks twice got something else, and a browser may have kept that.
  const cache = asked.has(address.href) ? "reload" : "default";
  asked.add(address.href);
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), ${PART_WITHIN_MS});
  try {
    const found = await fetch(address, { cache, signal: stop.signal });
    if (!found.ok) throw new Error(found.status + ": " + address);
    return await found.arrayBuffer();
  } finally {
    clearTimeout(late);
  }
}
`;
await writeFile(loaderFile, loader);
await writeFile(PARTS, JSON.stringify(needs(loader), null, 2));

const bundle = await build({
  entryPoints: [path.join(out, "app.js")],
  bundle: true,
  write: false,
  format: "esm",
  minify: isRelease,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});
/**
 * Numbers what the module and its JavaScript call by a hash: each name is as long as before, so that it can be changed in place,
 * and both files compress better (5 kB).
 */
const numbered = (module, script) => {
  const compiled = new WebAssembly.Module(module);
  const names = [...WebAssembly.Module.imports(compiled), ...WebAssembly.Module.exports(compiled)].map(({ name }) => name).join("\n");
  const hashes = [...new Set(names.match(/(?<=_h?)[0-9a-f]{16}(?=_|$)/gm))];
  const numbers = new Map(hashes.map((hash, number) => [hash, `${number}`.padStart(hash.length, "0")]));
  const renamed = (text) => text.replace(/(?<=_h?)[0-9a-f]{16}/g, (hash) => numbers.get(hash) ?? hash);
  // Latin-1 has a letter for every byte.
  return [Buffer.from(renamed(module.toString("latin1")), "latin1"), Buffer.from(renamed(Buffer.from(script).toString("utf8")))];
};
const [module, script] = numbered(await stripped(path.join(out, "app_bg.wasm")), bundle.outputFiles[0].contents);

// The page names Trunk's files; src/host/boot.js finds the script by the name of the module.
const page = path.join(staging, "index.html");
const html = await readFile(page, "utf8");
const old = new RegExp(`${NAME}-[0-9a-f]+(?=(_bg\\.wasm|\\.js))`).exec(html)?.[0];
if (!old) throw new Error(`${page} names no ${NAME}-<hash>.js`);
const name = `${NAME}-${hash(script, module)}`;
// The charts' library is named, not asked for: src/host/boot.js does that when the text has been painted and so much of the module
// is there that the rest arrives while the request is on its way.
const MOST = 0.85;
const library = /<script[^>]*src="([^"]*echarts-[^"]*)"[^>]*><\/script>/;
if (!library.test(html)) throw new Error(`${page} asks for no echarts-<hash>.js`);
// How many bytes the program has: by that src/host/boot.js tells one that came in part from one that the browser cannot read.
const sized = replace(
  html.replaceAll(old, name),
  ' type="application/wasm"',
  ` type="application/wasm" data-bytes="${module.length}"`,
  page,
);
const link = `<link rel="charts" href="$1" data-after="${Math.round(MOST * module.length)}">`;
await writeFile(page, sized.replace(library, link));
await rename(path.join(staging, `${old}.js`), path.join(staging, `${name}.js`));
await rename(path.join(staging, `${old}_bg.wasm`), path.join(staging, `${name}_bg.wasm`));
await writeFile(path.join(staging, `${name}.js`), script);
await writeFile(path.join(staging, `${name}_bg.wasm`), module);
