// What every program of the benchmark must come to: money in cents, the deviation that of the population.
export const MONTHS = 24;

/** Sum in cents and coefficient of variation of one customer's 24 months; NaN where the mean is not positive. */
export function measuresOf(months) {
  let cents = 0;
  for (const total of months) cents += total;
  const mean = cents / MONTHS;
  let squares = 0;
  for (const total of months) squares += (total - mean) * (total - mean);
  return { cents, cv: mean > 0 ? Math.sqrt(squares / MONTHS) / mean : Number.NaN };
}

function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Thresholds are the medians of the rated customers; a customer on the line is on its better side. */
export function digestOf(rows, measured) {
  const rated = measured.filter(({ cv }) => !Number.isNaN(cv));
  const [contribution, variation] = [median(rated.map(({ cents }) => cents)), median(rated.map(({ cv }) => cv))];
  const counts = { EI: 0, EII: 0, EIII: 0, EIV: 0, notRated: measured.length - rated.length };
  for (const { cents, cv } of rated) {
    const [high, stable] = [cents >= contribution, cv <= variation * (1 + 1e-9)];
    counts[high ? (stable ? "EI" : "EII") : stable ? "EIII" : "EIV"] += 1;
  }
  let cents = 0;
  for (const customer of measured) cents += customer.cents;
  return { rows, customers: measured.length, cents, medianCents: contribution, medianCv: Number(variation.toPrecision(9)), ...counts };
}
