//! Text to the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::BrowserError;

/// Puts text on the clipboard. Over plain http the asynchronous clipboard is missing; then the old command does it.
///
/// # Errors
/// The browser refused: the page has no focus, or there was no click before.
pub async fn copy_text(text: &str) -> Result<(), BrowserError> {
    let failed = |cause: JsValue| BrowserError::new("copy", &cause);
    let window = web_sys::window().ok_or_else(|| failed("no window".into()))?;
    if window.is_secure_context() {
        let copied = JsFuture::from(window.navigator().clipboard().write_text(text)).await;
        return copied.map(drop).map_err(failed);
    }
    copy_by_command(text).map_err(failed)
}

fn copy_by_command(text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let body = document.body().ok_or("no body")?;
    let area: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_value(text);
    body.append_child(&area)?;
    area.select();
    let copied = document.unchecked_ref::<HtmlDocument>().exec_command("copy");
    area.remove();
    if copied? { Ok(()) } else { Err("refused".into()) }
}
