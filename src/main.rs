//! The app program: starts the interface.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    fourfold::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
