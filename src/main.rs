//! The app program: starts the interface.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    let engine = fourfold::browser::EngineClient::start(|message| {
        web_sys::console::log_1(&format!("{message:?}").into());
    });
    std::mem::forget(engine);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
