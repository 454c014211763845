// Packs the built page for whoever hosts it: a folder <name>-<version>/ in target/dist/, and the same as dist.zip.
// The same page from the same commit gives the same bytes.
// Usage: node scripts/dist.mjs [--to=another/folder, for both]
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { sbom } from "./sbom.mjs";
import { BUNDLED, linkedCrates } from "./shipped.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const from = (...parts) => path.join(root, ...parts);

for (const [file, made] of [
  ["dist/index.html", "the page"],
  ["dist/index.html.br", "its release"],
  [BUNDLED, "its release"],
]) {
  await stat(path.resolve(root, file)).catch(() => {
    console.error(`error: ${path.relative(root, path.resolve(root, file))} is missing, ${made} is not built: run make build first`);
    process.exit(1);
  });
}

const { to } = parseArgs({ options: { to: { type: "string" } } }).values;
const { name, version } = linkedCrates().program;
const title = `${name}-${version}`;
const work = to ?? from("target/dist");
const folder = path.join(work, title);
const archive = path.join(to ?? root, "dist.zip");

/** All files below a folder, as sorted paths with slashes. */
const filesIn = async (top) => {
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(top, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join("/"),
    )
    .sort();
};

/**
 * The time that all files bear: of the commit, or of the build where there is no commit.
 * It must differ from one version to the next, because servers tell by it and the size whether a browser's copy is the same.
 */
const timeOfFiles = async () => {
  if (process.env.SOURCE_DATE_EPOCH) return new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000);
  try {
    return new Date(Number(execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: root, stdio: ["ignore", "pipe", "ignore"] })) * 1000);
  } catch {
    return (await stat(from("dist/index.html"))).mtime;
  }
};

/** Zip notes the time of day without its zone: this is UTC's, wherever the machine stands. */
const zipTime = (time) =>
  new Date(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate(), time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());

/** A file as fflate wants it: what is compressed already is stored; anyone may read it. */
const zipEntry = async (file, mtime) => {
  const isCompressed = /\.(br|gz|png)$/.test(file);
  return [await readFile(path.join(folder, file)), { mtime, level: isCompressed ? 0 : 9, os: 3, attrs: 0o100644 << 16 }];
};

await rm(to === undefined ? work : folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await cp(from("dist"), path.join(folder, "site"), { recursive: true });
await cp(from("docs/hosting"), path.join(folder, "server"), { recursive: true });
await cp(from("docs/hosting.md"), path.join(folder, "hosting.md"));
await cp(from("LICENSE"), path.join(folder, "LICENSE"));
await cp(from("dist/licenses.txt"), path.join(folder, "licenses.txt"));
await writeFile(path.join(folder, "sbom.cdx.json"), await sbom());

const sums = await Promise.all(
  (await filesIn(folder)).map(
    async (file) =>
      `${createHash("sha256")
        .update(await readFile(path.join(folder, file)))
        .digest("hex")}  ${file}\n`,
  ),
);
await writeFile(path.join(folder, "SHA256SUMS"), sums.join(""));

const files = await filesIn(folder);
const mtime = zipTime(await timeOfFiles());
const entries = await Promise.all(files.map(async (file) => [`${title}/${file}`, await zipEntry(file, mtime)]));
const zip = zipSync(Object.fromEntries(entries));
await writeFile(archive, zip);
console.log(`    dist.zip: ${title}/, ${files.length} files, ${(zip.length / 1000).toFixed(0)} kB`);
