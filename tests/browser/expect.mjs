// Playwright's assertions, and one of our own.
import { expect as standard } from "@playwright/test";
import { holdsNumber } from "./text.mjs";

export const expect = standard.extend({
  /**
   * Asserts that a text holds each number, as a number of its own.
   * @param {string} text
   * @param {string[]} numbers
   */
  toHaveNumbers(text, numbers) {
    const missing = numbers.filter((number) => !holdsNumber(text, number));
    const pass = this.isNot ? missing.length < numbers.length : missing.length === 0;
    return {
      pass,
      message: () =>
        `expected ${this.isNot ? "none of " : ""}${numbers.join(", ")}${missing.length > 0 ? `, without ${missing.join(", ")}` : ""} in:\n${text}`,
    };
  },
});
