// What the page's scripts import and nobody has written by hand: what they must know of the page's Rust (src/contract.rs), and the
// check of config.json that is made from its description (public/config.schema.json).
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const out = path.join(root, "target/bundle");

/** Under which names scripts import what is generated, for esbuild. */
export const aliases = { contract: path.join(out, "contract.json"), "settings-check": path.join(out, "settings-check.mjs") };

/**
 * What one of the page's programs for the build prints.
 * @param {"contract" | "reading"} program
 */
export const print = (program) => {
  const options = ["run", "--quiet", "--locked", "--offline", "--no-default-features", "--features", "reading", "--bin", program];
  return execFileSync("cargo", options, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
};

/** The schema without what only people read: every reader of the page loads what is made of it. */
const withoutWords = (schema) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    ["title", "description"].includes(key) && typeof value === "string" ? undefined : value,
  );

/** A function that checks settings, and what each setting should be in words. */
const settingsCheck = async () => {
  const schema = JSON.parse(await readFile(path.join(root, "public/config.schema.json"), "utf8"));
  // Compiled ahead: at run time ajv would make code out of text, which the page's policy forbids.
  const ajv = new Ajv2020({ allErrors: true, messages: false, code: { source: true, esm: true } });
  ajv.addSchema(withoutWords(schema), "settings");
  const expected = { "": schema.description };
  for (const [name, { description }] of Object.entries(schema.properties)) expected[name] = description;
  return `${standalone.default(ajv, { check: "settings" })}\nexport const expected = ${JSON.stringify(expected)};\n`;
};

/** Writes all of it into target/bundle/. */
export const generate = async () => {
  await mkdir(out, { recursive: true });
  await writeFile(aliases.contract, print("contract"));
  await writeFile(aliases["settings-check"], await settingsCheck());
};
