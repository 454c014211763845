// How the page opens: what is decided before the app can, and must be decided as the app does (src/address/parse.rs).
import {
  defaultLanguage,
  defaultMode,
  defaultTheme,
  figures,
  hideable,
  keys,
  languages,
  looks,
  modes,
  savedLanguage,
  themes,
} from "contract";

/** What may stand behind a link in a sentence, and ends no value of ours (src/address/foreign.rs). */
const BEHIND_A_LINK = /[.,;!?)\]}>"'。，；：！？、）」』】》”’]+$/;

/**
 * The question that an address asks: an address that was escaped for HTML has its ampersands back.
 * @param {string} asked
 */
export const questionOf = (asked) => new URLSearchParams(asked.replace(/&(amp;)+/g, "&"));

/**
 * Whether it asks for other numbers than the page opens with: parameters of others do not, nor do keys that only say how the page
 * looks, which the text before the app follows too.
 * @param {URLSearchParams} question
 */
export const asksAnything = (question) => [...question.keys()].some((key) => keys.includes(key) && !looks.includes(key));

const value = (/** @type {URLSearchParams} */ question, /** @type {string} */ key) => question.get(key)?.replace(BEHIND_A_LINK, "") ?? null;

/** The language that the reader has chosen before (src/host/storage.rs). */
const saved = () => {
  try {
    return localStorage.getItem(savedLanguage);
  } catch {
    // A sandboxed frame has no storage.
    return null;
  }
};

/**
 * The language of the text before the app: as in the address, else as saved, else as the portal has set it, else as the browser
 * prefers.
 * @param {URLSearchParams} question
 * @param {string} [set] the language of config.json, once that has been read
 */
export const language = (question, set) => {
  const preferred = navigator.languages.map((tag) => tag.split("-")[0]);
  return [value(question, "lang"), saved(), set, ...preferred].find((code) => languages.includes(code)) ?? defaultLanguage;
};

/**
 * How much of the page is shown. A card shows one figure: where none is named, there is no card.
 * @param {URLSearchParams} question
 */
export const mode = (question) => {
  const asked = value(question, "mode");
  if (!modes.includes(asked)) return defaultMode;
  return asked === "card" && !figures.includes(value(question, "figure")?.split(":")[0]) ? "embed" : asked;
};

/**
 * The colours of the text before the app, as attributes: nothing where the reader's system decides (style/frame.css).
 * @param {URLSearchParams} question
 * @param {string} [set] the theme of config.json, once that has been read
 */
export const colours = (question, set) => {
  const theme = [value(question, "theme"), set].find((code) => themes.includes(code) && code !== defaultTheme);
  return theme === "transparent" ? { theme: "light", ground: theme } : theme && { theme };
};

/**
 * What of the page is hidden, as an attribute lists it.
 * @param {URLSearchParams} question
 */
export const hidden = (question) => {
  const asked = value(question, "hide")?.split(",") ?? [];
  return asked.filter((part) => hideable.includes(part)).join(" ");
};
