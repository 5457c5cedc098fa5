// Measures the release in dist/ in Chromium: start, import of the 22,190-row sample, dragging a threshold, rates from 100,000 level
// events, 20,000 draws; a large workspace (large.mjs); a picture of a million points (points.mjs); then files of up to a million rows
// against other programs (race.mjs). It prints and asserts nothing about times: they belong to the machine they were taken on. RUNS=number sets how often (5).
import { App } from "../tests/browser/app.mjs";
import { startBrowser } from "../tests/browser/browser.mjs";
import { large } from "./large.mjs";
import { points } from "./points.mjs";
import { race } from "./race.mjs";
import { dragThreshold, median, now, since, watch } from "./watch.mjs";

const RUNS = Number(process.env.RUNS ?? 5);

async function measure(browser) {
  const app = new App(browser, { initScript: watch });
  try {
    await app.open();
    const ready = await app.page.evaluate(() => window.bench.ready);
    const startTasks = await since(app.page, 0);
    const clicked = await now(app.page);
    await app.openSample("online-retail");
    await app.eventually(async () => (await app.counts()).EI > 0 || Promise.reject(new Error("no classes yet")));
    const importing = await since(app.page, clicked);
    await app.saved();
    const dragging = await dragThreshold(app);
    return { ready, startTasks, importing, dragging };
  } finally {
    await app.close();
  }
}

const ENTRIES = 20_000;
const LEVELS = ["E", "D", "C", "B", "A"];

/** A level history of 100,000 events: every entry comes to each level, the later ones faster; the same every time. */
function levelHistory() {
  const day = (number) => new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
  const rows = [];
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    for (const [step, level] of LEVELS.entries()) rows.push(`${entry},${level},${day((entry % 600) + step * (7 + (entry % 23)))}`);
  }
  return `entry,level,date\n${rows.join("\n")}\n`;
}

/** Rates from the history, for all entries and then for those of a shorter time; a plan, and its draws. */
async function measureFunnel(browser) {
  const app = new App(browser, { initScript: watch });
  const figure = (name) => app.handle(name).getAttribute("data-value");
  const differs = (read, before) => app.eventually(async () => (await read()) !== before || Promise.reject(new Error("as before")));
  try {
    await app.open();
    await app.importFile({ name: "history.csv", mimeType: "text/csv", buffer: Buffer.from(levelHistory()) }, { kind: "level-history" });
    await app.handle("rate-B-A-interval").waitFor();
    await app.handle("funnel-filters").click();
    const counted = () => app.handle("rate-B-A-interval").getAttribute("data-low");
    const before = await counted();
    const asked = await now(app.page);
    await app.type("funnel-entered-from", "2023-09-01");
    await differs(counted, before);
    const rates = await since(app.page, asked);
    await app.page.keyboard.press("Escape");
    await app.type("funnel-average-order", "200000");
    const typed = await now(app.page);
    await app.type("funnel-target", "10000000");
    await app.handle("forecast-p50").waitFor();
    await differs(() => figure("forecast-p50"), null);
    return { rates, draws: await since(app.page, typed) };
  } finally {
    await app.close();
  }
}

const browser = await startBrowser();
const runs = [];
for (let run = 0; run < RUNS; run += 1) runs.push({ ...(await measure(browser)), funnel: await measureFunnel(browser) });
const version = browser.version();

const over = (pick) => {
  const values = runs.map(pick);
  return { median: Number(median(values).toFixed(1)), worst: Number(Math.max(...values).toFixed(1)) };
};
console.log(`Chromium ${version}, ${RUNS} runs, each in an empty profile; milliseconds. Tasks under 50 ms count as 0.`);
console.table({
  "start: until the page can be used": over((run) => run.ready),
  "start: longest task": over((run) => run.startTasks.longest),
  "22,190 rows: click to classes on screen": over((run) => run.importing.time),
  "22,190 rows: longest task": over((run) => run.importing.longest),
  "drag: longest task": over((run) => run.dragging.longest),
  "drag: frame, median": over((run) => run.dragging.frameMedian),
  "drag: frame, 95 of 100 within": over((run) => run.dragging.frameP95),
  "100,000 level events: other entries counted, rates on screen": over((run) => run.funnel.rates.time),
  "100,000 level events: longest task": over((run) => run.funnel.rates.longest),
  "20,000 draws: target typed, outcome on screen": over((run) => run.funnel.draws.time),
  "20,000 draws: longest task": over((run) => run.funnel.draws.longest),
});
await large(browser);
await points(browser);
await race(browser);
await browser.close();
