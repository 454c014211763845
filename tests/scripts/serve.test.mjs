// scripts/serve.sh in a checkout that nothing has been installed in: what it asks before the installation may need no package.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const top = fileURLToPath(new URL("../..", import.meta.url));

/** The scripts and nothing else, in a folder that no package can be found from. @param {import("node:test").TestContext} t */
const bare = async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "serve-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(path.join(top, "scripts"), path.join(folder, "scripts"), { recursive: true });
  return folder;
};

/** What `PORT=… make serve` complains of. @param {string} folder @param {string | number} port */
const complaint = (folder, port) =>
  run("bash", ["scripts/serve.sh"], { cwd: folder, env: { ...process.env, PORT: String(port) } }).then(
    () => assert.fail("it went on to install and build"),
    ({ stderr }) => stderr,
  );

it("says before anything is installed that a port is taken, or is none", async (t) => {
  const folder = await bare(t);
  const server = createServer().listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  assert.equal(await complaint(folder, port), `error: port ${port} is in use: choose another with PORT=${port + 1} make serve\n`);
  assert.equal(await complaint(folder, "house"), "error: PORT=house is not a port: choose a number up to 65535\n");
});

it("finds a free port without any package", async (t) => {
  const folder = await bare(t);
  const { stdout, stderr } = await run("node", ["scripts/port.mjs"], { cwd: folder, env: { ...process.env, PORT: "0" } });
  assert.equal(stdout + stderr, "");
});
