// What a person sees of files and storage: the copy without names, how old the last file is, how much room there is.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { NORTHWIND } from "./expected.mjs";
import { scenario } from "./harness.mjs";
import { readWorkspace, unsealed } from "./reader.mjs";

const DAY = 86_400_000;

/** Runs `body` with the path of a file of these bytes. */
async function withFile(bytes, body) {
  const folder = mkdtempSync(path.join(tmpdir(), "fourfold-"));
  try {
    const file = path.join(folder, "workspace.fourfold");
    writeFileSync(file, bytes);
    await body(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const language of ["en", "zh-CN"]) {
  scenario(`a copy without names has the same classes: ${language}`, {}, async (app) => {
    await app.openSample("northwind");
    await app.expectCounts(NORTHWIND.counts);
    await app.saved();
    await app.speak(language);
    await app.visit("workspaces");
    await app.handle("workspace-menu").click();
    await app.handle("anonymise").click();
    const dialog = app.handle("anonymous-dialog");
    await dialog.waitFor();
    await app.screenshot(`anonymised copy ${language}`);
    await app.assertAccessible(`anonymised copy, ${language}`);
    const { bytes } = await app.download("anonymous-file");
    const content = JSON.stringify(readWorkspace(bytes));
    for (const name of ["Alfreds Futterkiste", "ALFKI", "Ernst Handel", "Germany", "northwind", "Northwind"]) assert.ok(!content.includes(name), name);
    assert.ok(content.includes(language === "en" ? "Customer 0089" : "客户 0089"));
    await withFile(bytes, (file) =>
      app.elsewhere(async (other) => {
        await other.handle("open-workspace-file").first().setInputFiles(file);
        await other.handle("quadrant-chart").waitFor();
        await other.expectCounts(NORTHWIND.counts);
        await other.screenshot(`anonymised ${language}`);
      }),
    );
    await app.handle("workspace-menu").click();
    await app.handle("anonymise").click();
    await app.handle("anonymous-keep").click();
    await app.eventually(async () => assert.equal(await app.handle("recent-workspace").count(), 2));
  });
}

scenario("a reader written from the README reads what the app writes", {}, async (app) => {
  await app.openSample("northwind");
  const check = (file) => {
    const { version, document, tables } = readWorkspace(file);
    const { kind, columns } = tables[document.first.data.purchases];
    assert.deepEqual([version, document.version, kind, columns.amount.length, columns.customers.length], [3, 3, "purchases", NORTHWIND.rows, NORTHWIND.customers]);
    assert.equal(columns.amount.reduce((sum, amount) => sum + amount, 0).toFixed(2), NORTHWIND.total.toFixed(2));
    // The first line of the sample: VINET, 4 July 1996, France, order 10248.
    const first = ["region", "order"].map((name) => columns[`${name}.texts`][columns[`${name}.codes`][0]]);
    assert.deepEqual([columns.customers[columns.customer[0]], columns.day[0], ...first], ["VINET", Date.UTC(1996, 6, 4) / DAY, "France", "10248"]);
  };
  check((await app.download("export-workspace")).bytes);
  await app.visit("data");
  await app.handle("data-save-sealed").click();
  await app.handle("passphrase").fill("four words and 短语");
  await app.handle("passphrase-again").fill("four words and 短语");
  const { bytes } = await app.download("passphrase-accept");
  assert.equal(bytes.toString("latin1", 0, 8), "FOURSEAL");
  check(unsealed(bytes, "four words and 短语"));
  assert.throws(() => unsealed(bytes, "four words"));
});

scenario("a damaged workspace file is refused, and what is open stays as it is", {}, async (app) => {
  await app.openSample("northwind");
  await app.type("workspace-name", "Open and untouched");
  await app.saved();
  const { bytes } = await app.download("export-workspace");
  const end = bytes.length;
  const changed = (at, value) => Buffer.concat([bytes.subarray(0, at), Buffer.from([value]), bytes.subarray(at + 1)]);
  const attacks = {
    "not one at all": Buffer.from("PK and so on"),
    "another magic": changed(0, 0x47),
    "a newer format": changed(8, 99),
    "four billion sections": Buffer.concat([bytes.subarray(0, 12), Buffer.from([255, 255, 255, 255]), bytes.subarray(16)]),
    "a length in the directory": changed(18, bytes[18] ^ 0x40),
    "a byte in the middle": changed(Math.floor(end / 2), bytes[Math.floor(end / 2)] ^ 1),
    "cut in the header": bytes.subarray(0, 13),
    "cut in half": bytes.subarray(0, Math.floor(end / 2)),
    "a byte too many": Buffer.concat([bytes, Buffer.from([0])]),
    "empty": Buffer.alloc(0),
  };
  await app.visit("workspaces");
  const said = new Set();
  for (const [attack, file] of Object.entries(attacks)) {
    await withFile(file, async (path) => {
      await app.handle("open-workspace-file").first().setInputFiles(path);
      const toast = app.handle("toast");
      await toast.waitFor();
      const text = await toast.innerText();
      assert.ok(text.length > 10, attack);
      said.add(text.trim());
      // Put away, so that the next one is its own.
      await app.page.reload();
      await app.ready();
      await app.visit("workspaces");
    });
    assert.equal(await app.handle("recent-workspace").count(), 1, attack);
  }
  assert.ok(said.size >= 3, `different faults are told apart: ${[...said].join(" | ")}`);
  await app.reopen();
  await app.expectCounts(NORTHWIND.counts);
  assert.equal(await app.handle("workspace-name").inputValue(), "Open and untouched");
});

for (const language of ["en", "zh-CN"]) {
  scenario(`how old the last file is stands where saving is spoken of: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    for (const cut of ["20000", "21000", "22000"]) {
      await app.type("threshold-contribution", cut);
      await app.saved();
    }
    await app.visit("versions");
    const age = app.handle("file-age");
    await app.eventually(async () => assert.match(await age.innerText(), language === "en" ? /^Not saved as a file yet; 3 changes/ : /3 处更改/));
    await app.screenshot(`file age ${language}`);
    await app.assertAccessible(`file age, ${language}`);
    await app.download("file-age-save");
    await app.eventually(async () => assert.match(await age.innerText(), language === "en" ? /file today; nothing was changed since/ : /今天；此后没有更改/));
    // Not a word above the pages.
    assert.equal(await app.handle("file-due").count(), 0);
  });
}

scenario("work that is long in no file is spoken of once, quietly", {}, async (app) => {
  await app.openSample("northwind");
  for (let change = 0; change < 12; change += 1) {
    await app.type("threshold-contribution", String(20_000 + 500 * change));
    await app.saved();
  }
  await app.page.addInitScript((later) => {
    const now = Date.now;
    Date.now = () => now() + later;
  }, 8 * DAY);
  await app.page.reload();
  await app.ready();
  await app.reopen();
  const due = app.handle("file-due");
  await due.waitFor();
  assert.match(await due.innerText(), /12 changes/);
  await app.screenshot("file due");
  await app.assertAccessible("file due");
  await app.handle("file-due-later").click();
  await due.waitFor({ state: "detached" });
  await app.page.reload();
  await app.ready();
  await app.reopen();
  assert.equal(await due.count(), 0, "put away, it is quiet");
});

for (const language of ["en", "zh-CN"]) {
  scenario(`the storage is told in true bytes, and the browser is asked to keep it: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    await app.saved();
    await app.visit("workspaces");
    const size = app.handle("recent-workspace").locator("td").nth(5);
    const stays = app.handle("storage-stays");
    await stays.waitFor();
    await app.eventually(async () => assert.equal(await stays.getAttribute("data-value"), "false"));
    const small = await size.innerText();
    await app.screenshot(`storage ${language}`);
    await app.assertAccessible(`storage, ${language}`);
    await app.handle("storage-ask").click();
    // A browser without a window agrees or not, as it likes: either answer is shown.
    await app.handle("storage-refused").or(app.page.locator('[data-testid="storage-stays"][data-value="true"]')).first().waitFor();
    await app.screenshot(`storage asked ${language}`);
    await app.visit("existing");
    for (let change = 0; change < 8; change += 1) {
      await app.type("threshold-contribution", String(20_000 + 500 * change));
      await app.saved();
    }
    await app.visit("workspaces");
    await app.eventually(async () => assert.notEqual(await size.innerText(), small));
    await app.page.setViewportSize({ width: 320, height: 700 });
    await app.assertFitsWidth("workspaces with storage");
    await app.screenshot(`storage 320 ${language}`);
  });
}
