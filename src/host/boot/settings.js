// config.json: what the people of a portal have set for their copy of the page. Most have set nothing: what judges the file
// (src/host/settings.js) is only fetched for one that says something.

/** @typedef {{ [name: string]: any }} Settings */
/** What of a file can be followed, and what is wrong with the rest. @typedef {(found: any) => { settings: Settings, problems: string[] }} Judge */

/** Nothing is set. */
const absent = () => ({ settings: {}, problems: [] });

/**
 * The file, if there is one: a page in its place, of a sign-in or of a server that answers everything, is none.
 * @param {() => Promise<Response>} ask
 * @param {() => Promise<{ checked: Judge }>} judge
 */
const found = async (ask, judge) => {
  const response = await ask();
  if (response.status === 404) return absent();
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const text = await response.text();
  return /^\s*(<|\{\s*\}\s*$)/.test(text) ? absent() : (await judge()).checked(JSON.parse(text));
};

const tooLate = () => {
  throw new Error("no answer in time");
};

/**
 * Reads the file. What is wrong in it is left out and named; the page goes on without.
 * @param {() => Promise<Response>} ask
 * @param {() => Promise<{ checked: Judge }>} judge
 * @param {Promise<unknown>} late when it is no longer waited for
 */
const read = async (ask, judge, late) => {
  try {
    return await Promise.race([found(ask, judge), late.then(tooLate)]);
  } catch (error) {
    // Who may talk to the page is not known: nobody.
    return { settings: { origins: [] }, problems: [`not read: ${error.message}`] };
  }
};

/**
 * Reads the settings and leaves them for the app (src/host/config.rs).
 * @param {() => Promise<Response>} ask
 * @param {() => Promise<{ checked: Judge }>} judge
 * @param {Promise<unknown>} [late] when they are no longer waited for
 * @returns {Promise<Settings>}
 */
export const configure = async (ask, judge, late = new Promise(() => {})) => {
  const { settings, problems } = await read(ask, judge, late);
  // In the pieces in which the app asks for them: every line of it there is loaded by every reader.
  const { title, permalink } = settings;
  [settings["permalink-start"], settings["permalink-end"]] = permalink?.split("{query}") ?? [];
  if (title) Object.assign(settings, { "title-en": title.en ?? title, "title-zh": title.zh ?? title });
  Object.assign(globalThis, { chinaTrialsConfig: settings, chinaTrialsConfigProblems: problems });
  return settings;
};
