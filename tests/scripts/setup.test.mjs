// scripts/setup.sh in two checkouts at once, which share one folder of tools. Cargo is played: installing for real takes minutes.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const top = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Notes each installation, takes its time over it, and fails if what it has built is gone by then.
 * What it installs is called as the tools of scripts/setup.sh are.
 */
const CARGO = `#!/usr/bin/env bash
set -eu
while [ $# -gt 0 ]; do
  case $1 in
    --root) root=$2; shift ;;
    wasm-bindgen-cli) binary=wasm-bindgen ;;
    trunk) binary=trunk ;;
    wasm_split_cli_support) binary=wasm-split-cli ;;
  esac
  shift
done
echo "$binary" >>"$root/installed"
mkdir -p "$CARGO_TARGET_DIR/release"
echo built >"$CARGO_TARGET_DIR/release/$binary"
sleep 0.3
cp "$CARGO_TARGET_DIR/release/$binary" "$root/bin/$binary"
chmod +x "$root/bin/$binary"
`;

/** A checkout with the scripts and nothing else, whose npm packages are there. @param {string} folder */
const checkout = async (folder) => {
  await cp(path.join(top, "scripts"), path.join(folder, "scripts"), { recursive: true });
  await cp(path.join(top, "package-lock.json"), path.join(folder, "package-lock.json"));
  await mkdir(path.join(folder, "node_modules"));
  const lock = await readFile(path.join(top, "package-lock.json"));
  await writeFile(path.join(folder, "node_modules/.package-lock.sha256"), createHash("sha256").update(lock).digest("hex"));
  return folder;
};

it("installs each tool once when two checkouts are set up at the same time", async (t) => {
  const work = await mkdtemp(path.join(tmpdir(), "setup-"));
  t.after(() => rm(work, { recursive: true }));
  const tools = path.join(work, "tools");
  await mkdir(path.join(tools, "toolchain/bin"), { recursive: true });
  await writeFile(path.join(tools, "toolchain/bin/cargo"), CARGO);
  await chmod(path.join(tools, "toolchain/bin/cargo"), 0o755);
  // What a run that was stopped has left is not removed under the feet of one that is at work.
  await mkdir(path.join(tools, "build.of-another"));

  const checkouts = await Promise.all(["one", "other"].map((name) => checkout(path.join(work, name))));
  const env = { ...process.env, CHINA_TRIALS_TOOLS: tools };
  const said = await Promise.all(checkouts.map((folder) => run("bash", ["scripts/setup.sh", "build"], { cwd: folder, env })));

  assert.deepEqual((await readFile(path.join(tools, "installed"), "utf8")).trim().split("\n"), ["wasm-bindgen", "trunk", "wasm-split-cli"]);
  assert.equal(said.filter(({ stdout }) => /another setup is at work/.test(stdout)).length, 1);
  assert.equal(said.filter(({ stdout }) => /trunk \S+ is here/.test(stdout)).length, 1);
  assert.deepEqual(
    (await readdir(tools)).filter((name) => name.startsWith("build")),
    ["build.of-another"],
  );
});

/** What a script complains of, and nothing else. @param {string} folder @param {NodeJS.ProcessEnv} env */
const complaint = (folder, env) =>
  run("bash", ["scripts/setup.sh", "build"], { cwd: folder, env }).then(
    () => assert.fail("it went on"),
    ({ stderr, stdout }) => stderr + stdout,
  );

it("says in a plain line where the tools cannot be kept", async (t) => {
  const work = await mkdtemp(path.join(tmpdir(), "setup-"));
  t.after(() => rm(work, { recursive: true }));
  const folder = await checkout(path.join(work, "checkout"));
  const file = path.join(work, "file");
  await writeFile(file, "");
  const { PATH } = process.env;
  const unusable = `error: the tools cannot be kept in ${file}: make it a folder that can be written, or set CHINA_TRIALS_TOOLS to another\n`;
  assert.equal(await complaint(folder, { PATH, HOME: work, CHINA_TRIALS_TOOLS: file }), unusable);
  const nowhere = path.join(work, "nowhere");
  const homeless = `error: HOME is ${nowhere}, which is no folder: set HOME, or CHINA_TRIALS_TOOLS to a folder for the tools\n`;
  assert.equal(await complaint(folder, { PATH, HOME: nowhere }), homeless);
});

it("takes the home that the system has noted where HOME is not set", async (t) => {
  const work = await mkdtemp(path.join(tmpdir(), "setup-"));
  t.after(() => rm(work, { recursive: true }));
  const folder = await checkout(path.join(work, "checkout"));
  const { PATH } = process.env;
  const { stdout } = await run("bash", ["-c", 'source scripts/env.sh; echo "$tools"'], { cwd: folder, env: { PATH } });
  assert.match(stdout, /^\/.+\/\.cache\/china-trials-explorer\n$/);
});
