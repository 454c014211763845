// Pictures of the main states, for people to look at; written to tests/browser/shots/, which is not committed.
import { mkdir, rm } from "node:fs/promises";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { useSite } from "./site.mjs";

const folder = fileURLToPath(new URL("shots", import.meta.url));
const STATES = {
  "default": "",
  "answer": "year=2024&product=biological&disease=oncology",
  "gap": "year=2022&product=biological&disease=oncology",
  "impossible": "year=2024&product=tcm&disease=preventive_vaccine",
};

describe("pictures", () => {
  const site = useSite();

  it("of every main state", async (t) => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const width of [320, 768, 1440]) {
      for (const colorScheme of ["light", "dark"]) {
        const explorer = await site.open(t, "", { width, colorScheme });
        for (const [state, query] of Object.entries(STATES)) {
          for (const language of ["en", "zh"]) {
            await explorer.goto(`?${query}&lang=${language}`.replace("?&", "?"));
            // Charts are drawn when they are near the window: make it as high as the page.
            const height = await explorer.page.evaluate(() => document.documentElement.scrollHeight);
            await explorer.page.setViewportSize({ width, height });
            await explorer.frames(6);
            await explorer.page.screenshot({ path: `${folder}/${state}-${language}-${colorScheme}-${width}.png`, fullPage: true });
            await explorer.page.setViewportSize({ width, height: 900 });
          }
        }
      }
    }
  });
});
