// Two tabs with one workspace: one writes, the other shows the same and can take over. `make torture` makes 1,000 edits in each.
import assert from "node:assert/strict";

import { scenario } from "./harness.mjs";
import { length } from "./lengths.mjs";

/** Another tab of the same browser with the same workspace open. */
async function secondTab(app) {
  // The first asks for nothing more: what is asked from now on is the second's.
  await app.offlineReady();
  const page = await app.context.newPage();
  await page.goto(`${app.server.address}#/existing`);
  await page.locator('html[data-ready="true"]').waitFor({ state: "attached" });
  await page.getByTestId("quadrant-chart").waitFor();
  return page;
}

const name = (page) => page.getByTestId("workspace-name");

scenario("one tab writes, the other follows and takes over", {}, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  const other = await secondTab(app);
  await other.getByTestId("read-only").waitFor();
  // What is changed here is seen there.
  await app.type("workspace-name", "Changed in the first");
  await app.eventually(async () => assert.equal(await name(other).inputValue(), "Changed in the first"));
  // What is tried there is refused with a word, and nothing changes.
  assert.equal(await name(other).getAttribute("readonly"), "");
  await other.getByTestId("scale-contribution").selectOption("linear");
  await other.getByTestId("toast").waitFor();
  await app.assertAccessible("the tab that writes");
  await other.getByTestId("take-over").click();
  await other.getByTestId("read-only").waitFor({ state: "detached" });
  await app.handle("read-only").waitFor();
  await name(other).fill("Changed in the second");
  await name(other).press("Enter");
  await app.eventually(async () => assert.equal(await name(app.page).inputValue(), "Changed in the second"));
  await app.screenshot("another tab writes");
  await app.assertAccessible("the tab that follows");
  // The writing tab goes: the other writes again by itself.
  await other.close();
  await app.handle("read-only").waitFor({ state: "detached" });
  await app.type("workspace-name", "And on in the first");
  await app.saved();
});

/** In each of two tabs. */
const EDITS = length(120, 1000);
/** Edits between one take-over and the next. */
const AT_ONCE = length(20, 50);

/**
 * In the page: makes edits one after the other, each of which adds a mark to the workspace's name, until all are made or another tab
 * has taken over. Tells the marks, and how many of them were saved for certain.
 */
async function edit({ tab, from, count }) {
  const root = document.documentElement;
  const field = document.querySelector('[data-testid="workspace-name"]');
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); });
  let log = field.value;
  window.edited = 0;
  const made = [];
  let saved = 0;
  for (let next = from; next < from + count && !field.readOnly; next += 1) {
    made.push(`${tab}${next}`);
    log += ` ${tab}${next}`;
    field.value = log;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    window.edited = made.length;
    if (made.length % 10 !== 0 && next + 1 < from + count) {
      await new Promise((resolve) => { setTimeout(resolve, 0); });
      continue;
    }
    await frame();
    await frame();
    while (root.dataset.saved !== "true" && !field.readOnly) await frame();
    // Nothing was changed meanwhile: what is saved is everything up to here.
    if (root.dataset.saved === "true" && !field.readOnly) saved = made.length;
  }
  return { made, saved };
}

const marks = async (page) => (await name(page).inputValue()).split(" ").filter((word) => /^[AB]\d+$/.test(word));

scenario(`${EDITS} edits in each of two tabs with take-overs: none is lost in silence`, { limit: 120_000 + EDITS * 600 }, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  const pages = { A: app.page, B: await secondTab(app) };
  const made = { A: 0, B: 0 };
  let standing = [];
  let refused = 0;
  for (let round = 0; made.A < EDITS || made.B < EDITS; round += 1) {
    const [tab, other] = round % 2 === 0 ? ["A", "B"] : ["B", "A"];
    const [writer, taker] = [pages[tab], pages[other]];
    await writer.bringToFront();
    const editing = writer.evaluate(edit, { tab, from: made[tab], count: Math.max(1, Math.min(AT_ONCE, EDITS - made[tab])) });
    // Every other pair of take-overs comes in the midst of edits.
    const amid = writer.waitForFunction((after) => window.edited > after, (round * 3) % 15).catch(() => {});
    await (round % 4 < 2 ? Promise.race([amid, editing]) : editing);
    await taker.getByTestId("take-over").dispatchEvent("click");
    const { made: marked, saved } = await editing;
    await taker.getByTestId("read-only").waitFor({ state: "detached" });
    await writer.getByTestId("read-only").waitFor();
    made[tab] += marked.length;
    await app.eventually(async () => {
      const now = await marks(taker);
      const kept = now.length - standing.length;
      assert.ok(kept >= saved, "what was saved is there");
      assert.deepEqual(now, [...standing, ...marked.slice(0, kept)], "everything before, then what was made, in order");
      // What came after the take-over is refused, and said to be.
      if (kept < marked.length) await writer.getByTestId("toast").getByRole("button").last().click({ timeout: 500 });
      refused += marked.length - kept;
      standing = now;
    });
  }
  await app.eventually(async () => assert.deepEqual(await marks(app.page), await marks(pages.B), "both tabs show the same"));
  await pages.B.close();
  await app.saved();
  await app.page.reload();
  await app.ready();
  await app.reopen();
  await app.eventually(async () => assert.deepEqual(await marks(app.page), standing));
  console.log(`${made.A} and ${made.B} edits, ${standing.length} standing, ${refused} refused with a word`);
});

scenario("a tab that hangs is taken over, and what it had not saved goes on under a name of its own", {}, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  const other = await secondTab(app);
  await app.page.bringToFront();
  const { made } = await app.page.evaluate(edit, { tab: "A", from: 0, count: 10 });
  await app.saved();
  let engine;
  for (const worker of app.page.workers()) if ((await worker.evaluate(() => self.name)) === "engine") engine = worker;
  // It hangs for as long as the other tab needs, and wakes up later.
  const hanging = engine.evaluate((milliseconds) => { const end = Date.now() + milliseconds; while (Date.now() < end); }, 8_000);
  await app.type("workspace-name", `${await name(app.page).inputValue()} A10`);
  await other.bringToFront();
  await other.getByTestId("take-over").click();
  await other.getByTestId("read-only").waitFor({ state: "detached" });
  assert.deepEqual(await marks(other), made, "what it had saved is there");
  await other.evaluate(edit, { tab: "B", from: 0, count: 10 });
  await hanging;
  const all = [...made, "A10", ...Array.from({ length: 10 }, (_, number) => `B${number}`)];
  // Whoever comes second is told, and goes on beside the first.
  await app.eventually(async () => {
    await other.evaluate((address) => location.assign(address), "#/workspaces");
    const names = await other.getByTestId("recent-workspace").allInnerTexts();
    const found = new Set(names.join(" ").match(/[AB]\d+/g));
    assert.deepEqual(all.filter((mark) => !found.has(mark)), []);
    assert.equal(names.length, 2);
  });
  const told = await Promise.all([app.page, other].map((page) => page.getByTestId("toast").count()));
  assert.ok(told.some((count) => count > 0), "one of the tabs says so");
});
