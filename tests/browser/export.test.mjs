// What leaves the app: the class list as CSV and XLSX, the picture as SVG and PNG.
import assert from "node:assert/strict";

import { ONLINE_RETAIL } from "./expected.mjs";
import { fixture, scenario } from "./harness.mjs";
import { unzip } from "./zip.mjs";

const HEADER = ["customer", "name", "contribution", "stability_measure", "stability_value", "stability_score", "class", "reason", "override"];

/** Fields of a CSV text: quoted or not, CRLF or LF. */
function parseCsv(text) {
  const rows = [[]];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (!whole && !end) break;
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end.includes("\n")) rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

scenario("the class list as CSV holds every customer with the known class", {}, async (app) => {
  await app.openSample("online-retail");
  await app.expectCounts(ONLINE_RETAIL.counts);
  const { bytes } = await app.download("export-classes-csv");
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "UTF-8 with BOM, so that Excel reads it");
  const [header, ...rows] = parseCsv(bytes.toString("utf8").slice(1));
  assert.deepEqual(header, HEADER);
  assert.equal(rows.length, ONLINE_RETAIL.customers);
  const list = new Map(rows.map((row) => [row[0], Object.fromEntries(HEADER.map((name, column) => [name, row[column]]))]));
  const count = (name) => rows.filter((row) => row[6] === name).length;
  const { notRated, ...counts } = ONLINE_RETAIL.counts;
  for (const [name, expected] of Object.entries(counts)) assert.equal(count(name), expected, name);
  assert.equal(rows.length - count("EI") - count("EII") - count("EIII") - count("EIV"), notRated);
  for (const [customer, expected] of Object.entries(ONLINE_RETAIL.classes)) {
    if (expected) assert.equal(list.get(customer).class, expected, customer);
    else assert.doesNotMatch(list.get(customer).class, /^E/, customer);
  }
  for (const [customer, expected] of Object.entries(ONLINE_RETAIL.contributions)) {
    assert.ok(Math.abs(Number(list.get(customer).contribution) - expected) < 0.005, customer);
  }
  for (const [customer, expected] of Object.entries(ONLINE_RETAIL.variations)) {
    assert.ok(Math.abs(Number(list.get(customer).stability_value) - expected) < 1e-6, customer);
  }
  const total = rows.reduce((sum, row) => sum + Number(row[2]), 0);
  assert.ok(Math.abs(total - ONLINE_RETAIL.total) < 0.01, `total ${total}`);
});

scenario("text that looks like a formula leaves the app harmless and runs nowhere in it", {}, async (app) => {
  await app.importFile(fixture("trap_formula_and_html.csv"));
  await app.visit("existing");
  const { bytes } = await app.download("export-classes-csv");
  const [, ...rows] = parseCsv(bytes.toString("utf8").slice(1));
  assert.equal(rows.length, 9);
  for (const [customer, name] of rows) {
    for (const text of [customer, name]) assert.doesNotMatch(text, /^[=+\-@\t\r]/, `a spreadsheet would run ${text}`);
  }
  assert.ok(rows.some(([customer]) => customer.includes("<img src=x onerror=alert(1)>")), "text stays what it was");
});

scenario("the class list as XLSX follows the language", {}, async (app) => {
  await app.openSample("northwind");
  const english = unzip((await app.download("export-classes-xlsx")).bytes);
  const text = (files) => [...files].filter(([name]) => name.startsWith("xl/")).map(([, content]) => content).join("\n");
  assert.match(text(english), /VINET|Vins et alcools/);
  await app.speak("zh-CN");
  const chinese = unzip((await app.download("export-classes-xlsx")).bytes);
  assert.match(text(chinese), /贡献度/);
  assert.doesNotMatch(text(english), /贡献度/);
});

scenario("the picture as SVG and PNG", {}, async (app) => {
  await app.openSample("northwind");
  const svg = (await app.download("export-chart-svg")).bytes.toString("utf8");
  assert.match(svg, /^(<\?xml[^>]*>\s*)?<svg[\s>]/);
  for (const name of ["EI", "EII", "EIII", "EIV"]) assert.match(svg, new RegExp(`>[^<]*\\b${name}\\b`), `${name} is named`);
  assert.doesNotMatch(svg, /<script|href="http|url\(http/);
  const rendered = await app.page.evaluate(async (source) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, svg);
  assert.ok(rendered.every((side) => side >= 300), `a browser draws it: ${rendered}`);
  const png = (await app.download("export-chart-png")).bytes;
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.ok(png.readUInt32BE(16) >= 600 && png.readUInt32BE(20) >= 300, `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`);
});
