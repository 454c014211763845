// The part of ECharts that the figures use, and the one door through which the app reaches it.
// Whatever src/figures draws must be registered here; ECharts skips an unknown series with a console message only.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LabelLayout, LineChart, SVGRenderer, TooltipComponent]);

globalThis.chinaTrialsCharts = {
  init: (element, options) => init(element, null, options),
};
dispatchEvent(new Event("charts-ready"));
