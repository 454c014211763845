// Serves a built page the way a strict portal would: under the security headers of the design, at any sub-path.
// Usage: [PORT=8080] node scripts/serve.mjs [folder] [--base=/sub/path/] [--frame-ancestors='self'] [--check]
import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
const isCompressible = (type) => /^(text\/|application\/(json|wasm)|image\/svg)/.test(type);
/** Trunk's content hash: such a file never changes under its name. */
const isHashed = (name) => /-[0-9a-f]{12,}(_bg)?\.\w+$/.test(name);

/** The policy under which the page must work; `frameAncestors` names who may frame it. */
export const policy = (frameAncestors = "'self'") =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");

/** What every answer says. A sandboxed frame without allow-same-origin asks for the files as a stranger: hence the last. */
const headersFor = (frameAncestors) => ({
  "Content-Security-Policy": policy(frameAncestors),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Access-Control-Allow-Origin": "*",
});

const ENCODERS = [
  {
    name: "br",
    extension: ".br",
    encode: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  },
  { name: "gzip", extension: ".gz", encode: (bytes) => promisify(gzip)(bytes) },
];

/** The file inside `root` that a request path names, or nothing: no way out of `root`, not by a link either. */
const locate = async (root, relative) => {
  if (relative.includes("\0")) return undefined;
  const wanted = path.join(root, relative.endsWith("/") || relative === "" ? `${relative}index.html` : relative);
  const found = await realpath(wanted).catch(() => undefined);
  if (found === undefined || !found.startsWith(root + path.sep)) return undefined;
  const about = await stat(found);
  return about.isFile() ? { file: found, about } : undefined;
};

/**
 * Starts a server of `folder` and resolves to it once it listens. Port 0 takes any free one.
 * @param {{ folder?: string, port?: number, base?: string, frameAncestors?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export const serve = async ({ folder = "dist", port = 8080, base = "/", frameAncestors, headers = {} } = {}) => {
  const root = await realpath(folder);
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const compressed = new Map();

  const compress = async ({ name, extension, encode }, file, about) => {
    const ready = await stat(file + extension).catch(() => undefined);
    if (ready && ready.mtimeMs >= about.mtimeMs) return readFile(file + extension);
    const key = `${name} ${about.mtimeMs} ${about.size} ${file}`;
    if (!compressed.has(key)) compressed.set(key, readFile(file).then(encode));
    return compressed.get(key);
  };

  const answer = async (request, response) => {
    for (const [name, value] of Object.entries({ ...headersFor(frameAncestors), ...headers })) response.setHeader(name, value);
    const refuse = (status, text) => {
      response.writeHead(status, { "Content-Type": TYPES[".txt"], "Cache-Control": "no-cache" });
      response.end(request.method === "HEAD" ? undefined : `${text}\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(405, "Only GET and HEAD are answered here.");
    }
    let asked;
    try {
      asked = decodeURIComponent(request.url.split(/[?#]/, 1)[0]);
    } catch {
      return refuse(400, "The address is not valid.");
    }
    if (prefix !== "/" && (asked === "/" || asked === prefix.slice(0, -1))) {
      response.writeHead(302, { Location: prefix });
      return response.end();
    }
    const found = asked.startsWith(prefix) ? await locate(root, asked.slice(prefix.length)) : undefined;
    if (!found) return refuse(404, `Nothing is at ${asked}.`);

    const { file, about } = found;
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    const etag = `"${about.size.toString(36)}-${Math.round(about.mtimeMs).toString(36)}"`;
    response.setHeader("Content-Type", type);
    response.setHeader("Cache-Control", isHashed(file) ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("ETag", etag);
    response.setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304);
      return response.end();
    }
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoder = isCompressible(type) && ENCODERS.find(({ name }) => new RegExp(`\\b${name}\\b(?!;\\s*q=0)`).test(accepted));
    if (!encoder) {
      response.setHeader("Content-Length", about.size);
      if (request.method === "HEAD") return response.end();
      return createReadStream(file).on("error", (error) => response.destroy(error)).pipe(response);
    }
    const bytes = await compress(encoder, file, about);
    response.setHeader("Content-Encoding", encoder.name);
    response.setHeader("Content-Length", bytes.length);
    response.end(request.method === "HEAD" ? undefined : bytes);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(`error: ${request.url}: ${error.message}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
};

const complain = (text) => {
  console.error(`error: ${text}`);
  process.exit(1);
};

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: "string" }, "frame-ancestors": { type: "string" }, check: { type: "boolean" } },
  });
  const folder = values.check ? "." : (positionals[0] ?? "dist");
  const given = process.env.PORT || "8080";
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535) complain(`PORT=${given} is not a port: choose a number up to 65535`);
  if (!(await stat(path.join(folder, values.check ? "." : "index.html")).catch(() => undefined))) {
    complain(`${folder}/index.html is missing: run make build first`);
  }
  try {
    const server = await serve({ folder, port, base: values.base, frameAncestors: values["frame-ancestors"] });
    // --check only asks whether the port is free, before a long build.
    if (values.check) await server.close();
    else console.log(`China Trials Explorer: ${server.url} (stop with Ctrl+C)`);
  } catch (error) {
    if (error.code === "EADDRINUSE") complain(`port ${port} is in use: choose another with PORT=${port + 1} make serve`);
    if (error.code === "EACCES") complain(`port ${port} is not allowed here: choose another with PORT=8080 make serve`);
    throw error;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
