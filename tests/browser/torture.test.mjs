// What must not be lost whatever happens to the browser: killed in the middle of a save or of an upgrade, its disk full. `make torture`
// kills it 200 times; KILLS=number sets how often.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { saved, scenario } from "./harness.mjs";
import { killAndWait } from "./kill.mjs";
import { length } from "./lengths.mjs";
import { manyCustomers, manyMegabytes } from "./rows.mjs";
import { REST, atRest, forgetRest, layOutAsBefore, rest, workspaces } from "./stored.mjs";

const KILLS = Number(process.env.KILLS ?? length(4, 200));
/** Kills before the next size. */
const BATCH = Math.min(20, Math.ceil(KILLS / 2));
const LARGEST = length(3, 20);

/** Lets the page go on for so long. */
const goOn = (app, milliseconds) => app.page.waitForFunction((pause) => new Promise((resolve) => { setTimeout(() => resolve(true), pause); }), milliseconds);

/** In the page: renames the workspace without a pause and tells every name that was acknowledged as saved. */
function renameOnAndOn(first) {
  const root = document.documentElement;
  const field = document.querySelector('[data-testid="workspace-name"]');
  let next = first;
  const rename = () => {
    field.value = `name ${next}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    next += 1;
  };
  // `data-saved` turns true only when the last change of all has reached storage.
  new MutationObserver(() => {
    if (root.dataset.saved !== "true") return;
    window.acknowledged(next - 1);
    rename();
  }).observe(root, { attributes: true, attributeFilter: ["data-saved"] });
  rename();
}

/** The open workspace is whatever it was last called; its copies tell so in their names. */
async function reopen(app) {
  const own = app.handle("recent-workspace").filter({ hasText: /^\s*name \d+(?!\d| \(copy)/ }).first();
  await own.locator("button").first().click();
  await app.handle("quadrant-chart").waitFor();
}

const numberIn = (name) => Number(name.replace("name ", ""));

/** Copies the open workspace as a whole; done as soon as that has begun. */
async function copy(app) {
  await app.handle("recent-workspace").filter({ has: app.page.locator(".open-mark") }).locator(app.handle("workspace-menu")).click();
  await app.page.getByRole("button", { name: "Duplicate" }).click();
}

for (let done = 0, batch = 0; done < KILLS; done += BATCH, batch += 1) {
  const kills = Math.min(BATCH, KILLS - done);
  const batches = Math.ceil(KILLS / BATCH);
  const megabytes = batches === 1 ? LARGEST : Math.round(1 + ((LARGEST - 1) * batch) / (batches - 1));
  const name = `killed ${kills} times while saving ${megabytes} MB: nothing acknowledged is lost, nothing is torn`;
  scenario(name, { profile: true, limit: 180_000 + kills * 60_000 }, async (app) => {
    const rows = Buffer.from(manyMegabytes(megabytes));
    await app.importFile({ name: "much.csv", mimeType: "text/csv", buffer: rows }, { target: "new" });
    await app.visit("existing");
    await app.handle("quadrant-chart").waitFor();
    await app.type("workspace-name", "name 1");
    await app.saved();
    const counts = await app.counts();
    let last = 1;
    let copies = 0;
    for (let round = 0; round < kills; round += 1) {
      await app.context.exposeBinding("acknowledged", (_, number) => { last = Math.max(last, number); });
      await app.visit("workspaces");
      await app.handle("recent-workspace").first().waitFor();
      await app.page.evaluate(renameOnAndOn, last + 1);
      const before = last;
      await app.eventually(() => assert.ok(last > before + 2));
      // Every other time in the middle of writing everything, else between two changes of the document alone.
      if (round % 2 === 0) await copy(app);
      // Anywhere: the moment differs from round to round.
      await goOn(app, (round * 137 + batch * 61) % (round % 2 === 0 ? 400 + megabytes * 80 : 700));
      copies = Math.max(copies, await app.handle("recent-workspace").filter({ hasText: "(copy)" }).count());
      const acknowledged = last;
      await killAndWait(app);
      await app.startAgain();
      assert.equal(await app.handle("recovery").count(), 0);
      await reopen(app);
      const found = numberIn(await app.handle("workspace-name").inputValue());
      assert.ok(found >= acknowledged, `round ${round}: ${acknowledged} was acknowledged, ${found} is there`);
      assert.equal(await app.handle("older-state").count(), 0);
      await app.expectCounts(counts);
      last = found;
    }
    const stored = await atRest(app, workspaces);
    const whole = stored.filter(({ name }) => name.includes("(copy)"));
    assert.ok(whole.length >= copies, `${copies} copies were shown, ${whole.length} are there`);
    for (const { id } of whole) {
      await app.page.evaluate((id) => sessionStorage.setItem("fourfold.workspace", JSON.stringify(id)), id);
      await app.page.goto(`${app.address}#/existing`);
      await app.page.reload();
      await app.handle("quadrant-chart").waitFor();
      assert.match(await app.handle("workspace-name").inputValue(), /\(copy\)/);
      await app.expectCounts(counts);
    }
    app.forgetRequests();
    console.log(`${kills} kills over ${Math.max(...stored.map(({ size }) => size))} bytes, ${whole.length} copies whole`);
  });
}

