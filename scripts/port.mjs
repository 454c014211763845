// The port that PORT= names, and whether it is free. What asks here may run before any package is installed: only what Node.js has.
// Usage: [PORT=8080] node scripts/port.mjs   fails, and says why, when nothing could be served there
import { once } from "node:events";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";

/** Ends the program with what was wrong. @param {string} text @returns {never} */
export const complain = (text) => {
  console.error(`error: ${text}`);
  process.exit(1);
};

/** The port that the environment names; 0 is any free one. */
export const asked = () => {
  const given = process.env.PORT || "8080";
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535) complain(`PORT=${given} is not a port: choose a number up to 65535`);
  return port;
};

/** Says why nothing can be served at a port. @param {number} port @param {any} error */
export const refused = (port, error) => {
  if (error.code === "EADDRINUSE") complain(`port ${port} is in use: choose another with PORT=${port + 1} make serve`);
  if (error.code === "EACCES") complain(`port ${port} is not allowed here: choose another with PORT=8080 make serve`);
  throw error;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const port = asked();
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening").catch((error) => refused(port, error));
  server.close();
}
