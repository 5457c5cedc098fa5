// Starts without the network, and what happens when the host brings a newer release.
import assert from "node:assert/strict";

import { NORTHWIND } from "./expected.mjs";
import { fixture, scenario } from "./harness.mjs";
import { host } from "./newer.mjs";

const isNewer = (tab) => tab.page.evaluate(() => document.documentElement.dataset.newer === "true");
const caches = (tab) => tab.page.evaluate(() => window.caches.keys());

scenario("the second start needs no network, in this tab and in a new one", {}, async (app) => {
  await app.offlineReady();
  await app.server.close();
  await app.context.setOffline(true);
  await app.page.reload();
  await app.ready();
  await app.offlineReady();
  const tab = await app.anotherTab();
  await tab.openSample("northwind");
  await tab.expectCounts(NORTHWIND.counts);
  await tab.importFile(fixture("book_merged_title_total.xlsx"), { target: "new" });
  await tab.visit("help");
  await tab.page.getByRole("heading", { level: 1 }).waitFor();
});

scenario("a browser that was closed starts again without the network", { profile: true }, async (app) => {
  await app.offlineReady();
  await app.server.close();
  await app.restart();
  await app.offlineReady();
});

scenario("the page can be installed", {}, async (app) => {
  const manifest = await app.page.evaluate(async () => {
    const address = document.querySelector("link[rel=manifest]").href;
    const found = await (await fetch(address)).json();
    const icons = await Promise.all(found.icons.map(async ({ src, sizes, type, purpose }) => {
      const picture = await fetch(new URL(src, address));
      const { width } = type === "image/svg+xml" ? { width: 0 } : await createImageBitmap(await picture.blob());
      return { sizes, purpose, width, there: picture.ok };
    }));
    return { ...found, icons, start: new URL(found.start_url, address).href, scope: new URL(found.scope, address).href };
  });
  assert.equal(manifest.display, "standalone");
  assert.equal(manifest.start, app.server.address);
  assert.equal(manifest.scope, app.server.address);
  assert.match(manifest.description, /\p{Script=Han}/u);
  for (const { sizes, width, there } of manifest.icons) {
    assert.ok(there);
    if (sizes !== "any") assert.equal(sizes, `${width}x${width}`);
  }
  assert.deepEqual(new Set(manifest.icons.map(({ purpose }) => purpose)), new Set(["any", "maskable"]));
  await app.offlineReady();
  const problems = await (await app.context.newCDPSession(app.page)).send("Page.getInstallabilityErrors");
  assert.deepEqual(problems.installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  // The browser has looked at manifest and icon once more for that.
  app.forgetRequests();
});

const release = host();
process.on("exit", () => release.remove());

scenario("a new version waits for two tabs in mid-edit, and takes over without losing anything", { root: release.root }, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  await app.offlineReady();
  const other = await app.anotherTab();
  await other.openSample("zh-retail");
  await other.saved();
  await other.offlineReady();

  release.bring("newer");
  // Whoever opens the page meanwhile gets the version that the others have.
  const third = await app.anotherTab();
  await third.handle("take-new-version").waitFor();
  assert.equal(await isNewer(third), false);
  await third.page.close();
  app.forgetRequests();
  for (const tab of [app, other]) await tab.handle("take-new-version").waitFor();
  await app.screenshot("new-version");
  assert.equal((await caches(app)).length, 2);

  // Typed and not saved yet when the new version is asked for.
  await app.handle("threshold-contribution").first().fill("20000");
  await app.handle("take-new-version").click();
  await app.page.locator("html[data-newer]").waitFor({ state: "attached" });
  await app.ready();
  await app.reopen();
  await app.eventually(async () => assert.equal(Number(await app.handle("threshold-contribution").first().getAttribute("data-value")), 20000));
  assert.notDeepEqual(await app.counts(), NORTHWIND.counts);
  await app.offlineReady();

  // The other tab goes on as it was, with its own version's files although the host has them no more.
  assert.equal(await isNewer(other), false);
  assert.equal(await other.page.evaluate(async (build) => (await fetch(`engine-${build}.js`)).ok, release.build), true);
  const before = await other.counts();
  await other.type("threshold-contribution", "5000");
  await other.eventually(async () => assert.notDeepEqual(await other.counts(), before));
  const edited = await other.counts();
  await other.handle("take-new-version").click();
  await other.page.locator("html[data-newer]").waitFor({ state: "attached" });
  await other.ready();
  await other.reopen();
  await other.expectCounts(edited);
  await other.eventually(async () => assert.deepEqual((await caches(other)).map((name) => name.split(" ").at(-1)), [release.newer]));
});

const halfway = host();
process.on("exit", () => halfway.remove());

scenario("a release that has not arrived as a whole is not taken", { root: halfway.root }, async (app) => {
  await app.offlineReady();
  const kept = await caches(app);
  halfway.bring("half");
  await app.page.reload();
  await app.offlineReady();
  assert.deepEqual(await caches(app), kept);
  assert.equal(await app.handle("take-new-version").count(), 0);
  app.forgetRequests();
});
