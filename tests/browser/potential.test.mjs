// Potential customers: a scorecard workshop typed by hand, pasted or imported; weights, blind placement, exports, hours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

import { scenario } from "./harness.mjs";

const FILE = path.join(import.meta.dirname, "../fixtures/prospects.csv");
const CRITERIA = ["size", "management", "network", "purchasing-power", "marketing", "development"];
/** Name, six ratings, intent, region, rep. */
const ROWS = readFileSync(FILE, "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
const CODES = ["PI", "PII", "PIII", "PIV"];

const text = (app, handle) => app.handle(handle).first().innerText();
const value = async (app, handle) => Number(await app.handle(handle).first().getAttribute("data-value"));
const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-6, `${found} is not ${expected}`);

function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** METHODS 2 by hand: Σ w·r ÷ Σ w over what is rated, high if at the median or above. */
function classesOf(rows, weights = CRITERIA.map(() => 1)) {
  const scored = rows.map(([name, ...cells]) => {
    const rated = weights.map((weight, place) => [weight, cells[place]]).filter(([, rating]) => rating !== "");
    const sum = (part) => rated.reduce((all, pair) => all + part(pair), 0);
    return { name, expected: sum(([weight, rating]) => weight * Number(rating)) / sum(([weight]) => weight), intent: Number(cells[6]) };
  });
  const [height, width] = [median(scored.map((row) => row.expected)), median(scored.map((row) => row.intent))];
  return scored.map((row) => CODES[(row.expected >= height * (1 - 1e-9) ? 0 : 2) + (row.intent >= width ? 0 : 1)]);
}

const tally = (classes) => Object.fromEntries(CODES.map((code) => [code, classes.filter((own) => own === code).length]));

async function expectClasses(app, classes) {
  const wanted = tally(classes);
  await app.eventually(async () => {
    const found = {};
    for (const code of CODES) found[code] = await value(app, `count-${code}`);
    assert.deepEqual(found, wanted);
  });
}

/** An empty workspace with the sheet open; the intent comes from a figure. */
async function openSheet(app, language) {
  await app.speak(language);
  await app.handle("start-funnel").click();
  await app.handle("nav-potential").click();
  await app.handle("prospects-type").click();
  await app.handle("prospect-sheet").waitFor();
  await app.handle("intent-from").selectOption("column");
  await app.eventually(async () => assert.equal(await app.handle("prospect-sheet").locator("thead th").count(), 12));
}

/** Cell by cell with the keyboard alone, as in a spreadsheet. */
async function typeRows(app, rows) {
  for (const [place, row] of rows.entries()) {
    await app.handle(`cell-${place}-0`).focus();
    for (const cell of row) {
      await app.page.keyboard.type(cell);
      await app.page.keyboard.press("Tab");
    }
    await app.handle(`cell-${place + 1}-0`).waitFor();
    await app.eventually(async () => assert.equal(await app.handle(`cell-${place}-7`).inputValue(), row[7]));
  }
}

