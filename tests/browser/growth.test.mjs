// Then and now, potential and headroom, future customers: as a user goes through them, in both languages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

import { TOP } from "./browser.mjs";
import { scenario } from "./harness.mjs";

// Worked out apart from the app; see tests/fixtures/expected/README.md.
const MIGRATION = JSON.parse(readFileSync(path.join(TOP, "tests/fixtures/expected/online_retail_migration.json"), "utf8"));
const handle = (spot) => spot.replace("_", "-");

const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const value = (app, name) => app.handle(name).first().getAttribute("data-value");
const expectValue = (app, name, expected) => app.eventually(async () => assert.equal(Number(await value(app, name)), expected, name));

async function fiveMonths(app) {
  await app.visit("changes");
  await app.handle("changes-matrix").waitFor();
  for (const [field, day] of [["first-from", "2011-01-01"], ["first-to", "2011-05-31"], ["second-to", "2011-10-31"], ["second-from", "2011-06-01"]]) {
    await app.handle(`changes-${field}`).fill(day);
    await app.handle(`changes-${field}`).press("Tab");
    await app.saved();
  }
}

async function expectMigration(app) {
  for (const [name, count] of Object.entries(MIGRATION.first.counts)) await expectValue(app, `then-${handle(name)}`, count);
  for (const [name, count] of Object.entries(MIGRATION.second.counts)) await expectValue(app, `now-${handle(name)}`, count);
  for (const [from, row] of Object.entries(MIGRATION.matrix)) {
    for (const [to, count] of Object.entries(row)) await expectValue(app, `cell-${handle(from)}-${handle(to)}`, count);
    await expectValue(app, `cell-${handle(from)}-absent`, MIGRATION.exits[from]);
    await expectValue(app, `cell-absent-${handle(from)}`, MIGRATION.entries[from]);
  }
}

