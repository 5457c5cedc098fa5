// What must not be lost whatever happens to the browser: killed in the middle of a save, its disk full. KILLS=number sets how often it
// is killed (`make torture` in full).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

import { scenario } from "./harness.mjs";

const KILLS = Number(process.env.KILLS ?? 4);

/** Ends every process of the browser with this profile at once, without a word. */
function kill(profile) {
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${entry}/cmdline`, "utf8").includes(profile)) process.kill(Number(entry), "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

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

scenario(`${KILLS} times killed while saving: nothing acknowledged is lost`, { profile: true, limit: 120_000 + KILLS * 20_000 }, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  const counts = await app.counts();
  let last = 0;
  for (let round = 0; round < KILLS; round += 1) {
    await app.context.exposeBinding("acknowledged", (_, number) => { last = Math.max(last, number); });
    await app.handle("workspace-name").waitFor();
    const ended = new Promise((resolve) => { app.context.once("close", resolve); });
    await app.page.evaluate(renameOnAndOn, last + 1);
    const before = last;
    await app.eventually(() => assert.ok(last > before + 2));
    // Anywhere between two saves: the moment differs from round to round.
    await app.page.waitForFunction((pause) => new Promise((resolve) => { setTimeout(() => resolve(true), pause); }), (round * 137) % 700);
    kill(app.profile);
    await ended;
    const acknowledged = last;
    await app.startAgain();
    await app.reopen();
    const found = Number((await app.handle("workspace-name").inputValue()).replace("name ", ""));
    assert.ok(found >= acknowledged, `round ${round}: ${acknowledged} was acknowledged, ${found} is there`);
    assert.equal(await app.handle("older-state").count(), 0);
    await app.expectCounts(counts);
    last = found;
  }
});

/** A purchase list of as many customers as rows; the same every time, and random enough not to shrink. */
function randomRows(count) {
  let state = 2026;
  const next = () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state; };
  const rows = Array.from({ length: count }, () => `${next().toString(36)}${next().toString(36)},2024-0${1 + (next() % 9)}-1${next() % 10},${next() % 1_000_000}`);
  return `Customer,Date,Amount\n${rows.join("\n")}\n`;
}

scenario("a full disk: said at once, nothing is lost, and saving goes on when there is room", {}, async (app) => {
  await app.offlineReady();
  const tools = await app.context.newCDPSession(app.page);
  const { origin } = new URL(app.server.address);
  // Before the first write, as the browser remembers for a while how much room there is. What is random does not shrink.
  const { usage } = await tools.send("Storage.getUsageAndQuota", { origin });
  await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 500_000 });
  await app.openSample("northwind");
  await app.saved();
  await app.importFile({ name: "much.csv", mimeType: "text/csv", buffer: Buffer.from(randomRows(60_000)) });
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
