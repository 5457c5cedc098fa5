// Two tabs with one workspace: one writes, the other shows the same and can take over.
import assert from "node:assert/strict";

import { scenario } from "./harness.mjs";

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
