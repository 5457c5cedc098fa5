//! From a dropped file to tables in the engine: the dialog that shows every guess, and what the import brought.

mod dialog;
mod door;
mod facts;
mod findings;
mod flow;
mod foot;
mod issues;
mod job;
mod mapping;
mod paste;
mod pick;
mod preview;
mod question;
mod reading;
mod report;
mod room;
mod sheets;
mod stages;

pub use door::{Asked, ImportDoor};
use flow::ImportFlow;
pub use pick::PickFiles;
pub use report::ImportReport;
pub use room::ImportRoom;
