//! Messages as the workers carry them: postcard bytes in a transferred buffer, with objects that cannot be bytes beside them.
//!
//! A message is an array `[Uint8Array, object …]`. A bare string is the text of a panic, sent just before a program stops.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

use super::BrowserError;

/// The two arguments of `postMessage`: the message, and what is transferred with it.
pub(super) fn pack<T: Serialize>(body: &T, objects: &[JsValue], transferred: &[JsValue]) -> Result<(Array, Array), BrowserError> {
    let bytes = postcard::to_stdvec(body).map_err(|error| BrowserError { doing: "pack message", detail: error.to_string() })?;
    let bytes = Uint8Array::from(bytes.as_slice());
    let message = Array::of1(&bytes);
    let transfer = Array::of1(&bytes.buffer());
    for object in objects {
        message.push(object);
    }
    for object in transferred {
        transfer.push(object);
    }
    Ok((message, transfer))
}

/// Gives the memory of a buffer back whose bytes have been copied: the browser itself would wait until much of it has piled up. A browser
/// that knows no such thing does as before.
pub(super) fn release(buffer: &ArrayBuffer) {
    let _ = buffer.transfer_with_length(0);
}

/// Takes a message apart: its body and the objects beside it.
pub(super) fn unpack<T: DeserializeOwned>(data: &JsValue) -> Result<(T, Vec<JsValue>), BrowserError> {
    let foreign = || BrowserError { doing: "unpack message", detail: "not one of ours".to_owned() };
    let message = data.dyn_ref::<Array>().ok_or_else(foreign)?;
    let sent = message.get(0).dyn_into::<Uint8Array>().map_err(|_| foreign())?;
    let bytes = sent.to_vec();
    release(&sent.buffer());
    let body = postcard::from_bytes(&bytes).map_err(|error| BrowserError { doing: "unpack message", detail: error.to_string() })?;
    Ok((body, message.iter().skip(1).collect()))
}
