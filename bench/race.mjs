// The same file, from its arrival to the classes on screen, by the app and by its peers, in the same Chromium. The app is driven through its
// file input; its clock runs from the file's arrival to the preview and from the accepted mapping to the classes, added up. Peers take
// the file at once. Every one is started and idle before the file comes, in an empty profile, and must come to the generator's digest.
//
// RUNS=number sets how often (5), ROWS=10000,100000 the sizes of the CSV files, PEERS=d3,duckdb-buffer who runs besides the app.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";

import { serve } from "../scripts/serve.mjs";
import { App } from "../tests/browser/app.mjs";
import { dataOf } from "./generate.mjs";
import { plot } from "./plot.mjs";
import { median } from "./watch.mjs";

const list = (text) => text.split(",").filter((word) => word !== "");
const RUNS = Number(process.env.RUNS ?? 5);
const ROWS = list(process.env.ROWS ?? "10000,100000,1000000").map(Number);
const PEERS = list(process.env.PEERS ?? "d3,udsv,papaparse,sheetjs,duckdb-handle,duckdb-buffer");
const WORKBOOK_ROWS = 100_000;
const PATIENCE = 180_000;
// Part of the race is not for the README.
const WHOLE = !["RUNS", "ROWS", "PEERS"].some((setting) => setting in process.env);
const PICTURE = path.resolve(import.meta.dirname, WHOLE ? "../docs/pictures" : "out", "race.svg");

/** Notes the moments of an import in the page, and its tasks of 50 ms and more. */
function watchImport() {
  const noted = { tasks: [] };
  window.noted = noted;
  const now = () => performance.now();
  const inside = (event, name) => event.target.closest?.(`[data-testid="${name}"]`);
  document.addEventListener("change", (event) => inside(event, "import-file") && (noted.arrived = now()), true);
  document.addEventListener("click", (event) => inside(event, "import-accept") && (noted.accepted = now()), true);
  new PerformanceObserver((seen) => {
    for (const task of seen.getEntries()) noted.tasks.push({ end: task.startTime + task.duration, duration: task.duration });
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver(() => {
    if (noted.arrived && !noted.preview && document.querySelector('[data-testid="import-preview"]')) noted.preview = now();
    if (noted.accepted && !noted.classes && document.querySelector('[data-testid="count-EI"]')?.dataset.value > 0) noted.classes = now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-value"] });
}

async function runApp(browser, file, digest) {
  const app = new App(browser, { initScript: watchImport });
  try {
    await app.open();
    app.context.setDefaultTimeout(PATIENCE);
    // Whatever loads ahead of its use has loaded.
    await app.offlineReady();
    await app.dropFiles(file);
    await app.handle("import-preview").waitFor();
    await app.handle("import-accept").click();
    await app.page.waitForFunction(() => window.noted.classes, null, { timeout: PATIENCE });
    const { used, customers, total } = await app.summary();
    assert.deepEqual({ rows: used, customers, cents: Math.round(total * 100), ...(await app.counts()) }, shown(digest), "the app's classes");
    await app.page.waitForTimeout(200);
    return app.page.evaluate(() => {
      const { arrived, preview, accepted, classes, tasks } = window.noted;
      const longest = Math.max(0, ...tasks.filter((task) => task.end > arrived).map((task) => task.duration));
      return { time: preview - arrived + classes - accepted, preview: preview - arrived, longest };
    });
  } finally {
    await app.close();
  }
}

const shown = ({ rows, customers, cents, EI, EII, EIII, EIV, notRated }) => ({ rows, customers, cents, EI, EII, EIII, EIV, notRated });

async function runPeer(browser, address, peer, file, digest) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${address}peers/index.html#${peer}`);
    await page.locator("html[data-ready=true]").waitFor({ state: "attached" });
    await page.locator("#file").setInputFiles(file);
    const found = await (await page.waitForFunction(() => window.found, null, { timeout: PATIENCE })).jsonValue();
    if (peer !== "read") assert.deepEqual(found.digest, digest, peer);
    return found;
  } finally {
    await context.close();
  }
}

/** One file, everyone in turn, `RUNS` times over. */
async function contest(browser, address, file, digest, peers) {
  const runs = new Map(["app", "read", ...peers].map((name) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, results] of runs) {
      results.push(name === "app" ? await runApp(browser, file, digest) : await runPeer(browser, address, name, file, digest));
    }
  }
  const time = (name) => median(runs.get(name).map((result) => result.time));
  const best = Math.min(...peers.map(time));
  const rows = [...runs].map(([name, results]) => {
    const preview = name === "app" ? { preview: Math.round(median(results.map((result) => result.preview))) } : {};
    const ratios = { "× reading": ratio(time(name), time("read")), "× best peer": ratio(time(name), best) };
    return [name, { ms: Math.round(time(name)), ...ratios, "longest task": Math.round(median(results.map((result) => result.longest))), ...preview }];
  });
  console.log(`\n${path.basename(file)}: milliseconds, medians of ${RUNS}`);
  console.table(Object.fromEntries(rows));
  return { title: path.basename(file), times: [...runs.keys()].map((name) => [name, time(name)]) };
}

const ratio = (one, other) => Number((one / other).toFixed(2));

export async function race(browser) {
  const server = await serve({ root: import.meta.dirname });
  const contests = [];
  try {
    for (const rows of ROWS) {
      const { csv, digest } = dataOf(rows);
      contests.push(await contest(browser, server.address, csv, digest, PEERS));
    }
    const { xlsx, digest } = dataOf(WORKBOOK_ROWS);
    const readers = PEERS.filter((peer) => peer === "sheetjs");
    if (ROWS.includes(WORKBOOK_ROWS)) contests.push(await contest(browser, server.address, xlsx, digest, readers));
    const note = `From the file's arrival to the classes on screen; Chromium ${browser.version()}, medians of ${RUNS}. read: the file alone.`;
    await writeFile(PICTURE, plot(contests, note));
  } finally {
    await server.close();
  }
}
