//! Gives the files program a ceiling: a file that asks for more memory ends that one worker instead of starving the machine.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
#![allow(clippy::disallowed_methods, reason = "a build script runs on the host, where there is an environment")]

/// Bytes; a multiple of a WebAssembly page (64 KiB).
const MOST_MEMORY_OF_FILES: u32 = 1 << 30;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bin=files=--max-memory={MOST_MEMORY_OF_FILES}");
    }
}
