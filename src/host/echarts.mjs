// The part of ECharts that the figures use, and the one door through which the app reaches it.
// Whatever src/figures draws must be registered here; ECharts skips an unknown series with a console message only.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LineChart, SVGRenderer, TooltipComponent]);

/** Numbers on an axis have a real minus sign, as everywhere on the page. */
const withMinusSigns = (axis) => {
  const form = axis.axisLabel?.formatter;
  if (form) axis.axisLabel.formatter = (value) => form.replace("{value}", `${value}`.replace("-", "\u2212"));
};

/**
 * A chart that takes the options of src/figures. scripts/draw.mjs makes one without an element.
 * @param {HTMLElement | null} element
 */
export const chart = (element, options) => {
  const instance = init(element, null, options);
  const draw = instance.setOption.bind(instance);
  instance.setOption = (option, how) => {
    [...option.xAxis, ...option.yAxis].forEach(withMinusSigns);
    draw(option, how);
  };
  return instance;
};

/** What stands on the window of the page: the same chart, in an element. */
const inElement = (element, options) => {
  // What was drawn before any script has been looked at until now.
  element.replaceChildren();
  const instance = chart(element, options);
  // Its loose texts would be read as a heap of numbers: the element around says what they mean.
  element.firstElementChild?.setAttribute("aria-hidden", "true");
  // At once, as setOption does: what is said to be drawn is drawn, on paper too, which waits for no frame.
  const resize = instance.resize.bind(instance);
  instance.resize = (size) => {
    resize(size);
    instance.getZr().flush();
  };
  return instance;
};

/**
 * A chart drawn apart from any page, as the text of an SVG document.
 * @param {{ width: number, height: number }} size
 */
export const markup = (size, option, make = chart) => {
  const drawn = make(null, { ...size, renderer: "svg", ssr: true });
  try {
    drawn.setOption(option);
    // Not `renderToSVGString`: it would write a style sheet for the pointer, which a strict policy forbids and paper does not need.
    const { painter } = /** @type {any} */ (drawn.getZr());
    return painter.renderToString({ cssAnimation: false, cssEmphasis: false });
  } finally {
    // One that is left ticks for ever.
    drawn.dispose();
  }
};

globalThis.chinaTrialsCharts = { init: inElement, markup };
globalThis.dispatchEvent?.(new Event("charts-ready"));
