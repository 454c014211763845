// Firefox and WebKit, as Debian has them, driven by their own WebDriver programs: the page as their readers get it.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Builder, Capabilities, Key } from "selenium-webdriver";
import { expect } from "./expect.mjs";
import { PortalHost } from "./portals.mjs";
import { freePort } from "./servers.mjs";
import { test as standard } from "./site.mjs";
import { plain } from "./text.mjs";

/** @import { Fixtures } from "@playwright/test" */
/** @import { WebDriver, WebElement } from "selenium-webdriver" */
/** @import { SiteFixtures, SiteWorkerFixtures, StandardFixtures, StandardWorkerFixtures } from "./site.mjs" */

export { Key };

const run = promisify(execFile);

/** What starts a program on a screen of its own. */
const SCREEN = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1000x24"];

/** Prints a page to PDF in WebKit, without a driver. */
const WEBKIT_PRINT = fileURLToPath(new URL("webkit_print.mjs", import.meta.url));

/** Whether the charts of the selection are painted; throws what has crashed. Runs in the page. */
const stands = () => {
  const crash = document.getElementById("crash");
  if (crash && !crash.hidden) throw new Error(crash.textContent);
  return document.documentElement.dataset.ready === "true" && !document.getElementById("loading");
};

/**
 * How an engine is driven: its WebDriver program, what that is told, what is asked of the browser, and how a page comes to paper.
 * @typedef {object} Engine
 * @property {(port: number) => string[]} command
 * @property {Record<string, string>} environment
 * @property {(downloads: string) => Record<string, unknown>} capabilities
 * @property {(page: EnginePage, file: string) => Promise<unknown>} print
 */

/** Firefox asks nobody for updates, lists or names: only the machine itself answers. */
const FIREFOX_PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.allow_hijacking_localhost": false,
  "network.trr.mode": 5,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#none",
  "app.normandy.enabled": false,
  "dom.push.connection.enabled": false,
  "intl.accept_languages": "en-GB,en",
};

/** @type {Record<string, Engine>} */
const ENGINES = {
  firefox: {
    command: (port) => ["geckodriver", "--port", `${port}`, "--host", "127.0.0.1", "--log", "error"],
    environment: { MOZ_HEADLESS: "1" },
    capabilities: (downloads) => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: "/usr/bin/firefox-esr",
        args: ["-headless", "--width=1280", "--height=900"],
        prefs: {
          ...FIREFOX_PREFERENCES,
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          "browser.download.always_ask_before_handling_new_types": false,
        },
      },
    }),
    print: async ({ driver }, file) => writeFile(file, Buffer.from(await /** @type {any} */ (driver).printPage({}), "base64")),
  },
  webkit: {
    command: (port) => [...SCREEN, "/usr/bin/WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"],
    // Without a graphics card.
    environment: { LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1", no_proxy: "127.0.0.1,localhost", LANG: "en_GB.UTF-8" },
    capabilities: () => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation"] },
    }),
    // The driver has no command for it: the same view is opened once more.
    print: async ({ driver, engine }, file) => {
      const [program, ...options] = [...SCREEN, "gjs", "-m", WEBKIT_PRINT, await driver.getCurrentUrl(), file, `(${stands})()`];
      await run(program, options, { env: engine.environment });
    },
  },
};

