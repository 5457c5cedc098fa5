import { csvParseRows } from "d3-dsv";

export const start = async () => async (file, customers) => {
  csvParseRows(await file.text(), (row, index) => {
    if (index > 0) customers.add(row[2], row[1], Number(row[7]));
  });
  return customers.digest();
};
