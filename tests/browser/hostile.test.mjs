// Files made to break the reader end in a message (or a table), the open workspace is as it was, and the next import works.
import assert from "node:assert/strict";

import { NORTHWIND } from "./expected.mjs";
import { fixture, scenario } from "./harness.mjs";
import { sharedStrings, workbook } from "./zip.mjs";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const cell = (place, index) => `<c r="${place}" t="s"><v>${index}</v></c>`;

const HOSTILE = {
  "shared strings that claim to be four thousand million": workbook(`<row r="1">${cell("A1", 0)}</row>`, sharedStrings(4_000_000_000, "x")),
  "cells at both ends of the largest sheet": workbook(
    `<row r="1">${cell("A1", 0)}</row><row r="1048576">${cell("XFD1048576", 0)}</row>`,
    sharedStrings(1, "x"),
  ),
  "a shared string that is not there": workbook(`<row r="1">${cell("A1", 4_294_967_295)}</row><row r="2">${cell("A2", 7)}</row>`, sharedStrings(1, "x")),
  "a row number beyond all sheets": workbook(`<row r="99999999999">${cell("A99999999999", 0)}</row>`, sharedStrings(1, "x")),
  "XML that ends in the middle": workbook(`<row r="1"><c r="A1" t="s"><v>0</v>`, sharedStrings(1, "x")),
  "no zip archive behind the first bytes": Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(3000, 0xa5)]),
  "an old workbook cut after its first sector": Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504, 0xff)]),
};

for (const [name, buffer] of Object.entries(HOSTILE)) {
  scenario(`${name}: a message, nothing changed, the next import works`, {}, async (app) => {
    await app.openSample("northwind");
    await app.dropFiles({ name: "hostile.xlsx", mimeType: XLSX, buffer });
    await app.handle("import-error").or(app.handle("import-preview")).first().waitFor();
    await app.dismissImport();
    await app.visit("existing");
    await app.expectCounts(NORTHWIND.counts);
    const summary = await app.importFile(fixture("book_1904.xlsx"), { target: "new" });
    assert.equal(summary.used, 200);
  });
}
