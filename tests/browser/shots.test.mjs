// Pictures of the main states, for people to look at; written to tests/browser/shots/, which is not committed.
import { mkdir, rm } from "node:fs/promises";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { useSite } from "./site.mjs";

const folder = fileURLToPath(new URL("shots", import.meta.url));
/** The whole page, with every chart. */
const PAGES = {
  default: "",
  answer: "year=2024&product=biological&disease=oncology",
  gap: "year=2022&product=biological&disease=oncology",
  impossible: "year=2024&product=tcm&disease=preventive_vaccine",
};
/** What one window shows. */
const WINDOWS = {
  proof: "year=2024&figure=disease_areas&cell=share:oncology:chemical",
  filters: "phase=I",
};
/** Dark pages differ from light ones in their colours only, and pages of middle width in their columns: fewer pictures show them all. */
const LOOKS = [
  { width: 320, colorScheme: "light", languages: ["en", "zh"], states: ["proof", "filters", "default", "answer", "gap"] },
  { width: 768, colorScheme: "light", languages: ["en", "zh"], states: ["default"] },
  { width: 1440, colorScheme: "light", languages: ["en", "zh"], states: ["proof", "filters", "default", "answer", "gap", "impossible"] },
  { width: 320, colorScheme: "dark", languages: ["zh"], states: ["proof", "answer"] },
  { width: 1440, colorScheme: "dark", languages: ["en"], states: ["proof", "default", "gap"] },
];

describe("pictures", () => {
  const site = useSite();

  it("of every main state", async (t) => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { width, colorScheme, states, languages } of LOOKS) {
      const explorer = await site.open(t, "", { width, colorScheme });
      for (const [language, state] of languages.flatMap((language) => states.map((state) => [language, state]))) {
        await explorer.goto(`?${PAGES[state] ?? WINDOWS[state]}&lang=${language}`.replace("?&", "?"));
        const isWhole = state in PAGES;
        if (isWhole) await explorer.drawAll();
        await explorer.page.screenshot({ path: `${folder}/${state}-${language}-${colorScheme}-${width}.png`, fullPage: isWhole });
        await explorer.page.setViewportSize({ width, height: 900 });
      }
    }
  });
});
