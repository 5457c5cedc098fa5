//! The browser as the rest sees it: workers, files, downloads, preferences, clock.
//! The only module besides `ui` that may use `web_sys`. It moves bytes and objects; it decides nothing about customers.
//!
//! How the three programs talk (messages in [`crate::engine::protocol`]):
//! ```text
//! app ──EngineCall──▶ engine          app ──FilesCall──▶ files
//!     ◀─EngineMessage─                    ◀─FilesMessage─
//!                    files ──ImportPiece──▶ engine   (one MessageChannel an import)
//! ```

// The app's side.
mod engine_client;
mod files_client;
mod rehearsal;
pub mod clipboard;
pub mod clock;
pub mod delivery;
pub mod downloads;
pub mod offline;
pub mod preferences;
pub mod room;
pub mod updates;
// Inside the workers.
mod blob_source;
mod database;
mod records;
mod engine_rehearsal;
mod engine_worker;
mod indexed_db;
mod locks;
mod tabs;
mod files_worker;
mod worker_scope;
// Between them.
mod error;
mod program;
mod wire;

pub use engine_client::EngineClient;
pub use engine_worker::run_engine;
pub use error::BrowserError;
pub use files_client::{FilesJob, pasted_file};
pub use files_worker::run_files;
pub use indexed_db::IndexedDbStore;
