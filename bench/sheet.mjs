// A workbook of one sheet as Excel saves it: shared strings, dates as numbers with a style, everything deflated.
import { crc32, deflateRawSync } from "node:zlib";

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
  return zipped({
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
  });
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

/** A zip archive of texts, without dates. */
function zipped(parts) {
  const [bodies, directory] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [plain, place] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(plain, { level: 6 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x00_21_00_00, 6);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(place.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    bodies.push(Buffer.from("PK\u0003\u0004", "latin1"), fields, place, packed);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), fields, tail, place);
    at += 30 + place.length + packed.length;
  }
  const count = Object.keys(parts).length;
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}
