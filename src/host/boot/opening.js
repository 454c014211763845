// How the page opens: what is decided before the app can, and must be decided as the app does (src/address/parse.rs).
import { defaultLanguage, defaultMode, figures, hideable, languages, modes, savedLanguage } from "contract";

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
  return [question.get("lang"), saved(), set, ...preferred].find((code) => languages.includes(code)) ?? defaultLanguage;
};

/**
 * How much of the page is shown. A card shows one figure: where none is named, there is no card.
 * @param {URLSearchParams} question
 */
export const mode = (question) => {
  const asked = question.get("mode");
  if (!modes.includes(asked)) return defaultMode;
  return asked === "card" && !figures.includes(question.get("figure")?.split(":")[0]) ? "embed" : asked;
};

/**
 * What of the page is hidden, as an attribute lists it.
 * @param {URLSearchParams} question
 */
export const hidden = (question) => {
  const asked = question.get("hide")?.split(",") ?? [];
  return asked.filter((part) => hideable.includes(part)).join(" ");
};
