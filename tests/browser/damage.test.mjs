// A store that was damaged while the browser was closed: what is shown is the very state, an older one that is said to be older, or
// a word that it cannot be read. Never less, and never in silence. `make torture` spoils everything; the suite some of it.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { NORTHWIND } from "./expected.mjs";
import { sample, scenario } from "./harness.mjs";
import { FULL, length } from "./lengths.mjs";
import { atRest, placeOfTable, rest, spoil, wake } from "./stored.mjs";

const LAST = "Third name";

/** Northwind, saved under three names one after the other. */
async function savedThrice(app) {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
  await app.saved();
  for (const name of ["First name", "Second name", LAST]) {
    await app.type("workspace-name", name);
    await app.saved();
  }
  // Its name is noted beside the database once the list has been seen.
  await app.visit("workspaces");
  await app.handle("recent-workspace").filter({ hasText: LAST }).waitFor();
}

/** What a user meets who starts the app and opens the workspace: `same`, `older`, `partly` or `said`. Anything else fails. */
async function met(app, what) {
  const row = app.handle("recent-workspace").first();
  await row.or(app.handle("recovery")).or(app.handle("start-funnel")).first().waitFor();
  await app.eventually(async () => assert.ok((await row.count()) + (await app.handle("recovery").count()) > 0, `${what}: a welcome, as if nothing had been there`));
  if (await app.handle("recovery").count()) return "said";
  await row.locator("button").first().click();
  const refused = app.page.locator('[data-testid="toast"][data-bad="true"]');
  const partly = app.handle("lost-tables");
  await app.handle("quadrant-chart").or(refused).or(partly).first().waitFor();
  if (await refused.count()) {
    // What is stored can be had all the same.
    const [download] = await Promise.all([app.page.waitForEvent("download"), app.handle("toast").getByRole("button").first().click()]);
    assert.match(download.suggestedFilename(), /\.fourfold$/, what);
    return "said";
  }
  await app.eventually(async () => assert.notEqual(await app.handle("workspace-name").inputValue(), ""));
  if (await partly.count()) {
    assert.match(await partly.innerText(), /purchases.*2,155 rows of northwind_order_lines\.csv/s, what);
    assert.equal(await app.handle("workspace-name").inputValue(), LAST, what);
    return "partly";
  }
  const name = await app.handle("workspace-name").inputValue();
  await app.expectCounts(NORTHWIND.counts);
  if (name === LAST) return "same";
  await app.handle("older-state").waitFor();
  return "older";
}

/** Every way to spoil one record. */
const ways = (store, place) => [
  ...[0.02, 0.5, 1].map((at) => ({ doing: "flip", store, place, at })),
  ...[0, 0.5].map((at) => ({ doing: "truncate", store, place, at })),
  { doing: "remove", store, place },
];

/** In the suite: of each store the newest record, each spoiled in another way, and the record of the workspace in two. */
const some = (counts) => [
  { doing: "flip", store: "workspaces", place: 0, at: 0.5 },
  { doing: "remove", store: "workspaces", place: 0 },
  { doing: "truncate", store: "versions", place: counts.versions - 1, at: 0.5 },
  { doing: "flip", store: "documents", place: counts.documents - 1, at: 0.5 },
  { doing: "remove", store: "documents", place: counts.documents - 1 },
  { doing: "flip", store: "tables", place: 0, at: 0.5 },
];

