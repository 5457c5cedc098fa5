//! What the start script says of the way this page was delivered: from a host, or as one file opened from disk (`public/start.js`,
//! `single/start.js`).

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = mayKeep)]
    fn start_script_may_keep() -> bool;

    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = agreeToKeep, catch)]
    fn start_script_agree() -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = has)]
    fn start_script_has(path: &str) -> bool;

    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = workspace)]
    fn start_script_workspace() -> Option<Uint8Array>;

    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = makesPages)]
    fn start_script_makes_pages() -> bool;

    #[wasm_bindgen(js_namespace = ["window", "fourfold"], js_name = page, catch)]
    fn start_script_page(workspace: &Uint8Array) -> Result<Promise, JsValue>;
}

/// Whether anything may be kept in this browser's storage. All pages opened from disk share one: there the user is asked first.
#[must_use]
pub fn may_keep() -> bool {
    start_script_may_keep()
}

/// The user has agreed that this and later openings keep things in the browser's storage.
///
/// # Errors
/// The browser keeps nothing.
pub fn agree_to_keep() -> Result<(), BrowserError> {
    start_script_agree().map_err(|cause| BrowserError::new("keep the answer", &cause))
}

/// Whether one of the app's own files, such as `samples/…`, comes with this way of delivery.
#[must_use]
pub fn has_file(path: &str) -> bool {
    start_script_has(path)
}

/// The workspace file that this page carries inside.
#[must_use]
pub fn carried_workspace() -> Option<Vec<u8>> {
    start_script_workspace().map(|bytes| bytes.to_vec())
}

/// Whether [`page_with`] works here.
#[must_use]
pub fn makes_pages() -> bool {
    start_script_makes_pages()
}

/// The app as one page, with a workspace file inside.
///
/// # Errors
/// The page cannot be fetched, for want of a network for one; or the browser has no room for it.
pub async fn page_with(workspace: &[u8]) -> Result<Blob, BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("make page", &cause);
    let making = start_script_page(&Uint8Array::from(workspace)).map_err(failed)?;
    JsFuture::from(making).await.map(JsValue::unchecked_into).map_err(failed)
}
