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
