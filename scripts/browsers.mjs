// Do the oldest browsers of docs/browsers.md (package.json, "browserslist") have what the built page uses? Three kinds are read:
// the features of the WebAssembly modules, the syntax of the scripts, and the names that scripts ask of a browser (MDN's data).
// The style sheets are held by stylelint, from the same list. Usage: node scripts/browsers.mjs, after make build.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "acorn";
import { full } from "acorn-walk";
import binaryen from "binaryen";
import browserslist from "browserslist";

/** @import { Identifier, SimpleSupportStatement } from "@mdn/browser-compat-data" */

/** @type {import("@mdn/browser-compat-data").CompatData} */
const compat = createRequire(import.meta.url)("@mdn/browser-compat-data");

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Our browsers under MDN's names. */
const NAMES = { chrome: "chrome", edge: "edge", firefox: "firefox", safari: "safari", ios_saf: "safari_ios" };

/** The oldest version of each, as `[["chrome", 109], …]`. @returns {[name: string, version: number][]} */
export const oldest = () =>
  browserslist(null, { path: root }).map((each) => {
    const [name, version] = each.split(" ");
    if (!NAMES[name]) throw new Error(`browserslist in package.json: ${name}: expected one of ${Object.keys(NAMES).join(", ")}`);
    return [NAMES[name], Number.parseFloat(version)];
  });

/** @param {string | boolean | null | undefined} version what MDN writes: `15.4`, `≤79`, true for "some" */
const number = (version) => (typeof version === "string" ? Number.parseFloat(version.replace("≤", "")) : Number.POSITIVE_INFINITY);

