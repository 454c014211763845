// <china-trials-explorer src="https://…/"> shows China Trials Explorer in a page of another site, as high as its content.
// Attributes, events and messages: docs/embedding.md. No dependencies; a page without this script shows what stands in the element.
// What the page itself says of names, versions and the address. The question is what a reader asks: a change of it is told to the page,
// which goes on as it is.
import {
  defaultTheme,
  highestPx,
  keys,
  looks as LOOKS,
  name as NAME,
  proofs as PROOFS,
  protocol,
  question as QUESTION,
  version,
} from "contract";

/** What the address has besides the question: a change opens the page anew. A proof is opened by readers, not by portals. */
const FRAME = keys.filter((key) => ![...LOOKS, ...PROOFS, ...QUESTION].includes(key));
/** The page can be asked when it has drawn its first charts: until then it is asked again. */
const ASK_EVERY_MS = 400;
/** A page that is on its way says so at once; one that is refused, or whose host is dead, never says anything. */
const GIVE_UP_AFTER_MS = 8000;
const GIVE_UP_ON_OPENING_AFTER_MS = 60_000;
/** Lower than a line is no content. */
const LOWEST_PX = 20;
const isHeight = (height) => Number.isFinite(height) && height >= LOWEST_PX && height <= highestPx;

class Explorer extends HTMLElement {
  static observedAttributes = ["src", "lang", "theme", "title", "height", "width", ...QUESTION, ...FRAME];

  #frame;
  #origin;
  #isReady = false;
  #isOpening = false;
  /** Whether the frame has loaded since it was opened: what loads after that was reloaded in it. */
  #hasLoaded = false;
  #asking;
  #patience;
  /** The height that the page has said last. */
  #told;
  /** What the reader has asked last, for an element that is moved in the document. */
  #asked;

  connectedCallback() {
    addEventListener("message", this.#hear);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    clearInterval(this.#asking);
    clearTimeout(this.#patience);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (QUESTION.includes(name)) this.#asked = undefined;
    if (!this.#frame) return;
    if (name === "title") this.#name();
    else if (name === "width" || name === "height") this.#fit();
    // Which language is the reader's, only the page knows when it opens.
    else if (!this.#isReady || name === "src" || FRAME.includes(name) || (name === "lang" && !now)) this.#open();
    else if (name === "theme") {
      this.#fit();
      this.#tell("set-theme", { theme: now || defaultTheme });
    } else if (name === "lang") this.#tell("set-lang", { lang: now });
    else this.#tell("set-selection", { query: `${this.#query(QUESTION)}` });
  }

  #query(names) {
    return new URLSearchParams(names.filter((name) => this.getAttribute(name)).map((name) => [name, this.getAttribute(name)]));
  }

  /** The address of the page with everything that the attributes say. */
  #address() {
    const address = new URL(this.getAttribute("src") ?? "", document.baseURI);
    if (!/^https?:$/.test(address.protocol)) throw new TypeError(`src: expected an http address, found ${address.protocol}`);
    const query = this.#query(["lang", "theme", ...(this.#asked ? [] : QUESTION), ...FRAME]);
    for (const [key, value] of new URLSearchParams(this.#asked)) query.set(key, value);
    query.set("v", `${version}`);
    if (!query.has("mode")) query.set("mode", query.has("figure") ? "card" : "embed");
    address.search = `${query}`;
    return address;
  }

  #open() {
    clearInterval(this.#asking);
    this.#isReady = this.#isOpening = this.#hasLoaded = false;
    this.#told = undefined;
    clearTimeout(this.#patience);
    let address;
    try {
      address = this.#address();
    } catch (error) {
      return this.#say("error", { code: "bad-src", message: error.message });
    }
    this.#origin = address.origin;
    const frame = this.#frame ?? document.createElement("iframe");
    frame.allow = "clipboard-write; fullscreen";
    // Also a page that was loaded anew inside its frame: it has to be told once more who asks.
    frame.onload = () => this.#greet();
    // A new address of a frame that stands there is no step in the history of the portal.
    if (this.#frame) frame.contentWindow.location.replace(address);
    else frame.src = address;
    if (!this.#frame) {
      this.#frame = frame;
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      // What stands in the element is shown where the page is not.
      const fallback = document.createElement("slot");
      fallback.append(document.createElement("a"));
      shadow.replaceChildren(fallback, frame);
    }
    this.shadowRoot.querySelector("a").href = `${address}`;
    this.#name();
    this.#fit();
    this.#expect(GIVE_UP_AFTER_MS);
  }

  /** The name of the frame, and of the link in its place. */
  #name() {
    this.#frame.title = this.title || "China Trials Explorer";
    this.shadowRoot.querySelector("a").textContent = this.#frame.title;
  }

  /** Says hello until there is an answer. Before the frame has loaded, nobody of that origin would hear it. */
  #greet() {
    clearInterval(this.#asking);
    if (this.#hasLoaded && this.#isReady) {
      this.#isReady = this.#isOpening = false;
      this.#expect(GIVE_UP_AFTER_MS);
    }
    this.#hasLoaded = true;
    if (!this.#isReady) this.#asking = setInterval(() => this.#tell("hello"), ASK_EVERY_MS);
  }

  /** Shows the frame, and what stands in the element in its place where the page has said nothing by then. */
  #expect(withinMs) {
    clearTimeout(this.#patience);
    this.#show(true);
    this.#patience = setTimeout(() => {
      clearInterval(this.#asking);
      this.#show(false);
      this.#say("error", { code: "no-answer", message: `no answer from ${this.#origin} within ${withinMs / 1000} s` });
    }, withinMs);
  }

  #show(isAlive) {
    const [fallback, frame] = /** @type {any} */ (this.shadowRoot.children);
    fallback.style.display = isAlive ? "none" : "";
    frame.style.display = isAlive ? "" : "none";
  }

  #fit() {
    Object.assign(this.style, { display: "block" });
    const height = Number.parseInt(this.getAttribute("height"), 10);
    const width = Number.parseInt(this.getAttribute("width"), 10);
    Object.assign(this.#frame.style, {
      border: "0",
      width: width ? `${width}px` : "100%",
      maxWidth: "100%",
      height: `${this.#told ?? (isHeight(height) ? height : 480)}px`,
      // A frame in other colours than its own would stand on white.
      colorScheme: this.getAttribute("theme") === "transparent" ? "light" : "",
    });
  }

  #tell(type, fields) {
    this.#frame?.contentWindow?.postMessage({ target: NAME, v: protocol, type, ...fields }, this.#origin);
  }

  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #hear = ({ source, origin, data }) => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin || data?.source !== NAME || data.v !== protocol)
      return;
    const { source: _, v: __, type, ...detail } = data;
    if (type === "opening" && !this.#isReady && !this.#isOpening) {
      this.#isOpening = true;
      this.#expect(GIVE_UP_ON_OPENING_AFTER_MS);
    }
    if (type === "height" && isHeight(detail.height)) {
      this.#told = detail.height;
      this.#fit();
    }
    if (type === "ready") {
      clearInterval(this.#asking);
      clearTimeout(this.#patience);
      this.#isReady = true;
      this.#show(true);
    }
    if (type === "selection") this.#asked = detail.query;
    if (["ready", "selection", "error"].includes(type)) this.#say(type, detail);
  };
}

if (!customElements.get(NAME)) customElements.define(NAME, Explorer);
