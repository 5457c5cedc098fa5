// Files as people have them: each format, what is guessed, what is asked, what is refused, and that no row is lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { fixture, format, sample, scenario, shared } from "./harness.mjs";
import { NORTHWIND, ONLINE_RETAIL } from "./expected.mjs";

const EXPECTED = JSON.parse(readFileSync(fixture("_expected.json"), "utf8"));
const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

function assertSum(summary, { rows, sum, customers }) {
  assert.equal(summary.used, rows, "rows used");
  assert.equal(summary.read, summary.used + summary.rejected + summary.leftOut, "every row read is accounted for");
  if (customers !== undefined) assert.equal(summary.customers, customers, "customers");
  if (sum !== undefined) assert.ok(Math.abs(summary.total - sum) < 0.005, `total ${summary.total} instead of ${sum}`);
}

// As guessed, without a click but "accept".
for (const [name, exception] of Object.entries({
  "enc_gbk.csv": {},
  "enc_utf16le_bom_tab.txt": {},
  "enc_utf8_bom.csv": {},
  "enc_cp1252_semicolon_decimal_comma_de.csv": {},
  "delim_tab.tsv": {},
  "eol_cr_only.csv": {},
  "num_yen_thousands_parens.csv": {},
  "num_wan_yi.csv": {},
  "date_chinese.csv": {},
  "date_dd_mm_yyyy.csv": {},
  "shape_title_units_total.csv": {},
  // Row 20 lacks its region and is used; row 30 holds a name alone; row 10 has two cells too many and is used.
  "shape_ragged.csv": { rows: 199 },
  "trap_formula_and_html.csv": { customers: 9 },
  "trap_ids.csv": {},
  // Trimming alone joins two of the nine spellings; the rest is suggested, never done unasked.
  "trap_same_customer_spellings.csv": { customers: 8 },
  "book_merged_title_total.xlsx": {},
  "book_1904.xlsx": {},
})) {
  scenario(`${name} is read as stated: ${EXPECTED[name].what}`, {}, async (app) => {
    assertSum(await app.importFile(fixture(name)), { ...EXPECTED[name], ...exception });
    await app.handle("quadrant-chart").or(app.handle("import-summary")).first().waitFor();
  });
}

for (const name of ["sales.xls", "sales.ods"]) {
  scenario(`${name} is read as the text file with the same rows`, {}, async (app) => {
    assertSum(await app.importFile(format(name)), EXPECTED["delim_tab.tsv"]);
  });
}

scenario("dataset.xlsb shows its sheets and cells", {}, async (app) => {
  await app.dropFiles(format("dataset.xlsb"));
  await app.handle("import-preview").getByText("somedata").first().waitFor();
  const sheets = await app.handle("import-sheet").locator("option").allTextContents();
  for (const name of ["test.csv", "Sheet2", "Sheet3"]) assert.ok(sheets.some((sheet) => sheet.includes(name)), `${name} among ${sheets}`);
  await app.handle("import-cancel").click();
});

scenario("cached values of formulas are read, error cells are listed", {}, async (app) => {
  const summary = await app.importFile(fixture("book_formulas_errors.xlsx"));
  assertSum(summary, EXPECTED["book_formulas_errors.xlsx"]);
});

for (const name of ["empty.csv", "header_only.csv", "book_password_is_password.xlsx", "book_truncated.xlsx"]) {
  scenario(`${name} is refused with a reason: ${EXPECTED[name].what}`, {}, async (app) => {
    await app.dropFiles(fixture(name));
    const reason = await app.refusal();
    if (name.includes("password")) assert.match(reason, /password|protect|encrypt/i);
    assertSum(await app.importFile(fixture("delim_tab.tsv")), EXPECTED["delim_tab.tsv"]);
  });
}

scenario("an HTML table called .xls gets a proper answer", {}, async (app) => {
  await app.dropFiles(fixture("html_table_gbk_named.xls"));
  await app.handle("import-preview").or(app.handle("import-error")).first().waitFor();
  if (await app.handle("import-error").count()) assert.match(await app.refusal(), /HTML/i);
  else assertSum(await app.accept(), EXPECTED["html_table_gbk_named.xls"]);
});

scenario("a workbook called .csv is recognised by its content", {}, async (app) => {
  const buffer = readFileSync(fixture("book_merged_title_total.xlsx"));
  assertSum(await app.importFile({ name: "sales.csv", mimeType: "text/csv", buffer }), EXPECTED["book_merged_title_total.xlsx"]);
});