/** How a browser has something without being asked for it by another name: in full, or in the parts that MDN describes. */
const statements = (/** @type {Identifier} */ entry, /** @type {string} */ browser) => {
  const all = /** @type {SimpleSupportStatement[]} */ ([entry.__compat?.support[browser]].flat().filter(Boolean));
  return all.filter(({ flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name);
};

/** Since which version; never: infinity. @param {Identifier} entry @param {string} browser */
const since = (entry, browser) => Math.min(...statements(entry, browser).map(({ version_added }) => number(version_added)));

/** The browsers of ours that lack something, as `safari 16.4 (since 17.4)`. @param {Identifier} entry */
const lacking = (entry) =>
  oldest()
    .filter(([browser, ours]) => {
      return !statements(entry, browser).some((each) => number(each.version_added) <= ours && number(each.version_removed) > ours);
    })
    .map(
      ([browser, ours]) => `${browser} ${ours} (${Number.isFinite(since(entry, browser)) ? `since ${since(entry, browser)}` : "never"})`,
    );

/** Features of WebAssembly beyond its first version: binaryen's name, and MDN's. */
const WASM = {
  BulkMemory: "bulk-memory-operations",
  Multivalue: "multi-value",
  NontrappingFPToInt: "non-trapping-float-to-int-conversions",
  ReferenceTypes: "reference-types",
  SignExt: "sign-extension-operations",
  SIMD128: "fixed-width-SIMD",
  ExtendedConst: "extended-constant-expressions",
  TailCall: "tail-calls",
  ExceptionHandling: "exception-handling",
  GC: "garbage-collection",
  Atomics: "threads-and-atomics",
  Memory64: "memory64",
};
/** Every browser that runs WebAssembly at all has these. */
const ALWAYS = ["MutableGlobals", "BulkMemoryOpt", "CallIndirectOverlong"];

/** Which of them a module needs: it is not valid without. @param {Uint8Array} bytes */
export const wasmFeatures = (bytes) => {
  const flags = /** @type {Record<string, number>} */ (/** @type {unknown} */ (binaryen.Features));
  const always = ALWAYS.reduce((sum, name) => sum | (flags[name] ?? 0), 0);
  const isValid = (/** @type {string[]} */ names) => {
    const module = binaryen.readBinary(bytes);
    module.setFeatures(names.reduce((sum, name) => sum | flags[name], always));
    const valid = quietly(() => module.validate()) === 1;
    module.dispose();
    return valid;
  };
  const all = Object.keys(WASM);
  if (!isValid(all)) throw new Error(`a module uses a feature beyond ${all.join(", ")}`);
  return all.filter((name) => !isValid(all.filter((other) => other !== name && !STANDS_ON[other]?.includes(name))));
};
/** Features that are no features without another. @type {Record<string, string[]>} */
const STANDS_ON = { GC: ["ReferenceTypes"], BulkMemory: [] };

/** binaryen writes what is not valid to the console. @template T @param {() => T} call @returns {T} */
const quietly = (call) => {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  try {
    return call();
  } finally {
    process.stderr.write = write;
  }
};

/**
 * Names that some browser of ours lacks and that are asked for all the same, with what happens there.
 * @type {Record<string, string>}
 */
const GUARDED = {
  ".fullscreenEnabled": "read as a property that may not be there: no such button then (iPhone)",
  ".requestFullscreen": "called only where fullscreenEnabled says so",
  ".byobRequest": "streams of bytes, which no call of ours makes",
  ".respond": "streams of bytes, which no call of ours makes",
  ".dispose": "an end that wasm-bindgen offers where there is Symbol.dispose; the charts' library has its own",
  ".detached": "asked with a fallback by wasm-bindgen",
  ".memory": "the program's own memory",
  ".bytes": "a data attribute of ours",
  ".hide": "settings that hide parts of the page",
  ".properties": "of a JSON schema",
  ".fetch": "the window's own",
  ".format": "of Intl",
  ".resize": "of a chart",
  ".capture": "an option of listeners",
};

/** Of libraries that keep to older browsers by themselves only the syntax is read: the names of their own objects are many. */
const OF_OTHERS = /^echarts-/;

/** Everything MDN knows under a name: globals as `ResizeObserver`, members as `.replaceChildren`. */
const known = () => {
  /** @type {Map<string, { name: string, entry: Identifier }[]>} */
  const names = new Map();
  const add = (key, name, entry) => entry.__compat && names.set(key, [...(names.get(key) ?? []), { name, entry }]);
  for (const world of [compat.api, compat.javascript.builtins]) {
    for (const [owner, members] of Object.entries(world)) {
      if (owner === "__compat") continue;
      add(owner, owner, members);
      for (const [member, entry] of Object.entries(members)) {
        if (member === "__compat") continue;
        // Of a script that is made smaller the short names are its own. Static members as `fromAsync_static`; events and permissions are no names.
        if (member.length < 3 || /^\w_static$/.test(member) || /_(event|permission|context|type)$/.test(member)) continue;
        add(`.${member.replace(/_static$/, "")}`, `${owner}.${member}`, entry);
      }
    }
  }
  return names;
};

/** The names that a script asks of what it did not make: free globals and members. @param {string} text */
const asked = (text) => {
  const names = new Set();
  // The newest syntax that every browser of ours reads; newer is an error of the parser.
  full(parse(text, { sourceType: "module", ecmaVersion: 2022, allowHashBang: true }), (/** @type {any} */ node) => {
    if (node.type === "MemberExpression" && !node.computed && !node.optional) names.add(`.${node.property.name}`);
    if (node.type === "NewExpression" && node.callee.type === "Identifier") names.add(node.callee.name);
  });
  return names;
};

/** What a script asks for that not all browsers of ours have. @param {string} text @param {ReturnType<typeof known>} names */
export const missing = (text, names = known()) =>
  [...asked(text)]
    .filter((name) => !GUARDED[name])
    // A member of several is one that all of them lack: nobody can tell here whose it is.
    .map((name) => ({ name, lacks: (names.get(name) ?? []).map(({ name, entry }) => ({ name, by: lacking(entry) })) }))
    .filter(({ lacks }) => lacks.length > 0 && lacks.every(({ by }) => by.length > 0))
    .map(({ lacks }) => `${lacks.map(({ name }) => name).join(", ")}: not in ${lacks[0].by.join(", ")}`);

const main = async () => {
  const dist = path.join(root, "dist");
  const files = await readdir(dist).catch(() => {
    throw new Error("dist/ is missing: run make build first");
  });
  const wrong = [];
  const used = new Map();
  for (const file of files.filter((name) => name.endsWith(".wasm"))) {
    for (const feature of wasmFeatures(await readFile(path.join(dist, file)))) used.set(feature, [...(used.get(feature) ?? []), file]);
  }
  for (const [feature, modules] of used) {
    const entry = compat.webassembly[WASM[feature]];
    console.log(
      `    WebAssembly ${feature}: ${oldest()
        .map(([browser]) => `${browser} ${since(entry, browser)}`)
        .join(", ")}`,
    );
    if (lacking(entry).length > 0) wrong.push(`${modules.join(", ")}: ${feature}: not in ${lacking(entry).join(", ")}`);
  }
  const names = known();
  const scripts = files.filter((name) => name.endsWith(".js"));
  for (const file of scripts) {
    const lacks = missing(await readFile(path.join(dist, file), "utf8"), names);
    if (!OF_OTHERS.test(file)) wrong.push(...lacks.map((text) => `${file}: ${text}`));
  }
  console.log(
    `    ${scripts.length} scripts: ECMAScript 2022, and no name that ${oldest()
      .map((each) => each.join(" "))
      .join(", ")} lack`,
  );
  if (wrong.length > 0) throw new Error(`not for all browsers of package.json:\n${wrong.join("\n")}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await main().catch((error) => {
    console.error(`error: ${error.message}`);
    process.exit(1);
  });
