//! Lets the files program practise before the first file: browsers compile a program for speed only once they have seen it work, and what
//! is compiled serves every worker of the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{File, Worker};

use super::program;
use crate::engine::protocol::REHEARSE;

/// Has a sample read for nothing, and waits for it. A rehearsal that fails costs nothing but its use.
pub(super) async fn rehearse(sample: &File) {
    if let Ok(worker) = program::start("files").await {
        if let Some(done) = begin(&worker, sample) {
            let _ = done.await;
        }
        worker.terminate();
    }
}

/// The worker's first word is that it is there, its second that it is done.
fn begin(worker: &Worker, sample: &File) -> Option<oneshot::Receiver<()>> {
    let (done, rehearsed) = oneshot::channel();
    let done = Rc::new(RefCell::new(Some(done)));
    let words = Cell::new(0);
    let told = Rc::clone(&done);
    let on_message = Closure::<dyn Fn()>::new(move || {
        words.set(words.get() + 1);
        if words.get() == 2 {
            told.take();
        }
    });
    let on_error = Closure::<dyn Fn()>::new(move || {
        done.take();
    });
    worker.set_onmessage(Some(&on_message.into_js_value().unchecked_into()));
    worker.set_onerror(Some(&on_error.into_js_value().unchecked_into()));
    let message = Array::of2(&Uint8Array::from(REHEARSE.as_slice()), sample);
    worker.post_message(&message).ok().map(|()| rehearsed)
}
