// What happens on the main thread of a page while something is done to it.

/** Notes in the page, from its first moment on: when it was ready, and every task and frame worth a look. */
export function watch() {
  window.bench = { ready: null, tasks: [], frames: [] };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.bench.tasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const seen = new MutationObserver(() => {
    if (document.documentElement?.dataset.ready !== "true") return;
    window.bench.ready = performance.now();
    seen.disconnect();
  });
  seen.observe(document, { attributes: true, attributeFilter: ["data-ready"], subtree: true });
  let last;
  const frame = (now) => {
    if (last !== undefined) window.bench.frames.push({ at: now, gap: now - last });
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** What happened on the main thread from `start` (page time) until now. */
export async function since(page, start) {
  return page.evaluate((from) => {
    const { tasks, frames } = window.bench;
    const late = tasks.filter((task) => task.startTime + task.duration >= from).map((task) => task.duration);
    const gaps = frames.filter((frame) => frame.at > from).map((frame) => frame.gap).sort((one, other) => one - other);
    return {
      time: performance.now() - from,
      longTasks: late.length,
      longest: Math.max(0, ...late),
      frameMedian: gaps[Math.floor(gaps.length / 2)],
      frameP95: gaps[Math.floor(gaps.length * 0.95)],
    };
  }, start);
}

export const now = (page) => page.evaluate(() => performance.now());

/** Takes the threshold of the contribution and moves it up and down. */
export async function dragThreshold(app) {
  const grip = await app.grip("contribution");
  const { mouse } = app.page;
  await mouse.move(grip.x, grip.y);
  await mouse.down();
  const start = await now(app.page);
  for (let step = 1; step <= 120; step += 1) await mouse.move(grip.x, grip.y + 80 * Math.sin(step / 10));
  const figures = await since(app.page, start);
  await mouse.up();
  return figures;
}

export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
