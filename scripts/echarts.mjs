// ECharts as the page ships it: the parts that src/host/echarts.mjs registers, without what they bring along and no chart of ours
// can reach (docs/decisions/0017-echarts-left-out.md). tests/scripts/echarts.test.mjs holds that every chart is drawn as by the whole library.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Exports that nobody calls; whoever does is told what is missing, and a chart that cannot be drawn says so. */
const never = (...names) =>
  [
    'function missing() { throw new Error("left out of the bundle by scripts/echarts.mjs: " + import.meta.file); };',
    ...names.map((name) => (name === "default" ? "export default missing;" : `export const ${name} = missing;`)),
  ].join("\n");

/** A scale that no axis has. It is registered under its name, as the others are. */
const scale = (type) => `import Scale from "./Scale.js"; class Never extends Scale {} Never.type = "${type}"; Scale.registerClass(Never);`;

/**
 * What is left out, as files of the library, and what stands in their place.
 * @type {Record<string, string>}
 */
const LEFT_OUT = {
  // Colours and language come with each option.
  "echarts/lib/theme/dark.js": "export default {};",
  "echarts/lib/i18n/langZH.js": "export default {};",
  "echarts/lib/i18n/langEN.js": "export default {};",
  // Browsers sort as stably as this by themselves since 2019.
  "zrender/lib/core/timsort.js": "export default (array, compare) => array.sort(compare);",
  // Options in the words of ECharts 2 to 4.
  "echarts/lib/preprocessor/backwardCompat.js": "export default () => {};",
  "echarts/lib/loading/default.js": never("default"),
  // Axes of time and logarithms, and axes whose ticks are made to agree.
  "echarts/lib/scale/Time.js": `${scale("time")} export const calcNiceForTimeScale = undefined; export default Never;`,
  "echarts/lib/scale/Log.js": `${scale("log")} export default Never;`,
  "echarts/lib/coord/axisAlignTicks.js": never("scaleCalcAlign"),
  "echarts/lib/util/time.js": never("format", "pad", "parseTimeAxisLabelFormatter", "roundTime"),
  // Drawing on a canvas; animation, which a yearbook does not have; paths in the language of SVG as symbols; polar coordinates.
  "zrender/lib/canvas/graphic.js": never("createCanvasPattern", "brushSingle", "brush", "brushLoopFinalize"),
  "zrender/lib/graphic/IncrementalDisplayable.js": "export default class {}",
  "echarts/lib/chart/line/lineAnimationDiff.js": never("default"),
  "zrender/lib/svg/cssAnimation.js": `export const EASING_MAP = {}, ANIMATE_STYLE_MAP = {}; ${never("createCSSAnimation")}`,
  "zrender/lib/tool/path.js": never("createFromString", "extendFromString", "mergePath", "clonePath"),
  "echarts/lib/label/sectorLabel.js": never("createSectorCalculateTextPosition", "setSectorTextRotation"),
  "zrender/lib/graphic/helper/roundSector.js": never("buildPath"),
  // Fewer points than there are pixels: no figure has so many.
  "echarts/lib/processor/dataSample.js": "export default (seriesType) => ({ seriesType, reset() {} });",
  "echarts/lib/data/helper/transform.js": `export class ExternalSource {} ${never("registerExternalTransform", "applyDataTransform")}`,
  // Tooltips are rich text that the page itself writes, for one mark at a time: no HTML, no text of ECharts', no pointer along an axis.
  "echarts/lib/component/tooltip/TooltipHTMLContent.js": never("default"),
  "echarts/lib/component/tooltip/tooltipMarkup.js": [
    "export const createTooltipMarkup = (type, block) => block, buildTooltipMarkup = () => '', getPaddingFromTooltipModel = (model) => model.get('padding');",
    "export class TooltipMarkupStyleCreator { richTextStyles = {}; makeTooltipMarker() { return ''; } }",
    "export const retrieveVisualColorForTooltipMarker = () => undefined;",
  ].join("\n"),
  "echarts/lib/component/axisPointer/viewHelper.js": never("getValueLabel"),
  // The tooltip asks this component for the axes that have a pointer: none.
  "echarts/lib/component/axisPointer/install.js": `
    import Component from "../../model/Component.js";
    import ComponentView from "../../view/Component.js";
    class NoPointer extends Component {}
    class NoView extends ComponentView {}
    NoPointer.type = NoView.type = "axisPointer";
    export const install = (registers) => {
      registers.registerPreprocessor((option) => { option.axisPointer = {}; });
      registers.registerComponentModel(NoPointer);
      registers.registerComponentView(NoView);
    };`,
  // Drawings that are dragged, or pinched with two fingers.
  "zrender/lib/mixin/Draggable.js": "export default class {}",
  "zrender/lib/core/GestureMgr.js": "export class GestureMgr { recognize() {} clear() {} }",
};

const leaveOut = {
  name: "leave-out",
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules[\\/](echarts|zrender)[\\/]lib[\\/].*\.js$/ }, ({ path: file }) => {
      const name = file.replaceAll("\\", "/").replace(/^.*\/node_modules\//, "");
      const contents = LEFT_OUT[name]?.replaceAll("import.meta.file", `"${name}"`);
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
  const unknown = Object.keys(LEFT_OUT).filter((name) => !metafile.inputs[`node_modules/${name}`]);
  if (unknown.length > 0) throw new Error(`the charts' library has no ${unknown.join(", ")}: has it changed?`);
  // Measured after brotli: 6 kB less than esbuild's own.
  const { code } = await minify(outputFiles[0].text, { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } });
  if (code === undefined) throw new Error("terser gave no code for the charts' library");
  // V8 compiles all of it while it is on its way, on another thread: most of it is called by the first chart (80 ms on a slow phone).
  return { code: `//# allFunctionsCalledOnLoad\n/* Apache ECharts and zrender: see licenses.txt */\n${code}\n`, metafile };
};
