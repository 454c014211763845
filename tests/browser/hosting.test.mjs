// What is shipped (dist.zip) and how it is hosted: docs/hosting.md is followed to the letter, on real servers.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, get } from "node:http";
import { get as getByTls } from "node:https";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { policy, serve } from "../../scripts/serve.mjs";
import { bundledPackages, linkedCrates, standardLibrary } from "../../scripts/shipped.mjs";
import { ExplorerPage } from "./page.mjs";
import { readyFrame } from "./portals.mjs";
import { fillIn, freePort, portOf, SERVERS, startServer } from "./servers.mjs";
import { expect, test } from "./site.mjs";

/** @import { IncomingHttpHeaders, Server as HttpServer } from "node:http" */
/** @import { Running, Server } from "./servers.mjs" */

/** What a server has sent. @typedef {{ status: number, headers: IncomingHttpHeaders, body: Buffer }} Answer */

/**
 * A part in the bill of materials.
 * @typedef {object} Component
 * @property {string} type
 * @property {string} name
 * @property {string} version
 * @property {string} [purl]
 * @property {string} bom-ref
 * @property {{ expression?: string, license?: { id: string } }[]} [licenses]
 */

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

/**
 * Packs the page as `make dist` does, and gives the archive.
 * @param {string} to
 * @param {Record<string, string>} [environment]
 */
const pack = async (to, environment = {}) => {
  await run(process.execPath, ["scripts/dist.mjs", `--to=${to}`], { cwd: root, env: { ...process.env, ...environment } });
  return readFile(path.join(to, "dist.zip"));
};

/**
 * What a script of the shell prints.
 * @param {string} script
 * @param {string} cwd
 */
const shell = async (script, cwd) => (await run("bash", ["-euo", "pipefail", "-c", script], { cwd })).stdout;

/**
 * Puts the values of this test in the place of those that the guide takes as an example.
 * @param {string} text
 * @param {{ url?: string, served?: string, portal?: string }} values
 */
const fillInGuide = (text, values) => {
  const examples = {
    "https://www.example/insights/trials/": values.url,
    "www.example": "127.0.0.1",
    "/insights/trials": BASE.slice(0, -1),
    "/srv/www/trials": values.served,
    "https://portal.example": values.portal,
  };
  return Object.entries(examples).reduce(
    (filled, [example, value]) => (value === undefined ? filled : filled.replaceAll(example, value)),
    text,
  );
};

/**
 * A bare request: unlike `fetch`, it sends the address as it is, asks for no encoding by itself and decodes nothing.
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Answer>}
 */
const ask = (url, headers = {}) =>
  new Promise((resolve, reject) => {
    const { origin, hostname, port } = new URL(url);
    get({ hostname, port, path: url.slice(origin.length), headers }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });

/** For a year. */
const TRANSPORT = "max-age=31536000";

/** The headers of an answer by TLS, whoever has signed for it. @param {string} url @returns {Promise<IncomingHttpHeaders>} */
const askByTls = (url) =>
  new Promise((resolve, reject) => {
    getByTls(url, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.headers);
    }).on("error", reject);
  });

/**
 * How each server speaks TLS beside what it does anyway: what surrounds the shipped configuration is whoever hosts it's.
 * @type {Record<Server, (tls: { port: number, certificate: string, key: string }) => (text: string) => string>}
 */
const WITH_TLS = {
  nginx:
    ({ port, certificate, key }) =>
    (text) =>
      text.replace(
        "listen 80;",
        `listen 80;\n listen 127.0.0.1:${port} ssl;\n ssl_certificate ${certificate};\n ssl_certificate_key ${key};`,
      ),
  apache:
    ({ port, certificate, key }) =>
    (text) =>
      `LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
      Listen 127.0.0.1:${port} https
      <VirtualHost 127.0.0.1:${port}>
        SSLEngine on
        SSLCertificateFile ${certificate}
        SSLCertificateKeyFile ${key}
      </VirtualHost>
      ${text}`,
  caddy:
    ({ port, certificate, key }) =>
    (text) =>
      text + text.replace("\n:80 {", `\nhttps://127.0.0.1:${port} {\n\ttls ${certificate} ${key}`),
};

