// Real web servers, each started with the configuration that is shipped for it, as an ordinary process on a free port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** What stands in the shipped configurations for what whoever hosts the page has to fill in (docs/hosting.md). */
const SHIPPED = {
  base: /\/trials\b/g,
  folder: "/srv/china-trials-explorer",
  frameAncestors: "frame-ancestors 'self'",
  host: "server_name localhost",
  origin: "http://localhost",
};

/**
 * A shipped configuration filled in, as the commands in docs/hosting.md do it.
 * @param {string} text
 * @param {{ base: string, folder: string, frameAncestors?: string, host?: string, origin?: string }} values
 */
export const fillIn = (text, { base, folder, frameAncestors = "'self'", host = "localhost", origin = SHIPPED.origin }) =>
  text
    .replaceAll(SHIPPED.origin, origin)
    .replace(SHIPPED.base, base.replace(/\/$/, ""))
    .replaceAll(SHIPPED.folder, folder)
    .replaceAll(SHIPPED.frameAncestors, `frame-ancestors ${frameAncestors}`)
    .replaceAll(SHIPPED.host, `server_name ${host}`);

/**
 * Replaces a text that must be there: a port or an address to listen at.
 * @param {string} text
 * @param {string} old
 * @param {string} by
 */
const replace = (text, old, by) => {
  if (!text.includes(old)) throw new Error(`the configuration does not contain "${old}":\n${text}`);
  return text.replace(old, by);
};

const isRoot = process.getuid?.() === 0;

/**
 * A kind of server: the configuration that is shipped for it, how that listens at another port, what surrounds it on a machine where it
 * is installed, and how the server is started with all that.
 * @typedef {object} Kind
 * @property {string} shipped
 * @property {(text: string, port: number) => string} listen
 * @property {(own: string, folder: string, port: number) => string} around
 * @property {(main: string) => string[]} command
 */

/** What surrounds each is as short as the server allows, and close to Debian's own. */
const KINDS = {
  /** @type {Kind} */
  nginx: {
    shipped: "nginx.conf",
    listen: (text, port) => replace(text, "listen 80;", `listen 127.0.0.1:${port};`),
    around: (own, folder) => `
      daemon off;
      master_process off;
      pid ${folder}/pid;
      error_log stderr warn;
      include /etc/nginx/modules-enabled/*.conf;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off;
        sendfile on;
        ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n        ")}
        include ${own};
      }`,
    command: (main) => ["nginx", "-e", "stderr", "-c", main],
  },
  /** @type {Kind} */
  apache: {
    shipped: "apache.conf",
    // Which port is the business of the server around it.
    listen: (text) => text,
    around: (own, folder, port) => `
      ServerRoot ${folder}
      DefaultRuntimeDir ${folder}
      PidFile ${folder}/pid
      ServerName 127.0.0.1
      Listen 127.0.0.1:${port}
      ErrorLog ${folder}/errors
      LogLevel error
      ${["mpm_event", "alias", "authz_core", "autoindex", "deflate", "dir", "filter", "headers", "mime", "negotiation", "rewrite"]
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join("\n      ")}
      ${isRoot ? "User www-data\n      Group www-data" : ""}
      TypesConfig /etc/mime.types
      AddLanguage br .br
      AddType application/x-gzip .gz .tgz
      AddOutputFilterByType DEFLATE text/html text/plain text/css application/json
      <Directory />
        AllowOverride None
        Require all denied
      </Directory>
      Include ${own}`,
    command: (main) => ["apache2", "-D", "FOREGROUND", "-f", main],
  },
  /** @type {Kind} */
  caddy: {
    shipped: "Caddyfile",
    listen: (text, port) => replace(text, "\n:80 {", `\nhttp://127.0.0.1:${port} {`),
    around: (own) => `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\nimport ${own}\n`,
    command: (main) => ["caddy", "run", "--adapter", "caddyfile", "--config", main],
  },
};
/** @typedef {keyof typeof KINDS} Server */

export const SERVERS = /** @type {Server[]} */ (Object.keys(KINDS));

/**
 * The server of a name, which must be one that is known.
 * @param {string} name
 */
