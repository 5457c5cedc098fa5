// Versions: every save stays for a while, can be named, compared and had back; what is lost or damaged is said, never hidden.
import assert from "node:assert/strict";

import { NORTHWIND } from "./expected.mjs";
import { scenario } from "./harness.mjs";

/** Runs in the page: flips a byte in the newest document of every workspace. */
async function spoilNewestDocument() {
  const open = indexedDB.open("fourfold");
  const database = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const transaction = database.transaction(["documents"], "readwrite");
  const store = transaction.objectStore("documents");
  const newest = await new Promise((resolve, reject) => {
    const request = store.openCursor(null, "prev");
    request.onsuccess = () => resolve({ key: request.result.key, bytes: request.result.value });
    request.onerror = () => reject(request.error);
  });
  newest.bytes[Math.floor(newest.bytes.length / 2)] ^= 0x55;
  store.put(newest.bytes, newest.key);
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  database.close();
}

for (const language of ["en", "zh-CN"]) {
  scenario(`a version is named, compared and had back: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    await app.expectCounts(NORTHWIND.counts);
    await app.saved();
    await app.visit("versions");
    await app.type("version-name", "Before the workshop");
    await app.handle("version-keep").click();
    const row = app.handle("version-row").filter({ has: app.page.locator('input[value="Before the workshop"]') });
    await app.eventually(async () => assert.equal(await app.handle("version-rename").first().inputValue(), "Before the workshop"));
    const kept = await app.handle("version-row").first().getAttribute("data-generation");
    await app.visit("existing");
    await app.type("threshold-contribution", "20000");
    await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
    await app.saved();
    await app.visit("versions");
    const before = app.page.locator(`[data-testid="version-row"][data-generation="${kept}"]`);
    await before.locator(app.handle("version-compare")).click();
    await app.eventually(async () => assert.equal(await app.handle("version-differences").locator("li").count(), 1, "the rules alone"));
    await app.assertAccessible(`versions, ${language}`);
    await app.screenshot(`versions ${language}`);
    await before.locator(app.handle("version-restore")).click();
    await app.handle("toast").waitFor();
    await app.visit("existing");
    await app.expectCounts(NORTHWIND.counts);
    // Going back is a change like any other.
    await app.handle("undo").click();
    await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
    assert.equal(await row.count(), 0, "another page is shown");
  });
}

scenario("where the last state is damaged, the one before is opened and said to be older", {}, async (app) => {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  await app.saved();
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
  await app.saved();
  await app.page.evaluate(spoilNewestDocument);
  await app.page.reload();
  await app.ready();
  await app.reopen();
  await app.handle("older-state").waitFor();
  await app.expectCounts(NORTHWIND.counts);
  await app.assertAccessible("an older state");
});
