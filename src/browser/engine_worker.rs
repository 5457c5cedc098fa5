//! The engine program inside its worker: messages in, replies and events out, saves in between.

use super::worker_scope::{listen, send};
use crate::engine::protocol::{EngineError, EngineMessage, EngineRequest, StorageState};

/// Runs the engine in this worker.
pub fn run_engine() {
    listen(|EngineRequest { number, .. }, _| send(&EngineMessage::Reply { number, result: Err(EngineError::NoWorkspace) }));
    send(&EngineMessage::Ready { storage: StorageState::Working });
}