scenario("dates whose order cannot be told stop and ask", {}, async (app) => {
  const { if_dmy: expected } = EXPECTED["date_ambiguous.csv"];
  await app.dropFiles(fixture("date_ambiguous.csv"));
  await app.handle("import-question").first().waitFor();
  assert.ok(await app.handle("import-accept").isDisabled(), "nothing is read before the answer");
  await app.screenshot("import question");
  await app.choose({ "date-order": "day-first" });
  await app.handle("import-question").waitFor({ state: "hidden" });
  assertSum(await app.accept(), expected);
});

scenario("duplicate and blank headers stay reachable", {}, async (app) => {
  const { rows, sum_second_amount: second } = EXPECTED["shape_duplicate_blank_headers.csv"];
  await app.dropFiles(fixture("shape_duplicate_blank_headers.csv"));
  await app.handle("import-preview").waitFor();
  const headers = await app.page.locator('[data-testid^="column-header-"]').allTextContents();
  const amounts = headers.flatMap((header, column) => (header.startsWith("Amount") ? [column] : []));
  assert.equal(amounts.length, 2, `two amounts among ${headers}`);
  await app.choose({ roles: { [amounts[0]]: "", [amounts[1]]: "amount" } });
  assertSum(await app.accept(), { rows, sum: second });
});

const BAD_ROWS = `Customer,Date,Amount
Ann,2024-01-05,100
Ben,31 Nonember,20
Cat,2024-02-05,twelve
Ann,2024-02-06,50
Dan,,70
Total,,170
`;

scenario("rows that cannot be used are counted, listed and can be downloaded; the rest goes in", {}, async (app) => {
  const summary = await app.importFile(csv("bad rows.csv", BAD_ROWS));
  assert.deepEqual(summary, { read: 6, used: 2, rejected: 3, leftOut: 1, customers: 1, total: 150 });
  const cells = await app.handle("import-issues").locator("td, th").allTextContents();
  const issues = cells.join(" ");
  for (const told of ["31 Nonember", "twelve"]) assert.ok(issues.includes(told), `the list says what was found: ${issues}`);
  for (const row of [3, 4, 6]) assert.match(issues, new RegExp(`\\b${row}\\b`), `the list names row ${row}`);
  const { name, bytes } = await app.download("download-rejected");
  assert.match(name, /\.csv$/);
  const text = bytes.toString("utf8");
  for (const told of ["31 Nonember", "twelve", "Dan"]) assert.ok(text.includes(told), `${told} is in the download`);
  await app.screenshot("import summary");
});

scenario("encoding, delimiter and header row can be set against the guess", {}, async (app) => {
  await app.dropFiles(fixture("enc_gbk.csv"));
  await app.handle("import-preview").getByText("客户13717").first().waitFor();
  await app.choose({ encoding: "windows-1252" });
  await app.handle("import-preview").getByText("客户13717").waitFor({ state: "hidden" });
  await app.choose({ encoding: "gb18030" });
  await app.handle("import-preview").getByText("客户13717").first().waitFor();
  assertSum(await app.accept(), EXPECTED["enc_gbk.csv"]);
});

