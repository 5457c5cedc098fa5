// The database closed under the app, and transactions that end badly: from outside, in the engine's own worker, as a browser in
// trouble does it. The app opens it again three times at most; then it says so, and the workspace file can be had.
import assert from "node:assert/strict";

import { scenario } from "./harness.mjs";

/** The worker that keeps the workspaces. */
async function engine(app) {
  for (const worker of app.page.workers()) {
    if ((await worker.evaluate(() => self.name)) === "engine") return worker;
  }
  assert.fail("no engine");
}

/**
 * In the worker: from now on every transaction meets this trouble, `times` times. `close`: its connection is closed just before.
 * `abort`: it is ended as soon as it has begun. Openings are counted.
 */
function trouble({ kind, times }) {
  self.opened = 0;
  self.left = times;
  const open = (self.openBefore ??= IDBFactory.prototype.open);
  IDBFactory.prototype.open = function counted(...rest) {
    self.opened += 1;
    return open.apply(this, rest);
  };
  const begin = (self.beginBefore ??= IDBDatabase.prototype.transaction);
  IDBDatabase.prototype.transaction = function troubled(...rest) {
    if (self.left <= 0) return begin.apply(this, rest);
    self.left -= 1;
    if (kind === "close") this.close();
    const transaction = begin.apply(this, rest);
    queueMicrotask(() => transaction.abort());
    return transaction;
  };
}

const openings = (worker) => worker.evaluate(() => self.opened);

async function workspace(app) {
  await app.openSample("northwind");
  await app.saved();
  return engine(app);
}

for (const kind of ["close", "abort"]) {
  scenario(`the database ${kind === "close" ? "closed" : "in trouble"} for a while is opened again, and nobody is troubled: ${kind}`, {}, async (app) => {
    const worker = await workspace(app);
    for (const times of [1, 3]) {
      await worker.evaluate(trouble, { kind, times });
      await app.type("workspace-name", `Changed while it failed ${times} times`);
      await app.eventually(async () => assert.ok((await worker.evaluate(() => self.left)) === 0));
      await app.saved();
      assert.equal(await openings(worker), times);
      assert.equal(await app.handle("not-saved-file").count(), 0);
    }
    await app.page.reload();
    await app.ready();
    await app.reopen();
    await app.eventually(async () => assert.equal(await app.handle("workspace-name").inputValue(), "Changed while it failed 3 times"));
  });

  scenario(`the database lost for good: after three openings it is said, and the file can be had: ${kind}`, {}, async (app) => {
    const worker = await workspace(app);
    await worker.evaluate(trouble, { kind, times: 1e9 });
    await app.type("workspace-name", "Not saved yet");
    await app.handle("not-saved-file").waitFor();
    assert.equal(await openings(worker), 3);
    assert.equal(await app.page.locator("html").getAttribute("data-saved"), "false");
    assert.equal(await app.handle("workspace-name").inputValue(), "Not saved yet", "the work is in memory");
    await app.assertAccessible("a change that is not saved");
    const { bytes } = await app.download("not-saved-file");
    await app.elsewhere(async (other) => {
      await other.handle("open-workspace-file").first().setInputFiles({ name: "kept.fourfold", mimeType: "application/octet-stream", buffer: bytes });
      await other.handle("quadrant-chart").waitFor();
      assert.equal(await other.handle("workspace-name").inputValue(), "Not saved yet");
    });
    await worker.evaluate(() => { self.left = 0; });
    await app.handle("not-saved-again").click();
    await app.saved();
    await app.page.reload();
    await app.ready();
    await app.reopen();
    await app.eventually(async () => assert.equal(await app.handle("workspace-name").inputValue(), "Not saved yet"));
  });
}

scenario("a newer layout takes the database away: what is open stays in memory, and nothing is overwritten", {}, async (app) => {
  await workspace(app);
  // As a newer build in another tab would: it asks for the database, and this build gives it away.
  await app.page.evaluate(async () => {
    const open = indexedDB.open("fourfold", 1000);
    await new Promise((resolve, reject) => {
      open.onsuccess = resolve;
      open.onerror = () => reject(open.error);
    });
    open.result.close();
  });
  await app.type("workspace-name", "Not saved yet");
  await app.handle("not-saved-file").waitFor();
  assert.equal(await app.handle("workspace-name").inputValue(), "Not saved yet");
  await app.download("not-saved-file");
  await app.page.goto(`${app.address}#/`);
  await app.page.reload();
  await app.ready();
  await app.handle("recovery").waitFor();
  await app.assertAccessible("a database that cannot be read");
  await app.screenshot("recovery unreadable");
  // Working on is possible, and said to be in memory alone.
  await app.handle("recovery-accept").click();
  await app.handle("start-funnel").waitFor();
});
