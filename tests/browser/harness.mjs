// A scenario is a test with the app open at its start page. It fails on any console error, page error, request to another origin,
// or request after the page said that it needs the network no more.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { App } from "./app.mjs";
import { startBrowser, TOP } from "./browser.mjs";

const TEST_LIMIT = 180_000;

export const fixture = (name) => path.join(TOP, "tests/fixtures/made", name);
export const saved = (name) => path.join(TOP, "tests/fixtures/saved", name);
export const format = (name) => path.join(TOP, "tests/fixtures/formats", name);
export const sample = (name) => path.join(TOP, "public/samples", name);

/** A file of the larger collection beside the clone, or null where it is not there. */
export function shared(name) {
  const file = path.join(TOP, "../shared/data", name);
  return existsSync(file) ? file : null;
}

let browser;
before(async () => {
  assert.ok(existsSync(path.join(TOP, "dist/index.html")), "dist/ is missing: run `make build` first");
  browser = await startBrowser();
});
after(() => browser?.close());

/** `options` as for [`App`]: viewport, colorScheme, locale, `profile: true`, …; `limit`: milliseconds it may take. */
export function scenario(name, { limit = TEST_LIMIT, ...options }, body) {
  test(name, { timeout: limit }, async () => {
    const app = new App(browser, options);
    try {
      await app.open();
      await body(app);
      app.assertClean();
    } catch (error) {
      await app.screenshot(`failed ${name}`).catch(() => {});
      if (app.troubles.length) error.message += `\nSeen on the page besides:\n  ${app.troubles.join("\n  ")}`;
      throw error;
    } finally {
      await app.close();
    }
  });
}
