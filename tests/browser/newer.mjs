// Another release, for tests of how one takes the place of another: the one in dist/ with a start script that tells itself apart.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { TOP } from "./browser.mjs";

const NEWER = "fedcba9876543210";

/** Writes the newer release to `folder`. Its page says `html[data-newer]`. */
function makeNewer(folder) {
  cpSync(path.join(TOP, "dist"), folder, { recursive: true });
  const read = (name) => readFileSync(path.join(folder, name), "utf8");
  const [, build] = read("sw.js").match(/^const BUILD = "(\w+)"/);
  for (const name of readdirSync(folder).filter((name) => name.includes(build))) {
    renameSync(path.join(folder, name), path.join(folder, name.replace(build, NEWER)));
  }
  const start = `start-${NEWER}.js`;
  const digest = () => createHash("sha256").update(read(start)).digest("base64");
  const before = digest();
  writeFileSync(path.join(folder, start), `document.documentElement.dataset.newer = "true";\n${read(start)}`);
  for (const name of ["index.html", "sw.js"]) writeFileSync(path.join(folder, name), read(name).replaceAll(build, NEWER).replace(before, digest()));
  return build;
}

/**
 * A web host with the release of dist/ in `root`. `bring` puts another in its place, at once: "newer", or "half", of which the
 * service worker alone has arrived.
 */
export function host() {
  const folder = mkdtempSync(path.join(tmpdir(), "fourfold-host-"));
  const root = path.join(folder, "root");
  symlinkSync(path.join(TOP, "dist"), root);
  const newer = path.join(folder, "newer");
  const half = path.join(folder, "half");
  const build = makeNewer(newer);
  cpSync(path.join(TOP, "dist"), half, { recursive: true });
  cpSync(path.join(newer, "sw.js"), path.join(half, "sw.js"));
  return {
    root,
    build,
    newer: NEWER,
    bring(which) {
      symlinkSync(path.join(folder, which), `${root}-next`);
      renameSync(`${root}-next`, root);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
