// Nothing is lost: saving by itself, reload, restart, undo, workspaces, and the workspace file.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { NORTHWIND } from "./expected.mjs";
import { scenario } from "./harness.mjs";

/** Northwind with a typed cut; the counts it gives. */
async function changedNorthwind(app) {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
  await app.saved();
  return app.counts();
}

scenario("a reload keeps every change", {}, async (app) => {
  const counts = await changedNorthwind(app);
  await app.page.reload();
  await app.ready();
  await app.reopen();
  await app.expectCounts(counts);
  assert.equal(await app.handle("threshold-contribution-method").inputValue(), "manual");
});

scenario("closing the browser loses nothing", { profile: true }, async (app) => {
  const counts = await changedNorthwind(app);
  await app.restart();
  await app.reopen();
  await app.expectCounts(counts);
});

scenario("a workspace goes out as one file and comes in elsewhere", {}, async (app) => {
  const counts = await changedNorthwind(app);
  const { name, bytes } = await app.download("export-workspace");
  const folder = mkdtempSync(path.join(tmpdir(), "fourfold-"));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    await app.elsewhere(async (other) => {
      await other.handle("open-workspace-file").first().setInputFiles(file);
      await other.handle("quadrant-chart").waitFor();
      await other.expectCounts(counts);
    });
    // Damaged on the way: said, and nothing is changed.
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    await app.elsewhere(async (other) => {
      await other.handle("open-workspace-file").first().setInputFiles(file);
      await other.handle("toast").or(other.page.getByRole("alert")).first().waitFor();
      assert.equal(await other.handle("quadrant-chart").count(), 0);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

scenario("several workspaces lie side by side; a deleted one comes back", {}, async (app) => {
  await app.openSample("northwind");
  await app.type("workspace-name", "Client A");
  await app.saved();
  await app.visit("workspaces");
  const rows = app.handle("recent-workspace");
  const row = rows.filter({ hasText: "Client A" });
  await row.waitFor();
  await row.locator(app.handle("workspace-menu")).click();
  await app.page.getByRole("button", { name: "Duplicate" }).click();
  await app.eventually(async () => assert.equal(await rows.count(), 2));
  await app.screenshot("workspaces");
  await rows.last().locator(app.handle("workspace-menu")).click();
  await app.page.getByRole("button", { name: "Delete" }).click();
  await app.eventually(async () => assert.equal(await rows.count(), 1));
  await app.handle("toast").getByRole("button").first().click();
  await app.eventually(async () => assert.equal(await rows.count(), 2));
});
