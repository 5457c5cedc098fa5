// A workbook of one sheet as Excel saves it: shared strings, dates as numbers with a style, everything deflated.
import { zip } from "../tests/browser/zip.mjs";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** Serial of 1970-01-01 in the 1900 system. */
const EPOCH = 25_569;
const DATE_STYLE = 1;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

class Strings {
  #codes = new Map();
  used = 0;

  code(text) {
    this.used += 1;
    if (!this.#codes.has(text)) this.#codes.set(text, this.#codes.size);
    return this.#codes.get(text);
  }

  xml() {
    const items = [...this.#codes.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`);
    return `${XML}<sst ${MAIN} count="${this.used}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

/** `rows` as `texts` and `orders` in generate.mjs give them. */
export function sheetBytes(header, rows) {
  const strings = new Strings();
  const text = (place, value) => `<c r="${place}" t="s"><v>${strings.code(value)}</v></c>`;
  const number = (place, value) => `<c r="${place}"><v>${value}</v></c>`;
  const lines = [`<row r="1">${header.map((name, column) => text(`${"ABCDEFGH"[column]}1`, name)).join("")}</row>`];
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const serial = Date.parse(row.date) / 86_400_000 + EPOCH;
    const date = `<c r="B${line}" s="${DATE_STYLE}"><v>${serial}</v></c>`;
    const texts = [text(`C${line}`, row.customer), text(`D${line}`, row.product.replaceAll('"', "")), text(`E${line}`, row.region), text(`F${line}`, row.rep)];
    lines.push(`<row r="${line}">${text(`A${line}`, row.order)}${date}${texts.join("")}${number(`G${line}`, row.quantity)}${number(`H${line}`, row.amount)}</row>`);
  }
  const sheet = `${XML}<worksheet ${MAIN}><dimension ref="A1:H${rows.length + 1}"/><sheetData>${lines.join("")}</sheetData></worksheet>`;
  return zip({
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations({ rId1: ["officeDocument", "xl/workbook.xml"] }),
    "xl/workbook.xml": `${XML}<workbook ${MAIN} xmlns:r="${RELATED}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations({
      rId1: ["worksheet", "worksheets/sheet1.xml"],
      rId2: ["styles", "styles.xml"],
      rId3: ["sharedStrings", "sharedStrings.xml"],
    }),
    "xl/styles.xml": styles(),
    "xl/sharedStrings.xml": strings.xml(),
    "xl/worksheets/sheet1.xml": sheet,
  }, { compressed: true });
}

function contentTypes() {
  const kinds = { "/xl/workbook.xml": "sheet.main", "/xl/worksheets/sheet1.xml": "worksheet", "/xl/styles.xml": "styles", "/xl/sharedStrings.xml": "sharedStrings" };
  const type = (kind) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const overrides = Object.entries(kinds).map(([part, kind]) => `<Override PartName="${part}" ContentType="${type(kind)}"/>`);
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function relations(targets) {
  const relation = ([id, [kind, target]]) => `<Relationship Id="${id}" Type="${RELATED}/${kind}" Target="${target}"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${Object.entries(targets).map(relation).join("")}</Relationships>`;
}

function styles() {
  const plain = '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>';
  return `${XML}<styleSheet ${MAIN}>${plain}<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
}
