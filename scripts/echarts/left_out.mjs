// What of ECharts and zrender no chart of ours can reach (docs/decisions/0017-echarts-left-out.md): whole files, and functions of others.

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
export const FILES = {
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
  "zrender/lib/animation/easing.js": "export default {};",
  "zrender/lib/animation/cubicEasing.js": never("createCubicEasingFunc"),
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

/**
 * Functions that are left out of files of which the rest is needed, by their names there: `function name`, `Class.prototype.name`,
 * written here as `Class.name`, or a member of an object, written as `.name`. Whoever calls one is told which it was.
 * Found by running all browser tests with a library that counts its calls; taken only where the reason stands beside.
 * @type {Record<string, string[]>}
 */
export const FUNCTIONS = {
  // Nothing moves: every option says `animation: false`.
  "zrender/lib/animation/Animator.js": [
    ...["Track.step", "Track.addKeyframe", "Track.prepare", "Track._addToTarget", "fillArray", "fillColorStops"],
    ...["Animator.start", "Animator.whenWithKeys", "Animator.stopTracks", "Animator.saveTo", "Animator.__changeFinalValue"],
  ],
  "zrender/lib/animation/Clip.js": ["Clip.step"],
  "zrender/lib/Element.js": ["animateTo", "animateToShallow", "copyValue", "enhanceArray", "Element.animate", "Element.addAnimator"],
  "zrender/lib/core/PathProxy.js": ["PathProxy._calculateLength"],
  "zrender/lib/tool/color.js": ["lerp"],
  "zrender/lib/graphic/shape/BezierCurve.js": ["someVectorAt", "BezierCurve.buildPath"],
  "echarts/lib/util/model.js": ["interpolateRawValues"],
  // Of lines: animation, labels that run along, steps, smooth curves, areas, and points that come one after the other.
  "echarts/lib/chart/line/LineView.js": [
    ...["LineView._doUpdateAnimation", "LineView._initSymbolLabelAnimation", "LineView._endLabelOnDuring", "getEndLabelStateSpecified"],
    ...["turnPointsIntoStep", "clipColorStops", "canShowAllSymbolForCategory"],
  ],
  "echarts/lib/chart/line/poly.js": ["ECPolyline.getPointOn", "ECPolygon.buildPath"],
  "echarts/lib/chart/helper/SymbolDraw.js": ["SymbolDraw.incrementalUpdate", "SymbolDraw.updateLayout"],
  "zrender/lib/graphic/helper/smoothBezier.js": ["smoothBezier"],
  // Of bars: thousands at once, bars that overtake each other, bars in a circle, a ground behind each.
  "echarts/lib/chart/bar/BarView.js": [
    ...["createLarge", "largePathFindDataIndex", "LargePath.buildPath", "createPolarPositionMapping", "createBackgroundShape"],
    ...["BarView._enableRealtimeSort", "updateRealtimeAnimation", "BarView._isOrderChangedWithinSameData", "BarView._dataSort"],
    ...["BarView._updateSortWithinSameData", "BarView._dispatchInitSort", "BarView._isOrderDifferentInView"],
  ],
  "echarts/lib/chart/bar/BaseBarSeries.js": ["BaseBarSeriesModel.getMarkerPosition"],
  "echarts/lib/util/shape/sausage.js": ["SausagePath.buildPath"],
  "echarts/lib/chart/helper/createClipPathFromCoordSys.js": ["createPolarClipPath"],
  // Of axes: labels left out where there is no room (src/figures decides), minor ticks, striped grounds, logarithms, other coordinates.
  "echarts/lib/coord/axisTickLabelBuilder.js": [
    ...["calculateCategoryInterval", "calculateCategoryIntervalDealCache", "makeAutoCategoryInterval"],
  ],
  "echarts/lib/component/axis/axisSplitHelper.js": ["rectCoordAxisBuildSplitArea"],
  "echarts/lib/component/axis/CartesianAxisView.js": [".minorSplitLine"],
  "echarts/lib/scale/minorTicks.js": ["getMinorTicks"],
  "echarts/lib/coord/axisNiceTicks.js": ["logScaleCalcNiceTicks"],
  "echarts/lib/coord/axisStatisticsMetricsImpl.js": ["metricLiPosMinGapImpl"],
  "echarts/lib/coord/cartesian/Grid.js": ["layOutGridByOuterBounds", "Grid._findConvertTarget"],
  "echarts/lib/model/referHelper.js": [".polar", ".parallel", ".matrix", ".singleAxis"],
  "echarts/lib/util/layout.js": ["boxLayout"],
  // Data come as rows with the series, once; no data set, no transformation, no samples, nothing appended, no days.
  "echarts/lib/data/DataStore.js": [
    ...["DataStore.selectRange", "DataStore.lttbDownSample", "DataStore.minmaxDownSample", "DataStore.downSample"],
    ...["DataStore.appendValues", "DataStore.appendData", "DataStore.ensureCalculationDimension"],
  ],
  "echarts/lib/data/SeriesData.js": ["SeriesData.appendValues", "SeriesData.selectRange"],
  "echarts/lib/data/DataDiffer.js": ["DataDiffer._executeMultiple"],
  "echarts/lib/data/helper/SeriesDataSchema.js": ["SeriesDataSchema.makeStoreSchema"],
  "echarts/lib/data/helper/sourceManager.js": ["SourceManager._applyTransform", "SourceManager._innerGetDataStore"],
  "echarts/lib/data/helper/dataProvider.js": ["fillStorageForTypedArray"],
  "echarts/lib/util/number.js": ["parseDate"],
  // What the page does not ask of a chart (src/host/charts.rs): pictures, places, themes, media, filters of events. A click asks what is chosen.
  "echarts/lib/core/echarts.js": [
    ...["ECharts.getConnectedDataURL", "ECharts.getDataURL", "ECharts.renderToCanvas", "ECharts.setTheme", "ECharts.getVisual"],
    ...["ECharts.containPixel", "ECharts.appendData", "ECharts.showLoading", "doConvertPixelImpl"],
  ],
  "echarts/lib/model/Global.js": ["GlobalModel.getOption"],
  "echarts/lib/model/OptionManager.js": ["applyMediaQuery"],
  "echarts/lib/model/Series.js": ["SeriesModel.indicesOfNearest"],
  "echarts/lib/util/ECEventProcessor.js": ["ECEventProcessor.normalizeQuery", "ECEventProcessor.filter"],
  // A tooltip belongs to one mark.
  "echarts/lib/component/tooltip/TooltipView.js": [
    ...["TooltipView._showAxisTooltip", "TooltipView._updateContentNotChangedOnAxis", "TooltipView._showComponentItemTooltip"],
  ],
  "echarts/lib/component/tooltip/seriesFormatTooltip.js": ["formatTooltipArrayValue"],
  // Colours that flow into each other, pictures as marks, style sheets within a drawing, what a canvas paints.
  "zrender/lib/svg/graphic.js": ["setGradient", "brushSVGImage"],
  "zrender/lib/svg/cssEmphasis.js": ["createCSSEmphasis"],
  "zrender/lib/svg/core.js": ["getCssString"],
  "zrender/lib/graphic/helper/image.js": ["createOrUpdateImage"],
  "zrender/lib/graphic/Displayable.js": ["Displayable.shouldBePainted", "Displayable.getPaintRect"],
};
