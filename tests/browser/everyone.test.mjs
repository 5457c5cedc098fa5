// For everyone: axe on every view in both themes and languages, the width of a small phone, the keyboard alone.
import assert from "node:assert/strict";

import { fixture, scenario } from "./harness.mjs";

/** Visits every view of an open workspace and the states that have their own looks. */
async function eachView(app, look) {
  await look("start");
  await app.dropFiles(fixture("date_ambiguous.csv"));
  await app.handle("import-question").first().waitFor();
  await look("import");
  await app.handle("import-cancel").click();
  await app.handle("import-dialog").waitFor({ state: "hidden" });
  await app.openSample("northwind");
  await look("existing");
  await app.handle("customer-table").locator('[role="row"][data-customer]').first().click();
  await app.handle("customer-card").waitFor();
  await look("card");
  const pages = await app.page.locator('[data-testid^="nav-"]').evaluateAll((links) => links.map((link) => link.dataset.testid.slice(4)));
  for (const page of pages.filter((name) => name !== "existing")) {
    await app.visit(page);
    await look(page);
  }
  // Every component in every state; no link leads there.
  await app.page.evaluate(() => location.assign("#/gallery"));
  await look("gallery");
}

for (const language of ["en", "zh-CN"]) {
  for (const theme of ["light", "dark"]) {
    scenario(`axe finds nothing on any view: ${language}, ${theme}`, {}, async (app) => {
      await app.speak(language);
      await app.wear(theme);
      await eachView(app, async (view) => {
        await app.screenshot(`${view} ${language} ${theme}`);
        await app.assertAccessible(`${view}, ${language}, ${theme}`);
      });
    });
  }
}

for (const language of ["en", "zh-CN"]) {
  scenario(`nothing is wider than a window of 320 pixels: ${language}`, { viewport: { width: 320, height: 640 }, locale: language }, async (app) => {
    await eachView(app, async (view) => {
      await app.screenshot(`${view} ${language} 320`);
      await app.assertFitsWidth(`${view}, ${language}`);
    });
  });
}

scenario("from the start page to a customer's card by keyboard alone", {}, async (app) => {
  const { keyboard } = app.page;
  const focused = (test) => app.page.evaluate(test);
  const tabTo = async (name) => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await focused(`document.activeElement?.closest('[data-testid="${name}"]') !== null`)) return;
      await keyboard.press("Tab");
    }
    assert.fail(`${name} is not reached with Tab`);
  };
  await tabTo("sample-northwind");
  await keyboard.press("Enter");
  await app.handle("quadrant-chart").waitFor();
  await tabTo("threshold-contribution");
  await tabTo("customer-table");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await app.handle("customer-card").waitFor();
});
