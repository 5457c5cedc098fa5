// A picture of a million customers: zoomed, moved, pointed at, its threshold dragged. Frames are those of the page, which shows the last
// picture moved along until the engine has counted the new one.
import { App } from "../tests/browser/app.mjs";
import { crowdFile } from "./crowd.mjs";
import { dragThreshold, now, since, watch } from "./watch.mjs";

const CUSTOMERS = Number(process.env.POINTS ?? 1_000_000);
const PATIENCE = 180_000;
const TURNS = 30;
const STEPS = 60;

async function open(app) {
  await app.open();
  app.context.setDefaultTimeout(PATIENCE);
  await app.offlineReady();
  await app.dropFiles(crowdFile(CUSTOMERS));
  await app.handle("import-preview").waitFor();
  // High is steady.
  await app.handle("import-question").getByRole("button").last().click();
  const begun = await now(app.page);
  await app.handle("import-accept").click();
  await app.handle("density-note").waitFor();
  const opening = await since(app.page, begun);
  await app.saved();
  await app.page.waitForTimeout(1_000);
  return opening;
}

/** Milliseconds from a press on the zoom button until the engine's cells for the new axes are there. */
const answer = (page) =>
  page.evaluate(async () => {
    const shown = () => document.querySelector('[data-testid="density-note"]').dataset.value;
    const before = shown();
    const begun = performance.now();
    document.querySelector('[data-testid="zoom"]').click();
    while (shown() === before) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });

async function during(app, act) {
  const start = await now(app.page);
  await act();
  return since(app.page, start);
}

const told = (name, { frameMedian, frameP95, longest }) => ({
  [`${name}: frame, median`]: frameMedian,
  [`${name}: frame, 95 of 100 within`]: frameP95,
  [`${name}: longest task`]: longest,
});

export async function points(browser) {
  console.log(`\nA picture of ${CUSTOMERS.toLocaleString("en")} customers, one run; milliseconds. Tasks under 50 ms count as 0.`);
  const app = new App(browser, { initScript: watch });
  try {
    const opening = await open(app);
    const { mouse, keyboard } = app.page;
    const { x, y, width, height } = await app.handle("quadrant-chart").boundingBox();
    const middle = [x + width / 2, y + height / 2];
    await mouse.move(...middle);
    const zooming = await during(app, async () => {
      await keyboard.down("Control");
      for (let turn = 0; turn < TURNS; turn += 1) await mouse.wheel(0, turn < TURNS / 2 ? -100 : 100);
      await keyboard.up("Control");
    });
    await app.page.waitForTimeout(500);
    const counted = await answer(app.page);
    await app.page.waitForTimeout(500);
    await keyboard.down("Shift");
    await mouse.down();
    const moving = await during(app, async () => {
      for (let step = 1; step <= STEPS; step += 1) await mouse.move(middle[0] + 200 * Math.sin(step / 10), middle[1] + 60 * Math.sin(step / 7));
    });
    await mouse.up();
    await keyboard.up("Shift");
    const pointing = await during(app, async () => {
      for (let step = 1; step <= STEPS; step += 1) await mouse.move(middle[0] + 3 * step, middle[1] + step);
    });
    await mouse.move(5, 5);
    await app.handle("zoom-reset").click();
    await app.page.waitForTimeout(1_000);
    const figures = {
      "import accepted to picture": opening.time,
      "import: longest task": opening.longest,
      ...told("zoom", zooming),
      "zoom: counted anew after": counted,
      ...told("move", moving),
      ...told("point", pointing),
      ...told("drag", await dragThreshold(app)),
    };
    console.table(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(1))])));
  } finally {
    await app.close();
  }
}
