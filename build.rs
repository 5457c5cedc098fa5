//! Linker arguments that only one program needs.

#![allow(clippy::disallowed_methods, reason = "it runs beside the compiler, not in a browser")]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let for_browser = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if for_browser && std::env::var_os("CARGO_FEATURE_WHOLE").is_none() {
        // The relocations tell scripts/split.mjs which function of the app needs which.
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
