// The pictures of the gallery (tests/browser/gallery.test.mjs).
// Usage: node scripts/gallery.mjs              photographs dist/ anew; look at the pictures before they are committed
//        node scripts/gallery.mjs other/dist   compares dist/ with another build, pixel by pixel
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const root = fileURLToPath(new URL("..", import.meta.url));
const committed = path.join(root, "tests/browser/gallery");
/** As few colours as look the same: a quarter of the size, and what is off is within the tolerance of the tests. */
const FEW_COLOURS = { palette: true, quality: 90, dither: 0, effort: 10, compressionLevel: 9 };

const built = (folder) => {
  const file = path.join(folder, "index.html");
  if (existsSync(file)) return path.resolve(folder);
  console.error(`error: ${file} is missing: run make build first`);
  process.exit(1);
};

/** Runs the tests of the gallery on a build. */
const photograph = (dist, { isRenewing = false, gallery = "" }) => {
  const env = { ...process.env, SERVER: "", DIST: dist, ...(gallery && { GALLERY: gallery }) };
  const options = [
    "test",
    "-c",
    "tests/browser",
    "--project=gallery",
    ...(isRenewing ? ["--update-snapshots=all", "--reporter=dot", "--quiet"] : []),
  ];
  const { status } = spawnSync("playwright", options, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};

const shrink = async (file) =>
  writeFile(
    file,
    await sharp(await readFile(file))
      .png(FEW_COLOURS)
      .toBuffer(),
  );

const renew = async () => {
  await rm(committed, { recursive: true, force: true });
  photograph(built("dist"), { isRenewing: true });
  const files = (await readdir(committed, { recursive: true })).filter((name) => name.endsWith(".png"));
  for (const name of files) await shrink(path.join(committed, name));
  console.log(`${files.length} pictures in ${path.relative(root, committed)}/: look at those that changed`);
};

const compare = async (other) => {
  const gallery = path.join(root, "target/gallery");
  const [before, after] = [built(other), built("dist")];
  await rm(gallery, { recursive: true, force: true });
  photograph(before, { isRenewing: true, gallery });
  photograph(after, { gallery });
  console.log("no pixel differs");
};

const [other] = process.argv.slice(2);
await (other === undefined ? renew() : compare(other));