/** @type {Record<string, (bytes: Buffer) => Buffer>} */
const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };
/** The bytes of an answer as they were before they were compressed. @param {Answer} answer */
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
  "permissions-policy",
  "strict-transport-security",
  "cross-origin-embedder-policy",
  "access-control-allow-origin",
  "cross-origin-resource-policy",
  "x-frame-options",
];
/** An answer that is no file has a type of the server's own. */
const SAME_WITHOUT_FILE = SAME.filter((name) => !["content-type", "vary"].includes(name));
/**
 * Some headers of an answer.
 * @param {Pick<Answer, "headers">} answer
 * @param {string[]} names
 */
const pick = ({ headers }, names) => Object.fromEntries(names.map((name) => [name, headers[name]]));

/** What is asked for, and what is sent then; nothing for the file as it is. @type {Record<string, string>} */
const ENCODINGS = { "gzip, deflate, br": "br", gzip: "gzip", "br;q=0, gzip": "gzip", identity: undefined, "": undefined };

test.describe("dist.zip", () => {
  // One after the other, in one worker: packing takes a while.
  test.describe.configure({ mode: "default" });
  /** @type {string} */
  let work;
  /** @type {string} */
  let folder;
  /** @type {string[]} */
  let files;
  /** @type {Buffer} */
  let zip;
  test.beforeAll(async () => {
    work = await temporary();
    zip = await pack(work);
    const [name] = (await readdir(work)).filter((found) => found !== "dist.zip");
    folder = path.join(work, name);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
      .sort();
  });
  test.afterAll(() => rm(work, { recursive: true, force: true }));

  test("is the same, byte for byte, from the same page on another day elsewhere", async () => {
    const other = await temporary();
    expect(zip.equals(await pack(other, { TZ: "Asia/Shanghai", LC_ALL: "C" }))).toBe(true);
    expect(zip.equals(await pack(other, { SOURCE_DATE_EPOCH: "1767225600" })), "the time of the files is that of the version").toBe(false);
    await rm(other, { recursive: true });
  });

  test("holds the site with compressed copies, the configurations, the licences and the guide", async () => {
    for (const name of [
      "LICENSE",
      "SHA256SUMS",
      "hosting.md",
      "licenses.txt",
      "sbom.cdx.json",
      "site/index.html",
      "site/data/facts.csv",
      ...CONFIGURATIONS.map((file) => `server/${file}`),
    ]) {
      expect(files, name).toContain(name);
    }
    const own = files.filter((file) => /^site\/.*\.(css|csv|html|js|json|svg|txt|wasm)$/.test(file) && file !== "site/config.json");
    for (const file of own) {
      const bytes = await readFile(path.join(folder, file));
      expect(brotliDecompressSync(await readFile(path.join(folder, `${file}.br`))).equals(bytes), `${file}.br`).toBe(true);
      expect(gunzipSync(await readFile(path.join(folder, `${file}.gz`))).equals(bytes), `${file}.gz`).toBe(true);
    }
    expect(await readFile(path.join(folder, "site/config.json"), "utf8"), "settings are whoever hosts it's").toBe("{}\n");
    expect(
      files.filter((file) => file.startsWith("site/config.json.")),
      "an edited file must not be served from an old copy",
    ).toEqual([]);
  });

  test("has a checksum of every file but that list", async () => {
    const listed = (await readFile(path.join(folder, "SHA256SUMS"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => line.slice(66));
    expect(listed).toEqual(files.filter((file) => file !== "SHA256SUMS"));
    const damaged = path.join(work, "damaged");
    await cp(folder, damaged, { recursive: true });
    await writeFile(path.join(damaged, "site/data/facts.csv"), "other");
    const refusal = await shell("sha256sum --check --quiet SHA256SUMS", damaged).catch((error) => error);
    expect(refusal.stdout).toBe("site/data/facts.csv: FAILED\n");
  });

  test("names no place of the machine that built it, and asks for nothing by an absolute address", async () => {
    const settings = await readFile(path.join(process.env.CARGO_HOME ?? path.join(homedir(), ".cargo"), "config.toml"), "utf8").catch(
      () => "",
    );
    const { stdout: registry } = await run("npm", ["config", "get", "registry"], { cwd: root });
    const hosts = [...`${settings}\n${registry}`.matchAll(/https?:\/\/([^/\s"':]+)/g)]
      .map(([, host]) => host)
      .filter((host) => !/(^|\.)(npmjs\.org|crates\.io|github\.com)$/.test(host));
    const forbidden = [root, `${homedir()}/`, `${tmpdir()}/`, ...hosts];
    for (const file of files.filter((name) => !/\.(br|gz)$/.test(name))) {
      const text = await readFile(path.join(folder, file), "latin1");
      expect(
        forbidden.filter((one) => text.includes(one)),
        file,
      ).toEqual([]);
    }
    const html = await readFile(path.join(folder, "site/index.html"), "utf8");
    const asked = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((address) => /^(\/|[a-z]+:)/i.test(address))).toEqual([]);
  });

  test("has a valid bill of materials that names each part once", async () => {
    const text = await readFile(path.join(folder, "sbom.cdx.json"), "utf8");
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    /** @type {{ components: Component[] }} */
    const bill = JSON.parse(text);
    const addresses = bill.components.map(({ purl, "bom-ref": reference }) => purl ?? reference);
    const crates = linkedCrates().crates.map(({ name, version }) => `pkg:cargo/${name}@${version}`);
    const packages = (await bundledPackages()).map(({ name, version }) => `pkg:npm/${name}@${version}`);
    expect(addresses.toSorted()).toEqual([...crates, ...packages, `pkg:generic/rust-std@${standardLibrary().version}`, "data"].sort());
    const names = bill.components.map(({ name }) => name);
    for (const known of ["leptos", "charming", "rust-std", "echarts", "zrender", "tslib", "china-clinical-trial-statistics"])
      expect(names, known).toContain(known);
    for (const { name, licenses } of bill.components)
      expect(licenses?.[0].expression ?? licenses?.[0].license.id, `${name} has a licence of the SPDX list`).toBeTruthy();
    const licences = await readFile(path.join(folder, "licenses.txt"), "utf8");
    expect(licences, "first its own").toMatch(/^china-trials-explorer \d+\.\d+\.\d+ \(MIT\)\n\nMIT License\n/);
    for (const { name, version } of bill.components.filter(({ type }) => type !== "data"))
      expect(licences, `licenses.txt has ${name} ${version}`).toContain(`${name} ${version} (`);
  });
});

test.describe("docs/hosting.md", () => {
  // One after the other, in one worker, with the same servers.
  test.describe.configure({ mode: "default" });
  /** @type {string} */
  let work;
  /** @type {string} */
  let folder;
  /** A page that frames the address that it is asked for. @type {HttpServer} */
  let portal;
  /** @type {string} */
  let portalOrigin;
  /** @type {Running} */
  let reference;
  /** @type {Partial<Record<Server, Running>>} */
  const running = {};
  const checks = blocks.slice(2);

  test.beforeAll(async () => {
    work = await temporary();
    await pack(work);
    for (const name of await readdir(work)) if (name !== "dist.zip") await rm(path.join(work, name), { recursive: true });
    portal = createServer((request, response) => {
      response.setHeader("Content-Type", "text/html");
      const framed = new URL(request.url, "http://portal").searchParams.get("framed");
      response.end(
        `<!doctype html><title>portal</title><iframe sandbox="allow-scripts" src="${framed ?? "about:blank"}" width="900" height="700"></iframe>`,
      );
    });
    await once(portal.listen(0, "127.0.0.1"), "listening");
    portalOrigin = `http://127.0.0.1:${portOf(portal)}`;
    // First block: unpack and verify. Second: fill in.
    const served = path.join(work, "served");
    expect(
      await shell(
        blocks
          .slice(0, 2)
          .map(({ text }) => fillInGuide(text, { served, portal: portalOrigin }))
          .join("\n"),
        work,
      ),
      "no news is good news",
    ).toBe("");
    await writeFile(path.join(work, "secret.txt"), "not to be read");
    folder = path.join(
      work,
      (await readdir(work)).find((name) => name.startsWith("china-trials-explorer-")),
    );
    const frameAncestors = `'self' ${portalOrigin}`;
    reference = await serve({ folder: served, port: 0, base: BASE, frameAncestors, host: "https://127.0.0.1" });
    for (const kind of SERVERS) running[kind] = await startServer(kind, { folder, base: BASE });
  });
  test.afterAll(async () => {
    for (const server of [reference, ...Object.values(running)]) await server?.close();
    portal.close();
    await rm(work, { recursive: true, force: true });
  });

  test("has no snippet that is not run or compared here", () => {
    expect(blocks.map(({ language }) => language)).toEqual(["sh", "sh", "sh", "http", "sh", "http"]);
  });

  test("fills in every configuration, and nothing else in it", async () => {
    for (const name of CONFIGURATIONS) {
      const shipped = await readFile(path.join(root, "docs/hosting", name), "utf8");
      const filled = await readFile(path.join(folder, "server", name), "utf8");
      expect(filled, name).toBe(
        fillIn(shipped, {
          base: BASE,
          folder: path.join(work, "served"),
          frameAncestors: `'self' ${portalOrigin}`,
          host: "127.0.0.1",
          origin: "https://127.0.0.1",
        }),
      );
      expect(shipped, `${name} has the policy of scripts/serve.mjs`).toContain(policy());
      expect(filled, `nothing is left to fill in in ${name}`).not.toMatch(/\/trials\b|\/srv\//);
    }
  });

  for (const kind of SERVERS) {
    test.describe(`with ${kind}`, () => {
      test("answers to its commands as it says", async () => {
        for (const [position, { language, text }] of checks.entries()) {
          if (language !== "sh") continue;
          const values = { url: running[kind].url, portal: portalOrigin };
          const said = await shell(fillInGuide(text, values), folder);
          const lines = said.split(/\r?\n/).filter((line) => line !== "" && !/^HTTP\/1\.1 200/.test(line));
          const expected = fillInGuide(checks[position + 1].text, values)
            .trim()
            .split("\n");
          const lowerName = (/** @type {string} */ line) => line.replace(/^[^:]+/, (name) => name.toLowerCase());
          expect(lines.map(lowerName).sort()).toEqual(expected.map(lowerName).sort());
        }
      });

      test("sends every file as scripts/serve.mjs does, in each encoding", async () => {
        const names = [
          "",
          ...(await readdir(path.join(work, "served"), { recursive: true })).filter((name) =>
            /\.(css|csv|html|js|json|svg|txt|wasm)$/.test(name),
          ),
        ];
        expect([...new Set(names.map((name) => path.extname(name)))].sort()).toEqual([
          "",
          ".css",
          ".csv",
          ".html",
          ".js",
          ".json",
          ".svg",
          ".txt",
          ".wasm",
        ]);
        for (const name of names) {
          const bytes = await readFile(path.join(work, "served", name || "index.html"));
          for (const [accepted, encoding] of Object.entries(ENCODINGS)) {
            const headers = accepted === "" ? {} : { "Accept-Encoding": accepted };
            const what = `${name || "the page"} for "${accepted}"`;
            const expected = await ask(reference.url + name, headers);
            const answer = await ask(running[kind].url + name, headers);
            expect(answer.status, what).toBe(200);
            // What a site edits has no copies that could be old.
            expect(answer.headers["content-encoding"], what).toBe(name === "config.json" ? undefined : encoding);
            const same = SAME.filter((header) => name !== "config.json" || !["content-encoding", "vary"].includes(header));
            expect(pick(answer, same), what).toEqual(pick(expected, same));
            expect(decoded(answer).equals(bytes), `${what}: the bytes of the file`).toBe(true);
          }
        }
      });

      test("answers 304 to a browser that has the file", async () => {
        const page = await readFile(path.join(folder, "site/index.html"), "utf8");
        for (const [name, cache] of [
          ["", "no-cache"],
          [/[^"/]*_bg\.wasm/.exec(page)[0], "public, max-age=31536000, immutable"],
        ]) {
          const { headers } = await ask(running[kind].url + name, { "Accept-Encoding": "br" });
          const again = await ask(running[kind].url + name, { "Accept-Encoding": "br", "If-None-Match": headers.etag });
          expect(again.status, name).toBe(304);
          expect(again.headers["cache-control"], name).toBe(cache);
        }
      });

      test("answers 404 where nothing is, under the same headers, never kept", async () => {
        for (const name of ["nothing", "data/nothing.csv", "app-0123456789abcdef.js"]) {
          const expected = await ask(reference.url + name);
          const answer = await ask(running[kind].url + name, { "Accept-Encoding": "br" });
          expect(answer.status, name).toBe(404);
          expect(answer.body.toString(), `${name} is not the page`).not.toMatch(/China Trials/);
          expect(pick(answer, SAME_WITHOUT_FILE), name).toEqual(pick(expected, SAME_WITHOUT_FILE));
        }
      });

      test("has no way out of its folder", async () => {
        for (const name of ["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "data/..%2f..%2fsecret.txt", "..%5csecret.txt"]) {
          expect((await ask(running[kind].url + name)).body.toString(), name).not.toMatch(/not to be read/);
        }
      });

      test("lists no folder, and finds the page without the last slash", async () => {
        const listing = await ask(`${running[kind].url}data/`);
        expect([403, 404], `data/: ${listing.status}`).toContain(listing.status);
        expect(listing.body.toString()).not.toMatch(/facts\.csv/);
        const { status, headers } = await ask(running[kind].url.slice(0, -1));
        expect(status).toBe(301);
        expect(new URL(headers.location, running[kind].url).href).toBe(running[kind].url);
      });

      test("sends a site's own config.json, asked for anew each time", async () => {
        const file = path.join(work, "served/config.json");
        await writeFile(file, '{"portal":"https://portal.example"}');
        const answer = await ask(`${running[kind].url}config.json`, { "Accept-Encoding": "br, gzip" });
        await writeFile(file, "{}\n");
        expect(answer.status).toBe(200);
        expect(answer.headers["cache-control"]).toBe("no-cache");
        expect(answer.headers["content-type"]).toMatch(/^application\/json; charset=utf-8$/i);
        expect(decoded(answer).toString()).toBe('{"portal":"https://portal.example"}');
      });

      test("sends Strict-Transport-Security where it speaks TLS, and there alone", async () => {
        const certificate = path.join(work, "certificate.pem");
        const key = path.join(work, "key.pem");
        await shell(
          `openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout ${key} -out ${certificate} 2>/dev/null; chmod 644 ${key}`,
          work,
        );
        const port = await freePort();
        const server = await startServer(kind, { folder: await atRoot(), base: BASE, edit: WITH_TLS[kind]({ port, certificate, key }) });
        try {
          const plainly = await ask(server.url);
          expect(plainly.headers["strict-transport-security"], "without TLS").toBeUndefined();
          for (const name of ["", "nothing"]) {
            const headers = await askByTls(`https://127.0.0.1:${port}${BASE}${name}`);
            expect(headers["strict-transport-security"], name || "the page").toBe(TRANSPORT);
          }
        } finally {
          await server.close();
        }
      });

      test("works at the root of a host too", async () => {
        const server = await startServer(kind, { folder: await atRoot(), base: "/" });
        try {
          for (const { name, status } of [
            { name: "", status: 200 },
            { name: "data/facts.csv", status: 200 },
            { name: "nothing", status: 404 },
          ])
            expect((await ask(server.url + name)).status, name).toBe(status);
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

  test("lets nginx do without its Brotli module", async () => {
    const withoutBrotli = (/** @type {string} */ text) => text.replace(/^ *brotli_static on;\n/m, "");
    const server = await startServer("nginx", { folder: await atRoot(), base: BASE, edit: withoutBrotli });
    const { headers } = await ask(server.url, { "Accept-Encoding": "gzip, br" });
    await server.close();
    expect(headers["content-encoding"]).toBe("gzip");
  });

  test.describe("in Chromium", () => {
    for (const kind of SERVERS) {
      test(`opens behind ${kind}, breaking no rule`, async ({ page }) => {
        const explorer = new ExplorerPage(page, running[kind].url);
        await explorer.watch();
        await explorer.goto("?year=2024&lang=en");
        expect(await explorer.text("finding")).toMatch(/4900/);
        explorer.expectNoProblems();
      });

      test(`opens behind ${kind} in the frame of a portal, in a sandbox without an origin`, async ({ page }) => {
        await page.goto(`${portalOrigin}/?framed=${encodeURIComponent(`${running[kind].url}?year=2024&lang=en`)}`);
        const frame = await readyFrame(page);
        await expect(frame.locator('[data-part="finding"]')).toHaveText(/4,?900/);
      });
    }

    test("has a web.config that says the same, as well-formed XML", async ({ page }) => {
      const said = await page.evaluate(
        (text) => {
          const xml = new DOMParser().parseFromString(text, "application/xml");
          /**
           * @param {string} selector
           * @param {string} key
           * @param {string} value
           * @returns {Record<string, string>}
           */
          const pairs = (selector, key, value) =>
            Object.fromEntries([...xml.querySelectorAll(selector)].map((one) => [one.getAttribute(key), one.getAttribute(value)]));
          return {
            error: xml.querySelector("parsererror")?.textContent,
            headers: pairs("customHeaders > add", "name", "value"),
            types: pairs("staticContent > mimeMap", "fileExtension", "mimeType"),
            compressedTypes: pairs('rewriteMap[name="type"] > add', "key", "value"),
            transport: {
              input: xml.querySelector('rule[name="strict transport security"] add')?.getAttribute("input"),
              pattern: xml.querySelector('rule[name="strict transport security"] add')?.getAttribute("pattern"),
              value: xml.querySelector('rule[name="strict transport security"] > action')?.getAttribute("value"),
            },
            kept: xml.querySelector('rule[name="hashed names are kept"] > action')?.getAttribute("value"),
          };
        },
        await readFile(path.join(folder, "server/web.config"), "utf8"),
      );
      expect(said.error).toBeUndefined();
      const files = await readdir(path.join(work, "served"), { recursive: true });
      for (const extension of ["css", "csv", "html", "js", "json", "svg", "txt", "wasm"]) {
        const { headers } = await ask(reference.url + files.find((name) => name.endsWith(`.${extension}`)));
        expect(said.types[`.${extension}`]).toBe(headers["content-type"]);
        expect(said.compressedTypes[extension]).toBe(headers["content-type"]);
      }
      const { headers } = await ask(reference.url);
      expect(Object.fromEntries(Object.entries(said.headers).map(([name, value]) => [name.toLowerCase(), value]))).toEqual(
        pick({ headers }, [
          "content-security-policy",
          "x-content-type-options",
          "referrer-policy",
          "permissions-policy",
          "cross-origin-embedder-policy",
          "cross-origin-resource-policy",
          "access-control-allow-origin",
          "cache-control",
        ]),
      );
      expect(said.transport, "where it speaks TLS").toEqual({ input: "{HTTPS}", pattern: "on", value: TRANSPORT });
      expect(said.kept).toBe("public, max-age=31536000, immutable");
    });
  });
});
