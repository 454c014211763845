// What the page is made of: the crates linked into its module, and the npm packages bundled into its scripts.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * The program itself and the crates linked into its module: everything reachable without build scripts, tests and procedural macros.
 * Each is a package as `cargo metadata` describes it; crates are sorted by name.
 */
export const linkedCrates = () => {
  const metadata = JSON.parse(
    execFileSync("cargo", ["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform=wasm32-unknown-unknown"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e9,
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const packages = new Map(metadata.packages.map((found) => [found.id, found]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isMacro(id)) return;
    seen.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(metadata.resolve.root);
  seen.delete(metadata.resolve.root);
  return {
    program: packages.get(metadata.resolve.root),
    crates: [...seen].map((id) => packages.get(id)).sort((a, b) => a.name.localeCompare(b.name, "en")),
  };
};

/** The standard library, which the compiler links into every module: no package that cargo knows. */
export const standardLibrary = () => {
  const version = /^release: (\S+)$/m.exec(execFileSync("rustc", ["--version", "--verbose"], { encoding: "utf8" }))[1];
  return { name: "rust-std", version, license: "MIT OR Apache-2.0" };
};

/** Where cargo builds, and scripts/split.mjs cuts the module. */
export const TARGET = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
export const SPLIT = path.join(TARGET, "split");
/** Where scripts/split.mjs notes which files each part of the page needs that comes after the app's own module. */
export const PARTS = path.join(SPLIT, "parts.json");
/** The app's module as it is shipped, but with the names of its functions. */
export const NAMED_MODULE = path.join(SPLIT, "app_bg.wasm");

/** Where scripts/pre_build.mjs notes the npm packages that went into the bundle. */
export const BUNDLED = path.join(root, "target/bundle/packages.json");

/** @returns {Promise<{ name: string, version: string, license: string }[]>} */
export const bundledPackages = async () => JSON.parse(await readFile(BUNDLED, "utf8"));