/** The name in the workspace file of the first format. */
const OLD = '港口 "1"\u0001';

/** Kills while an old store is opened for the first time, and while the first change of it is saved. */
const UPGRADES = Number(process.env.UPGRADES ?? length(4, 40));

scenario(`${UPGRADES} times killed while the store of an older build is taken over: it opens as the old or as the new`, { profile: true, limit: 120_000 + UPGRADES * 40_000 }, async (app) => {
  const file = [...readFileSync(saved("workspace_v1.fourfold"))];
  const tally = { before: 0, after: 0 };
  for (let round = 0; round < UPGRADES; round += 1) {
    await rest(app);
    await app.page.evaluate(layOutAsBefore, file);
    // Closed in peace: what was known of the round before is to be gone from the disk as well.
    await app.restart(REST);
    let last = 0;
    await app.context.exposeBinding("acknowledged", (_, number) => { last = Math.max(last, number); });
    if (round % 2 === 0) {
      // The database itself is upgraded as the engine starts: anywhere from the first byte of the page on.
      await app.page.goto(app.address, { waitUntil: "commit" });
      await goOn(app, (round * 97) % 1200);
    } else {
      await app.page.goto(app.address);
      await app.handle("recent-workspace").first().locator("button").first().click();
      await app.handle("workspace-name").waitFor();
      await app.eventually(async () => assert.equal(await app.handle("workspace-name").inputValue(), OLD));
      await app.page.evaluate(renameOnAndOn, 1);
      await goOn(app, (round * 53) % 500);
    }
    const acknowledged = last;
    await killAndWait(app);
    await app.startAgain();
    forgetRest(app);
    assert.equal(await app.handle("recovery").count(), 0);
    await app.handle("recent-workspace").first().locator("button").first().click();
    await app.handle("workspace-name").waitFor();
    await app.eventually(async () => assert.notEqual(await app.handle("workspace-name").inputValue(), ""));
    const name = await app.handle("workspace-name").inputValue();
    assert.ok(name === OLD || /^name \d+$/.test(name), name);
    assert.ok(acknowledged === 0 || numberIn(name) >= acknowledged, `${acknowledged} was acknowledged, ${name} is there`);
    assert.equal(await app.handle("older-state").count(), 0);
    tally[name === OLD ? "before" : "after"] += 1;
    if (name !== OLD) {
      // What the older build had left is kept beside it.
      await app.visit("versions");
      await app.handle("version-row").nth(1).waitFor();
    }
  }
  console.log(`${UPGRADES} kills while taking over: ${JSON.stringify(tally)}`);
});

scenario("a full disk: said at once, nothing is lost, and saving goes on when there is room", {}, async (app) => {
  await app.offlineReady();
  const tools = await app.context.newCDPSession(app.page);
  const { origin } = new URL(app.server.address);
  // Before the first write, as the browser remembers for a while how much room there is. What is random does not shrink.
  const { usage } = await tools.send("Storage.getUsageAndQuota", { origin });
  await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 500_000 });
  await app.openSample("northwind");
  await app.saved();
  await app.importFile({ name: "much.csv", mimeType: "text/csv", buffer: Buffer.from(manyCustomers(60_000)) });
  await app.eventually(async () => assert.equal(await app.handle("workspace-name").inputValue(), "much"));
  await app.type("workspace-name", "Not saved yet");
  await app.page.getByRole("alert").first().waitFor();
  assert.equal(await app.page.locator("html").getAttribute("data-saved"), "false");
  assert.equal(await app.handle("workspace-name").inputValue(), "Not saved yet", "the work is in memory");
  const { bytes } = await app.download("export-workspace");
  assert.ok(bytes.length > 1000, "and can be had as a file");
  await app.assertAccessible("a full disk");
  await tools.send("Storage.overrideQuotaForOrigin", { origin });
  await app.saved();
  await app.page.reload();
  await app.ready();
  await app.reopen();
  assert.equal(await app.handle("workspace-name").inputValue(), "Not saved yet");
});
