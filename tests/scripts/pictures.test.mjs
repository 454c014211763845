// The pictures that readers take away: well-formed, whole, and drawn by a second program as well.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { SaxesParser } from "saxes";
import sharp from "sharp";
import { pictures } from "../../scripts/draw.mjs";

const SIZES = ["slide", "column", "screen:580"];
/** All figures under each. */
const QUERIES = [
  "lang=en&theme=light",
  "lang=zh&theme=dark",
  "lang=en&theme=dark&year=2024&product=biological&disease=oncology",
  "lang=zh&theme=light&year=2020..2023&phase=I",
];

/**
 * The elements of a document with their attributes, and its texts; throws where it is not well-formed.
 * @param {string} document
 */
const parsed = (document) => {
  const parser = new SaxesParser({ xmlns: true });
  /** @type {{ name: string, attributes: Record<string, string> }[]} */
  const elements = [];
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements.push({ name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])) });
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(document).close();
  // Where a line breaks is no matter.
  return { elements, text: text.replace(/\s+/g, "") };
};

/** @param {import("node:test").TestContext} t */
const temporaryFolder = async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "pictures-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
};

/** The pixels of a document, by librsvg. @param {string} document @param {string} folder */
const rasterised = async (document, folder) => {
  const file = path.join(folder, "picture.svg");
  await writeFile(file, document);
  const png = execFileSync("rsvg-convert", [file], { stdio: ["ignore", "pipe", "pipe"] });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { entropy } = await sharp(png).stats();
  return { width: info.width, height: info.height, corner: `#${data.subarray(0, 3).toString("hex")}`, entropy };
};

const all = pictures(QUERIES.flatMap((query) => SIZES.map((size) => ({ query, size }))));
const made = all.filter((picture) => picture.document !== undefined);

it("makes a well-formed document of every figure with a number, and says why of every other", () => {
  assert.ok(made.length > 500, `${made.length} pictures of ${all.length}`);
  assert.ok(all.length > made.length, "some figures have no number");
  for (const { figure, query, document, why } of all) {
    const where = `${figure} for ?${query}`;
    if (document === undefined) {
      assert.ok(why.length > 10, where);
      continue;
    }
    const { elements, text } = parsed(document);
    assert.ok(elements.filter(({ name }) => name === "svg").length === 1, `${where}: one document`);
    const ids = elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);
    for (const [, id] of document.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.includes(id), `${where}: ${id} is there`);
    for (const word of query.includes("lang=zh")
      ? ["来源：", "本视图地址：", "MIT许可证"]
      : ["Sources:", "Addressofthisview:", "MITlicence"]) {
      assert.ok(text.includes(word), `${where}: ${word}`);
    }
    assert.ok(text.includes(`https://example.org/trials/?${query}`), `${where}: its address`);
    assert.ok(!/undefined|NaN|Infinity/.test(document), where);
    for (const forbidden of ["<style", "<script", "<image", "<foreignObject", "system-ui", "dominant-baseline", "ecmeta"]) {
      assert.ok(!document.includes(forbidden), `${where}: no ${forbidden}`);
    }
  }
});

it("keeps every part within the picture and apart from the others", () => {
  for (const { figure, query, size, document, widthPx, heightPx } of made) {
    const [, , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(document).slice(1).map(Number);
    const where = `${figure} for ?${query} as ${size}`;
    if (size === "slide") assert.deepEqual([widthPx, heightPx], [1600, 900], where);
    if (size === "column") assert.equal(widthPx, 1000, where);
    const groups = [...document.matchAll(/<g transform="translate\((\S+) (\S+)\)">\n((?:<(?:rect|text|path).*\n)*)<\/g>/g)];
    assert.ok(groups.length >= 2, where);
    for (const [, x, y, content] of groups) {
      assert.ok(Number(x) >= 0 && Number(x) < width && Number(y) >= 0, `${where}: ${x} ${y}`);
      const lowest = Math.max(...[...content.matchAll(/<text x="\S+" y="(\S+)"/g)].map((text) => Number(text[1])));
      assert.ok(Number(y) + lowest < height, `${where}: ${Number(y) + lowest} of ${height}`);
    }
  }
});

it("draws the chart of a memo as wide as that, no higher than it may be, and without the words of the memo", async (t) => {
  const folder = await temporaryFolder(t);
  const sizes = ["memo:850:300", "memo:416:150"];
  const memos = pictures(["lang=en", "lang=zh&year=2024"].flatMap((query) => sizes.map((size) => ({ query, size }))));
  const ofMemo = memos.filter((picture) => picture.document !== undefined);
  assert.ok(ofMemo.length > 150, `${ofMemo.length}`);
  for (const [position, { figure, query, size, document, widthPx, heightPx }] of ofMemo.entries()) {
    const where = `${figure} for ?${query} as ${size}`;
    const { elements, text } = parsed(document);
    const [, width, height] = size.split(":").map(Number);
    assert.equal(widthPx, width, where);
    // Numbers in large type take what they need; a memo has their table.
    if (elements.some(({ attributes }) => attributes.id === "chart")) assert.ok(heightPx <= height, `${where}: ${heightPx}`);
    assert.ok(!/Sources:|来源：|example\.org/.test(text), where);
    if (position % 10 === 0) assert.deepEqual((await rasterised(document, folder)).width, width, where);
  }
});

it("gives the same bytes for the same view", () => {
  const ask = () => pictures([{ query: "figure=category_1_composition&lang=en", size: "slide" }])[0].document;
  assert.equal(ask(), ask());
});

it("is drawn by another program too: whole, on its own ground, and not blank", async (t) => {
  const folder = await temporaryFolder(t);
  // One of every figure in each look; all of them would take minutes.
  const looked = made.filter((_, position) => position % 5 === 0);
  for (const { figure, query, size, document, widthPx, heightPx, ground } of looked) {
    const where = `${figure} for ?${query} as ${size}`;
    const { width, height, corner, entropy } = await rasterised(document, folder);
    assert.deepEqual([width, height], [widthPx, heightPx], where);
    assert.equal(corner, ground, where);
    assert.ok(entropy > 0.2, `${where}: ${entropy}`);
  }
});
