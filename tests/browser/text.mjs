// Text as the tests compare it.

/**
 * Text with one kind of space, numbers without thousands separators, percent signs without space: both languages alike.
 * @param {string} text
 */
export const plain = (text) =>
  text
    .replace(/\s+/gu, " ")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/(?<=\d) (?=%)/g, "")
    .trim();

/**
 * Whether a text holds a number as a number of its own: 444 is not in 4440 or 44.4.
 * @param {string} text
 * @param {string} number
 */
export const holdsNumber = (text, number) => {
  const wanted = plain(number).replace(/[.]/g, "\\.");
  return new RegExp(`(?<![\\d.])${wanted}(?![\\d]|\\.\\d)`).test(plain(text));
};
