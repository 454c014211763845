// What stands in the pages that the browser tests open, besides what every browser has.

/** The libraries of GNOME, and the program's arguments, as GJS has them (webkit_print.mjs). */
declare module "gi://*";
declare module "system";

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

/** What the explorer has said to the portal (embedding.test.mjs). */
declare var heard: import("./portals.mjs").Said[];
/** What a portal has written to its console (embedding.test.mjs). */
declare var logged: string[][];
/** How often another window has spoken to the explorer (embedding.test.mjs). */
declare var attempts: number;
/** Whether the element has said that the page is ready (embedding.test.mjs). */
declare var isReady: boolean;
/** Put into a page, and still there while it is the same page (embedding.test.mjs). */
declare var isTheSame: boolean;
/** The texts of what was clicked in the proof (proof.test.mjs). */
declare var pressed: string[];
/** Where a title stood in each frame (answer.test.mjs). */
declare var seenAt: number[];
/** The languages in which the text before the app was shown, in their order (settings.test.mjs). */
declare var readIn: string[];

/** Where a page has its figures it has HTML. */
interface Element {
  closest(selector: "[data-figure]"): HTMLElement | null;
}
interface ParentNode {
  querySelectorAll(selector: "[data-figure]"): NodeListOf<HTMLElement>;
}

interface HTMLElementTagNameMap {
  "china-trials-explorer": ExplorerElement;
}

/** The element of public/embed.js, and what it says. */
interface ExplorerElement extends HTMLElement {
  addEventListener(type: "selection", listener: (event: CustomEvent<import("./portals.mjs").Saying["selection"]>) => void): void;
  addEventListener(type: "error", listener: (event: CustomEvent<import("./portals.mjs").Saying["error"]>) => void): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}
