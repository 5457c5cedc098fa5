// In its worker, started before the file arrives; `duckdb-handle` reads the file in pieces, `duckdb-buffer` has it in memory whole.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";

import { digestOf } from "../digest.mjs";

const DIST = new URL("../node_modules/@duckdb/duckdb-wasm/dist/", import.meta.url);
const MEASURES = `
  WITH months AS (
    SELECT customer_id, year(order_date) * 12 + month(order_date) AS month, sum(CAST(round(amount * 100) AS BIGINT))::DOUBLE AS cents, count(*) AS rows
    FROM read_csv('orders.csv', header = true)
    GROUP BY ALL
  )
  SELECT sum(cents) AS cents, sum(cents * cents) AS squares, sum(rows)::DOUBLE AS rows FROM months GROUP BY customer_id`;

export async function start(name) {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(new URL("duckdb-browser-eh.worker.js", DIST)));
  await database.instantiate(new URL("duckdb-eh.wasm", DIST).href);
  const connection = await database.connect();
  await connection.query("SELECT 1");
  return async (file) => {
    if (name === "duckdb-handle") await database.registerFileHandle("orders.csv", file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    else await database.registerFileBuffer("orders.csv", new Uint8Array(await file.arrayBuffer()));
    const table = await connection.query(MEASURES);
    const [cents, squares, counts] = ["cents", "squares", "rows"].map((column) => table.getChild(column).toArray());
    let rows = 0;
    const measured = Array.from(cents, (sum, index) => {
      rows += counts[index];
      const mean = sum / 24;
      return { cents: sum, cv: mean > 0 ? Math.sqrt(squares[index] / 24 - mean * mean) / mean : Number.NaN };
    });
    return digestOf(rows, measured);
  };
}
