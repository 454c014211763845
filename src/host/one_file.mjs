// What a page that is one file has in the place of the files beside it: inert blocks, written by scripts/standalone.mjs.
// There "glue" and "charts" are the scripts of the release, and whatever they fetch is read from here.

/** The first part of the names by which the scripts ask for a block. */
const SCHEME = "part:///";

/** @returns {HTMLScriptElement | null} */
const block = (name) => /** @type {any} */ (document.getElementById(name));

/** The bytes of a packed block, as if a server had sent them. */
const read = async (address) => {
  const name = `${address}`.slice(SCHEME.length);
  if (!block(name)) throw new Error(`this page should contain ${name}: the file may have been cut off`);
  if (typeof DecompressionStream !== "function") {
    throw new Error("this browser cannot unpack the page (DecompressionStream is missing): use a browser of 2023 or later");
  }
  const bytes = Uint8Array.from(atob(block(name).textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
};

/** Hands over a block that is text as a file of its own. */
const download = (name) => {
  const url = URL.createObjectURL(new Blob([block(name).textContent], { type: block(name).type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name.split("/").pop() });
  link.click();
  // The browser has begun to read the file.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

/** Goes to a place in the page. A link would write it over the question, which stands in the fragment. */
const goTo = (place) => {
  place.focus();
  place.scrollIntoView();
};

/** Links that lead to a file beside the page, to a place in it, or to itself have no address here that they could lead to. */
addEventListener("click", (event) => {
  const href = event.target instanceof Element ? event.target.closest("a[href]")?.getAttribute("href") : undefined;
  if (event.defaultPrevented || href === undefined) return;
  const place = /^#[\w-]+$/.test(href) && document.getElementById(href.slice(1));
  if (block(href)) download(href);
  else if (place) goTo(place);
  else if (href === "") location.reload();
  else return;
  event.preventDefault();
});

globalThis.chinaTrialsParts = {
  read,
  module: () => read(SCHEME + document.querySelector('script[type="application/wasm"]').id),
  glue: () => import("glue"),
  charts: () => import("charts"),
  // A file has no settings of a portal beside it.
  settings: async () => new Response("{}"),
};
