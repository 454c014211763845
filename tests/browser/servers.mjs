// Real web servers, each started with the configuration that is shipped for it, as an ordinary process on a free port.
import { spawn } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
};

/** A shipped configuration filled in, as the commands in docs/hosting.md do it. */
export const fillIn = (text, { base, folder, frameAncestors = "'self'", host = "localhost" }) =>
  text
    .replace(SHIPPED.base, base.replace(/\/$/, ""))
    .replaceAll(SHIPPED.folder, folder)
    .replaceAll(SHIPPED.frameAncestors, `frame-ancestors ${frameAncestors}`)
    .replaceAll(SHIPPED.host, `server_name ${host}`);

/** Replaces a text that must be there: a port or an address to listen at. */
const replace = (text, old, by) => {
  if (!text.includes(old)) throw new Error(`the configuration does not contain "${old}":\n${text}`);
  return text.replace(old, by);
};

const isRoot = process.getuid?.() === 0;

/** What surrounds each configuration on a machine where it is installed, as short as the server allows, close to Debian's own. */
const KINDS = {
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
  caddy: {
    shipped: "Caddyfile",
    listen: (text, port) => replace(text, "\n:80 {", `\nhttp://127.0.0.1:${port} {`),
    around: (own) => `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\nimport ${own}\n`,
    command: (main) => ["caddy", "run", "--adapter", "caddyfile", "--config", main],
  },
};
/** @type {string[]} */
export const SERVERS = Object.keys(KINDS);

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Runs a server in the foreground; gives what it has complained of and how to stop it. */
const run = (kind, command, folder) => {
  // Debian keeps servers where only root looks.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder };
  const child = spawn(command[0], command.slice(1), { env, stdio: ["ignore", "pipe", "pipe"] });
  const running = { said: "", end: undefined };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (running.said += text));
  const ended = new Promise((resolve) => {
    const end = (how) => {
      running.end = how;
      resolve();
    };
    child.once("exit", (code, signal) => end(`ended with ${signal ?? code}`));
    child.once("error", ({ code }) => end(code === "ENOENT" ? "is missing: run scripts/setup.sh test" : code));
  });
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  running.stop = async () => {
    kill();
    await ended;
    process.off("exit", kill);
  };
  running.complaint = () => `${kind} ${running.end ?? "does not answer"}\n${running.said}`;
  return running;
};

const answers = async (url, running) => {
  for (let tries = 0; tries < 100 && running.end === undefined; tries += 1) {
    const found = await fetch(url).catch(() => undefined);
    if (found) return;
    await wait(50);
  }
  throw new Error(running.complaint());
};

/**
 * Starts a web server at a sub-path.
 * @param {"nginx" | "apache" | "caddy"} kind
 * @param {{ folder: string, base: string, frameAncestors?: string, edit?: (text: string) => string }} options
 *   `folder` is dist.zip unpacked; `edit` changes the configuration further
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export const startServer = async (kind, { folder, base, frameAncestors, edit = (text) => text }) => {
  if (!SERVERS.includes(kind)) throw new Error(`there is no server "${kind}": choose from ${SERVERS.join(", ")}`);
  const { shipped, listen, around, command } = KINDS[kind];
  const work = await mkdtemp(path.join(tmpdir(), `${kind}-`));
  await chmod(work, 0o755);
  const port = await freePort();
  const text = await readFile(path.join(folder, "server", shipped), "utf8");
  const own = path.join(work, "own");
  const main = path.join(work, "main");
  await writeFile(own, listen(edit(fillIn(text, { base, folder: path.join(folder, "site"), frameAncestors })), port));
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
  const [name] = await readdir(target).catch(() => []);
  if (name === undefined) throw new Error(`${target} is missing: run make dist first`);
  const folder = path.join(target, name);
  const [built, packed] = await Promise.all(
    ["dist", path.join(folder, "site")].map((where) => readFile(path.resolve(root, where, "index.html"), "utf8")),
  );
  if (built !== packed) throw new Error(`${folder} is not the page in dist/: run make dist again`);
  return folder;
};
