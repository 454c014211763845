// What is written about the program is true of its files: those that it names are there, and a recipe names no more than it may.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["benches", "build", "docs", "scripts", "src", "style", "tests"];
/** The files whose text, be it prose or comments, may name others. */
const WRITTEN = /\.(md|rs|m?js|sh|css|html|toml|yml)$/;
/** A file of the repository, as texts name it. */
const NAMED = /(?<![\w./-])(?:\.github|benches|build|docs|public|scripts|src|style|tests)\/[\w./-]*\w\.[a-z]+\b/g;
/** How many files each recipe of CONTRIBUTING.md may have a contributor touch. */
const RECIPES = { "A figure": 2, "A view": 5, "An export": 2, "A setting": 3 };

const read = (/** @type {string} */ name) => readFile(path.join(root, name), "utf8");

const written = async () => {
  const own = (await readdir(root)).filter((name) => WRITTEN.test(name));
  const below = FOLDERS.map(async (folder) => {
    const names = await readdir(path.join(root, folder), { recursive: true });
    // The packages of benches/peers are there where it was run.
    return names.filter((name) => WRITTEN.test(name) && !name.includes("node_modules")).map((name) => path.join(folder, name));
  });
  return [...own, ...(await Promise.all(below)).flat()];
};

test("every file that a text names is there", async () => {
  const named = [];
  for (const name of await written()) for (const [file] of (await read(name)).matchAll(NAMED)) named.push({ name, file });
  assert.ok(named.length > 100, `only ${named.length} names were found: are the texts read?`);
  const missing = named.filter(({ file }) => !existsSync(path.join(root, file)));
  assert.deepEqual(missing, []);
});

test("every link of a document leads to a file", async () => {
  const broken = [];
  for (const name of (await written()).filter((file) => file.endsWith(".md"))) {
    for (const [, link] of (await read(name)).matchAll(/\]\((?!\w+:|#)([^)#]+)/g)) {
      if (!existsSync(path.join(root, path.dirname(name), link))) broken.push({ name, link });
    }
  }
  assert.deepEqual(broken, []);
});

test("decisions have numbers of their own, which their titles repeat", async () => {
  const names = (await readdir(path.join(root, "docs/decisions"))).sort();
  for (const [position, name] of names.entries()) {
    assert.equal(Number(name.slice(0, 4)), position + 1, name);
    assert.match(await read(`docs/decisions/${name}`), new RegExp(`^# ${position + 1}\\. \\S`), name);
  }
});

/** The steps of a recipe. @param {string} title */
const stepsOf = async (title) => {
  const recipes = (await read("CONTRIBUTING.md")).split("\n### ");
  return recipes.find((recipe) => recipe.startsWith(`${title}\n`))?.match(/^\d+\. .*$/gm) ?? [];
};

for (const [title, most] of Object.entries(RECIPES)) {
  test(`"${title}" touches at most ${most} files`, async () => {
    const steps = await stepsOf(title);
    assert.ok(steps.length > 0 && steps.length <= most, `${steps.length} steps`);
    for (const step of steps) assert.equal(step.match(NAMED)?.length, 1, `one file for each step: ${step}`);
  });
}

/** For each recipe something that was made by it, and the text by which each file that the recipe names knows it. */
const EXAMPLES = {
  "A figure": { "src/figures/catalogue/phases.rs": 'id: "phases"' },
  "A view": {
    "src/address/view.rs": "Methods",
    "src/locale/messages.rs": "Methods:",
    "src/ui/state/views.rs": "View::Methods",
    "src/ui/views/mod.rs": "mod methods;",
    "src/ui/views/methods.rs": "pub fn methods",
  },
  "An export": { "src/export/forms/mod.rs": "mod json;", "src/export/forms/json.rs": "Export" },
  "A setting": {
    "public/config.schema.json": '"permalink"',
    "src/host/config.rs": "permalink",
    "src/ui/state/preferences.rs": "permalink",
  },
};

for (const [title, files] of Object.entries(EXAMPLES)) {
  test(`"${title}" names the files that know one that is there`, async () => {
    const named = (await stepsOf(title)).flatMap((step) => step.match(NAMED) ?? []);
    assert.deepEqual(named.toSorted(), Object.keys(files).toSorted());
    for (const [file, known] of Object.entries(files)) assert.ok((await read(file)).includes(known), `${known} in ${file}`);
  });
}

test("no browser test waits for a time instead of for something", async () => {
  const tests = (await readdir(path.join(root, "tests/browser"))).filter((name) => name.endsWith(".mjs"));
  const waiting = [];
  for (const name of tests) if ((await read(`tests/browser/${name}`)).includes("waitForTimeout")) waiting.push(name);
  assert.deepEqual(waiting, []);
});
