//! The build this page runs and the one that may take its place. How a build is kept is the start script's business (`public/start.js`).

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = keep, catch)]
    fn keep(on_new_version: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = takeNewVersion, catch)]
    fn take() -> Result<Promise, JsValue>;
}

/// Keeps this build for starts without the network, where the browser can, and has looked for a newer one when it is done.
/// `on_new_version` is called when another build waits to take this one's place.
///
/// # Errors
/// What keeps builds could not be fetched.
pub async fn keep_build(on_new_version: impl Fn() + 'static) -> Result<(), BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("keep this version", &cause);
    let on_new_version = Closure::<dyn Fn()>::new(on_new_version).into_js_value();
    JsFuture::from(keep(&on_new_version).map_err(failed)?).await.map_err(failed)?;
    Ok(())
}

/// Starts the new version in this page's place. Whatever is not saved is lost.
///
/// # Errors
/// The browser does not let it take over.
pub async fn take_new_version() -> Result<(), BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("start the new version", &cause);
    JsFuture::from(take().map_err(failed)?).await.map_err(failed)?;
    Ok(())
}
