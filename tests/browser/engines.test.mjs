// The core of the page in Firefox and WebKit: what docs/browsers.md says works there.
import { test } from "./engines.mjs";
import { LANGUAGES } from "./page.mjs";
import { expect } from "./site.mjs";

for (const language of LANGUAGES) {
  test(`opens in ${language}, with a chart`, async ({ engine }) => {
    const t = Date.now();
    await engine.open(`?lang=${language}`);
    console.log("open", Date.now() - t);
    expect(await engine.run(() => document.documentElement.lang)).toBe(language === "zh" ? "zh-CN" : "en");
    console.log(await engine.text("finding"));
    await engine.choose("year", "2024");
    await engine.choose("product", "biological");
    await engine.choose("disease", "oncology");
    console.log(await engine.text("finding"), await engine.address());
  });
}
