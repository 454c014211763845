// Trunk's post_build hook: cuts the module, then adds the licences of all that the page contains,
// and compressed copies for servers that want them.
import "./split.mjs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { linkedCrates, standardLibrary } from "./shipped.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = process.env.TRUNK_STAGING_DIR ?? path.join(root, "dist");
const ruler = "-".repeat(80);

/** Crates grouped under each distinct licence text, as most share one of a few. */
const crateLicences = async () => {
  const byText = new Map();
  for (const { name, version, license, manifest_path } of linkedCrates().crates) {
    const folder = path.dirname(manifest_path);
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copyright|unlicense)/i.test(file)).sort();
    // Of several licences to choose from, MIT is the one that we take.
    const chosen = files.filter((file) => /mit/i.test(file));
    const title = `${name} ${version} (${license})`;
    for (const file of chosen.length > 0 ? chosen : files) {
      const text = (await readFile(path.join(folder, file), "utf8")).trim();
      byText.set(text, [...(byText.get(text) ?? []), title]);
    }
    if (files.length === 0) byText.set("", [...(byText.get("") ?? []), title]);
  }
  const unnamed = byText.get("");
  byText.delete("");
  const sections = [...byText].map(([text, titles]) => `${titles.join("\n")}\n\n${text}`);
  return unnamed ? [...sections, `Published without a licence text; the licence is the one named:\n\n${unnamed.join("\n")}`] : sections;
};

/** The standard library's own notice, of the two licences that it may be taken under the one that we take. */
const rust = standardLibrary();
const RUST_LICENCE = `${rust.name} ${rust.version} (${rust.license}), the Rust standard library

Copyright (c) The Rust Project Contributors

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The project's own, before those of what it contains. */
const manifest = await readFile(path.join(root, "Cargo.toml"), "utf8");
const field = (key) => new RegExp(`^${key} = "([^"]+)"$`, "m").exec(manifest)[1];
const licence = (await readFile(path.join(root, "LICENSE"), "utf8")).trim();
const own = `${field("name")} ${field("version")} (${field("license")})\n\n${licence}`;

const licences = [
  own,
  (await readFile(path.join(root, "target/bundle/licenses.txt"), "utf8")).trim(),
  ...(await crateLicences()),
  RUST_LICENCE,
];
await writeFile(path.join(dist, "licenses.txt"), `${licences.join(`\n\n${ruler}\n\n`)}\n`);

// Not config.json: whoever edits it would go on serving the old copies.
if (process.env.TRUNK_PROFILE !== "debug") {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(css|csv|html|js|json|svg|txt|wasm)$/.test(entry.name) && entry.name !== "config.json")
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
