//! Lets the files program and the engine practise before the first file: browsers compile a program for speed only once they have seen it
//! work, and what is compiled serves every worker of the page.

use std::cell::RefCell;

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{File, MessageChannel, Worker};

use super::program::{self, REHEARSAL};
use crate::engine::protocol::REHEARSE;

/// Has a sample imported for nothing, by workers of their own, and waits for it. A rehearsal that fails costs nothing but its use.
pub(super) async fn rehearse(sample: &File) {
    let (Ok(files), Ok(engine)) = (program::start("files").await, program::start_as("engine", REHEARSAL).await) else { return };
    if let Some(done) = begin(&files, &engine, sample) {
        let _ = done.await;
    }
    files.terminate();
    engine.terminate();
}

/// The engine's one word is that it is done.
fn begin(files: &Worker, engine: &Worker, sample: &File) -> Option<oneshot::Receiver<()>> {
    let (done, rehearsed) = oneshot::channel::<()>();
    let done = RefCell::new(Some(done));
    let on_word = Closure::<dyn Fn()>::new(move || drop(done.take())).into_js_value();
    engine.set_onmessage(Some(on_word.unchecked_ref()));
    [files, engine].into_iter().for_each(|worker| worker.set_onerror(Some(on_word.unchecked_ref())));
    let channel = MessageChannel::new().ok()?;
    let (there, here) = (channel.port1(), channel.port2());
    let read = Array::of3(&Uint8Array::from(REHEARSE.as_slice()), sample, &there);
    let take = Array::of2(&Uint8Array::new_with_length(0), &here);
    engine.post_message_with_transfer(&take, &Array::of1(&here)).ok()?;
    files.post_message_with_transfer(&read, &Array::of1(&there)).ok()?;
    Some(rehearsed)
}
