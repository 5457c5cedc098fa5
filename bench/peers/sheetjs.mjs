import { read } from "xlsx";

export const start = async () => async (file, customers) => {
  const isText = file.name.endsWith(".csv");
  const book = isText ? read(await file.text(), { type: "string", dense: true, raw: true }) : read(await file.arrayBuffer(), { dense: true });
  const [sheet] = Object.values(book.Sheets);
  // From 0.19 on the cells lie under a name of their own.
  for (const row of (sheet["!data"] ?? sheet).slice(1)) customers.add(row[2].v, row[1].v, Number(row[7].v));
  return customers.digest();
};
