// Where the hours go, what to do with whom, and who does it: the Time page, playbooks on cards, actions.
import assert from "node:assert/strict";

import { NORTHWIND } from "./expected.mjs";
import { scenario } from "./harness.mjs";

const text = (app, handle) => app.handle(handle).first().innerText();
const value = async (app, handle) => Number(await app.handle(handle).first().getAttribute("data-value"));
const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-6, `${found} is not ${expected}`);

/** Opens the card of the first customer of a class. */
async function openCard(app, code) {
  await app.handle("nav-existing").click();
  // The class alone, so that the list begins with it.
  await app.handle(`count-${code}`).first().click();
  const row = app.handle("customer-table").locator("[role=row][data-customer]").first();
  await app.eventually(async () => assert.ok((await row.innerText()).startsWith(code)));
  await row.click();
  await app.handle("customer-card").waitFor();
}

async function nameThreeReps(app) {
  await app.handle("nav-time").click();
  for (const name of ["Ana", "Kim", "Wu"]) {
    await app.handle("rep-name").fill(name);
    await app.handle("rep-add").click();
    await app.eventually(async () => assert.match(await text(app, "rep-list"), new RegExp(name)));
  }
}

scenario("hours are people times week times share times weeks, and classes get their part", {}, async (app) => {
  await app.openSample("northwind");
  await app.handle("nav-time").click();
  await app.type("time-people", "10");
  await app.eventually(async () => near(await value(app, "time-hours"), 4048));
  near(await value(app, "time-class-hours-EII"), 4048 * 0.24);
  await app.type("time-share-EI", "40");
  await app.eventually(async () => near(await value(app, "time-sum-existing"), 1.1));
  assert.match(await text(app, "time-finding"), /nobody has/, "what is handed out beyond the hours there are is said");
  await app.handle("undo").click();
  await app.eventually(async () => near(await value(app, "time-sum-existing"), 1));
});

scenario("channels, tasks and the call plan give the handbook's figures", {}, async (app) => {
  await app.openSample("northwind");
  await app.handle("nav-time").click();
  for (const [channel, contacts] of [["field", "600"], ["phone", "300"], ["email", "100"]]) await app.type(`channel-contacts-${channel}`, contacts);
  await app.eventually(async () => near(await value(app, "channel-total"), 60301));
  await app.eventually(async () => near(await value(app, "channel-after"), 50401));
  assert.match(await text(app, "channel-after"), /−16\.4%/);
  await app.type("call-plan-calls", "100");
  await app.eventually(async () => assert.equal(await text(app, "call-planned"), "60"));
  assert.equal(await text(app, "call-free"), "40");
  await app.type("time-people", "10");
  await app.handle("task-decision-6").selectOption("drop");
  await app.eventually(async () => assert.match(await text(app, "selling-answer"), /12% → 22%: \+83\.3%.*18\.33/s));
});

