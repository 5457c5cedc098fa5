//! From a dropped file to tables in the engine: the dialog that shows every guess, and what the import brought.

mod flow;
mod paste;
mod pick;
mod report;
mod dialog;

pub use dialog::ImportDialog;
pub use flow::ImportFlow;
pub use paste::{PasteDialog, PasteOpen};
pub use pick::PickFiles;
pub use report::ImportReport;
