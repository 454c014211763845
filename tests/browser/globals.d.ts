// What stands in the pages that the browser tests open, besides what every browser has.

/** The accessibility checker, where a test has put `axeSource` of site.mjs into the page. */
declare var axe: typeof import("axe-core");

/** A shift of the layout; browsers have it and lib.dom does not. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

/** What has moved since the page was opened, and where (page.mjs). */
declare var layoutShifts: { value: number; where: string[] }[];

/** Where a page has its figures it has HTML. */
interface Element {
  closest(selector: "[data-figure]"): HTMLElement | null;
}
