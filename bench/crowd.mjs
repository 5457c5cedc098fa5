// A list of customers with their measures already computed: nobody's orders have to be read to fill the picture. The same bytes every time.
//
//   node bench/crowd.mjs 1000000     writes bench/out/customers-<customers>.csv
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

import { numbers } from "./generate.mjs";

const OUT = path.join(import.meta.dirname, "out");
const STEPS = 1_000;

/** About normal, of middle 0 and deviation 1: the sum of twelve even draws. */
const bell = (random) => Array.from({ length: 12 }, () => random(STEPS) / STEPS).reduce((sum, part) => sum + part, 0) - 6;

/**
 * Contributions spread like real ones, over the logarithm; large customers buy more steadily. Two in a thousand have sent back more than
 * they bought.
 */
export function crowd(customers) {
  const random = numbers(customers);
  const lines = ["customer,contribution,stability"];
  for (let customer = 0; customer < customers; customer += 1) {
    const size = bell(random);
    const contribution = Math.round(Math.exp(7 + 1.6 * size) * 100) / 100;
    const stability = Math.round(10_000 / (1 + Math.exp(-(0.2 + 0.5 * size + 0.9 * bell(random))))) / 10_000;
    lines.push(`C${String(10_000_000 + customer).slice(1)},${random(500) === 0 ? -contribution : contribution},${stability}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The file of so many customers, made if it is not there yet. */
export function crowdFile(customers) {
  const file = path.join(OUT, `customers-${customers}.csv`);
  mkdirSync(OUT, { recursive: true });
  if (!existsSync(file)) {
    writeFileSync(`${file}.part`, crowd(customers));
    renameSync(`${file}.part`, file);
  }
  return file;
}

if (process.argv[1] === import.meta.filename) {
  for (const customers of process.argv.slice(2).map(Number)) console.log(crowdFile(customers));
}
