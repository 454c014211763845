// ECharts as the page ships it: the parts that src/host/echarts.mjs registers, without what they bring along and no chart of ours
// can reach (docs/decisions/0017-echarts-left-out.md). tests/scripts/echarts.test.mjs holds that every chart is drawn as by the whole library.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { build } from "esbuild";
import { minify } from "terser";
import { FILES, FUNCTIONS } from "./echarts/left_out.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The name of a function as FUNCTIONS writes it, and the function. @param {any} node what may define one */
const named = (node) => {
  if (node.type === "FunctionDeclaration") return [node.id?.name, node];
  if (node.type === "VariableDeclarator" && /Function/.test(node.init?.type)) return [node.id.name, node.init];
  if (node.type === "Property" && /Function/.test(node.value.type)) return [`.${node.key.name}`, node.value];
  if (node.type !== "AssignmentExpression" || !/Function/.test(node.right.type) || node.left.type !== "MemberExpression") return [];
  const { object, property } = node.left;
  return object.property?.name === "prototype" ? [`${object.object.name}.${property.name}`, node.right] : [];
};

/**
 * The text of a file without the bodies of some functions: an error stands in their place.
 * @param {string} text
 * @param {string} file
 * @param {string[]} names
 */
const without = (text, file, names) => {
  /** @type {{ name: string, body: { start: number, end: number } }[]} */
  const found = [];
  full(parse(text, { sourceType: "module", ecmaVersion: "latest" }), (node) => {
    const [name, definition] = named(node);
    if (names.includes(name)) found.push({ name, body: definition.body });
  });
  const missing = names.filter((name) => !found.some((each) => each.name === name));
  if (missing.length > 0) throw new Error(`${file} has no ${missing.join(", ")}: has it changed?`);
  const from = found.sort((one, other) => other.body.start - one.body.start);
  return from.reduce(
    (text, { name, body }) => `${text.slice(0, body.start)}{ throw Error("left out by scripts/echarts: ${name}"); }${text.slice(body.end)}`,
    text,
  );
};

const leaveOut = {
  name: "leave-out",
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules[\\/](echarts|zrender)[\\/]lib[\\/].*\.js$/ }, async ({ path: file }) => {
      const name = file.replaceAll("\\", "/").replace(/^.*\/node_modules\//, "");
      if (FUNCTIONS[name]) return { contents: without(await readFile(file, "utf8"), name, FUNCTIONS[name]), loader: "js" };
      const contents = FILES[name]?.replaceAll("import.meta.file", `"${name}"`);
      return contents === undefined ? undefined : { contents, loader: "js" };
    }),
};

/**
 * ECharts' text measure gives up on a machine that is slow at that moment and guesses the widths of letters from then on,
 * so that one label breaks here and another there. It measures all the same with us: 128 letters for each font.
 */
const patientMeasure = {
  name: "patient-measure",
  setup: ({ onLoad }) =>
    onLoad({ filter: /zrender[\\/]lib[\\/]contain[\\/]text\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const impatience = "_getASCIIWidthMapLongCount >= GET_ASCII_WIDTH_LONG_COUNT_MAX";
      if (!text.includes(impatience)) throw new Error(`${file} does not contain "${impatience}": has zrender changed?`);
      return { contents: text.replace(impatience, "false"), loader: "js" };
    }),
};

/**
 * The charts' library as one script, and what went into it.
 * @param {{ isWhole?: boolean }} [options]  whole: with all that the registered parts bring along, as a measure of what is left out
 * @returns {Promise<{ code: string, metafile: import("esbuild").Metafile }>}
 */
export const charts = async ({ isWhole = false } = {}) => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/host/echarts.mjs"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    // ECharts' development checks name this variable.
    define: { "process.env.NODE_ENV": '"production"' },
    metafile: true,
    plugins: isWhole ? [patientMeasure] : [patientMeasure, leaveOut],
    logLevel: "warning",
  });
  const unknown = Object.keys({ ...FILES, ...FUNCTIONS }).filter((name) => !metafile.inputs[`node_modules/${name}`]);
  if (unknown.length > 0) throw new Error(`the charts' library has no ${unknown.join(", ")}: has it changed?`);
  // Measured after brotli: 6 kB less than esbuild's own.
  const { code } = await minify(outputFiles[0].text, { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } });
  if (code === undefined) throw new Error("terser gave no code for the charts' library");
  // V8 compiles all of it while it is on its way, on another thread: most of it is called by the first chart (80 ms on a slow phone).
  return { code: `//# allFunctionsCalledOnLoad\n/* Apache ECharts and zrender: see licenses.txt */\n${code}\n`, metafile };
};