scenario("records spoiled one by one: the same, older and said so, or said", { limit: length(300_000, 3_600_000) }, async (app) => {
  await savedThrice(app);
  await rest(app);
  await app.page.evaluate(spoil, { doing: "keep" });
  const counts = await app.page.evaluate(spoil, { doing: "restore" });
  const all = FULL ? Object.entries(counts).flatMap(([store, count]) => Array.from({ length: count }, (_, place) => ways(store, place)).flat()) : some(counts);
  const tally = { same: 0, older: 0, partly: 0, said: 0 };
  for (const way of all) {
    const what = JSON.stringify(way);
    await app.page.evaluate(spoil, { doing: "restore" });
    await app.page.evaluate(spoil, way);
    await wake(app);
    const outcome = await met(app, what);
    // An entry or a version record tells of the work and is not the work: nothing of it may be missing.
    if (["workspaces", "versions"].includes(way.store)) assert.equal(outcome, "same", what);
    if (way.store === "tables") assert.equal(outcome, "partly", what);
    tally[outcome] += 1;
    await rest(app);
  }
  await app.page.evaluate(spoil, { doing: "restore" });
  await wake(app);
  assert.equal(await met(app, "restored"), "same");
  console.log(`${all.length} ways to spoil a record: ${JSON.stringify(tally)}`);
});

for (const [language, named] of [["en", /purchases/], ["zh-CN", /购买记录/]]) {
  scenario(`purchases that nobody can read are named, and all else opens: ${language}`, { limit: 300_000 }, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    await app.handle("customer-search").fill("Ernst Handel");
    await app.handle("customer-table").locator("[data-customer]").first().click();
    await app.handle("override-class").selectOption("EIII");
    await app.type("override-reason", "Framework contract signed");
    await app.page.keyboard.press("Escape");
    await app.type("threshold-contribution", "20000");
    await app.eventually(async () => assert.notDeepEqual(await app.counts(), NORTHWIND.counts));
    await app.importFile(sample("crm_pipeline.csv"), { target: "append" });
    await app.type("funnel-target", "20000000");
    await app.visit("existing");
    await app.handle("quadrant-chart").waitFor();
    const counts = await app.counts();
    await app.saved();
    await rest(app);
    await app.page.evaluate(spoil, { doing: "keep" });
    await app.page.evaluate(spoil, { doing: "flip", store: "tables", place: await app.page.evaluate(placeOfTable, "purchases"), at: 0.5 });
    await wake(app);
    const open = async () => {
      await app.handle("recent-workspace").first().locator("button").first().click();
      await app.handle("lost-tables").waitFor();
    };
    await open();
    const words = await app.handle("lost-tables").innerText();
    assert.match(words, named);
    assert.match(words, /northwind_order_lines\.csv/);
    assert.doesNotMatch(words, /crm_pipeline/);
    await app.assertAccessible(`purchases lost, ${language}`);
    await app.screenshot(`purchases lost ${language}`);
    await app.wear("dark");
    await app.page.setViewportSize({ width: 320, height: 800 });
    await app.assertFitsWidth(`purchases lost, ${language}`);
    await app.screenshot(`purchases lost ${language} narrow dark`);
    await app.page.setViewportSize({ width: 1440, height: 900 });
    assert.match((await app.download("lost-raw")).name, /\.fourfold$/);
    // The funnel works as ever, and what is changed is kept; what is lost is said again with the next start.
    await app.visit("funnel");
    await app.eventually(async () => assert.equal(await app.handle("funnel-target").getAttribute("data-value"), "20000000"));
    await app.handle("funnel-chart").waitFor();
    await app.type("workspace-name", LAST);
    await app.saved();
    await app.page.goto(app.address);
    await app.page.reload();
    await app.ready();
    await open();
    assert.equal(await app.handle("workspace-name").inputValue(), LAST);
    // The same file once more: the cut and the class set by hand are those of before.
    await app.offlineReady();
    await app.handle("lost-import").setInputFiles(sample("northwind_order_lines.csv"));
    await app.handle("import-preview").waitFor();
    await app.accept();
    await app.handle("lost-tables").waitFor({ state: "detached" });
    await app.visit("existing");
    await app.expectCounts(counts);
    assert.equal(await app.handle("threshold-contribution-method").inputValue(), "manual");
  });
}

