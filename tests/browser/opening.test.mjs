// The page opens: in both languages, with the findings of the report, with every figure drawn.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FIGURES, HEADLINES, assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

const TAKEAWAYS = {
  "registrations": ["4900", "13.9%", "2539", "51.8%", "9.3%"],
  "category 1 and multi-regional trials": ["1735", "68.3%", "337", "13.3%"],
  "oncology": ["349", "1413", "24.7%", "444", "1029", "43.1%"],
  "cell and gene therapy": ["115", "42.0%"],
};

describe("opening the page", () => {
  const site = useSite();

  for (const [language, title, year] of [
    ["en", "China Trials Explorer", "Year"],
    ["zh", "中国临床试验数据", "年份"],
  ]) {
    describe(`in ${language}`, () => {
      it("names itself, its dropdowns and its figures in that language", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        assert.equal(explorer.language, language);
        assert.equal(await explorer.page.title(), title);
        assert.equal(await explorer.page.getByRole("heading", { level: 1 }).innerText(), title);
        await explorer.page.getByRole("combobox", { name: year, exact: true }).waitFor();
        assert.equal(await explorer.page.locator("#loading").count(), 0, "the loading line is gone");
        assert.ok(await explorer.page.locator("#crash").isHidden());
        const text = (await explorer.page.locator("#app").innerText())
          // Publishers keep their own names, and the switch is named in the other language.
          .replace(await explorer.part("finding-source").innerText(), "")
          .replace(/^(来源：|Sources: ).*$/gmu, "")
          .replace(/中文|English/, "");
        const foreign = language === "zh" ? /.*\b(?:the|of|and|with|not|share|count|total)\b.*/i : /.*[\u4e00-\u9fff].*/u;
        assert.equal(text.match(foreign)?.[0], undefined, "no word of the other language");
      });

      it("shows the numbers of the five takeaways", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        assert.equal(await explorer.part("takeaways").locator("li").count(), 5);
        for (const [position, [what, numbers]] of Object.entries(TAKEAWAYS).entries()) {
          assertNumbers(await explorer.takeaway(position + 1).innerText(), numbers, `takeaway on ${what}`);
        }
        const halted = plain(await explorer.takeaway(5).innerText());
        assert.match(halted, language === "en" ? /\b(0|no) trials?\b/i : /0项|未责令/u);
      });

      it("draws every figure, with title, population and sources", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        for (const figure of explorer.figures) {
          assert.equal(await figure.root.count(), 1, `${figure.id} is there once`);
          assert.ok((await figure.root.getByRole("heading", { level: 3 }).innerText()).length > 3, `${figure.id} has a title`);
          assert.notEqual(plain(await figure.population.innerText()), "", `${figure.id} names its population`);
          assert.notEqual(plain(await figure.footer.innerText()), "", `${figure.id} has a footer`);
          assert.match(await figure.drawnText(), /\d/, `${figure.id} draws numbers`);
          const box = await figure.svg.first().boundingBox();
          assert.ok(box && box.width > 200 && box.height > 40, `${figure.id} has room: ${JSON.stringify(box)}`);
        }
        assert.equal(await explorer.page.locator("[data-figure]").count(), FIGURES.length, "no figure without a test");
      });

      it("shows the headline row and one finding", async (t) => {
        const explorer = await site.open(t, `?lang=${language}`);
        const headlines = await explorer.headlines();
        assert.deepEqual(Object.keys(headlines), HEADLINES);
        // Every item has a number, or says that it has none.
        for (const [item, text] of Object.entries(headlines)) assert.match(text, /\d|not printed|未见公布/, item);
        assert.match(await explorer.text("finding"), /\d/);
        assert.notEqual(await explorer.text("finding-source"), "");
        assert.equal(await explorer.part("finding").evaluate((element) => element.closest("h2") !== null || element.querySelector("h2") !== null), true);
      });
    });
  }

  it("follows the browser's language, and the address before it", async (t) => {
    const explorer = await site.open(t, "", { locale: "zh-CN" });
    assert.equal(explorer.language, "zh");
    await explorer.goto("?lang=en");
    assert.equal(explorer.language, "en");
  });

  it("remembers a chosen language, and writes it into the address", async (t) => {
    const explorer = await site.open(t);
    await explorer.switchLanguage();
    assert.equal(explorer.language, "zh");
    assert.equal(explorer.address.lang, "zh");
    await explorer.goto("");
    assert.equal(explorer.language, "zh");
  });

  it("takes each takeaway to the selection that proves it", async (t) => {
    const explorer = await site.open(t);
    for (let number = 1; number <= 5; number += 1) {
      await explorer.goto("");
      const before = explorer.page.url();
      await explorer.takeaway(number).locator("a").first().click();
      await explorer.page.waitForURL((url) => url.href !== before);
      await explorer.ready();
      assert.equal(explorer.address.year, "2024", `takeaway ${number} leads to 2024`);
      assert.match(await explorer.text("finding"), /2024/);
    }
  });
});
