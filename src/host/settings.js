// Judges what config.json says. What may stand in it is described in public/config.schema.json, from which the check is made that is
// imported here (scripts/generated.mjs); src/host/boot/settings.js fetches this for a file that says something.
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