/** What a spreadsheet puts on the clipboard, pasted into a cell. */
async function paste(app, cell, rows) {
  const block = rows.map((row) => row.join("\t")).join("\r\n");
  await app.handle(cell).evaluate((input, block) => {
    input.focus();
    const data = new DataTransfer();
    data.setData("text/plain", block);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, block);
}

/** Puts whoever has the focus into a quadrant by its digit, until nobody is left in the pool. */
async function placeByKeys(app, digitOf) {
  const pool = app.handle("placement-pool");
  await pool.locator(".placement-chip").first().focus();
  for (let left = Number(await pool.getAttribute("data-count")); left > 0; left -= 1) {
    const name = await app.page.evaluate(() => document.activeElement.textContent);
    await app.page.keyboard.press(String(digitOf(name)));
    await app.expectData("placement-pool", "count", left - 1);
    if (left === 1) break;
    await app.eventually(async () => {
      const next = await app.page.evaluate(() => document.activeElement.closest("[data-zone]")?.dataset.zone);
      assert.equal(next, "4", "the focus goes on to the next one in the pool");
    });
  }
}

for (const language of ["en", "zh-CN"]) {
  scenario(`a scorecard workshop with twelve prospects typed by hand: ${language}`, {}, async (app) => {
    await openSheet(app, language);
    await typeRows(app, ROWS);
    const classes = classesOf(ROWS);
    await expectClasses(app, classes);
    await app.expectData("count-not-rated", "value", 0);
    near(await value(app, "threshold-contribution"), 3);
    near(await value(app, "threshold-stability"), 5.5);
    for (const [place, code] of classes.entries()) assert.match(await text(app, `class-${place}`), new RegExp(`^${code}\\b`));
    await app.assertAccessible(`sheet, ${language}`);
    await app.screenshot(`potential sheet ${language}`);

    // A rating outside 1 to 5 is refused at its cell, and nothing is changed by it.
    await app.handle("cell-0-1").fill("6");
    await app.handle("cell-0-1").press("Tab");
    await app.eventually(async () => assert.equal(await app.handle("cell-0-1").getAttribute("aria-invalid"), "true"));
    await app.handle("cell-0-1").press("Escape");
    await app.eventually(async () => assert.equal(await app.handle("cell-0-1").inputValue(), ROWS[0][1]));

    // A missing rating leaves both sums: Moorland has 1, 1, 2, 1, 2 of five criteria, 7 ÷ 5 = 1.4, and is 5 of 6 complete.
    await app.handle("cell-11-6").fill("");
    await app.handle("cell-11-6").press("Enter");
    await app.eventually(async () => assert.match(await text(app, "complete-11"), /^83/));

    // Size counts three times: (3·1 + 1 + 2 + 1 + 2) ÷ 7 = 9 ÷ 7, and 7 of 8 are rated.
    await app.type("weight-size", "3");
    await app.expectData("weights-expected-sum", "value", 8);
    await app.eventually(async () => assert.match(await text(app, "complete-11"), /^88/));
    await app.type("weight-size", "-1");
    await app.eventually(async () => assert.equal(await app.handle("weight-size").first().getAttribute("aria-invalid"), "true"));
    await app.type("weight-size", "3");
    const missing = ROWS.map((row, place) => (place === 11 ? row.with(6, "") : row));
    const weighed = classesOf(missing, [3, 1, 1, 1, 1, 1]);
    await expectClasses(app, weighed);

    // The card shows the sum with this one's numbers.
    await app.handle("prospects-view").getByRole("button").first().click();
    await app.handle("customer-table").locator("[role=row]", { hasText: "Moorland" }).click();
    await app.eventually(async () => assert.match(await text(app, "score-expected"), /9 ÷ 7 = 1\.29/));
    await app.assertAccessible(`card of a prospect, ${language}`);
    await app.screenshot(`potential card ${language}`);

    await app.saved();
    await app.page.reload();
    await app.ready();
    await expectClasses(app, weighed);
    await app.handle("undo").click();
    await app.expectData("weights-expected-sum", "value", 6);
  });

  scenario(`prospects are placed before the data is shown, and the differences counted: ${language}`, {}, async (app) => {
    await openSheet(app, language);
    await paste(app, "cell-0-0", ROWS);
    const classes = classesOf(ROWS);
    await expectClasses(app, classes);
    await app.handle("blind-placement").click();
    await app.type("placement-count", "12");
    await app.handle("placement-start").click();
    await app.expectData("placement-pool", "count", 12);
    await app.handle("placement-participant").fill("Kim");

    // One by the mouse, and back again by undo.
    const chip = await app.handle("placement-pool").locator(".placement-chip").first().boundingBox();
    const zone = await app.handle("placement-PIV").boundingBox();
    await app.page.mouse.move(chip.x + chip.width / 2, chip.y + chip.height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(zone.x + zone.width / 2, zone.y + zone.height / 2, { steps: 8 });
    await app.page.mouse.up();
    await app.expectData("placement-PIV", "count", 1);
    await app.handle("undo").click();
    await app.expectData("placement-pool", "count", 12);
    await app.assertAccessible(`board, ${language}`);
    await app.screenshot(`placement board ${language}`);

    // Three are thought to be in PI that are not; everybody else is placed as found.
    const wrong = ROWS.map((row) => row[0]).filter((_, place) => classes[place] !== "PI").slice(0, 3);
    await placeByKeys(app, (name) => (wrong.includes(name) ? 1 : CODES.indexOf(classes[ROWS.findIndex((row) => row[0] === name)]) + 1));
    await app.saved();
    await app.page.reload();
    await app.ready();
    await app.handle("blind-placement").click();
    await app.handle("placement-participant").fill("Kim");
    await app.expectData("placement-PI", "count", classes.filter((code) => code === "PI").length + 3);
    await app.handle("placement-reveal").click();
    await app.expectData("placement-agreement", "value", 0.75);
    const different = app.handle("placement-table").locator("tbody tr");
    assert.deepEqual((await different.locator("th").allInnerTexts()).toSorted(), wrong.toSorted());
    await app.handle("placement-only-different").uncheck();
    await app.eventually(async () => assert.equal(await different.count(), 12));
    await app.assertAccessible(`revealed, ${language}`);
    await app.screenshot(`placement revealed ${language}`);
    await app.handle("placement-close").click();
    await expectClasses(app, classes);
  });

  scenario(`prospects come from a file, leave as files, and get their hours: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.dropFiles(FILE);
    await app.handle("import-preview").waitFor();
    assert.equal(await app.handle("import-kind").inputValue(), "prospects");
    assert.equal(await app.handle("column-role-1").inputValue(), "rating-size");
    assert.equal(await app.handle("column-role-7").inputValue(), "intent");
    assert.deepEqual(await app.accept(), { read: 12, used: 12, rejected: 0, leftOut: 0, customers: 12, total: 0 });
    const classes = classesOf(ROWS);
    await expectClasses(app, classes);

    const csv = (await app.download("export-classes-csv")).bytes.toString("utf8");
    assert.match(csv, /^\uFEFF?customer,name,expected_contribution,intent_source,intent_value,intent_score,class,reason,override/);
    for (const [place, row] of ROWS.entries()) assert.match(csv, new RegExp(`^${row[0]},.*,${classes[place]},`, "m"));
    assert.match((await app.download("export-chart-svg")).bytes.toString("utf8"), /^<svg|<\?xml/);
    assert.equal((await app.download("export-chart-png")).bytes.subarray(1, 4).toString(), "PNG");
    assert.equal((await app.download("export-classes-xlsx")).bytes.subarray(0, 2).toString(), "PK");

    // 10 people, 44 hours, 20 %, 46 weeks: 4,048 hours, 35 % of them for potential customers, 40 % of those for PI.
    await app.handle("nav-time").click();
    await app.type("time-people", "10");
    await app.eventually(async () => near(await value(app, "time-class-hours-PI"), 4048 * 0.35 * 0.4));
    await app.eventually(async () => assert.ok((await app.handle("call-list-table").locator("tbody tr").count()) > 0));
    await app.handle("call-list-table").locator("tbody button").first().click();
    await app.handle("customer-card").waitFor();
    assert.match(await text(app, "customer-card"), /PI/);
  });
}

scenario("open entries of the funnel are prospects, their level is the intent", {}, async (app) => {
  await app.handle("sample-crm-pipeline").click();
  await app.handle("funnel-finding").waitFor();
  await app.handle("nav-potential").click();
  await app.handle("prospects-link").click();
  await app.handle("quadrant-chart").waitFor();
  assert.equal(await app.handle("intent-from").inputValue(), "level");
  const counts = async () => {
    const all = [];
    for (const code of [...CODES, "not-rated"]) all.push(await value(app, `count-${code}`));
    return all.reduce((sum, count) => sum + count, 0);
  };
  await app.eventually(async () => assert.ok((await counts()) > 100));
  await app.handle("undo").click();
  await app.handle("prospects-link").waitFor();
});

scenario("existing customers are placed blindly too", {}, async (app) => {
  await app.openSample("northwind");
  await app.handle("blind-placement").click();
  await app.type("placement-count", "4");
  await app.handle("placement-start").click();
  await app.expectData("placement-pool", "count", 4);
  await app.handle("placement-participant").fill("Wu");
  await placeByKeys(app, () => 1);
  await app.expectData("placement-EI", "count", 4);
  await app.handle("placement-reveal").click();
  await app.handle("placement-agreement").waitFor();
  await app.handle("placement-only-different").uncheck();
  await app.eventually(async () => assert.equal(await app.handle("placement-table").locator("tbody tr").count(), 4));
});
