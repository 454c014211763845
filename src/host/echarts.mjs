// The part of ECharts that the figures use, and the one door through which the app reaches it.
// Whatever src/figures draws must be registered here; ECharts skips an unknown series with a console message only.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LabelLayout, LineChart, SVGRenderer, TooltipComponent]);

/** Numbers on an axis have a real minus sign, as everywhere on the page. */
const withMinusSigns = (axis) => {
  const form = axis.axisLabel?.formatter;
  if (form) axis.axisLabel.formatter = (value) => form.replace("{value}", `${value}`.replace("-", "\u2212"));
};

globalThis.chinaTrialsCharts = {
  init: (element, options) => {
    const chart = init(element, null, options);
    const draw = chart.setOption.bind(chart);
    chart.setOption = (option, how) => {
      [...option.xAxis, ...option.yAxis].forEach(withMinusSigns);
      draw(option, how);
    };
    // At once, as setOption does: what is said to be drawn is drawn, on paper too, which waits for no frame.
    const resize = chart.resize.bind(chart);
    chart.resize = (size) => {
      resize(size);
      chart.getZr().flush();
    };
    return chart;
  },
};
dispatchEvent(new Event("charts-ready"));