/** An engine's WebDriver program at work, in a home of its own. */
class Driver {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    this.engine = ENGINES[name];
  }

  async start() {
    this.home = await mkdtemp(path.join(tmpdir(), `engine-${this.name}-`));
    this.environment = { ...process.env, ...this.engine.environment, HOME: this.home, XDG_DOWNLOAD_DIR: this.home };
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const [program, ...options] = this.engine.command(port);
    // A group of its own: the browser outlives its driver otherwise.
    this.child = spawn(program, options, { env: this.environment, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on("data", (text) => {
        said += text;
      });
    const failed = once(this.child, "error").then(([error]) => Promise.reject(error));
    await Promise.race([failed, this.#answers(() => said)]);
  }

  /** @param {() => string} said */
  async #answers(said) {
    for (let tries = 0; tries < 150; tries += 1) {
      const answer = await fetch(`${this.url}/status`).catch(() => undefined);
      if (answer?.ok) return;
      await wait(200);
    }
    throw new Error(`${this.engine.command(0)[0]} does not answer: ${said()}`);
  }

  async stop() {
    process.kill(-this.child.pid);
    await once(this.child, "exit");
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A browser with a profile of its own. @returns {Promise<WebDriver>} */
  session() {
    const capabilities = new Capabilities(this.engine.capabilities(this.home));
    return new Builder().usingServer(this.url).withCapabilities(capabilities).build();
  }
}

/** A page in one of the engines. */
export class EnginePage {
  /**
   * @param {WebDriver} driver
   * @param {Driver} engine
   * @param {string} url
   */
  constructor(driver, engine, url) {
    this.driver = driver;
    this.engine = engine;
    this.url = url;
  }

  /** @param {string} [query] the address after the page's own */
  async open(query = "") {
    await this.driver.get(this.url + query);
    await this.ready();
  }

  /**
   * Runs a function in the page, or in the frame that was entered.
   * @template T
   * @param {(...given: any[]) => T} code
   * @param {unknown[]} given
   * @returns {Promise<Awaited<T>>}
   */
  run(code, ...given) {
    return this.driver.executeScript(code, ...given);
  }

  /**
   * Waits until a function in the page answers with something.
   * @template T
   * @param {(...given: any[]) => T} code
   * @param {unknown[]} given
   * @returns {Promise<Awaited<T>>}
   */
  async until(code, ...given) {
    /** @type {any} */
    let answer;
    const asked = async () => {
      answer = await this.run(code, ...given).catch((error) => String(error));
      return typeof answer === "string" && /Error:/.test(answer) ? answer : Boolean(answer);
    };
    await expect.poll(asked, { message: `${code}`.slice(0, 300), timeout: 20_000 }).toBe(true);
    return answer;
  }

  /** Waits until the charts of the selection are painted, and nothing has crashed. */
  async ready() {
    await this.until(stands);
  }

  /**
   * The one element that is in sight, has this selector, and has this text.
   * @param {string} css
   * @param {string} [text]
   * @returns {Promise<WebElement>}
   */
  async element(css, text) {
    return this.until(
      (css, text) =>
        [...document.querySelectorAll(css)].find(
          (element) => element.getClientRects().length > 0 && (text === null || element.textContent.replace("▾", "").trim() === text),
        ),
      css,
      text ?? null,
    );
  }

  /**
   * Clicks as a reader does, with what is clicked in the middle of the window.
   * @param {string} css
   * @param {string} [text]
   */
  async click(css, text) {
    const element = await this.element(css, text);
    await this.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), element);
    await element.click();
  }

  /**
   * Chooses an option of a dropdown.
   * @param {string} css
   * @param {string} [text]
   */
  async option(css, text) {
    const option = await this.until(
      (css, text) => [...document.querySelectorAll(css)].find((option) => text === null || option.textContent.trim() === text),
      css,
      text ?? null,
    );
    await option.click();
  }

  /**
   * @param {string} name
   * @param {string} code
   */
  async choose(name, code) {
    await this.option(`#filters select[name="${name}"] option[value="${code}"]`);
    await this.until((name, code) => new URLSearchParams(location.hash || location.search).get(name) === code, name, code);
    await this.ready();
  }

  /** @param {string[]} keys */
  async press(...keys) {
    await this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Keys with Control. @param {string} key */
  async control(key) {
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** @param {string} part its `data-part` */
  async text(part) {
    return plain(await this.run((part) => document.querySelector(`[data-part="${part}"]`).textContent, part));
  }

  /** @returns {Promise<Record<string, string>>} */
  address() {
    return this.run(() =>
      Object.fromEntries(new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(1) : location.search)),
    );
  }

  /** @param {(() => Element) | null} frame where the frame is, or null for the whole page */
  async enter(frame) {
    await this.driver.switchTo().defaultContent();
    if (frame) await this.driver.switchTo().frame(/** @type {any} */ (await this.until(frame)));
  }

  /** Prints the view that is open. @param {string} file the PDF that is written */
  async print(file) {
    await this.engine.engine.print(this, file);
  }

  /**
   * Waits for a file with this ending that was not there before, and reads it.
   * @param {string} ending
   * @param {() => Promise<unknown>} ask
   */
  async downloaded(ending, ask) {
    const before = new Set(await readdir(this.engine.home));
    await ask();
    /** @type {string | undefined} */
    let file;
    const arrived = async () => {
      const names = await readdir(this.engine.home);
      file = names.find((name) => name.endsWith(ending) && !before.has(name));
      return file !== undefined && !names.some((name) => /\.(part|wkdownload)$/.test(name));
    };
    await expect.poll(arrived, { message: `a file ${ending} arrives`, timeout: 15_000 }).toBe(true);
    return readFile(path.join(this.engine.home, file));
  }
}

/** @typedef {{ engine: EnginePage, host: PortalHost }} EngineFixtures */
/** @typedef {{ engineName: "firefox" | "webkit", driver: Driver }} EngineWorkerFixtures */

/** @type {Fixtures<EngineFixtures, EngineWorkerFixtures, SiteFixtures & StandardFixtures, SiteWorkerFixtures & StandardWorkerFixtures>} */
const fixtures = {
  /** Which engine the project tries. */
  engineName: ["firefox", { option: true, scope: "worker" }],

  driver: [
    async ({ engineName }, use) => {
      const driver = new Driver(engineName);
      await driver.start();
      await use(driver);
      await driver.stop();
    },
    { scope: "worker" },
  ],

  engine: async ({ driver, server }, use) => {
    const session = await driver.session();
    await use(new EnginePage(session, driver, server.url));
    await session.quit();
  },

  /** A portal of another site, with the explorer that lets it frame the page. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used
  host: async ({}, use) => {
    const host = new PortalHost();
    await host.start();
    await use(host);
    await host.stop();
  },
};

export const test = standard.extend(fixtures);
