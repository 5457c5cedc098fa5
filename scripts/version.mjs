// Gives a release its version: the build's digest goes into every name that has none, so that no page mixes two builds, and the
// service worker learns what belongs to the build.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The page itself, and what browsers look for under the name it always had. */
const UNNAMED = /^(index\.html|sw\.js|manifest\.webmanifest|icon\.svg|icons)$/;
const HAS_DIGEST = /-[0-9a-f]{16}/;

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true }).filter((file) => statSync(path.join(folder, file)).isFile()).map((file) => file.split(path.sep).join("/")).sort();

/** `engine_bg.wasm` → `engine-<build>_bg.wasm`; public/start.js has the same rule. */
export const named = (name, build) => name.replace(/^\w+?(?=_bg\.|\.|$)/, `$&-${build}`);

/** Works on the finished files in `folder`. */
export function giveVersion(folder) {
  const read = (file) => readFileSync(path.join(folder, file));
  const digest = createHash("sha256");
  for (const file of filesBelow(folder)) digest.update(`${file}\n`).update(read(file));
  const build = digest.digest("hex").slice(0, 16);

  for (const name of readdirSync(folder).filter((name) => !UNNAMED.test(name) && !HAS_DIGEST.test(name))) {
    renameSync(path.join(folder, name), path.join(folder, named(name, build)));
  }
  const page = read("index.html").toString();
  const start = 'src="./start.js"';
  if (!page.includes(start)) throw new Error(`index.html starts the app in another way than by ${start}`);
  writeFileSync(path.join(folder, "index.html"), page.replace(start, `src="./${named("start.js", build)}" data-build="${build}"`));

  const belongs = filesBelow(folder).filter((file) => !/^(index\.html|sw\.js)$|\.md$/.test(file));
  const integrity = (file) => `sha256-${createHash("sha256").update(read(file)).digest("base64")}`;
  const files = JSON.stringify(Object.fromEntries(belongs.map((file) => [file, integrity(file)])), null, 2);
  writeFileSync(path.join(folder, "sw.js"), `const BUILD = "${build}";\nconst FILES = ${files};\n${read("sw.js")}`);
}
