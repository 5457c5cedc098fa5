// Makes the data of the benchmark: orders of 24 months, the same bytes every time, with the digest every program must arrive at.
// Everything is integers (cents, a generator of 32 bits), so that no rounding of a JavaScript engine can change a byte.
//
//   node bench/generate.mjs 10000 100000 1000000     writes bench/out/orders-<rows>.csv, .json (the digest) and, up to 100,000 rows, .xlsx
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";

import { MONTHS, digestOf, measuresOf } from "./digest.mjs";
import { sheetBytes } from "./sheet.mjs";

const OUT = path.join(import.meta.dirname, "out");
const FIRST_YEAR = 2023;
/** Twenty rows a customer. */
const ROWS_EACH = 20;
/** A sheet holds 1,048,576 rows; beyond this many nobody saves one. */
const MOST_SHEET_ROWS = 100_000;

export const HEADER = ["order_id", "order_date", "customer_id", "product", "region", "sales_rep", "quantity", "amount"];
const REGIONS = ["North", "South", "East", "West", "Centre"];
const REPS = ["Adams", "Berg", "Chen", "Diaz", "Evans"].flatMap((name) => ["K.", "L.", "M.", "N.", "O."].map((first) => `${first} ${name}`));
// One of sixteen needs its quotes.
const PRODUCTS = [
  ...["Steel bracket M8", "Copper pipe 15 mm", "Ball valve DN20", "Hex bolt M6x40", "Flat gasket", "Pump housing", "Motor 2.2 kW", "Filter mat"],
  ...["Cable gland M20", "Relay 24 V", "Sensor PT100", "Bearing 6204", "V-belt SPA", "Chain link 12B", "Hose 3/4 in", "Plate, galvanised"],
];

/** mulberry32: whole numbers below `most`. */
export function numbers(seed) {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/**
 * Rows by date. Every customer buys in the first month, so that its 24 months count whichever way months are counted;
 * one row of fifty is a return. Few customers buy for much and most for little, some evenly and some now and then.
 */
export function* orders(rows) {
  const random = numbers(rows);
  const customers = rows / ROWS_EACH;
  const size = Uint32Array.from({ length: customers }, () => {
    const [one, other] = [random(1_000), random(1_000)];
    return 20 + Math.floor((one * one * other) / 400_000);
  });
  const rest = rows - customers;
  for (let row = 0; row < rows; row += 1) {
    const customer = row < customers ? row : busyCustomer(random, customers);
    const later = Math.floor(((row - customers) * (MONTHS - 1)) / rest) + 1;
    const month = row < customers ? 0 : later;
    const [start, end] = row < customers ? [0, customers] : [(month - 1) * rest, month * rest].map((part) => Math.ceil(part / (MONTHS - 1)) + customers);
    const day = 1 + Math.floor(((row - start) * 28) / (end - start));
    const quantity = 1 + random(12);
    const cents = quantity * (size[customer] * (40 + random(60)) + random(100));
    yield { row, month, day, customer, product: PRODUCTS[random(16)], region: REGIONS[customer % 5], quantity, cents: random(50) === 0 ? -cents : cents };
  }
}

/** Half of the rows go to a fifth of the customers. */
const busyCustomer = (random, customers) => (random(2) === 0 ? random(customers) : random(Math.ceil(customers / 5)) * 5);

const two = (number) => String(number).padStart(2, "0");

export const texts = ({ row, month, day, customer, product, region, quantity, cents }) => ({
  order: `SO-${String(1_000_000 + row)}`,
  date: `${FIRST_YEAR + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)}`,
  customer: `C${String(100_000 + customer)}`,
  product: product.includes(",") ? `"${product}"` : product,
  region,
  rep: REPS[customer % 25],
  quantity,
  amount: `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${two(Math.abs(cents) % 100)}`,
});

/** What every program must come to; money in cents, the deviation that of the population. */
export class Tally {
  #months;
  #met;

  constructor(customers) {
    this.#months = new Float64Array(customers * MONTHS);
    this.#met = new Uint8Array(customers);
  }

  add(customer, month, cents) {
    this.#months[customer * MONTHS + month] += cents;
    this.#met[customer] = 1;
  }

  digest(rows) {
    const measured = [];
    for (let customer = 0; customer < this.#met.length; customer += 1) {
      if (this.#met[customer]) measured.push(measuresOf(this.#months.subarray(customer * MONTHS, (customer + 1) * MONTHS)));
    }
    return digestOf(rows, measured);
  }
}

function write(rows) {
  const place = path.join(OUT, `orders-${rows}`);
  const tally = new Tally(rows / ROWS_EACH);
  const file = openSync(`${place}.part`, "w");
  const sheet = [];
  let lines = [HEADER.join(",")];
  for (const order of orders(rows)) {
    const cells = texts(order);
    tally.add(order.customer, order.month, order.cents);
    lines.push(Object.values(cells).join(","));
    if (rows <= MOST_SHEET_ROWS) sheet.push(cells);
    if (lines.length === 10_000) {
      writeSync(file, `${lines.join("\n")}\n`);
      lines = [];
    }
  }
  writeSync(file, lines.length > 0 ? `${lines.join("\n")}\n` : "");
  closeSync(file);
  if (sheet.length > 0) writeFileSync(`${place}.xlsx`, sheetBytes(HEADER, sheet));
  writeFileSync(`${place}.json`, JSON.stringify(tally.digest(rows)));
  renameSync(`${place}.part`, `${place}.csv`);
}

/** The files of `rows` rows, made if they are not there yet. */
export function dataOf(rows) {
  const place = path.join(OUT, `orders-${rows}`);
  mkdirSync(OUT, { recursive: true });
  if (!existsSync(`${place}.csv`)) write(rows);
  return { csv: `${place}.csv`, xlsx: rows <= MOST_SHEET_ROWS ? `${place}.xlsx` : null, digest: JSON.parse(readFileSync(`${place}.json`, "utf8")) };
}

if (process.argv[1] === import.meta.filename) {
  for (const rows of process.argv.slice(2).map(Number)) console.log(dataOf(rows));
}
