//! Files that leave the app.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::BrowserError;

/// How long the browser may take to start a download before its address goes, in milliseconds.
const ADDRESS_LIFE: i32 = 60_000;

/// Saves bytes as a file under the user's downloads.
///
/// # Errors
/// The browser refused the file.
pub fn save_file(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options);
    blob.and_then(|blob| save(name, &blob)).map_err(|cause| BrowserError::new("save file", &cause))
}

/// As [`save_file`], for what is a blob already.
///
/// # Errors
/// The browser refused the file.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), BrowserError> {
    save(name, blob).map_err(|cause| BrowserError::new("save file", &cause))
}

fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let release = Closure::once_into_js(move || Url::revoke_object_url(&address));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), ADDRESS_LIFE)?;
    Ok(())
}
