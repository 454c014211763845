// Keys belong to whoever writes with them: an input method that composes a character, a field, a page around ours.
import { expect, test } from "./site.mjs";

/** @import { Page } from "@playwright/test" */

/**
 * Presses a key while an input method composes: browsers say so in two ways.
 * @param {Page} page
 * @param {string} selector
 * @param {string} key
 * @param {KeyboardEventInit & { keyCode?: number }} said
 */
const compose = (page, selector, key, said) =>
  page.locator(selector).evaluate(
    (element, [key, said]) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, .../** @type {object} */ (said) });
      return element.dispatchEvent(event);
    },
    /** @type {[string, object]} */ ([key, said]),
  );

const WAYS = [
  { way: "isComposing", said: { isComposing: true } },
  { way: "key code 229", said: { keyCode: 229 } },
];

test.describe("keys", () => {
  for (const { way, said } of WAYS) {
    test(`that compose a character are the input method's (${way})`, async ({ explorer }) => {
      const { page } = explorer;
      await page.locator("#find").fill("肿瘤");
      await page.locator("[data-part=finder] [role=option]").first().waitFor();
      const before = page.url();
      for (const key of ["Enter", "ArrowDown", "ArrowUp", "Escape"]) {
        expect(await compose(page, "#find", key, said), `${key} is left to the input method`).toBe(true);
      }
      await expect(page.locator("#find"), "what was typed is kept").toHaveValue("肿瘤");
      await expect(page.locator("#find")).toHaveAttribute("aria-activedescendant", "answer-0");
      expect(page.url(), "nothing was opened").toBe(before);
      // The same key, when the word is there, opens the first answer.
      expect(await compose(page, "#find", "Enter", {})).toBe(false);
      await expect(page.locator("#find")).toHaveValue("");
    });

    test(`close no proof while a character is composed (${way})`, async ({ site }) => {
      const explorer = await site.open("?year=2024&number=2024:count:all");
      const proof = explorer.page.locator("[data-part=proof]");
      await proof.waitFor();
      await compose(explorer.page, "body", "Escape", said);
      await expect(proof).toBeVisible();
      await compose(explorer.page, "body", "Escape", {});
      await expect(proof).toBeHidden();
    });
  }

  test("the slash leads to the search field, until the reader switches it off", async ({ site }) => {
    const explorer = await site.open("?page=methods");
    const { page } = explorer;
    await page.locator("#find").waitFor();
    await page.keyboard.press("/");
    await expect(page.locator("#find")).toBeFocused();
    await expect(page.locator("#find")).toHaveValue("");
    const slash = page.locator("input[name=slash]");
    await slash.uncheck();
    await page.keyboard.press("/");
    await expect(page.locator("#find")).not.toBeFocused();
    await page.reload();
    await explorer.ready();
    await page.locator("#find").waitFor();
    await expect(slash, "the choice is kept").not.toBeChecked();
    await page.keyboard.press("/");
    await expect(page.locator("#find")).not.toBeFocused();
    await slash.check();
    await page.keyboard.press("/");
    await expect(page.locator("#find")).toBeFocused();
  });

  test("the slash is not swallowed where there is no search field", async ({ site }) => {
    const { page } = await site.open("?mode=embed");
    expect(await compose(page, "body", "/", {}), "the key goes where it went").toBe(true);
  });
});