export const serverNamed = (name) => {
  const found = SERVERS.find((known) => known === name);
  if (found === undefined) throw new Error(`there is no server "${name}": choose from ${SERVERS.join(", ")}`);
  return found;
};

/**
 * The port at which a server listens.
 * @param {import("node:net").Server} server
 */
export const portOf = (server) => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`the server listens at no port: ${address}`);
  return address.port;
};

/**
 * What stands at an address, with its style sheets a second late.
 * @param {string} url
 */
export const lateStyle = async (url) => {
  const server = createHttpServer(async (request, response) => {
    const answer = await fetch(new URL(`.${request.url}`, url));
    if (request.url.endsWith(".css")) await wait(1000);
    // The answer is unpacked by now.
    const headers = [...answer.headers].filter(
      ([name]) => !/^(content-(encoding|length|security-policy)|transfer-encoding|connection)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const port = portOf(probe);
      probe.close(() => resolve(port));
    });
  });

/**
 * Runs a server in the foreground; gives whether it has ended, what it has complained of and how to stop it.
 * @param {Server} kind
 * @param {string[]} command
 * @param {string} folder
 */
const run = (kind, command, folder) => {
  // Debian keeps servers where only root looks.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder };
  const child = spawn(command[0], command.slice(1), { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  /** @type {string | undefined} */
  let end;
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      end = `ended with ${signal ?? code}`;
      resolve();
    });
    child.once("error", (/** @type {NodeJS.ErrnoException} */ { code }) => {
      end = code === "ENOENT" ? "is missing: run scripts/setup.sh test" : code;
      resolve();
    });
  });
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  return {
    hasEnded: () => end !== undefined,
    complaint: () => `${kind} ${end ?? "does not answer"}\n${said}`,
    stop: async () => {
      kill();
      await ended;
      process.off("exit", kill);
    },
  };
};

/**
 * Waits until a server answers.
 * @param {string} url
 * @param {ReturnType<typeof run>} running
 */
const answers = async (url, running) => {
  for (let tries = 0; tries < 100 && !running.hasEnded(); tries += 1) {
    const found = await fetch(url).catch(() => undefined);
    if (found) return;
    await wait(50);
  }
  throw new Error(running.complaint());
};

/** A server that answers at an address. @typedef {{ url: string, close: () => Promise<void> }} Running */

/**
 * Starts a web server at a sub-path.
 * @param {Server} kind
 * @param {{ folder: string, base: string, frameAncestors?: string, edit?: (text: string) => string }} options
 *   `folder` is dist.zip unpacked; `edit` changes the configuration further
 * @returns {Promise<Running>}
 */
export const startServer = async (kind, { folder, base, frameAncestors, edit = (text) => text }) => {
  const { shipped, listen, around, command } = KINDS[kind];
  const work = await mkdtemp(path.join(tmpdir(), `${kind}-`));
  await chmod(work, 0o755);
  const port = await freePort();
  const text = await readFile(path.join(folder, "server", shipped), "utf8");
  const own = path.join(work, "own");
  const origin = `http://127.0.0.1:${port}`;
  const main = path.join(work, "main");
  await writeFile(own, listen(edit(fillIn(text, { base, folder: path.join(folder, "site"), frameAncestors, origin })), port));
  await writeFile(main, `${around(own, work, port)}\n`);
  const running = run(kind, command(main), work);
  const close = async () => {
    await running.stop();
    await rm(work, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}${base}`;
  try {
    await answers(url, running);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
};

/** Where `make dist` has left what it packed, which must be the page as it is built now. */
export const packedFolder = async () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const target = path.join(root, "target/dist");
  const [name] = await readdir(target).catch(() => /** @type {string[]} */ ([]));
  if (name === undefined) throw new Error(`${target} is missing: run make dist first`);
  const folder = path.join(target, name);
  const [built, packed] = await Promise.all(
    ["dist", path.join(folder, "site")].map((where) => readFile(path.resolve(root, where, "index.html"), "utf8")),
  );
  if (built !== packed) throw new Error(`${folder} is not the page in dist/: run make dist again`);
  return folder;
};
