// The single file: opened from disk it does everything, asks nobody for anything, and keeps nothing unasked.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { TOP } from "./browser.mjs";
import { NORTHWIND, ONLINE_RETAIL } from "./expected.mjs";
import { findFirefox, FirefoxPage } from "./firefox.mjs";
import { fixture, sample, scenario } from "./harness.mjs";

const FILE = path.join(TOP, "dist-single/fourfold.html");
const folder = mkdtempSync(path.join(tmpdir(), "fourfold-single-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Everything this page could have left in the browser. */
const traces = (page) => page.evaluate(async () => ({ local: { ...localStorage }, databases: (await indexedDB.databases()).map(({ name }) => name) }));
const NOTHING = { local: {}, databases: [] };

test("the single file was built", () => assert.ok(existsSync(FILE), "dist-single/fourfold.html is missing: run `make single-file` first"));

scenario("the single file imports, classifies and exports from disk", { file: FILE }, async (app) => {
  await app.offlineReady();
  assert.equal(await app.page.locator("[data-testid^=sample-]").count(), 1);
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  await app.screenshot("single-file");
  await app.assertAccessible("the single file");
  const classes = await app.download("export-classes-xlsx");
  assert.equal(classes.bytes.toString("latin1", 0, 2), "PK");
  await app.importFile(sample("online_retail_invoices.csv"), { target: "new" });
  await app.expectCounts(ONLINE_RETAIL.counts);
  await app.importFile(fixture("book_merged_title_total.xlsx"), { target: "new" });
  const workspace = await app.download("save-to-file");
  assert.equal(workspace.bytes.toString("latin1", 0, 8), "FOURFOLD");
  await app.speak("zh-CN");
  assert.deepEqual(await traces(app.page), NOTHING);
});

scenario("the single file keeps work in the browser once the user has agreed", { file: FILE }, async (app) => {
  await app.openSample("northwind");
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
  const counts = await app.counts();
  await app.handle("keep-notice").locator("summary").click();
  await app.screenshot("single-file-why");
  await app.handle("agree-to-keep").click();
  await app.handle("keep-notice").waitFor({ state: "hidden" });
  await app.expectCounts(counts);
  await app.saved();
  await app.page.reload();
  await app.ready();
  await app.reopen();
  await app.expectCounts(counts);
});

scenario("undo and redo reach back beyond the agreement to keep work in the browser", { file: FILE }, async (app) => {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  const typed = async (value, before) => {
    await app.type("threshold-contribution", value);
    await app.eventually(async () => assert.notDeepEqual(await app.counts(), before));
    return app.counts();
  };
  const first = await typed("20000", NORTHWIND.counts);
  const second = await typed("40000", first);
  await app.handle("undo").click();
  await app.expectCounts(first);
  await app.handle("keep-notice").locator("summary").click();
  await app.handle("agree-to-keep").click();
  await app.handle("keep-notice").waitFor({ state: "hidden" });
  await app.expectCounts(first);
  await app.handle("redo").click();
  await app.expectCounts(second);
  await app.handle("undo").click();
  await app.expectCounts(first);
  await app.saved();
  await app.page.reload();
  await app.ready();
  await app.reopen();
  await app.handle("undo").click();
  await app.expectCounts(NORTHWIND.counts);
});

scenario("the hosted app gives a page with the workspace inside, which opens from disk", {}, async (app) => {
  await app.openSample("northwind");
  await app.type("workspace-name", "Handed over");
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
  const counts = await app.counts();
  await app.offlineReady();
  const { name, bytes } = await app.download("export-page");
  assert.equal(name, "Handed over.html");
  // The page is fetched when it is wanted, and only then.
  assert.ok(app.requestsAfterReady().every((asked) => /\/(fourfold|page)-\w+\.(html|js)$/.test(asked)), `${app.requestsAfterReady()}`);
  app.forgetRequests();
  const page = path.join(folder, "from-the-host.html");
  writeFileSync(page, bytes);
  await app.elsewhere(async (other) => {
    await other.handle("quadrant-chart").waitFor();
    await other.expectCounts(counts);
    assert.equal(await other.handle("workspace-name").inputValue(), "Handed over");
    assert.equal(await other.handle("threshold-contribution-method").inputValue(), "manual");
    await other.importFile(sample("online_retail_invoices.csv"), { target: "new" });
    await other.expectCounts(ONLINE_RETAIL.counts);
    assert.deepEqual(await traces(other.page), NOTHING);
  }, { file: page });
});

scenario("a page with a workspace inside opens with it", { file: FILE }, async (app) => {
  await app.openSample("northwind");
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
  const counts = await app.counts();
  const { name, bytes } = await app.download("export-page");
  assert.match(name, /\.html$/);
  const page = path.join(folder, "handed-over.html");
  writeFileSync(page, bytes);
  await app.elsewhere(async (other) => {
    await other.handle("quadrant-chart").waitFor();
    await other.expectCounts(counts);
    assert.deepEqual(await traces(other.page), NOTHING);
    // And once more from there, with the same bytes around the workspace.
    const again = await other.download("export-page");
    assert.equal(again.bytes.length > readFileSync(FILE).length, true);
  }, { file: page });
});

const firefox = findFirefox();
test("the single file imports, classifies and exports in Firefox", { skip: firefox.reason, timeout: 180_000 }, async () => {
  const app = new FirefoxPage();
  try {
    await app.open(firefox.executablePath, FILE);
    await app.press("sample-northwind");
    await app.handle("quadrant-chart");
    assert.deepEqual(await app.counts(), NORTHWIND.counts);
    const csv = readFileSync(await app.download("export-classes-csv", ".csv"), "utf8");
    assert.match(csv, /EI/);
    assert.equal(readFileSync(await app.download("export-classes-xlsx", ".xlsx")).toString("latin1", 0, 2), "PK");
    const page = await app.download("export-page", ".html");
    await app.page.evaluate(() => location.assign("#/"));
    await app.choose("import-file", sample("online_retail_invoices.csv"));
    await app.handle("import-preview");
    await app.press("import-accept");
    await app.handle("import-summary");
    assert.deepEqual(await app.counts(), ONLINE_RETAIL.counts);
    assert.deepEqual(await traces(app.page), NOTHING);
    assert.deepEqual(app.troubles, []);
    const other = new FirefoxPage();
    try {
      await other.open(firefox.executablePath, page);
      assert.deepEqual(await other.counts(), NORTHWIND.counts);
      assert.deepEqual(other.troubles, []);
    } finally {
      await other.close();
    }
  } finally {
    await app.close();
  }
});
