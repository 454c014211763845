// Serves a built page the way a strict portal would: under the security headers of the design, at any sub-path.
// Usage: [PORT=8080] node scripts/serve.mjs [folder] [--base=/sub/path/] [--frame-ancestors='self']
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { lookup } from "mrmime";
import sirv from "sirv";
import { asked, complain, refused } from "./port.mjs";

/** Trunk's content hash: such a file never changes under its name. */
const isHashed = (name) => /-[0-9a-f]{12,}(_bg)?\.\w+$/.test(name);

/**
 * The policy under which the page must work; `frameAncestors` names who may frame it, `host` is the origin of the page itself: in
 * WebKit 'self' matches nothing where a sandbox has taken the origin away.
 */
export const policy = (frameAncestors = "'self'", host = "http://localhost") => {
  const self = `'self' ${host}`;
  return [
    "default-src 'none'",
    `script-src ${self} 'wasm-unsafe-eval'`,
    `style-src ${self}`,
    `img-src ${self} data: blob:`,
    `font-src ${self}`,
    `connect-src ${self}`,
    `worker-src ${self}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors === "'none'" ? frameAncestors : `${frameAncestors} ${host}`}`,
  ].join("; ");
};

/** What every answer says. A sandboxed frame without allow-same-origin asks for the files as a stranger: hence the last two. */
const headersFor = (frameAncestors, host) => ({
  "Content-Security-Policy": policy(frameAncestors, host),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
});

/** The origin at which a request has found this server; without one that can stand in a policy, none is named. */
const originOf = ({ headers: { host = "" } }) => (/^[\w.:[\]-]+$/.test(host) ? `http://${host}` : undefined);

/** The type of a file. What is text says in which characters: UTF-8, all of it. */
const typeOf = (name) => {
  const type = lookup(name) ?? "application/octet-stream";
  return /^text\/|json$|svg\+xml$/.test(type) ? `${type}; charset=utf-8` : type;
};

/** The encodings that a browser takes, without those that it names only to refuse them, as in `br;q=0`. */
const accepted = (header = "") =>
  header
    .split(",")
    .filter((coding) => !/;\s*q=0(\.0*)?\s*$/.test(coding))
    .join(",");

/**
 * Starts a server of `folder` and resolves to it once it listens. Port 0 takes any free one.
 * Files and their compressed copies are found and sent by sirv, which looks anew at each request: a page may be built meanwhile.
 * @param {{ folder?: string, port?: number, base?: string, frameAncestors?: string, host?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export const serve = async ({ folder = "dist", port = 8080, base = "/", frameAncestors, host, headers = {} } = {}) => {
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const files = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, extensions: ["html"] });

  const server = createServer((request, response) => {
    const always = headersFor(frameAncestors, host ?? originOf(request));
    for (const [name, value] of Object.entries({ ...always, ...headers })) response.setHeader(name, value);
    const refuse = (status, text) => {
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" });
      response.end(`${text}\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(405, "Only GET and HEAD are answered here.");
    }
    const [at] = request.url.split(/[?#]/, 1);
    if (prefix !== "/" && (at === "/" || at === prefix.slice(0, -1))) {
      response.writeHead(302, { Location: prefix });
      return response.end();
    }
    if (!at.startsWith(prefix)) return refuse(404, `Nothing is at ${at}.`);

    request.url = at.slice(prefix.length - 1);
    request.headers["accept-encoding"] = accepted(request.headers["accept-encoding"]);
    response.setHeader("Content-Type", typeOf(request.url.replace(/\/$/, "/index.html")));
    response.setHeader("Cache-Control", isHashed(request.url) ? "public, max-age=31536000, immutable" : "no-cache");
    files(request, response, () => refuse(404, `Nothing is at ${at}.`));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}${prefix}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: "string" }, "frame-ancestors": { type: "string" } },
  });
  const folder = positionals[0] ?? "dist";
  const port = asked();
  if (!(await stat(path.join(folder, "index.html")).catch(() => undefined)))
    complain(`${folder}/index.html is missing: run make build first`);
  try {
    const server = await serve({ folder, port, base: values.base, frameAncestors: values["frame-ancestors"] });
    console.log(`China Trials Explorer: ${server.url} (stop with Ctrl+C)`);
  } catch (error) {
    refused(port, error);
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