scenario("the same file in the place of purchases that nobody can read is kept", {}, async (app) => {
  await savedThrice(app);
  await rest(app);
  await app.page.evaluate(spoil, { doing: "keep" });
  await app.page.evaluate(spoil, { doing: "flip", store: "tables", place: 0, at: 0.5 });
  await wake(app);
  assert.equal(await met(app, "purchases flipped"), "partly");
  await app.offlineReady();
  await app.handle("lost-import").setInputFiles(sample("northwind_order_lines.csv"));
  await app.handle("import-preview").waitFor();
  await app.choose({ target: "replace" });
  await app.accept();
  await app.handle("lost-tables").waitFor({ state: "detached" });
  await app.saved();
  await rest(app);
  await wake(app);
  assert.equal(await met(app, "after the import"), "same");
});

scenario("a list with a damaged entry shows the others, and the way out for the one", {}, async (app) => {
  await savedThrice(app);
  await app.page.goto(`${app.address}#/`);
  await app.openSample("zh-retail");
  await app.saved();
  // Entry and newest record alike: nothing tells the name any more.
  await atRest(app, spoil, { doing: "keep" });
  await rest(app);
  await app.page.evaluate(spoil, { doing: "truncate", store: "workspaces", place: 0, at: 0.5 });
  const { versions } = await app.page.evaluate(spoil, { doing: "restore" });
  await app.page.evaluate(spoil, { doing: "truncate", store: "workspaces", place: 0, at: 0.5 });
  for (let place = 0; place < versions; place += 1) await app.page.evaluate(spoil, { doing: "truncate", store: "versions", place, at: 0.3 });
  await wake(app);
  await app.eventually(async () => assert.equal(await app.handle("recent-workspace").count(), 2));
  assert.equal(await app.handle("workspace-damaged").count(), 1);
  await app.assertAccessible("a damaged entry");
  await app.screenshot("damaged entry");
  await app.page.goto(`${app.address}#/workspaces`);
  await app.handle("workspace-raw").waitFor();
  await app.assertAccessible("a damaged entry among all");
  await app.screenshot("damaged entry among all");
  const { name, bytes } = await app.download("workspace-raw");
  assert.match(name, /\.fourfold$/);
  const damaged = app.handle("recent-workspace").filter({ has: app.handle("workspace-damaged") });
  await damaged.locator("button").first().click();
  await app.handle("quadrant-chart").waitFor();
  assert.equal(await app.handle("workspace-name").inputValue(), LAST, "the document is whole");
  await app.expectCounts(NORTHWIND.counts);
  await app.type("workspace-name", "Fourth name");
  await app.saved();
  await app.visit("workspaces");
  await app.eventually(async () => assert.equal(await app.handle("workspace-damaged").count(), 0, "the next save mends it"));
  await app.elsewhere(async (other) => {
    await other.handle("open-workspace-file").first().setInputFiles({ name: "raw.fourfold", mimeType: "application/octet-stream", buffer: bytes });
    await other.handle("quadrant-chart").waitFor();
    await other.expectCounts(NORTHWIND.counts);
  });
});

for (const language of ["en", "zh-CN"]) {
  scenario(`a database that is gone leads to the recovery page, not to a welcome: ${language}`, {}, async (app) => {
    await app.speak(language);
    await savedThrice(app);
    const file = await app.handle("nav-data").click().then(() => app.download("data-save-file"));
    await atRest(app, spoil, { doing: "clear" });
    await app.handle("recovery").waitFor();
    assert.match(await app.handle("recovery-known").innerText(), new RegExp(LAST));
    assert.equal(await app.handle("start-funnel").count(), 0);
    await app.assertAccessible(`recovery, ${language}`);
    await app.screenshot(`recovery ${language}`);
    await app.wear("dark");
    await app.page.setViewportSize({ width: 320, height: 800 });
    await app.assertFitsWidth(`recovery, ${language}`);
    await app.screenshot(`recovery ${language} narrow dark`);
    await app.page.setViewportSize({ width: 1440, height: 900 });
    // It is said again with the next start, until the user has decided.
    await app.page.reload();
    await app.ready();
    await app.handle("recovery").waitFor();
    await app.handle("open-workspace-file").first().setInputFiles({ name: file.name, mimeType: "application/octet-stream", buffer: file.bytes });
    await app.handle("quadrant-chart").waitFor();
    await app.expectCounts(NORTHWIND.counts);
    await app.saved();
    await app.handle("lost-some").waitFor();
    await app.handle("lost-some").getByRole("button").click();
    await app.handle("lost-some").waitFor({ state: "detached" });
    await app.page.goto(`${app.address}#/`);
    await app.handle("start-funnel").waitFor();
  });
}

