// The start page, every sample, and the promise that nothing leaves the device.
import assert from "node:assert/strict";

import { NORTHWIND, ONLINE_RETAIL, ZH_RETAIL } from "./expected.mjs";
import { fixture, scenario } from "./harness.mjs";

scenario("the start page offers samples, import and workspaces", {}, async (app) => {
  for (const name of ["online-retail", "northwind", "zh-retail"]) await app.handle(`sample-${name}`).waitFor();
  await app.handle("import-file").first().waitFor({ state: "attached" });
  await app.handle("open-workspace-file").first().waitFor({ state: "attached" });
  await app.screenshot("start");
});

scenario("one click opens Online Retail with the known classes", {}, async (app) => {
  await app.openSample("online-retail");
  await app.expectCounts(ONLINE_RETAIL.counts);
  for (const [name, amount] of Object.entries(ONLINE_RETAIL.amounts)) {
    const shown = Number(await app.handle(`amount-${name}`).first().getAttribute("data-value"));
    assert.ok(Math.abs(shown - amount) < 0.005, `${name}: ${shown} instead of ${amount}`);
  }
  await app.screenshot("online-retail");
});

scenario("one click opens Northwind with the known classes", {}, async (app) => {
  await app.openSample("northwind");
  await app.expectCounts(NORTHWIND.counts);
});

scenario("one click opens the Chinese sample from its GBK file", { locale: "zh-CN" }, async (app) => {
  await app.openSample("zh-retail");
  const counts = await app.counts();
  assert.ok(counts.EI > 0 && counts.EIV > 0, "customers are rated");
  await app.visit("data");
  await app.page.getByText(ZH_RETAIL.rows.toLocaleString("en")).first().waitFor();
});

scenario("a Chinese browser gets the Chinese page, and the language stays chosen", { locale: "zh-CN" }, async (app) => {
  await app.page.locator('html[lang="zh-CN"]').waitFor({ state: "attached" });
  await app.speak("en");
  await app.page.reload();
  await app.ready();
  assert.equal(await app.page.locator("html").getAttribute("lang"), "en");
});

scenario("everything works with the server gone once the page says so", {}, async (app) => {
  await app.offlineReady();
  await app.server.close();
  await app.context.setOffline(true);
  await app.openSample("online-retail");
  await app.expectCounts(ONLINE_RETAIL.counts);
  await app.importFile(fixture("book_merged_title_total.xlsx"), { target: "new" });
  const { bytes } = await app.download("export-classes-xlsx");
  assert.equal(bytes.toString("latin1", 0, 2), "PK");
});

/** The parts of the app cannot be fetched until `window.partsAreGone` is false. */
function withoutParts() {
  const { fetch } = window;
  window.partsAreGone = true;
  window.fetch = (address, ...rest) =>
    window.partsAreGone && String(address).includes("/parts-") ? Promise.reject(new TypeError("no such part")) : fetch(address, ...rest);
}

scenario("a page that cannot be fetched says so, and comes when asked again", { initScript: withoutParts }, async (app) => {
  await app.handle("nav-help").first().click();
  const again = app.page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  await app.page.evaluate(() => (window.partsAreGone = false));
  await again.click();
  await app.page.getByRole("heading", { level: 1 }).waitFor();
  assert.ok(app.troubles.every((trouble) => trouble.includes("no such part")), app.troubles.join("\n"));
  app.troubles.length = 0;
});
