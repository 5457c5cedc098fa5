// A workspace of a million rows at work: saved, opened again, its threshold dragged, its picture zoomed, its list sorted and searched; an
// import called off; and the memory of the page's process through all that and through twenty imports.
//
// The largest size in ROWS is taken; memory is told where the system shows it in /proc.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { App } from "../tests/browser/app.mjs";
import { TOP } from "../tests/browser/browser.mjs";
import { dataOf } from "./generate.mjs";
import { dragThreshold, median, now, since, watch } from "./watch.mjs";

const ROWS = Math.max(...(process.env.ROWS ?? "1000000").split(",").map(Number));
const SAMPLE = path.join(TOP, "public/samples/online_retail_invoices.csv");
const PATIENCE = 180_000;
const IMPORTS = 20;
const TURNS = 30;

/** Megabytes the page's process holds now, and held at most. */
async function memory(browser) {
  const tools = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await tools.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer").map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      const megabytes = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0) / 1024;
      return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
    });
    return (await Promise.all(pages)).reduce((one, other) => (one.now > other.now ? one : other), { now: 0, most: 0 });
  } finally {
    await tools.detach();
  }
}

/** In the page: does one thing to the list; milliseconds until other rows are in sight, infinite where none come. */
async function listAnswer({ press, type, end }) {
  const list = document.querySelector('[data-testid="customer-table"]');
  const shown = () => [...list.querySelectorAll("[role=row]")].slice(1, 9).map((row) => row.innerText).join("\n");
  const before = shown();
  const begun = performance.now();
  if (press !== undefined) list.querySelectorAll("[role=columnheader] button")[press].click();
  if (type !== undefined) {
    const search = document.querySelector('[data-testid="customer-search"]');
    search.value = type;
    search.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (end) window.scrollTo(0, document.documentElement.scrollHeight);
  while (shown() === before) {
    if (performance.now() - begun > 5_000) return Infinity;
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - begun;
}

async function zoom(app) {
  const { x, y, width, height } = await app.handle("quadrant-chart").boundingBox();
  await app.page.mouse.move(x + width / 2, y + height / 2);
  const start = await now(app.page);
  await app.page.keyboard.down("Control");
  for (let turn = 0; turn < TURNS; turn += 1) await app.page.mouse.wheel(0, turn < TURNS / 2 ? -100 : 100);
  await app.page.keyboard.up("Control");
  return since(app.page, start);
}

async function list(page) {
  const times = { sort: [], type: [], end: [] };
  // By name and by contribution in turn.
  for (const press of [1, 2, 1, 2, 1, 2]) times.sort.push(await page.evaluate(listAnswer, { press }));
  for (const type of ["1", "14", "143", "14", ""]) times.type.push(await page.evaluate(listAnswer, { type }));
  times.end.push(await page.evaluate(listAnswer, { end: true }));
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** Milliseconds from the press on the button until the dialog is gone, in the midst of reading. */
async function callOff(app, file) {
  await app.dropFiles(file);
  await app.handle("import-preview").waitFor();
  await app.handle("import-accept").click();
  await app.page.locator(".reading-figure").waitFor();
  return app.page.evaluate(async () => {
    const begun = performance.now();
    document.querySelector('[data-testid="import-cancel"]').click();
    while (document.querySelector('[data-testid="import-dialog"][open]')) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });
}

const classes = (app) => app.page.waitForFunction(() => document.querySelector('[data-testid="count-EI"]')?.dataset.value > 0, null, { timeout: PATIENCE });

async function atWork(browser) {
  const { csv } = dataOf(ROWS);
  const app = new App(browser, { initScript: watch });
  try {
    await app.open();
    app.context.setDefaultTimeout(PATIENCE);
    await app.offlineReady();
    const { now: before } = await memory(browser);
    const figures = { "an import called off": await callOff(app, csv) };
    const begun = await now(app.page);
    await app.dropFiles(csv);
    await app.handle("import-preview").waitFor();
    await app.handle("import-accept").click();
    await classes(app);
    figures["file to classes, with its dialog"] = (await since(app.page, begun)).time;
    const shown = await now(app.page);
    await app.saved();
    const saving = await since(app.page, shown);
    figures["classes to saved"] = saving.time;
    figures["saving: longest task"] = saving.longest;
    const { most } = await memory(browser);
    figures["memory at most, MB beyond before"] = most - before;
    const dragging = await dragThreshold(app);
    figures["drag: frame, median"] = dragging.frameMedian;
    figures["drag: frame, 95 of 100 within"] = dragging.frameP95;
    figures["drag: longest task"] = dragging.longest;
    const zooming = await zoom(app);
    figures["zoom: frame, median"] = zooming.frameMedian;
    figures["zoom: frame, 95 of 100 within"] = zooming.frameP95;
    const listed = await list(app.page);
    figures["list: sorted"] = listed.sort;
    figures["list: a key typed into the search"] = listed.type;
    figures["list: jump to its end"] = listed.end;
    await app.saved();
    await app.page.reload();
    await classes(app);
    figures["opened again: from the page's start to its classes"] = await now(app.page);
    return figures;
  } finally {
    await app.close();
  }
}

/** Megabytes after the third and after the last of many imports of a sample, each into a workspace of its own. */
async function manyImports(browser) {
  const app = new App(browser, {});
  try {
    await app.open();
    await app.offlineReady();
    const held = [];
    for (let run = 0; run < IMPORTS; run += 1) {
      await app.page.goto(`${app.address}#/`);
      await app.importFile(SAMPLE);
      await app.saved();
      held.push((await memory(browser)).now);
    }
    return { "memory after 3 imports, MB": held[2], [`memory after ${IMPORTS} imports, MB`]: held.at(-1) };
  } finally {
    await app.close();
  }
}

export async function large(browser) {
  console.log(`\n${ROWS.toLocaleString("en")} rows at work, one run; milliseconds where nothing else is said`);
  const figures = { ...(await atWork(browser)), ...(await manyImports(browser)) };
  console.table(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(1))])));
}
