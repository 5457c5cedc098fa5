//! The inside of a worker: messages in and out, and a panic's last words.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::wire;

/// Prepares the worker and hands every message of the page to `receive`, with the objects that came beside it.
pub(super) fn listen<T: DeserializeOwned>(receive: impl Fn(T, Vec<JsValue>) + 'static) {
    tell_panics();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match wire::unpack(&event.data()) {
        Ok((body, objects)) => receive(body, objects),
        // Page and worker come from one build: a message that cannot be read is a defect, and silence would hide it.
        Err(error) => web_sys::console::error_1(&error.to_string().into()),
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// Sends a message to the page.
pub(super) fn send<T: Serialize>(message: &T) {
    let sent = wire::pack(message, &[], &[])
        .map_err(|error| error.to_string().into())
        .and_then(|(message, transfer)| scope().post_message_with_transfer(&message, &transfer));
    if let Err(cause) = sent {
        web_sys::console::error_1(&cause);
    }
}

/// A panic stops the program; its text goes to the console and, as a bare string, to the page.
fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        // Without the page there is nobody to tell.
        let _ = scope().post_message(&panic.to_string().into());
    }));
}

pub(super) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
