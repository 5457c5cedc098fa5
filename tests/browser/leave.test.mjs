// A tab that is closed, or put to sleep and thrown away, in the midst of edits loses the last half second at most.
import assert from "node:assert/strict";

import { scenario } from "./harness.mjs";
import { killAndWait } from "./kill.mjs";
import { length } from "./lengths.mjs";

/** Milliseconds of work that may be lost: what is changed quickly is saved together, a quarter of a second apart. */
const MOST_LOST = 500;
const ROUNDS = length(2, 20);

/** In the page: a change every 20 ms or so, each told with its time. */
function changeOnAndOn(first) {
  const field = document.querySelector('[data-testid="workspace-name"]');
  let next = first;
  setInterval(() => {
    field.value = `name ${next}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    window.changed(next, Date.now());
    next += 1;
  }, 20);
}

/** How long before the end the first change was made that is not there; `found` is the last that is. */
function judged(changes, found, gone, round) {
  const lost = changes.find(({ number, at }) => number > found && at <= gone);
  const since = lost ? gone - lost.at : 0;
  assert.ok(since <= MOST_LOST, `round ${round}: ${found} is there, ${lost?.number} was lost although it was typed ${since} ms before`);
  return since;
}

/** Ways to leave; each is given the tab and gives the moment at which it went. */
const WAYS = {
  closed: async (tab) => {
    const at = Date.now();
    await tab.page.close();
    return at;
  },
  "closed with its last words": async (tab) => {
    const at = Date.now();
    await tab.page.close({ runBeforeUnload: true });
    return at;
  },
  "gone elsewhere": async (tab) => {
    const at = Date.now();
    await tab.page.goto("about:blank");
    await tab.page.close();
    return at;
  },
};

for (const [way, leave] of Object.entries(WAYS)) {
  scenario(`a tab ${way} in the midst of edits loses half a second at most`, { limit: 120_000 + ROUNDS * 30_000 }, async (app) => {
    await app.openSample("northwind");
    await app.saved();
    const changes = [];
    await app.context.exposeBinding("changed", (_, number, at) => { changes.push({ number, at }); });
    let worst = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const tab = await app.anotherTab();
      await tab.page.goto(`${app.address}#/existing`);
      // The first tab makes room: one alone writes.
      if (round === 0) await app.page.goto("about:blank");
      await tab.handle("quadrant-chart").waitFor();
      await tab.handle("read-only").waitFor({ state: "detached" });
      const first = (changes.at(-1)?.number ?? 0) + 1;
      await tab.page.evaluate(changeOnAndOn, first);
      await tab.eventually(() => assert.ok(changes.length > 0 && changes.at(-1).number > first + 40 + ((round * 7) % 20)));
      const gone = await leave(tab);
      const last = await app.anotherTab();
      await last.page.goto(`${app.address}#/existing`);
      await last.handle("quadrant-chart").waitFor();
      await last.eventually(async () => assert.match(await last.handle("workspace-name").inputValue(), /^name \d+$/));
      const found = Number((await last.handle("workspace-name").inputValue()).replace("name ", ""));
      assert.equal(await last.handle("older-state").count(), 0);
      worst = Math.max(worst, judged(changes, found, gone, round));
      await last.page.close();
    }
    app.forgetRequests();
    app.troubles = app.troubles.filter((trouble) => !trouble.startsWith("beforeunload"));
    console.log(`${ROUNDS} tabs ${way}: ${worst} ms lost at most`);
  });
}

scenario("a tab put to sleep in the midst of edits and thrown away loses half a second at most", { profile: true, limit: 120_000 + ROUNDS * 40_000 }, async (app) => {
  await app.openSample("northwind");
  await app.saved();
  const changes = [];
  let worst = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await app.context.exposeBinding("changed", (_, number, at) => { changes.push({ number, at }); });
    const first = (changes.at(-1)?.number ?? 0) + 1;
    await app.page.evaluate(changeOnAndOn, first);
    await app.eventually(() => assert.ok(changes.length > 0 && changes.at(-1).number > first + 40 + ((round * 7) % 20)));
    const tools = await app.context.newCDPSession(app.page);
    const gone = Date.now();
    await tools.send("Page.setWebLifecycleState", { state: "frozen" });
    // A tab that sleeps is discarded without a word to it.
    await killAndWait(app);
    await app.startAgain();
    await app.reopen();
    await app.eventually(async () => assert.match(await app.handle("workspace-name").inputValue(), /^name \d+$/));
    worst = Math.max(worst, judged(changes, Number((await app.handle("workspace-name").inputValue()).replace("name ", "")), gone, round));
  }
  console.log(`${ROUNDS} tabs put to sleep and thrown away: ${worst} ms lost at most`);
});

scenario("what has just come in is called saved when it is, not because the workspace before it was", {}, async (app) => {
  await app.openSample("northwind");
  for (const name of ["One change", "Two changes", "Three changes"]) {
    await app.type("workspace-name", name);
    await app.saved();
  }
  await app.page.goto(`${app.address}#/`);
  await app.page.evaluate(() => {
    const root = document.documentElement;
    window.savedWords = [];
    new MutationObserver(() => window.savedWords.push(root.dataset.saved)).observe(root, { attributes: true, attributeFilter: ["data-saved"] });
  });
  await app.openSample("zh-retail");
  await app.saved();
  assert.equal(await app.page.evaluate(() => window.savedWords[0]), "false");
});
