// How the single file carries its parts: what was packed comes back byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { unpackedLzma } from "../../single/lzma.js";
import { pageWith } from "../../single/page.js";
import { bytesOf, textOf } from "../../single/text.js";
import { TOP } from "./browser.mjs";
import { sample } from "./harness.mjs";

/** Bytes without a pattern, the same each time. */
function noise(length) {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) & 255);
}

test("bytes of any length survive as text that means nothing to HTML", () => {
  for (let length = 0; length <= 64; length += 1) {
    for (const bytes of [noise(length), new Uint8Array(length), new Uint8Array(length).fill(255)]) {
      const text = textOf(bytes);
      assert.deepEqual(bytesOf(text), bytes);
      assert.match(text, /^[01][\u2000-\u9fff]*$/);
    }
  }
});

const xz = execFileSync(path.join(TOP, "scripts/xz.sh"), { encoding: "utf8" }).trim();

test("what xz packs comes back", () => {
  const contents = [Buffer.alloc(0), Buffer.from("a"), Buffer.alloc(100_000, 7), noise(50_000), readFileSync(sample("zh_retail_gbk.csv")), readFileSync(process.execPath).subarray(0, 3_000_000)];
  for (const filter of ["lc=4,lp=0,pb=2", "lc=3,lp=1,pb=0", "lc=0,lp=2,pb=4"]) {
    for (const input of contents) {
      const packed = execFileSync(xz, ["--format=lzma", `--lzma1=preset=6,${filter}`, "--stdout"], { input, maxBuffer: 2 ** 28 });
      packed.writeBigUInt64LE(BigInt(input.length), 5);
      assert.ok(Buffer.from(input).equals(unpackedLzma(packed)), `${filter}, ${input.length} bytes`);
    }
  }
});

test("a workspace lies in the page where the page looks for it", async () => {
  const before = '\uFEFF<!DOCTYPE html><body>页<script type="text/plain" data-name="workspace">';
  const page = Buffer.from(`${before}</script></body>`, "utf16le");
  const workspace = noise(1001);
  const text = Buffer.from(await pageWith(new Uint8Array(page).buffer, workspace).arrayBuffer()).toString("utf16le");
  assert.ok(text.startsWith(before) && text.endsWith("</script></body>"));
  assert.deepEqual(bytesOf(text.slice(before.length, -"</script></body>".length)), workspace);
  assert.throws(() => pageWith(new Uint8Array(Buffer.from("<!DOCTYPE html>", "utf16le")).buffer, workspace));
});
