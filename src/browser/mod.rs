//! The browser as the rest sees it: workers, files, downloads, preferences, clock.
//! The only module besides `ui` that may use `web_sys`. It moves bytes and objects; it decides nothing about customers.
//!
//! How the three programs talk (messages in [`crate::engine::protocol`]):
//! ```text
//! app ──EngineCall──▶ engine          app ──FilesCall──▶ files
//!     ◀─EngineMessage─                    ◀─FilesMessage─
//!                    files ──ImportPiece──▶ engine   (one MessageChannel an import)
//! ```

mod engine_client;
mod engine_worker;
mod error;
mod files_worker;
mod program;
mod wire;
mod worker_scope;

pub use engine_client::EngineClient;
pub use engine_worker::run_engine;
pub use error::BrowserError;
pub use files_worker::run_files;