for (const language of ["en", "zh-CN"]) {
  scenario(`two windows of five months, their matrix and who moved: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("online-retail");
    await fiveMonths(app);
    await expectMigration(app);
    const change = async (part) => Number(await value(app, `growth-${part}`));
    const parts = (await change("same")) + (await change("new")) + (await change("returned")) + (await change("lost"));
    assert.ok(Math.abs(parts - (await change("total"))) < 0.005, "the parts add up to the total");
    assert.ok(Math.abs((await change("total")) - (MIGRATION.second.total - MIGRATION.first.total)) < 0.02);
    const money = app.handle("changes-chart-table").locator("tbody tr");
    assert.equal(await money.count(), 5, "four classes and those without one");
    const sums = await money.evaluateAll((rows) => [1, 2].map((place) => rows.reduce((sum, row) => sum + Number(row.children[place].dataset.value), 0)));
    assert.ok(Math.abs(sums[0] - MIGRATION.second.total) < 0.02 && Math.abs(sums[1] - MIGRATION.first.total) < 0.02, `${sums}`);
    await app.screenshot(`then and now ${language}`);
    await app.assertAccessible(`then and now, ${language}`);
    await app.handle("cell-EI-EIV").locator("button").click();
    await app.handle("movers-table").locator("tbody tr").first().waitFor();
    await app.eventually(async () => assert.equal(await app.handle("movers-table").locator("tbody tr").count(), MIGRATION.matrix.EI.EIV));
    assert.match(await app.handle("movers-table").locator("tbody tr").first().innerText(), language === "en" ? /contribution|cut/ : /贡献度|界线/);
    await app.screenshot(`movers ${language}`);
    await app.assertAccessible(`customers of a cell, ${language}`);
  });
}

scenario("the cuts of the first window held, undone, and the customers as CSV", {}, async (app) => {
  await app.openSample("online-retail");
  await fiveMonths(app);
  await expectMigration(app);
  await app.handle("changes-hold").check();
  await app.eventually(async () => assert.equal(await app.handle("changes-by-cuts").innerText(), "0"));
  await app.handle("undo").click();
  await expectMigration(app);
  await app.handle("changes-export").click();
  const { bytes } = await app.download("export-movers-csv");
  const lines = bytes.toString("utf8").trim().split(/\r?\n/);
  assert.match(lines[0], /customer,name,class_then,class_now,money_then/);
  const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  assert.equal(lines.length - 1, total(MIGRATION.first.counts) + total(MIGRATION.entries), "everyone of either window");
});

// Northwind's customers go by short keys; these figures go by company name.
const POTENTIAL = "Company,Purchase potential,Source\nAlfreds Futterkiste,20000,chamber of trade\nANATR,1000,own estimate\nsave-a-lot  markets,150000,trade press\nNordwerk Steel,50000,trade press\n";
const SALES = { ALFKI: 4273, ANATR: 1402.95, SAVEA: 104_361.95 };

scenario("outside figures joined by name and key; a row of nobody is listed and joined by hand", {}, async (app) => {
  await app.openSample("northwind");
  await app.visit("wallet");
  await app.importFile(file("potential.csv", POTENTIAL), { target: "append" });
  assert.equal((await app.summary()).used, 4);
  const row = (key) => app.handle("wallet-table").locator(`[data-customer="${key}"]`);
  const headroom = async (key) => Number(await row(key).locator("td[data-value]").getAttribute("data-value"));
  await row("ALFKI").waitFor();
  assert.ok(Math.abs((await headroom("ALFKI")) - (20_000 - SALES.ALFKI)) < 0.005);
  assert.ok(Math.abs((await headroom("ANATR")) - (1000 - SALES.ANATR)) < 0.005, "too low an outside figure is shown as such");
  assert.equal(await row("SAVEA").count(), 0, "a spelling that only looks alike is not taken");
  assert.equal(await app.handle("wallet-unmatched").locator("tbody tr").count(), 2, "nobody is dropped");
  await expectValue(app, "wallet-potential", 21_000);
  await app.screenshot("headroom en");
  await app.assertAccessible("headroom, en");
  await app.handle("wallet-unmatched").locator('[data-spelling="save-a-lot  markets"] button').first().click();
  await row("SAVEA").waitFor();
  assert.ok(Math.abs((await headroom("SAVEA")) - (150_000 - SALES.SAVEA)) < 0.005);
  await expectValue(app, "wallet-potential", 171_000);
  await app.handle("undo").click();
  await row("SAVEA").waitFor({ state: "detached" });
  // By hand: nobody's name is said at the field, a company's name finds its customer.
  const nordwerk = app.handle("wallet-unmatched").locator('[data-spelling="Nordwerk Steel"]');
  await nordwerk.getByTestId("wallet-join").fill("Nobody & Sons");
  await nordwerk.getByTestId("wallet-join").press("Enter");
  await nordwerk.getByRole("alert").waitFor();
  await nordwerk.getByTestId("wallet-join").fill("Ernst Handel");
  await nordwerk.getByTestId("wallet-join").press("Enter");
  await row("ERNSH").waitFor();
  const largest = app.handle("wallet-chart-table").locator("tbody tr").first();
  await app.eventually(async () => assert.equal(await largest.locator("td").nth(1).getAttribute("data-value"), "50000"));
  await app.handle("wallet-picture-export").click();
  assert.match((await app.download("export-wallet-svg")).bytes.toString("utf8"), /^<svg[^>]*>[\s\S]*Ernst Handel/);
  await app.speak("zh-CN");
  await app.screenshot("headroom zh-CN");
  await app.assertAccessible("headroom, zh-CN");
});

for (const language of ["en", "zh-CN"]) {
  scenario(`a future customer moves to level E and is seen in the funnel: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.handle("start-funnel").click();
    await app.handle("funnel-target").waitFor();
    await app.visit("future");
    for (const name of ["Nordwerk", "Ostbau"]) {
      await app.type("future-new", name);
      await app.handle("future-table").locator(`[data-future="${name}"]`).waitFor();
    }
    const inRow = (name, field) => app.handle("future-table").locator(`[data-future="${name}"]`).getByTestId(field);
    await inRow("Ostbau", "future-fit").selectOption("4");
    await inRow("Ostbau", "future-months").fill("9");
    await inRow("Ostbau", "future-months").press("Enter");
    await app.eventually(async () => assert.equal(await inRow("Ostbau", "future-priority").innerText(), "12", "4 × 3"));
    await inRow("Ostbau", "future-review-day").fill("2020-01-15");
    await inRow("Ostbau", "future-review-day").press("Tab");
    const due = app.handle("future-review").locator('[data-future="Ostbau"]');
    await due.waitFor();
    await app.screenshot(`future ${language}`);
    await app.assertAccessible(`future customers, ${language}`);
    await due.getByTestId("review-move").click();
    await due.waitFor({ state: "detached" });
    await app.eventually(async () => assert.equal(await app.handle("future-table").locator("tbody tr").count(), 1));
    await app.visit("funnel");
    await app.eventually(async () => assert.equal(await app.handle("level-count-E").first().inputValue(), "1"));
    await app.handle("undo").click();
    await app.visit("future");
    await app.eventually(async () => assert.equal(await app.handle("future-table").locator("tbody tr").count(), 2));
    await app.saved();
    await app.page.reload();
    await app.ready();
    await app.handle("future-table").locator('[data-future="Nordwerk"]').waitFor();
  });
}
