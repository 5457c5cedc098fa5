// Writes dist-single/fourfold.html: the whole app in one page that runs from a double-click; and lays it into dist/, so that the
// hosted app can hand it out with a workspace inside. What it is made of comes from dist/,
// but for the app program, which is built in one piece: cut into parts it would be nearly twice as large.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { textOf } from "../single/text.js";
import { optimise } from "./optimise.mjs";
import { named } from "./version.mjs";

const top = path.join(import.meta.dirname, "..");
const dist = path.join(top, "dist");
const target = process.env.CARGO_TARGET_DIR ?? path.join(top, "target");
const work = path.join(target, "single");
const out = path.join(top, "dist-single");
const SAMPLE = "northwind_order_lines.csv";

// As in scripts/build.sh.
const env = { ...process.env, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: "--cfg erase_components" };
const run = (program, ...args) => execFileSync(program, args, { cwd: top, env, stdio: ["ignore", "inherit", "inherit"] });
const names = readdirSync(dist);
/** The one file of dist/ that a pattern names. */
function found(pattern) {
  const [name, ...more] = names.filter((name) => pattern.test(name));
  if (!name || more.length) throw new Error(`dist/ should hold one ${pattern}: run \`make build\` first`);
  return path.join(dist, name);
}

function wholeApp() {
  rmSync(work, { recursive: true, force: true });
  run("cargo", "build", "--release", "--locked", "--target", "wasm32-unknown-unknown", "--bin", "app", "--features", "whole");
  const built = path.join(target, "wasm32-unknown-unknown/release/app.wasm");
  run("wasm-bindgen", "--target", "no-modules", "--no-typescript", "--out-dir", work, built);
  optimise(path.join(work, "app_bg.wasm"));
}

wholeApp();
const index = readFileSync(path.join(dist, "index.html"), "utf8");
const style = [...index.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"/g)].map(([, name]) => readFileSync(path.join(dist, name), "utf8"));
const parts = {
  "style.css": style.join("\n"),
  "app.js": readFileSync(path.join(work, "app.js")),
  "app_bg.wasm": readFileSync(path.join(work, "app_bg.wasm")),
  "engine.js": readFileSync(found(/^engine-\w+(?<!_bg)\.js$/)),
  "engine_bg.wasm": readFileSync(found(/^engine-.*_bg\.wasm$/)),
  "files.js": readFileSync(found(/^files-\w+(?<!_bg)\.js$/)),
  "files_bg.wasm": readFileSync(found(/^files-.*_bg\.wasm$/)),
  [`samples/${SAMPLE}`]: readFileSync(path.join(top, "public/samples", SAMPLE)),
};

const plain = (...files) => files.map((file) => readFileSync(path.join(top, "single", file), "utf8").replaceAll(/^export /gm, "")).join("");
const script = `\n${plain("text.js", "start.js")}`;
const sha = createHash("sha256").update(script).digest("base64");
const policy = [
  "default-src 'none'",
  // The app's own glue starts from a blob, as its workers do; no other script can make one.
  `script-src 'sha256-${sha}' blob: 'wasm-unsafe-eval'`,
  "worker-src blob:",
  "img-src blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const xz = execFileSync(path.join(top, "scripts/xz.sh"), { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

function pack(content) {
  const input = Buffer.from(content);
  const packed = execFileSync(xz, ["--format=lzma", "--lzma1=preset=9e,lc=4,lp=0", "--stdout"], { input, maxBuffer: 2 ** 28 });
  // xz leaves the length open.
  packed.writeBigUInt64LE(BigInt(input.length), 5);
  return textOf(packed);
}

const packed = Object.entries(parts).map(([name, content]) => [name, pack(content)]);
const element = (name, text) => `<script type="text/plain" data-name="${name}">${text}</script>`;
const head = index
  .match(/<head>(.*)<\/head>/s)[1]
  .replaceAll(/<!--.*?-->|<meta charset[^>]*>|<meta http-equiv[^>]*>|<link rel="(?:manifest|stylesheet|preload|modulepreload)"[^>]*>|<script.*?<\/script>/gs, "")
  .replaceAll(/\n\s*/g, "\n");
const body = index.match(/<body>(.*)<\/body>/s)[1];
const page = `<!DOCTYPE html>
<html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="${policy}">${head}</head>
<body>${body}
${element("workspace", "")}
${element("unpack.js", plain("text.js", "lzma.js", "unpack.js"))}
${packed.map(([name, text]) => element(name, text)).join("\n")}
<script>${script}</script>
</body></html>
`;
mkdirSync(out, { recursive: true });
// The mark at the beginning says the encoding louder than any server does.
const bytes = Buffer.from(`\uFEFF${page}`, "utf16le");
writeFileSync(path.join(out, "fourfold.html"), bytes);
for (const [name, text] of packed) console.log(`  ${name.padEnd(34)} ${(text.length * 2 / 1000).toFixed(1).padStart(7)} KB`);
console.log(`dist-single/fourfold.html ${(bytes.length / 1000).toFixed(1)} KB`);

// Beside the build it belongs to; the page offers it where its start script says so. It is no part of what is kept for offline use.
const build = index.match(/data-build="(\w+)"/)[1];
const source = (file) => readFileSync(path.join(top, "single", file), "utf8");
writeFileSync(path.join(dist, named("fourfold.html", build)), bytes);
writeFileSync(path.join(dist, named("page.js", build)), source("text.js") + source("page.js").replace(/^import .*\n/m, ""));
if (!index.includes("data-page")) writeFileSync(path.join(dist, "index.html"), index.replace("data-build=", 'data-page="true" data-build='));
