// What a person sees of files and storage: the copy without names, how old the last file is, how much room there is.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateRawSync } from "node:zlib";

import { NORTHWIND } from "./expected.mjs";
import { scenario } from "./harness.mjs";

/** Everything a workspace file holds, unpacked, as one text. */
function contentOf(file) {
  const sections = [];
  let at = 16;
  for (let left = file.readUInt32LE(12); left > 0; left -= 1) {
    sections.push(file.readUInt32LE(at + 1));
    at += 10 + file[at + 9];
  }
  at += 4;
  return sections.map((length) => inflateRawSync(file.subarray(at + 8, (at += length))).toString("utf8")).join("\n");
}

for (const language of ["en", "zh-CN"]) {
  scenario(`a copy without names has the same classes: ${language}`, {}, async (app) => {
    await app.openSample("northwind");
    await app.expectCounts(NORTHWIND.counts);
    await app.saved();
    await app.speak(language);
    await app.visit("workspaces");
    await app.handle("workspace-menu").click();
    await app.handle("anonymise").click();
    const dialog = app.handle("anonymous-dialog");
    await dialog.waitFor();
    await app.screenshot(`anonymised copy ${language}`);
    await app.assertAccessible(`anonymised copy, ${language}`);
    const { bytes } = await app.download("anonymous-file");
    const content = contentOf(bytes);
    for (const name of ["Alfreds Futterkiste", "ALFKI", "Ernst Handel", "Germany", "northwind", "Northwind"]) assert.ok(!content.includes(name), name);
    assert.ok(content.includes(language === "en" ? "Customer 0089" : "客户 0089"));
    const folder = mkdtempSync(path.join(tmpdir(), "fourfold-"));
    try {
      const file = path.join(folder, "copy.fourfold");
      writeFileSync(file, bytes);
      await app.elsewhere(async (other) => {
        await other.handle("open-workspace-file").first().setInputFiles(file);
        await other.handle("quadrant-chart").waitFor();
        await other.expectCounts(NORTHWIND.counts);
        await other.screenshot(`anonymised ${language}`);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await app.handle("workspace-menu").click();
    await app.handle("anonymise").click();
    await app.handle("anonymous-keep").click();
    await app.eventually(async () => assert.equal(await app.handle("recent-workspace").count(), 2));
  });
}
