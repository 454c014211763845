// The address is the reader's question: it restores it, travels through the history, and survives nonsense.
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./site.mjs";
import { plain } from "./text.mjs";

test.describe("the address", () => {
  test("restores a selection, in the language it names", async ({ site }) => {
    const explorer = await site.open("?v=1&year=2024&product=biological&disease=oncology&lang=zh");
    expect(explorer.language).toBe("zh");
    expect(await explorer.chosen()).toEqual({ year: "2024", product: "biological", disease: "oncology" });
    await expect.poll(() => explorer.text("finding"), "the finding").toHaveNumbers(["444", "43.1%"]);
    const shown = { finding: await explorer.text("finding"), headlines: await explorer.headlines() };
    await explorer.page.reload();
    await explorer.ready();
    expect({ finding: await explorer.text("finding"), headlines: await explorer.headlines() }, "after reload").toEqual(shown);
    expect(
      plain(
        await explorer
          .part("notices")
          .innerText()
          .catch(() => ""),
      ),
      "nothing was ignored",
    ).toBe("");
  });

  test("shows the same for a link as for the choices that led to it", async ({ site }) => {
    const explorer = await site.open();
    await explorer.choose("year", "2023");
    await explorer.choose("product", "chemical");
    const chosen = { finding: await explorer.text("finding"), drawing: await explorer.figure("disease_areas").drawing() };
    const other = await site.open(new URL(explorer.page.url()).search);
    expect({ finding: await other.text("finding"), drawing: await other.figure("disease_areas").drawing() }).toEqual(chosen);
  });

  for (const [what, query] of [
    ["counts of visitors", "?from=singlemessage&isappinstalled=0&year=2024&utm_source=x&product=biological&fbclid=y"],
    ["ampersands that were escaped for HTML", "?v=1&amp;year=2024&amp;product=biological"],
    ["a full stop that a mail program took into the link", "?year=2024&product=biological."],
    ["a Chinese full stop", "?year=2024&product=biological。"],
    ["a bracket", "?year=2024&product=biological)"],
  ]) {
    test(`is read as it was meant with ${what}`, async ({ site }) => {
      const explorer = await site.open(query);
      expect(await explorer.chosen()).toEqual({ year: "2024", product: "biological", disease: "" });
      await expect(explorer.page.locator("[data-part=notices] p, [data-part=notices] li")).toHaveCount(0);
    });
  }

  test("lets the portal ask where only others' parameters stand", async ({ site }) => {
    const settings = (/** @type {import("@playwright/test").Page} */ page) =>
      page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: '{"selection":"year=2023"}' }));
    const explorer = await site.open("?utm_source=mail&from=timeline", { prepare: settings });
    expect((await explorer.chosen()).year).toBe("2023");
    await expect(explorer.page.locator("[data-part=notices] p, [data-part=notices] li")).toHaveCount(0);
  });

  test("names a key of ours that is misspelt", async ({ site }) => {
    const explorer = await site.open("?yaer=2024");
    await expect(explorer.part("notices")).toContainText("yaer=2024");
  });

  test("goes back and forward through the choices", async ({ explorer }) => {
    const look = async () => ({ finding: await explorer.text("finding"), ...(await explorer.chosen()) });
    const seen = [await look()];
    await explorer.choose("year", "2024");
    seen.push(await look());
    await explorer.choose("product", "biological");
    seen.push(await look());
    for (const step of [1, 0]) {
      await explorer.page.goBack();
      await explorer.ready();
      expect(await look(), `back to step ${step}`).toEqual(seen[step]);
    }
    await explorer.page.goForward();
    await explorer.page.goForward();
    await explorer.ready();
    expect(await look(), "forward again").toEqual(seen[2]);
  });

  test("names what it does not understand, and ignores it", async ({ site }) => {
    const explorer = await site.open("?year=2024&product=unicorn&prodcut=blue");
    const notices = await explorer.text("notices");
    expect(notices).toMatch(/unicorn/);
    expect(notices).toMatch(/prodcut/);
    expect(await explorer.chosen()).toEqual({ year: "2024", product: "", disease: "" });
  });

  for (const query of [
    "?%",
    "?year=&&&=",
    "?year=9999999999999999999999",
    "?disease=%FF%FE",
    "?year=2024..2020",
    "?v=99&x",
    `?product=${"a,".repeat(2000)}`,
  ]) {
    test(`survives ${query.slice(0, 30)}`, async ({ site }) => {
      const explorer = await site.open(query);
      await expect(explorer.part("finding")).toHaveText(/\d/);
      await expect(explorer.page.locator("#crash")).toBeHidden();
    });
  }

  test("escapes what it repeats from the address", async ({ site }) => {
    const explorer = await site.open(`?product=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
    await expect(explorer.part("notices").locator("img")).toHaveCount(0);
    await expect(explorer.part("notices")).toHaveText(/<img/);
  });

  test("names the statistic that a figure was switched to in all that is taken away", async ({ site }) => {
    const explorer = await site.open("?year=2024&lang=en", { permissions: ["clipboard-read", "clipboard-write"] });
    const { page } = explorer;
    const phases = explorer.figure("phases");
    const copied = async () => {
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await phases.openMenu("share");
      await page.getByRole("menuitem", { name: "Copy link" }).click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await phases.show();
    expect(await copied(), "what a figure shows by itself is not named").toMatch(/figure=phases$/);
    await phases.press("count");
    const { search } = new URL(page.url());
    const drawn = await phases.drawnText();
    const link = await copied();
    expect(link).toMatch(/figure=phases:count$/);
    expect(new URL(page.url()).search, "a switch is no step").toBe(search);

    await phases.openMenu("download");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Excel (XLSX)", exact: true }).click(),
    ]);
    const book = Object.values(unzipSync(new Uint8Array(await readFile(await file.path())))).map((part) => strFromU8(part));
    expect(book.join("\n"), "a spreadsheet").toMatch(/figure=phases:count\b/);
    await phases.openMenu("share");
    await page.getByRole("menuitem", { name: "Embed" }).click();
    await expect(explorer.part("snippet"), "the text that embeds it").toHaveValue(/figure=phases:count&amp;mode=card/);
    await page.keyboard.press("Escape");
    await explorer.part("embed").waitFor({ state: "detached" });
    await phases.openMenu("share");
    await page.getByRole("menuitem", { name: "Open alone" }).click();
    await explorer.ready();
    await expect(page).toHaveURL(/page=figure&figure=phases:count$/);
    const alone = explorer.part("alone").getByRole("button", { name: "Count", exact: true });
    await expect(alone, "alone").toHaveAttribute("aria-pressed", "true");

    for (const query of [new URL(link).search, "?year=2024&lang=en&figure=phases:count&mode=embed"]) {
      const other = await site.open(query);
      expect(await other.figure("phases").drawnText(), query).toBe(drawn);
      await expect(other.figure("phases").button("count")).toHaveAttribute("aria-pressed", "true");
    }
    const card = await site.open("?year=2024&lang=en&figure=phases:count&mode=card");
    await expect(card.figure("phases").button("count")).toHaveAttribute("aria-pressed", "true");
  });

  test("shows a figure whose statistic it does not know as it is by itself, and says so", async ({ site }) => {
    const explorer = await site.open("?year=2024&figure=phases:growth");
    expect(await explorer.text("notices")).toMatch(/figure=phases:growth/);
    await expect(explorer.figure("phases").button("share")).toHaveAttribute("aria-pressed", "true");
  });
});
