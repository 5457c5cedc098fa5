// Makes a WebAssembly program as small as binaryen can, in place.
import { execFileSync } from "node:child_process";

// What Rust's wasm32 target may use; with all features on, wasm-opt writes what browsers do not read yet.
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

export function optimise(file) {
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  execFileSync("wasm-opt", ["-Oz", ...features, "--strip-debug", "--strip-producers", file, "-o", file], { stdio: "inherit" });
}
