// Purchase lists made up for tests: the same every time, and random enough not to shrink when they are compressed.

/** Numbers from 0 to 2^32, the same for the same seed. */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low digits of such a sequence repeat early.
    return (state ^ (state >>> 15)) >>> 0;
  };
}

/** As many customers as rows. */
export function manyCustomers(count) {
  const next = numbers(2026);
  const rows = Array.from({ length: count }, () => `${next().toString(36)}${next().toString(36)},2024-0${1 + (next() % 9)}-1${next() % 10},${next() % 1_000_000}`);
  return `Customer,Date,Amount\n${rows.join("\n")}\n`;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const TEXT = 180;

/** About as many megabytes when it is kept: few customers, and an order number that is long and random in every row. */
export function manyMegabytes(megabytes) {
  const next = numbers(megabytes);
  const text = () => Array.from({ length: TEXT }, () => LETTERS[next() % LETTERS.length]).join("");
  const row = () => `Customer ${next() % 200},2024-0${1 + (next() % 9)}-1${next() % 10},${next() % 1_000_000},${text()}`;
  // 36 letters take 5.2 bits each.
  const count = Math.round((megabytes * 1e6) / ((TEXT * 5.2) / 8 + 6));
  return `Customer,Date,Amount,Order\n${Array.from({ length: count }, row).join("\n")}\n`;
}
