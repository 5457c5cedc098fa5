// The race as a picture for the README: one bar for each program and file, by the time it took.
const WIDTH = 760;
const LABELS = 150;
const BAR = 18;
const STEP = 26;
const GROUP = 44;

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

/** `contests`: `{ title, times: [[program, milliseconds], …] }`, each drawn to its own scale. */
export function plot(contests, note) {
  const parts = [];
  let y = 0;
  const text = (x, top, words, kind = "") => parts.push(`<text x="${x}" y="${top}" class="${kind}">${escaped(words)}</text>`);
  for (const { title, times } of contests) {
    y += GROUP;
    text(0, y - 14, title, "title");
    const longest = Math.max(...times.map(([, time]) => time));
    for (const [program, time] of times.toSorted((one, other) => one[1] - other[1])) {
      const width = Math.max(2, (time / longest) * (WIDTH - LABELS - 80));
      text(LABELS - 10, y + 13, program, "label");
      parts.push(`<rect x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" class="${program}"/>`);
      text(LABELS + width + 8, y + 13, `${(time / 1000).toFixed(2)} s`);
      y += STEP;
    }
  }
  y += 30;
  text(0, y, note, "note");
  const style =
    "text{font:13px system-ui,sans-serif;fill:#1f2937}.title{font-weight:600}.label{text-anchor:end}.note{font-size:12px;fill:#6b7280}" +
    "rect{fill:#c3cad5}rect.app{fill:#1f6f64}rect.read{fill:#e3e7ed}";
  const size = `width="${WIDTH}" height="${y + 16}" viewBox="0 0 ${WIDTH} ${y + 16}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style><rect width="100%" height="100%" style="fill:#fff"/>\n${parts.join("\n")}\n</svg>\n`;
}
