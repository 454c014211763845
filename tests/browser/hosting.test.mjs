// What is shipped (dist.zip) and how it is hosted: docs/hosting.md is followed to the letter, on real servers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, get } from "node:http";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { chromium } from "playwright-core";
import { policy, serve } from "../../scripts/serve.mjs";
import { bundledPackages, linkedCrates, standardLibrary } from "../../scripts/shipped.mjs";
import { ExplorerPage } from "./page.mjs";
import { SERVERS, fillIn, startServer } from "./servers.mjs";
import { CHROMIUM } from "./site.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const guide = await readFile(path.join(root, "docs/hosting.md"), "utf8");
const BASE = "/some/portal/path/";
const CONFIGURATIONS = ["nginx.conf", "apache.conf", "Caddyfile", "web.config"];

/** The fenced blocks of the guide: `{ language, text }`, in order. */
const blocks = [...guide.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text }));

const temporary = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "hosting-"));
  // Apache's workers are another user.
  await chmod(folder, 0o755);
  return folder;
};

const pack = async (to, environment = {}) => {
  await run(process.execPath, ["scripts/dist.mjs", `--to=${to}`], { cwd: root, env: { ...process.env, ...environment } });
  return readFile(path.join(to, "dist.zip"));
};

const shell = async (script, cwd) => (await run("bash", ["-euo", "pipefail", "-c", script], { cwd })).stdout;

/** Puts the values of this test in the place of those that the guide takes as an example. */
const fillInGuide = (text, values) => {
  const examples = {
    "https://www.example/insights/trials/": values.url,
    "www.example": "127.0.0.1",
    "/insights/trials": BASE.slice(0, -1),
    "/srv/www/trials": values.served,
    "https://portal.example": values.portal,
  };
  return Object.entries(examples).reduce((filled, [example, value]) => (value === undefined ? filled : filled.replaceAll(example, value)), text);
};

