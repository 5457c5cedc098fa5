//! An engine worker that holds nothing and saves nothing: it takes one import, does what a new workspace is asked first, and says so.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, MessagePort};

use super::wire;
use super::worker_scope::{listen, send};
use crate::engine::handover::{ArrivingTables, ImportPiece};
use crate::engine::rehearse;

/// The page's one message has nothing but the port the import comes through; the one answer is how many bytes were answered.
pub(super) fn practise() {
    listen(|(), objects| {
        let port = objects.into_iter().find_map(|object| object.dyn_into::<MessagePort>().ok());
        match port {
            Some(port) => receive(&port),
            None => send(&0_usize),
        }
    });
}

fn receive(port: &MessagePort) {
    let tables = RefCell::new(ArrivingTables::default());
    let on_piece = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match wire::unpack(&event.data()) {
        Ok((ImportPiece::Purchases { piece, expected }, _)) => tables.borrow_mut().take_purchases(*piece, expected),
        Ok((ImportPiece::Part(part), _)) => tables.borrow_mut().take_part(&part),
        Ok((ImportPiece::End, _)) => {
            let answered = tables.take().finish().map_or(0, |imported| rehearse(&imported));
            send(&answered);
        }
        Ok((ImportPiece::Failed(_), _)) | Err(_) => send(&0_usize),
    });
    port.set_onmessage(Some(&on_piece.into_js_value().unchecked_into()));
}
