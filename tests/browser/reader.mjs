// A reader of workspace files, written from the README's "The workspace file" and from nothing else.
import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";

import { xchacha20poly1305 } from "@noble/ciphers/chacha";
import { argon2id } from "@noble/hashes/argon2";

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The `.fourfold` file inside one that has a passphrase. */
export function unsealed(file, passphrase) {
  assert.equal(file.toString("latin1", 0, 8), "FOURSEAL");
  const [version, m, t, p] = [8, 12, 16, 20].map((at) => file.readUInt32LE(at));
  assert.equal(version, 1);
  const key = argon2id(passphrase, file.subarray(24, 40), { m, t, p, dkLen: 32, version: 0x13 });
  return Buffer.from(xchacha20poly1305(key, file.subarray(40, 64), file.subarray(0, 64)).decrypt(file.subarray(64)));
}

function block(bytes) {
  const content = inflateRawSync(bytes.subarray(8));
  assert.equal(content.length, bytes.readUInt32LE(0));
  assert.equal(crc32(content), bytes.readUInt32LE(4));
  return content;
}

/** `{ version, document, tables }`: the document as it is parsed from JSON, tables by name as `{ kind, columns }`. */
export function readWorkspace(file) {
  assert.equal(file.toString("latin1", 0, 8), "FOURFOLD");
  const entries = [];
  let at = 16;
  for (let left = file.readUInt32LE(12); left > 0; left -= 1) {
    const end = at + 10 + file[at + 9];
    entries.push({ kind: file[at], length: file.readUInt32LE(at + 1), crc: file.readUInt32LE(at + 5), name: file.toString("latin1", at + 10, end) });
    at = end;
  }
  assert.equal(crc32(file.subarray(0, at)), file.readUInt32LE(at));
  at += 4;
  const found = { version: file.readUInt32LE(8), document: null, tables: {} };
  for (const { kind, length, crc, name } of entries) {
    const bytes = file.subarray(at, (at += length));
    assert.equal(crc32(bytes), crc);
    if (kind === 1) found.document = JSON.parse(block(bytes).toString("utf8"));
    else if (kind === 2) found.tables[name] = table(block(bytes));
  }
  assert.equal(at, file.length);
  return found;
}

function table(bytes) {
  let at = 0;
  const varint = () => {
    let [value, factor] = [0n, 1n];
    for (;;) {
      const byte = bytes[at++];
      value += BigInt(byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128n;
    }
  };
  const size = () => Number(varint());
  const text = () => {
    const length = size();
    return bytes.toString("utf8", at, (at += length));
  };
  const integers = () => {
    let last = 0n;
    return Array.from({ length: size() }, () => {
      const coded = varint();
      last += coded & 1n ? -(coded >> 1n) - 1n : coded >> 1n;
      return Number(last);
    });
  };
  const kind = text();
  const columns = {};
  for (let left = size(); left > 0; left -= 1) {
    const name = text();
    const type = bytes[at++];
    const end = size() + at;
    if (type === 1) columns[name] = integers();
    if (type === 2) columns[name] = Array.from({ length: size() }, () => bytes.readDoubleLE((at += 8) - 8));
    if (type === 3) columns[name] = Array.from({ length: size() }, text);
    if (type === 4) {
      const places = bytes[at++];
      columns[name] = integers().map((whole) => whole / 10 ** places);
    }
    at = end;
  }
  return { kind, columns };
}