for (const language of ["en", "zh-CN"]) {
  scenario(`a call list for three reps: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    await nameThreeReps(app);
    const table = app.handle("call-list-table");
    await app.eventually(async () => assert.ok((await table.locator("tbody tr").count()) > 0));
    // Northwind's own nine reps and the three that were typed.
    assert.equal(await app.handle("call-load-table").locator("tbody tr").count(), 12);
    const all = await value(app, "calls-count");
    await app.handle("call-rep").selectOption({ label: "Kim" });
    await app.eventually(async () => assert.ok((await value(app, "calls-count")) < all));
    for (const name of await table.locator("tbody tr td:nth-child(2)").allInnerTexts()) assert.equal(name, "Kim");
    await app.handle("calls-export").click();
    const csv = (await app.download("export-calls-csv")).bytes.toString("utf8");
    assert.match(csv, /^\uFEFF?week_of,rep,customer,name,class,channel,reason,due,last_contact,hours,late_days/);
    assert.equal(csv.trim().split("\n").length - 1, await value(app, "calls-count"), "what is shown goes out");
    await app.screenshot(`time ${language}`);
    await app.assertAccessible(`time, ${language}`);
    await app.saved();
    await app.page.reload();
    await app.ready();
    await app.eventually(async () => assert.match(await text(app, "rep-list"), /Wu/));
  });

  scenario(`an EIV ledger comes to its verdict: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    await openCard(app, "EIV");
    for (const [figure, amount] of [["supply", "300"], ["time", "200"], ["present", "350"]]) await app.type(`ledger-${figure}`, amount);
    await app.eventually(async () => near(await value(app, "ledger-balance"), -150));
    await app.handle("ledger-hard").selectOption("yes");
    const letGo = language === "en" ? "Cost above benefit and hard to turn: let go." : "成本大于收益且难以扭转：放弃。";
    await app.eventually(async () => assert.equal(await text(app, "ledger-suggestion"), letGo));
    await app.handle("verdict-record").click();
    assert.equal(await app.handle("verdict").count(), 0, "a verdict needs its reason");
    await app.handle("verdict-kind").selectOption("let-go");
    await app.handle("verdict-reason").fill("no growth in three years");
    await app.handle("verdict-author").fill("Kim");
    await app.handle("verdict-record").click();
    await app.handle("verdict").waitFor();
    assert.equal(await app.handle("verdict").getAttribute("data-value"), "let-go");
    await app.assertAccessible(`ledger, ${language}`);
    await app.handle("undo").click();
    await app.eventually(async () => assert.equal(await app.handle("verdict").count(), 0));
    await app.handle("redo").click();
    await app.handle("verdict").waitFor();
    await app.handle("nav-playbook").click();
    await app.handle("playbook-classes").getByRole("button", { name: "EIV" }).click();
    await app.eventually(async () => assert.match(await text(app, "playbook-standing"), new RegExp(String(NORTHWIND.counts.EIV))));
    await app.assertAccessible(`playbooks, ${language}`);
  });

  scenario(`an action is planned on a card and done on its page: ${language}`, {}, async (app) => {
    await app.speak(language);
    await app.openSample("northwind");
    await openCard(app, "EII");
    await app.handle("cause").selectOption("a");
    await app.eventually(async () => assert.equal(await app.handle("remedies").locator("li").count(), 2));
    await app.handle("action-text").fill("visit the buyer");
    await app.handle("action-owner").fill("Wu");
    await app.handle("action-due").fill("2020-01-31");
    await app.handle("action-add").click();
    await app.eventually(async () => assert.equal(await app.handle("action").count(), 1));
    await app.handle("nav-actions").click();
    await app.eventually(async () => assert.equal(await app.handle("action").count(), 1));
    await app.handle("actions-state").selectOption("overdue");
    await app.eventually(async () => assert.equal(await app.handle("action").count(), 1));
    await app.handle("action-row-text").fill("visit the owner");
    await app.handle("action-row-owner").fill("Li");
    await app.handle("action-row-owner").press("Tab");
    await app.eventually(async () => assert.ok((await app.handle("actions-owner").locator("option").allTextContents()).includes("Li")));
    await app.handle("undo").click();
    await app.eventually(async () => assert.equal(await app.handle("action-row-owner").inputValue(), "Wu"));
    assert.equal(await app.handle("action-row-text").inputValue(), "visit the owner");
    await app.assertAccessible(`actions, ${language}`);
    await app.handle("action-done").click();
    await app.eventually(async () => assert.equal(await app.handle("action").count(), 0, "what is done is not overdue"));
    await app.handle("actions-state").selectOption("done");
    await app.eventually(async () => assert.equal(await app.handle("action").getAttribute("data-done"), "true"));
  });
}

scenario("a two-year contract with a contact each quarter owes eight", {}, async (app) => {
  await app.openSample("northwind");
  await openCard(app, "EI");
  await app.handle("contract-add").click();
  await app.eventually(async () => near(await value(app, "contract-standing"), 8));
});
