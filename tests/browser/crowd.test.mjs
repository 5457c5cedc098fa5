// A picture of more customers than can be marks: it is counted into cells, and still names each of them.
import assert from "node:assert/strict";

import { scenario } from "./harness.mjs";

const CUSTOMERS = 65_000;

/** Evenly spread over the logarithm of the money and over the score, by two numbers without a common divisor. */
const figures = (number) => ({
  contribution: Math.round(Math.exp(1 + (((number * 7_919) % 64_997) / 64_997) * 11) * 100) / 100,
  stability: Math.round(((number * 104_729) % 9_973) * 1.0027) / 10_000,
});

const key = (number) => `C${String(number).padStart(6, "0")}`;

const list = () => ({
  name: "customers.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    `customer,contribution,stability\n${Array.from({ length: CUSTOMERS }, (_, number) => {
      const { contribution, stability } = figures(number);
      return `${key(number)},${contribution},${stability}`;
    }).join("\n")}\n`,
  ),
});

async function openCrowd(app) {
  await app.dropFiles(list());
  await app.handle("import-preview").waitFor();
  // High is steady.
  await app.handle("import-question").getByRole("button").last().click();
  await app.accept();
  await inSight(app, (count) => count === CUSTOMERS);
}

/** Waits until so many points are in sight; returns how many. */
const inSight = (app, fits) =>
  app.eventually(async () => {
    const count = Number(await app.handle("density-note").getAttribute("data-value", { timeout: 1000 }));
    assert.ok(fits(count), `${count} in sight`);
    return count;
  });

/** Share of the marks canvas that is not empty, and how many colours are on it. */
const drawn = (app) =>
  app.page.evaluate(() => {
    const canvas = document.querySelector("canvas.marks");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    let filled = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] === 0) continue;
      filled += 1;
      colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    }
    return { share: filled / (data.length / 4), colours: colours.size };
  });

async function tooltip(app, differsFrom) {
  const tip = app.page.locator(".over .tooltip");
  return app.eventually(async () => {
    const text = await tip.innerText({ timeout: 1000 });
    assert.match(text, /C\d{6}/);
    assert.notEqual(text, differsFrom);
    return text;
  });
}

/** What a tooltip says is what the file says. */
function assertTrue(text) {
  const { contribution, stability } = figures(Number(text.match(/C(\d{6})/)[1]));
  assert.ok(text.includes(stability.toFixed(2)) || text.includes((stability - 1e-9).toFixed(2)), `${text}: ${stability}`);
  const money = Number(text.replaceAll(",", "").match(/([\d.]+) · stability/)[1]);
  assert.ok(Math.abs(money - contribution) <= 1, `${text}: ${contribution}`);
}

const middle = async (app) => {
  const { x, y, width, height } = await app.handle("quadrant-chart").boundingBox();
  return { x: x + width * 0.45, y: y + height * 0.55 };
};

scenario("a crowd is drawn as cells; pointer, click and keys name customers", {}, async (app) => {
  await openCrowd(app);
  const { share, colours } = await drawn(app);
  assert.ok(share > 0.15 && colours > 8, `${share} of the canvas in ${colours} colours`);
  await app.screenshot("crowd");
  const { x, y } = await middle(app);
  await app.page.mouse.move(x, y);
  const pointed = await tooltip(app);
  assertTrue(pointed);
  await app.page.mouse.down();
  await app.page.mouse.up();
  await app.handle("customer-card").getByText(pointed.match(/C\d{6}/)[0]).first().waitFor();
  await app.handle("quadrant-chart").press("ArrowRight");
  const next = await tooltip(app, pointed);
  assertTrue(next);
  await app.handle("quadrant-chart").press("ArrowUp");
  assertTrue(await tooltip(app, next));
  await app.assertAccessible("crowd");
});

scenario("zoomed in far enough a crowd is marks; the picture moves and comes back", {}, async (app) => {
  await openCrowd(app);
  const { x, y } = await middle(app);
  await app.page.mouse.move(x, y);
  await app.page.keyboard.down("Control");
  for (let turn = 0; turn < 5; turn += 1) await app.page.mouse.wheel(0, -100);
  await app.page.keyboard.up("Control");
  const zoomed = await inSight(app, (count) => count < 15_000 && count > 0);
  assert.match(await app.handle("density-note").innerText(), /mark of its own/);
  assert.ok((await drawn(app)).share > 0.02);
  assertTrue(await tooltip(app));
  await app.screenshot("crowd zoomed in");
  await app.page.keyboard.down("Shift");
  await app.page.mouse.down();
  await app.page.mouse.move(x - 120, y + 60, { steps: 6 });
  await app.page.mouse.up();
  await app.page.keyboard.up("Shift");
  await inSight(app, (count) => count !== zoomed && count > 0);
  await app.handle("quadrant-chart").press("Shift+ArrowLeft");
  await app.handle("zoom-reset").click();
  await inSight(app, (count) => count === CUSTOMERS);
});

scenario("a rectangle in a crowd lists whom it holds; counts follow a dragged threshold; files hold the picture", {}, async (app) => {
  await openCrowd(app);
  const { x, y } = await middle(app);
  await app.page.mouse.move(x, y);
  await app.page.mouse.down();
  await app.page.mouse.move(x + 80, y + 60, { steps: 4 });
  await app.page.mouse.up();
  const selection = app.page.locator(".selection");
  await app.eventually(async () => {
    const chosen = Number((await selection.innerText({ timeout: 1000 })).replaceAll(",", "").match(/^\d+/)[0]);
    assert.ok(chosen > 100 && chosen < CUSTOMERS / 4, `${chosen} chosen`);
  });
  await selection.getByRole("button").click();
  await selection.waitFor({ state: "hidden" });
  const before = await app.counts();
  const grip = await app.grip("contribution");
  await app.page.mouse.move(grip.x, grip.y);
  await app.page.mouse.down();
  await app.page.mouse.move(grip.x, grip.y - 60, { steps: 6 });
  await app.eventually(async () => {
    const { EI, EII } = await app.counts();
    assert.ok(EI + EII < before.EI + before.EII, "counts follow while dragging");
  });
  await app.page.mouse.up();
  await app.page.getByText(/customers changed class|changed class/).first().waitFor();
  await app.saved();
  const svg = String((await app.download("export-chart-svg")).bytes);
  assert.match(svg, /<image [^>]*href="data:image\/png;base64,[A-Za-z0-9+/=]{2000,}"/);
  assert.match(svg, /The stronger the colour/);
  const png = (await app.download("export-chart-png")).bytes;
  assert.equal(png.subarray(1, 4).toString(), "PNG");
});