scenario("cells pasted from a spreadsheet are imported", {}, async (app) => {
  const cells = readFileSync(fixture("delim_tab.tsv"), "utf8");
  await app.page.locator("body").evaluate((body, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, cells);
  await app.handle("import-preview").waitFor();
  assertSum(await app.accept(), EXPECTED["delim_tab.tsv"]);
});

scenario("a file dropped anywhere on the page is imported", {}, async (app) => {
  const text = readFileSync(fixture("delim_tab.tsv"), "utf8");
  await app.page.locator("body").evaluate((body, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "dropped.tsv"));
    for (const type of ["dragenter", "dragover", "drop"]) {
      body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, text);
  await app.handle("import-preview").waitFor();
  assertSum(await app.accept(), EXPECTED["delim_tab.tsv"]);
});

scenario("several files are taken together", {}, async (app) => {
  const month = (number) => csv(`2024-0${number}.csv`, `Customer,Date,Amount\nAnn,2024-0${number}-03,${number}00\nBen,2024-0${number}-09,${number}\n`);
  const summary = await app.importFile([month(1), month(2), month(3)]);
  assertSum(summary, { rows: 6, sum: 606, customers: 2 });
});

scenario("one column a month is read, its total left out", {}, async (app) => {
  const wide = "客户,2024年1月,2024年2月,2024年3月,2024年4月,合计\n甲公司,100,110,95,105,410\n乙公司,300,,20,90,410\n";
  const summary = await app.importFile(csv("wide.csv", wide));
  assert.equal(summary.customers, 2);
  assert.equal(summary.total, 820);
});

scenario("the same export next month needs no clicks", {}, async (app) => {
  const export_ = (month) => csv(`export-${month}.csv`, `who,alpha,beta\nAnn,2024-0${month}-05,10\nBen,2024-0${month}-06,20\n`);
  await app.dropFiles(export_(1));
  await app.handle("import-preview").waitFor();
  await app.choose({ roles: { 0: "customer", 1: "date", 2: "amount" } });
  assertSum(await app.accept(), { rows: 2, sum: 30 });
  assertSum(await app.importFile(export_(2), { target: "new" }), { rows: 2, sum: 30 });
});

scenario("rows can be added to an open workspace; identical ones are reported first", {}, async (app) => {
  await app.importFile(csv("first.csv", "Customer,Date,Amount\nAnn,2024-01-05,100\nBen,2024-01-06,50\n"));
  const grown = await app.importFile(csv("second.csv", "Customer,Date,Amount\nBen,2024-01-06,50\nBen,2024-02-06,70\n"), { target: "append" });
  assert.equal(grown.total, 70, "the identical row is not doubled unasked");
  await app.handle("undo").click();
  await app.visit("data");
  await app.page.getByText("first.csv").first().waitFor();
  await app.page.getByText("second.csv").waitFor({ state: "hidden" });
});

scenario("a pipeline and its level history dropped together come in one after the other", {}, async (app) => {
  const history = csv("history.csv", "opportunity_id,stage,date\n1,Prospecting,2024-01-01\n1,Won,2024-02-01\n2,Prospecting,2024-01-02\n");
  const pipeline = csv("pipeline.csv", "opportunity_id,account,deal_stage,engage_date,close_date,close_value\n1,Acme,Won,2024-01-01,2024-02-01,100\n2,Bolt,Prospecting,2024-01-02,,\n");
  await app.dropFiles(history, pipeline);
  await app.handle("import-preview").waitFor();
  await app.handle("import-accept").click();
  await app.expectData("import-summary", "rows-read", 3);
  const files = await app.handle("import-summary-file").evaluateAll((lines) => lines.map((line) => [line.dataset.file, line.dataset.rowsUsed]));
  assert.deepEqual(files, [["pipeline.csv", "2"], ["history.csv", "3"]]);
  await app.handle("funnel-finding").waitFor();
});

scenario("an append shows the added file beside the workspace, and rejected rows at once", {}, async (app) => {
  await app.importFile(csv("first.csv", "Customer,Date,Amount\nAnn,2024-01-05,100\nBen,2024-01-06,50\n"));
  const added = await app.importFile(csv("second.csv", "Customer,Date,Amount\nCid,2024-02-06,70\nBen,2024-02-31,20\n"), { target: "append" });
  assert.deepEqual([added.used, added.rejected, added.total], [1, 1, 70]);
  await app.expectData("import-summary-workspace", "rows", 3);
  await app.expectData("import-summary-workspace", "total", 220);
  assert.ok(await app.handle("import-issues").isVisible(), "the row to be mended is in sight");
});

scenario("a file equal to the sample gives what the sample gives", {}, async (app) => {
  const summary = await app.importFile(sample("online_retail_invoices.csv"));
  assertSum(summary, { rows: ONLINE_RETAIL.rows, sum: ONLINE_RETAIL.total, customers: ONLINE_RETAIL.customers });
  await app.visit("existing");
  await app.expectCounts(ONLINE_RETAIL.counts);
});

const lines = shared("transactions/online_retail_lines_10pct.xlsx");
if (lines) {
  scenario("order lines of a large workbook are multiplied and summed", {}, async (app) => {
    const summary = await app.importFile(lines);
    assert.equal(summary.read, 34_816);
  });
}

scenario("a cancelled import changes nothing", {}, async (app) => {
  await app.openSample("northwind");
  await app.dropFiles(fixture("enc_gbk.csv"));
  await app.handle("import-preview").waitFor();
  await app.handle("import-cancel").click();
  await app.handle("import-dialog").waitFor({ state: "hidden" });
  await app.visit("existing");
  await app.expectCounts(NORTHWIND.counts);
});
