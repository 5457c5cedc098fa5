//! The files program inside its worker: one job, then it is thrown away.

use super::worker_scope::{listen, send};
use crate::engine::protocol::{FilesCall, FilesMessage};
use crate::import::ImportError;

/// Runs the files program in this worker.
pub fn run_files() {
    listen(|_: FilesCall, _| send(&FilesMessage::Failed(ImportError::Empty)));
    send(&FilesMessage::Ready);
}
