//! Keeping workspaces: the contract of a place to keep them ([`WorkspaceStore`]), the save format, the workspace file, and the
//! [`Session`] that holds the open one.
//! Knows nothing of browsers or screens; IndexedDB stands behind the contract, in `browser`.
//!
//! What is kept of a workspace is one *document* (JSON: settings, overrides, notes, merges, undo steps) and its *tables* (columns,
//! compressed). A table is named by its checksum, stored once and shared by all undo steps and versions that have it. Every save is a
//! *version* of its own under the next generation; `retention` says how long the earlier ones stay.

// The save format, from bytes to the whole.
mod bytes;
mod block;
mod columns;
mod table;
mod funnel_table;
mod potential_table;
mod contact_table;
mod upgrade;
mod differences;
mod state_data;
mod document;
mod shelf;
mod format;
mod workspace_file;
mod sealed_file;
// Places to keep workspaces.
mod contract;
mod retention;
mod memory;
pub mod acceptance;
// The open workspace.
mod open_workspace;
mod versions;
mod session;

pub use contract::{Durability, Generation, KEPT_AFTER_DELETION, Pending, SavedWorkspace, Version, VersionNote, WorkspaceStore};
pub use memory::MemoryStore;
pub use retention::superfluous;
pub use sealed_file::RANDOM;
pub use session::{ArrivedImport, Moment, Session};
pub use table::TableId;
pub use upgrade::VERSION;
pub use workspace_file::{FILE_ENDING, read_file, write_file, write_saved};

#[cfg(test)]
mod samples;