/** A bare request: unlike `fetch`, it sends the address as it is, asks for no encoding by itself and decodes nothing. */
const ask = (url, headers = {}) =>
  new Promise((resolve, reject) => {
    const { origin, hostname, port } = new URL(url);
    get({ hostname, port, path: url.slice(origin.length), headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };
const decoded = ({ headers, body }) => (DECODERS[headers["content-encoding"]] ?? ((bytes) => bytes))(body);

/** What must be the same from every server. */
const SAME = [
  "content-type",
  "content-encoding",
  "vary",
  "cache-control",
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "access-control-allow-origin",
  "x-frame-options",
];
/** An answer that is no file has a type of the server's own. */
const SAME_WITHOUT_FILE = SAME.filter((name) => !["content-type", "vary"].includes(name));
const pick = ({ headers }, names) => Object.fromEntries(names.map((name) => [name, headers[name]]));

const ENCODINGS = { "gzip, deflate, br": "br", gzip: "gzip", "br;q=0, gzip": "gzip", "identity": undefined, "": undefined };

describe("dist.zip", () => {
  let work;
  let folder;
  let files;
  let zip;
  before(async () => {
    work = await temporary();
    zip = await pack(work);
    const [name] = (await readdir(work)).filter((found) => found !== "dist.zip");
    folder = path.join(work, name);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))).sort();
  });
  after(() => rm(work, { recursive: true, force: true }));

  it("is the same, byte for byte, from the same page on another day elsewhere", async () => {
    const other = await temporary();
    assert.ok(zip.equals(await pack(other, { TZ: "Asia/Shanghai", LC_ALL: "C" })));
    assert.ok(!zip.equals(await pack(other, { SOURCE_DATE_EPOCH: "1767225600" })), "the time of the files is that of the version");
    await rm(other, { recursive: true });
  });

  it("holds the site with compressed copies, the configurations, the licences and the guide", async () => {
    for (const name of ["LICENSE", "SHA256SUMS", "hosting.md", "licenses.txt", "sbom.cdx.json", "site/index.html", "site/data/facts.csv", ...CONFIGURATIONS.map((file) => `server/${file}`)]) {
      assert.ok(files.includes(name), name);
    }
    const own = files.filter((file) => /^site\/.*\.(css|csv|html|js|json|svg|txt|wasm)$/.test(file) && file !== "site/config.json");
    for (const file of own) {
      const bytes = await readFile(path.join(folder, file));
      assert.ok(brotliDecompressSync(await readFile(path.join(folder, `${file}.br`))).equals(bytes), `${file}.br`);
      assert.ok(gunzipSync(await readFile(path.join(folder, `${file}.gz`))).equals(bytes), `${file}.gz`);
    }
    assert.equal(await readFile(path.join(folder, "site/config.json"), "utf8"), "{}\n", "settings are whoever hosts it's");
    assert.ok(!files.some((file) => file.startsWith("site/config.json.")), "an edited file must not be served from an old copy");
  });

  it("has a checksum of every file but that list", async () => {
    const listed = (await readFile(path.join(folder, "SHA256SUMS"), "utf8")).trim().split("\n").map((line) => line.slice(66));
    assert.deepEqual(listed, files.filter((file) => file !== "SHA256SUMS"));
    const damaged = path.join(work, "damaged");
    await cp(folder, damaged, { recursive: true });
    await writeFile(path.join(damaged, "site/data/facts.csv"), "other");
    await assert.rejects(shell("sha256sum --check --quiet SHA256SUMS", damaged), ({ stdout }) => stdout === "site/data/facts.csv: FAILED\n");
  });

  it("names no place of the machine that built it, and asks for nothing by an absolute address", async () => {
    const settings = await readFile(path.join(process.env.CARGO_HOME ?? path.join(homedir(), ".cargo"), "config.toml"), "utf8").catch(() => "");
    const { stdout: registry } = await run("npm", ["config", "get", "registry"], { cwd: root });
    const hosts = [...`${settings}\n${registry}`.matchAll(/https?:\/\/([^/\s"':]+)/g)].map(([, host]) => host).filter((host) => !/(^|\.)(npmjs\.org|crates\.io|github\.com)$/.test(host));
    const forbidden = [root, `${homedir()}/`, `${tmpdir()}/`, ...hosts];
    for (const file of files.filter((name) => !/\.(br|gz)$/.test(name))) {
      const text = await readFile(path.join(folder, file), "latin1");
      assert.deepEqual(forbidden.filter((one) => text.includes(one)), [], file);
    }
    const html = await readFile(path.join(folder, "site/index.html"), "utf8");
    const asked = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    assert.ok(asked.length > 3);
    assert.deepEqual(asked.filter((address) => /^(\/|[a-z]+:)/i.test(address)), []);
  });

  it("has a valid bill of materials that names each part once", async () => {
    const text = await readFile(path.join(folder, "sbom.cdx.json"), "utf8");
    assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text), null);
    const bill = JSON.parse(text);
    const addresses = bill.components.map(({ purl, "bom-ref": reference }) => purl ?? reference);
    const crates = linkedCrates().crates.map(({ name, version }) => `pkg:cargo/${name}@${version}`);
    const packages = (await bundledPackages()).map(({ name, version }) => `pkg:npm/${name}@${version}`);
    assert.deepEqual(addresses.toSorted(), [...crates, ...packages, `pkg:generic/rust-std@${standardLibrary().version}`, "data"].sort());
    const names = bill.components.map(({ name }) => name);
    for (const known of ["leptos", "charming", "rust-std", "echarts", "zrender", "tslib", "china-clinical-trial-statistics"]) assert.ok(names.includes(known), known);
    for (const { name, licenses } of bill.components) assert.ok(licenses?.[0].expression ?? licenses?.[0].license.id, `${name} has a licence of the SPDX list`);
    const licences = await readFile(path.join(folder, "licenses.txt"), "utf8");
    for (const { name, version, type } of bill.components) assert.ok(type === "data" || licences.includes(`${name} ${version} (`), `licenses.txt has ${name} ${version}`);
  });
});

describe("docs/hosting.md", () => {
  let work;
  let folder;
  let portal;
  let reference;
  const running = {};
  const checks = blocks.slice(2);

  before(async () => {
    work = await temporary();
    await pack(work);
    for (const name of await readdir(work)) if (name !== "dist.zip") await rm(path.join(work, name), { recursive: true });
    portal = createServer((request, response) => {
      response.setHeader("Content-Type", "text/html");
      const framed = new URL(request.url, "http://portal").searchParams.get("framed");
      response.end(`<!doctype html><title>portal</title><iframe sandbox="allow-scripts" src="${framed ?? "about:blank"}" width="900" height="700"></iframe>`);
    });
    await new Promise((resolve) => portal.listen(0, "127.0.0.1", resolve));
    portal.origin = `http://127.0.0.1:${portal.address().port}`;
    // First block: unpack and verify. Second: fill in.
    const served = path.join(work, "served");
    assert.equal(await shell(blocks.slice(0, 2).map(({ text }) => fillInGuide(text, { served, portal: portal.origin })).join("\n"), work), "", "no news is good news");
    await writeFile(path.join(work, "secret.txt"), "not to be read");
    folder = path.join(work, (await readdir(work)).find((name) => name.startsWith("china-trials-explorer-")));
    const frameAncestors = `'self' ${portal.origin}`;
    reference = await serve({ folder: served, port: 0, base: BASE, frameAncestors });
    for (const kind of SERVERS) running[kind] = await startServer(kind, { folder, base: BASE });
  });
  after(async () => {
    for (const server of [reference, ...Object.values(running)]) await server?.close();
    portal.close();
    await rm(work, { recursive: true, force: true });
  });

  it("has no snippet that is not run or compared here", () => {
    assert.deepEqual(blocks.map(({ language }) => language), ["sh", "sh", "sh", "http", "sh", "http"]);
  });

  it("fills in every configuration, and nothing else in it", async () => {
    for (const name of CONFIGURATIONS) {
      const shipped = await readFile(path.join(root, "docs/hosting", name), "utf8");
      const filled = await readFile(path.join(folder, "server", name), "utf8");
      assert.equal(filled, fillIn(shipped, { base: BASE, folder: path.join(work, "served"), frameAncestors: `'self' ${portal.origin}`, host: "127.0.0.1" }), name);
      assert.ok(shipped.includes(policy()), `${name} has the policy of scripts/serve.mjs`);
      assert.doesNotMatch(filled, /\/trials\b|\/srv\//, `nothing is left to fill in in ${name}`);
    }
  });

  for (const kind of SERVERS) {
    describe(`with ${kind}`, () => {
      it("answers to its commands as it says", async () => {
        for (const [position, { language, text }] of checks.entries()) {
          if (language !== "sh") continue;
          const values = { url: running[kind].url, portal: portal.origin };
          const said = await shell(fillInGuide(text, values), folder);
          const lines = said.split(/\r?\n/).filter((line) => line !== "" && !/^HTTP\/1\.1 200/.test(line));
          const expected = fillInGuide(checks[position + 1].text, values).trim().split("\n");
          const lowerName = (line) => line.replace(/^[^:]+/, (name) => name.toLowerCase());
          assert.deepEqual(lines.map(lowerName).sort(), expected.map(lowerName).sort());
        }
      });

      it("sends every file as scripts/serve.mjs does, in each encoding", async () => {
        const names = ["", ...(await readdir(path.join(work, "served"), { recursive: true })).filter((name) => /\.(css|csv|html|js|json|svg|txt|wasm)$/.test(name))];
        assert.deepEqual([...new Set(names.map((name) => path.extname(name)))].sort(), ["", ".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".wasm"]);
        for (const name of names) {
          const bytes = await readFile(path.join(work, "served", name || "index.html"));
          for (const [accepted, encoding] of Object.entries(ENCODINGS)) {
            const headers = accepted === "" ? {} : { "Accept-Encoding": accepted };
            const what = `${name || "the page"} for "${accepted}"`;
            const expected = await ask(reference.url + name, headers);
            const answer = await ask(running[kind].url + name, headers);
            assert.equal(answer.status, 200, what);
            // What a site edits has no copies that could be old.
            assert.equal(answer.headers["content-encoding"], name === "config.json" ? undefined : encoding, what);
            const same = SAME.filter((header) => name !== "config.json" || !["content-encoding", "vary"].includes(header));
            assert.deepEqual(pick(answer, same), pick(expected, same), what);
            assert.ok(decoded(answer).equals(bytes), `${what}: the bytes of the file`);
          }
        }
      });

      it("answers 304 to a browser that has the file", async () => {
        const page = await readFile(path.join(folder, "site/index.html"), "utf8");
        for (const [name, cache] of [["", "no-cache"], [/[^"/]*_bg\.wasm/.exec(page)[0], "public, max-age=31536000, immutable"]]) {
          const { headers } = await ask(running[kind].url + name, { "Accept-Encoding": "br" });
          const again = await ask(running[kind].url + name, { "Accept-Encoding": "br", "If-None-Match": headers.etag });
          assert.equal(again.status, 304, name);
          assert.equal(again.headers["cache-control"], cache, name);
        }
      });

      it("answers 404 where nothing is, under the same headers, never kept", async () => {
        for (const name of ["nothing", "data/nothing.csv", "app-0123456789abcdef.js"]) {
          const expected = await ask(reference.url + name);
          const answer = await ask(running[kind].url + name, { "Accept-Encoding": "br" });
          assert.equal(answer.status, 404, name);
          assert.doesNotMatch(answer.body.toString(), /China Trials/, `${name} is not the page`);
          assert.deepEqual(pick(answer, SAME_WITHOUT_FILE), pick(expected, SAME_WITHOUT_FILE), name);
        }
      });

      it("has no way out of its folder", async () => {
        for (const name of ["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "data/..%2f..%2fsecret.txt", "..%5csecret.txt"]) {
          assert.doesNotMatch((await ask(running[kind].url + name)).body.toString(), /not to be read/, name);
        }
      });

      it("lists no folder, and finds the page without the last slash", async () => {
        const listing = await ask(`${running[kind].url}data/`);
        assert.ok([403, 404].includes(listing.status), `data/: ${listing.status}`);
        assert.doesNotMatch(listing.body.toString(), /facts\.csv/);
        const { status, headers } = await ask(running[kind].url.slice(0, -1));
        assert.equal(status, 301);
        assert.equal(new URL(headers.location, running[kind].url).href, running[kind].url);
      });

      it("sends a site's own config.json, asked for anew each time", async (t) => {
        const file = path.join(work, "served/config.json");
        await writeFile(file, '{"portal":"https://portal.example"}');
        t.after(() => writeFile(file, "{}\n"));
        const answer = await ask(`${running[kind].url}config.json`, { "Accept-Encoding": "br, gzip" });
        assert.equal(answer.status, 200);
        assert.equal(answer.headers["cache-control"], "no-cache");
        assert.match(answer.headers["content-type"], /^application\/json; charset=utf-8$/i);
        assert.equal(decoded(answer).toString(), '{"portal":"https://portal.example"}');
      });

      it("works at the root of a host too", async () => {
        const server = await startServer(kind, { folder: await atRoot(), base: "/" });
        try {
          for (const [name, status] of [["", 200], ["data/facts.csv", 200], ["nothing", 404]]) assert.equal((await ask(server.url + name)).status, status, name);
        } finally {
          await server.close();
        }
      });
    });
  }

  /** The folder as it is packed, with nothing filled in yet. */
  const atRoot = async () => {
    const packed = path.join(work, "packed");
    await cp(path.join(root, "docs/hosting"), path.join(packed, "server"), { recursive: true });
    await cp(path.join(work, "served"), path.join(packed, "site"), { recursive: true });
    return packed;
  };

  it("lets nginx do without its Brotli module", async () => {
    const withoutBrotli = (text) => text.replace(/^ *brotli_static on;\n/m, "");
    const server = await startServer("nginx", { folder: await atRoot(), base: BASE, edit: withoutBrotli });
    const { headers } = await ask(server.url, { "Accept-Encoding": "gzip, br" });
    await server.close();
    assert.equal(headers["content-encoding"], "gzip");
  });

  describe("in Chromium", () => {
    let browser;
    before(async () => (browser = await chromium.launch(CHROMIUM)));
    after(() => browser?.close());

    for (const kind of SERVERS) {
      it(`opens behind ${kind}, breaking no rule`, async () => {
        const explorer = new ExplorerPage(await browser.newPage(), running[kind].url);
        await explorer.watch();
        await explorer.goto("?year=2024&lang=en");
        assert.match(await explorer.text("finding"), /4900/);
        explorer.assertNoProblems();
      });

      it(`opens behind ${kind} in the frame of a portal, in a sandbox without an origin`, async () => {
        const page = await browser.newPage();
        await page.goto(`${portal.origin}/?framed=${encodeURIComponent(`${running[kind].url}?year=2024&lang=en`)}`);
        const frame = page.frameLocator("iframe");
        await frame.locator('html[data-ready="true"]').waitFor({ state: "attached" });
        assert.match(await frame.locator('[data-part="finding"]').innerText(), /4,?900/);
      });
    }

    it("has a web.config that says the same, as well-formed XML", async () => {
      const page = await browser.newPage();
      const said = await page.evaluate((text) => {
        const xml = new DOMParser().parseFromString(text, "application/xml");
        const pairs = (selector, key, value) => Object.fromEntries([...xml.querySelectorAll(selector)].map((one) => [one.getAttribute(key), one.getAttribute(value)]));
        return {
          error: xml.querySelector("parsererror")?.textContent,
          headers: pairs("customHeaders > add", "name", "value"),
          types: pairs("staticContent > mimeMap", "fileExtension", "mimeType"),
          compressedTypes: pairs('rewriteMap[name="type"] > add', "key", "value"),
          kept: xml.querySelector('rule[name="hashed names are kept"] > action')?.getAttribute("value"),
        };
      }, await readFile(path.join(folder, "server/web.config"), "utf8"));
      assert.equal(said.error, undefined);
      const files = await readdir(path.join(work, "served"), { recursive: true });
      for (const extension of ["css", "csv", "html", "js", "json", "svg", "txt", "wasm"]) {
        const { headers } = await ask(reference.url + files.find((name) => name.endsWith(`.${extension}`)));
        assert.equal(said.types[`.${extension}`], headers["content-type"]);
        assert.equal(said.compressedTypes[extension], headers["content-type"]);
      }
      const { headers } = await ask(reference.url);
      assert.deepEqual(
        Object.fromEntries(Object.entries(said.headers).map(([name, value]) => [name.toLowerCase(), value])),
        pick({ headers }, ["content-security-policy", "x-content-type-options", "referrer-policy", "access-control-allow-origin", "cache-control"]),
      );
      assert.equal(said.kept, "public, max-age=31536000, immutable");
    });
  });
});
