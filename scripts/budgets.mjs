// Holds the weight of the programs in dist/ against budgets.json: kilobytes (1,000 bytes) of the .wasm files after brotli at its best.
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const top = path.join(import.meta.dirname, "..");
const dist = path.join(top, "dist");
const { note: _, all, single, ...budgets } = JSON.parse(readFileSync(path.join(top, "budgets.json"), "utf8"));

function weigh(file) {
  const bytes = readFileSync(path.join(dist, file));
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  return brotliCompressSync(bytes, options).length / 1000;
}

let failed = 0;
function hold(name, weight, { most, goal } = {}) {
  const over = most !== undefined && weight > most;
  const of = most === undefined ? "" : ` of ${most} KB, goal ${goal} KB`;
  console.log(`  ${name.padEnd(12)} ${weight.toFixed(1).padStart(7)} KB${of}${over ? `  ✗ ${(weight - most).toFixed(1)} KB too heavy` : ""}`);
  if (over) failed += 1;
}

const programs = readdirSync(dist).filter((file) => file.endsWith(".wasm")).sort();
console.log("Size after brotli:");
let sum = 0;
for (const name of new Set([...Object.keys(budgets), "files"])) {
  const files = programs.filter((file) => file.includes(name));
  if (files.length !== 1) {
    console.log(`  ${name}: one program dist/*${name}*.wasm is expected, found ${files.length ? files.join(", ") : "none"}`);
    failed += 1;
    continue;
  }
  const weight = weigh(files[0]);
  sum += weight;
  hold(name, weight, budgets[name]);
}
// The parts of the app that load on their own, the larger ones by name.
const folder = readdirSync(dist).find((name) => name.startsWith("parts-"));
const parts = readdirSync(path.join(dist, folder)).filter((file) => file.endsWith(".wasm"));
let shared = 0;
for (const file of parts) {
  const weight = weigh(path.join(folder, file));
  sum += weight;
  const name = file.match(/^split_(.+)\.wasm$/)?.[1];
  if (name) hold(`· ${name}`, weight);
  else shared += weight;
}
hold("· shared", shared);
hold("all", sum, all);
const page = statSync(path.join(top, "dist-single/fourfold.html"), { throwIfNoEntry: false });
if (page) hold("single file", page.size / 1000, single);
if (failed) {
  console.log("Over budget. Find what grew (`twiggy top`, or build without the last change), or raise budgets.json with a reason.");
  process.exit(1);
}
