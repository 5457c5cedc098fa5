// The existing-customers page: thresholds by mouse, number and key, options, list, search, card, override.
import assert from "node:assert/strict";

import { NORTHWIND, ONLINE_RETAIL } from "./expected.mjs";
import { scenario } from "./harness.mjs";

const high = ({ EI, EII }) => EI + EII;
const stable = ({ EI, EIII }) => EI + EIII;
const rated = ({ EI, EII, EIII, EIV }) => EI + EII + EIII + EIV;

scenario("typed thresholds move customers between classes; undo and redo go both ways", {}, async (app) => {
  await app.openSample("northwind");
  await app.type("threshold-contribution", "20000");
  await app.eventually(async () => assert.ok(high(await app.counts()) < high(NORTHWIND.counts)));
  const raised = await app.counts();
  assert.equal(rated(raised), rated(NORTHWIND.counts), "nobody is lost");
  assert.equal(await app.handle("threshold-contribution-method").inputValue(), "manual");
  await app.handle("undo").click();
  await app.expectCounts(NORTHWIND.counts);
  await app.handle("redo").click();
  await app.expectCounts(raised);
  await app.handle("undo").click();
  await app.expectCounts(NORTHWIND.counts);
  await app.type("threshold-stability", "10");
  await app.eventually(async () => assert.equal(stable(await app.counts()), rated(NORTHWIND.counts), "all are steadier than a CV of 10"));
});

scenario("a threshold is dragged with the mouse: counts follow, one undo takes it back", {}, async (app) => {
  await app.openSample("northwind");
  const grip = await app.grip("contribution");
  await app.page.mouse.move(grip.x, grip.y);
  await app.page.mouse.down();
  await app.page.mouse.move(grip.x, grip.y - 40, { steps: 8 });
  await app.eventually(async () => assert.ok(high(await app.counts()) < high(NORTHWIND.counts), "counts follow while dragging"));
  await app.page.mouse.move(grip.x, grip.y - 80, { steps: 8 });
  await app.page.mouse.up();
  await app.eventually(async () => assert.ok(Number(await app.handle("threshold-contribution").inputValue()) > 7048.24));
  await app.handle("undo").click();
  await app.expectCounts(NORTHWIND.counts);
});

scenario("a threshold is moved with the arrow keys and returned with Home", {}, async (app) => {
  await app.openSample("northwind");
  const threshold = app.thresholdSlider("contribution");
  await threshold.focus();
  for (let step = 0; step < 3; step += 1) await threshold.press("Shift+ArrowUp");
  await app.eventually(async () => assert.ok(high(await app.counts()) < high(NORTHWIND.counts)));
  await threshold.press("Home");
  await app.expectCounts(NORTHWIND.counts);
  assert.equal(await app.handle("threshold-contribution-method").inputValue(), "median");
});

scenario("the rules beside the picture change the answer as known", {}, async (app) => {
  await app.openSample("online-retail");
  await app.handle("months-counted").selectOption("whole-window");
  await app.expectCounts(ONLINE_RETAIL.wholeWindow);
  await app.handle("months-counted").selectOption("since-first");
  await app.expectCounts(ONLINE_RETAIL.counts);
});

scenario("quarters instead of months change the answer as known; a measure that rates nobody says so", {}, async (app) => {
  await app.openSample("northwind");
  await app.handle("stability-measure").selectOption("cv-quarter");
  await app.expectCounts(NORTHWIND.quarters);
});

scenario("threshold methods: every customer stays in one class", {}, async (app) => {
  await app.openSample("northwind");
  for (const method of ["mean", "pareto", "jenks", "quantile", "median"]) {
    await app.handle("threshold-contribution-method").selectOption(method);
    await app.eventually(async () => assert.equal(await app.handle("threshold-contribution-method").inputValue(), method));
    await app.eventually(async () => assert.equal(rated(await app.counts()), rated(NORTHWIND.counts), method));
  }
  await app.expectCounts(NORTHWIND.counts);
});

scenario("the list finds, sorts and opens a customer's card, and a class can be set by hand with its reason", {}, async (app) => {
  await app.openSample("online-retail");
  await app.handle("customer-search").fill("18097");
  const row = app.handle("customer-table").locator('[role="row"][data-customer]');
  await app.eventually(async () => assert.equal(await row.count(), 1));
  assert.match(await row.innerText(), /18097[\s\S]*EI\b|EI\b[\s\S]*18097/);
  await row.click();
  const card = app.handle("customer-card");
  await card.getByText("18097").first().waitFor();
  await app.screenshot("customer card");
  await app.handle("override-class").selectOption("EIII");
  await app.expectCounts(ONLINE_RETAIL.counts); // not without a reason
  await app.type("override-reason", "Framework contract signed");
  const { EI, EIII, ...others } = ONLINE_RETAIL.counts;
  await app.expectCounts({ ...others, EI: EI - 1, EIII: EIII + 1 });
  await app.type("author-name", "Ada");
  await card.getByText("Ada").first().waitFor();
  await app.handle("undo").click();
  await app.expectCounts(ONLINE_RETAIL.counts);
});

scenario("thousands of rows are scrolled without being in the page all at once", {}, async (app) => {
  await app.openSample("online-retail");
  const rows = app.handle("customer-table").locator('[role="row"][data-customer]');
  await rows.first().waitFor();
  assert.ok((await rows.count()) < 200, "only what is in view is in the page");
  const first = await rows.first().getAttribute("data-customer");
  await rows.first().click();
  await app.page.keyboard.press("End");
  await app.eventually(async () => {
    const shown = await rows.evaluateAll((all) => all.map((row) => row.dataset.customer));
    assert.ok(shown.length && !shown.includes(first), "the end of the list is in view");
  });
});
