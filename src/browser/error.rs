//! What the browser refused, in its own words.

use wasm_bindgen::{JsCast, JsValue};

/// The browser could not do something. `doing` is a short code for people who know the program; `detail` is the browser's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserError {
    pub doing: &'static str,
    pub detail: String,
}

impl BrowserError {
    #[must_use]
    pub fn new(doing: &'static str, cause: &JsValue) -> Self {
        Self { doing, detail: text_of(cause) }
    }
}

impl std::fmt::Display for BrowserError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.doing, self.detail)
    }
}

impl std::error::Error for BrowserError {}

/// The readable text of anything JavaScript may throw.
pub(super) fn text_of(value: &JsValue) -> String {
    value
        .as_string()
        .or_else(|| value.dyn_ref::<js_sys::Error>().map(|error| String::from(error.to_string())))
        .unwrap_or_else(|| format!("{value:?}"))
}
