// config.json: what the people of a portal have set for their copy of the page. What may stand in it is described in
// public/config.schema.json, from which the check is made that is imported here (scripts/generated.mjs).
import { check, expected } from "settings-check";

/** @typedef {{ [name: string]: any }} Settings */

/** What was expected instead of what is wrong. */
const complaint = (name) => {
  if (name === undefined) return `not read: expected ${expected[""]}`;
  const names = Object.keys(expected).filter((known) => /^\w/.test(known));
  return `${name}: expected ${Object.hasOwn(expected, name) ? expected[name] : `one of ${names.join(", ")}`}`;
};

/**
 * What of a file can be followed, and what is wrong with the rest.
 * @param {any} found
 * @returns {{ settings: Settings, problems: string[] }}
 */
export const checked = (found) => {
  check(found);
  // Each error names where it is, as in /origins/0; one of a name that is not known names that.
  const wrong = (check.errors ?? []).map(({ instancePath, params }) => instancePath.split("/")[1] ?? params.additionalProperty);
  const problems = [...new Set(wrong)].map(complaint);
  if (wrong.includes(undefined)) return { settings: { origins: [] }, problems };
  const settings = Object.fromEntries(Object.entries(found).filter(([name]) => !wrong.includes(name)));
  // A restriction that is partly wrong is one all the same.
  if (wrong.includes("origins")) settings.origins = [found.origins].flat().filter((origin) => check({ origins: [origin] }));
  return { settings, problems };
};

/**
 * Reads the file, if there is one. What is wrong in it is left out and named; the page goes on without.
 * @param {() => Promise<Response>} ask
 */
const read = async (ask) => {
  try {
    const response = await ask();
    if (response.status === 404) return { settings: {}, problems: [] };
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return checked(await response.json());
  } catch (error) {
    // Who may talk to the page is not known: nobody.
    return { settings: { origins: [] }, problems: [`not read: ${error.message}`] };
  }
};

/**
 * Reads the settings and leaves them for the app (src/host/config.rs).
 * @param {() => Promise<Response>} ask
 * @returns {Promise<Settings>}
 */
export const configure = async (ask) => {
  const { settings, problems } = await read(ask);
  // In the pieces in which the app asks for them: every line of it there is loaded by every reader.
  const { title, permalink } = settings;
  [settings["permalink-start"], settings["permalink-end"]] = permalink?.split("{query}") ?? [];
  if (title) Object.assign(settings, { "title-en": title.en ?? title, "title-zh": title.zh ?? title });
  Object.assign(globalThis, { chinaTrialsConfig: settings, chinaTrialsConfigProblems: problems });
  return settings;
};
