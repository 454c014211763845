// The browser tests: what runs them, and what is kept of one that failed (target/browser/, shown by `playwright show-trace`).
import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "./chromium.mjs";
import { folder, isExact } from "./gallery.mjs";

/** The pictures have few colours, and machines round differently: a pixel counts as another one when a reader could see it. */
const TOLERANCE = { threshold: 0.1, maxDiffPixels: 12 };
const NONE = { threshold: 0, maxDiffPixels: 0 };
/** Letters as they are designed, in shades of one colour: not fitted to a screen. */
const PLAIN_LETTERS = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"];

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/browser/failed",
  fullyParallel: true,
  forbidOnly: true,
  // A browser on a machine that does something else as well now and then misses a pointer: what passes only then is reported as flaky.
  retries: 1,
  // Pictures are made when asked for: make gallery.
  updateSnapshots: "none",
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    launchOptions: CHROMIUM,
    actionTimeout: 30_000,
    locale: "en-GB",
    contextOptions: { reducedMotion: "reduce" },
    // Calls, network and console. Keeping the page of each step makes a test of 58 charts take about twice as long:
    // where it is wanted, add `--trace on`.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "site",
      testMatch: "*.test.mjs",
      testIgnore: ["hosting.test.mjs", "standalone.test.mjs", "gallery.test.mjs", "engines.test.mjs"],
    },
    { name: "file", testMatch: "standalone.test.mjs" },
    ...["firefox", "webkit"].map((engineName) => ({ name: engineName, testMatch: "engines.test.mjs", use: { engineName } })),
    { name: "hosting", testMatch: "hosting.test.mjs" },
    {
      name: "gallery",
      testMatch: "gallery.test.mjs",
      snapshotPathTemplate: `${folder}/{arg}{ext}`,
      expect: { timeout: 10_000, toHaveScreenshot: isExact ? NONE : TOLERANCE },
      use: { launchOptions: { ...CHROMIUM, args: [...CHROMIUM.args, ...PLAIN_LETTERS] }, trace: "off", screenshot: "off" },
    },
  ],
});