scenario("a workspace that is gone among others is named", {}, async (app) => {
  await savedThrice(app);
  await app.page.goto(`${app.address}#/`);
  await app.openSample("zh-retail");
  await app.saved();
  await app.visit("workspaces");
  await app.eventually(async () => assert.equal(await app.handle("recent-workspace").count(), 2));
  await rest(app);
  await app.page.evaluate(spoil, { doing: "keep" });
  const { versions, documents, tables } = await app.page.evaluate(spoil, { doing: "restore" });
  assert.equal(versions, documents);
  assert.ok(tables >= 2);
  // The first workspace sorts before the second in every store.
  await app.page.evaluate(spoil, { doing: "remove", store: "workspaces", place: 0 });
  const own = versions - 1;
  for (const store of ["versions", "documents"]) {
    for (let left = own; left > 0; left -= 1) await app.page.evaluate(spoil, { doing: "remove", store, place: 0 });
  }
  await wake(app);
  await app.handle("lost-some").waitFor();
  assert.match(await app.handle("lost-some").innerText(), new RegExp(LAST));
  assert.equal(await app.handle("recent-workspace").count(), 1);
  await app.assertAccessible("one workspace gone");
});

/** Every file below a folder. */
const filesBelow = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));

/** What may befall one file of the browser's. */
function blows(file) {
  const size = statSync(file).size;
  const flips = [0.1, 0.5, 0.9].map((at) => ({ how: `flip at ${at}`, strike: () => { const bytes = readFileSync(file); bytes[Math.floor(bytes.length * at)] ^= 0x55; writeFileSync(file, bytes); } }));
  const cuts = [0, 0.5].map((at) => ({ how: `cut at ${at}`, strike: () => truncateSync(file, Math.floor(size * at)) }));
  return [...(size > 0 ? [...flips, ...cuts] : []), { how: "removed", strike: () => rmSync(file) }].map((blow) => ({ file, ...blow }));
}

scenario("the browser's own files damaged: the same, older and said so, or said", { profile: true, limit: length(300_000, 3_600_000) }, async (app) => {
  await savedThrice(app);
  await app.context.close();
  const folder = path.join(app.profile, "Default/IndexedDB");
  const kept = mkdtempSync(path.join(tmpdir(), "fourfold-kept-"));
  try {
    cpSync(app.profile, kept, { recursive: true });
    const every = filesBelow(folder).filter((file) => !/LOCK$|LOG(\.old)?$/.test(file)).flatMap(blows);
    const log = every.filter(({ file }) => file.endsWith(".log"));
    const list = FULL ? every : [log.find(({ how }) => how === "flip at 0.5"), log.find(({ how }) => how === "cut at 0.5"), every.find(({ file, how }) => file.includes("MANIFEST") && how === "removed")];
    const tally = { same: 0, older: 0, partly: 0, said: 0 };
    for (const { file, how, strike } of [...list, { file: folder, how: "removed", strike: () => rmSync(folder, { recursive: true }) }]) {
      rmSync(app.profile, { recursive: true, force: true });
      cpSync(kept, app.profile, { recursive: true });
      strike();
      await app.startAgain();
      tally[await met(app, `${path.relative(app.profile, file)} ${how}`)] += 1;
      await app.context.close();
    }
    console.log(`${list.length + 1} blows at the browser's files: ${JSON.stringify(tally)}`);
    app.forgetRequests();
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
});
