// The browser tests: what runs them, and what is kept of one that failed (target/browser/, shown by `playwright show-trace`).
import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/browser/failed",
  fullyParallel: true,
  forbidOnly: true,
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
    { name: "site", testMatch: "*.test.mjs", testIgnore: ["hosting.test.mjs", "standalone.test.mjs"] },
    { name: "file", testMatch: "standalone.test.mjs" },
    { name: "hosting", testMatch: "hosting.test.mjs" },
  ],
});
