// Cuts the app program into the part that the first view needs and the parts that load on their own (src/ui/parts.rs).
// In Trunk's staging folder the app program, still whole, is replaced.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { optimise } from "./optimise.mjs";

const { TRUNK_STAGING_DIR: staging, TRUNK_PROFILE: profile, TRUNK_SOURCE_DIR: source } = process.env;
const target = process.env.CARGO_TARGET_DIR ?? path.join(source, "target");
const whole = path.join(target, "wasm32-unknown-unknown", profile === "release" ? "release" : "debug", "app.wasm");
const work = path.join(target, "split");
const LINKS = "__wasm_split.js";

const run = (program, ...args) => execFileSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
const read = (file) => readFileSync(file, "utf8");

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
run("wasm-split-cli", whole, work, "--out-name", "app");
run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", path.join(work, "glue"), path.join(work, "app.wasm"));

const parts = readdirSync(work).filter((file) => file.endsWith(".wasm") && file !== "app.wasm");
const main = path.join(work, "glue", "app_bg.wasm");
if (profile === "release") [main, ...parts.map((part) => path.join(work, part))].forEach(optimise);

// Names follow the content, so that a browser's cache never mixes two builds.
const digest = createHash("sha256");
for (const file of [main, ...parts.map((part) => path.join(work, part))]) digest.update(readFileSync(file));
const folder = `parts-${digest.digest("hex").slice(0, 16)}`;
const glueName = readdirSync(staging).find((file) => /^app-[0-9a-f]+\.js$/.test(file));
const wasmName = glueName.replace(".js", "_bg.wasm");

mkdirSync(path.join(staging, folder));
for (const part of parts) renameSync(path.join(work, part), path.join(staging, folder, part));
renameSync(main, path.join(staging, wasmName));
// Only where it is imported: the same words are the name by which the program asks for it.
const glue = read(path.join(work, "glue", "app.js"));
writeFileSync(path.join(staging, glueName), glue.replaceAll(`from "./${LINKS}"`, `from "./${folder}/${LINKS}"`));

// A plain server may send .wasm without its media type, which instantiateStreaming refuses; and a page that is not there is no part.
const streaming = "WebAssembly.instantiateStreaming(src, imports)";
const links = read(path.join(work, LINKS));
if (!links.includes(streaming)) throw new Error(`${LINKS} loads its parts in another way than expected`);
const whenThere = "src.then((found) => found.ok ? found.arrayBuffer() : Promise.reject(new Error(`${found.url}: ${found.status}`)))";
const loading = `${whenThere}.then((bytes) => WebAssembly.instantiate(bytes, imports))`;
writeFileSync(path.join(staging, folder, LINKS), links.replaceAll(streaming, loading).replace('"./app.js"', `"../${glueName}"`));
