// The address is the reader's question: it restores it, travels through the history, and survives nonsense.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assertNumbers, plain } from "./page.mjs";
import { useSite } from "./site.mjs";

describe("the address", () => {
  const site = useSite();

  it("restores a selection, in the language it names", async (t) => {
    const explorer = await site.open(t, "?v=1&year=2024&product=biological&disease=oncology&lang=zh");
    assert.equal(explorer.language, "zh");
    assert.deepEqual(await explorer.chosen(), { year: "2024", product: "biological", disease: "oncology" });
    assertNumbers(await explorer.text("finding"), ["444", "43.1%"], "the finding");
    const shown = { finding: await explorer.text("finding"), headlines: await explorer.headlines() };
    await explorer.page.reload();
    await explorer.ready();
    assert.deepEqual({ finding: await explorer.text("finding"), headlines: await explorer.headlines() }, shown, "after reload");
    assert.equal(plain(await explorer.part("notices").innerText().catch(() => "")), "", "nothing was ignored");
  });

  it("shows the same for a link as for the choices that led to it", async (t) => {
    const explorer = await site.open(t);
    await explorer.choose("year", "2023");
    await explorer.choose("product", "chemical");
    const chosen = { finding: await explorer.text("finding"), drawing: await explorer.figure("disease_areas").drawing() };
    const other = await site.open(t, new URL(explorer.page.url()).search);
    assert.deepEqual({ finding: await other.text("finding"), drawing: await other.figure("disease_areas").drawing() }, chosen);
  });

  it("goes back and forward through the choices", async (t) => {
    const explorer = await site.open(t);
    const seen = [];
    const see = async () => seen.push({ finding: await explorer.text("finding"), ...(await explorer.chosen()) });
    await see();
    await explorer.choose("year", "2024");
    await see();
    await explorer.choose("product", "biological");
    await see();
    for (const step of [1, 0]) {
      await explorer.page.goBack();
      await explorer.ready();
      assert.deepEqual({ finding: await explorer.text("finding"), ...(await explorer.chosen()) }, seen[step], `back to step ${step}`);
    }
    await explorer.page.goForward();
    await explorer.page.goForward();
    await explorer.ready();
    assert.deepEqual({ finding: await explorer.text("finding"), ...(await explorer.chosen()) }, seen[2], "forward again");
  });

  it("names what it does not understand, and ignores it", async (t) => {
    const explorer = await site.open(t, "?year=2024&product=unicorn&colour=blue");
    const notices = await explorer.text("notices");
    assert.match(notices, /unicorn/);
    assert.match(notices, /colour/);
    assert.deepEqual(await explorer.chosen(), { year: "2024", product: "", disease: "" });
  });

  for (const query of ["?%", "?year=&&&=", "?year=9999999999999999999999", "?disease=%FF%FE", "?year=2024..2020", "?v=99&x", `?product=${"a,".repeat(2000)}`]) {
    it(`survives ${query.slice(0, 30)}`, async (t) => {
      const explorer = await site.open(t, query);
      assert.match(await explorer.text("finding"), /\d/);
      assert.ok(await explorer.page.locator("#crash").isHidden());
    });
  }

  it("escapes what it repeats from the address", async (t) => {
    const explorer = await site.open(t, `?product=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
    assert.equal(await explorer.part("notices").locator("img").count(), 0);
    assert.match(await explorer.text("notices"), /<img/);
  });
});
