// Versions: every save stays for a while, can be named, compared and had back; what is lost or damaged is said, never hidden.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { NORTHWIND } from "./expected.mjs";
import { scenario } from "./harness.mjs";

/** Runs in the page: flips a byte in the newest document, or in every one. */
async function spoilDocuments(every) {
  const open = indexedDB.open("fourfold");
  const database = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const transaction = database.transaction(["documents"], "readwrite");
  const store = transaction.objectStore("documents");
  store.openCursor(null, "prev").onsuccess = ({ target: { result: cursor } }) => {
    if (cursor === null) return;
    const bytes = cursor.value;
    bytes[Math.floor(bytes.length / 2)] ^= 0x55;
    cursor.update(bytes);
    if (every) cursor.continue();
  };
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
  });
}

scenario("where the last state is damaged, the one before is opened and said to be older", {}, async (app) => {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  await app.saved();
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
  await app.saved();
  await app.page.evaluate(spoilDocuments, false);
  await app.page.reload();
  await app.ready();
  await app.reopen();
  await app.handle("older-state").waitFor();
  await app.expectCounts(NORTHWIND.counts);
  await app.assertAccessible("an older state");
});

scenario("where nothing of a workspace can be read, its bytes can still be had", {}, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  await app.visit("workspaces");
  await app.handle("recent-workspace").first().waitFor();
  await app.page.evaluate(spoilDocuments, true);
  await app.page.reload();
  await app.ready();
  await app.handle("recent-workspace").first().locator("button").first().click();
  await app.handle("toast").waitFor();
  assert.equal(await app.handle("quadrant-chart").count(), 0);
  const [download] = await Promise.all([app.page.waitForEvent("download"), app.handle("toast").getByRole("button").first().click()]);
  assert.match(download.suggestedFilename(), /\.fourfold$/);
  assert.equal(await app.handle("recent-workspace").count(), 1, "nothing is removed");
});

scenario("a file under a passphrase opens with it alone", {}, async (app) => {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  await app.visit("data");
  await app.handle("data-save-sealed").click();
  await app.handle("passphrase").fill("short");
  await app.handle("passphrase-accept").click();
  await app.page.getByRole("alert").first().waitFor();
  await app.assertAccessible("a passphrase that is too short");
  await app.handle("passphrase").fill("four plain words here");
  await app.handle("passphrase-again").fill("four plain words here");
  const [download] = await Promise.all([app.page.waitForEvent("download"), app.handle("passphrase-accept").click()]);
  const sealed = readFileSync(await download.path());
  assert.equal(sealed.subarray(0, 8).toString("latin1"), "FOURSEAL");
  await app.elsewhere(async (other) => {
    await other.handle("open-workspace-file").first().setInputFiles({ name: "client.fourfold", mimeType: "application/octet-stream", buffer: sealed });
    await other.handle("passphrase").fill("four plain words");
    await other.handle("passphrase-accept").click();
    await other.page.getByRole("alert").first().waitFor();
    await other.assertAccessible("a wrong passphrase");
    await other.handle("passphrase").fill("four plain words here");
    await other.handle("passphrase-accept").click();
    await other.handle("quadrant-chart").waitFor();
    await other.expectCounts(NORTHWIND.counts);
  });
});
