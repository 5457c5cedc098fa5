//! Then and now: the customers of one window against those of another, by the same settings (METHODS 1 and 4).
//! Knows nothing of how it is shown.

mod growth;
mod migration;
mod windows;

pub use growth::Growth;
pub use migration::{Compared, Migration, Seen, Spot, SpotTotals, WindowFacts, migration};
pub use windows::{ChangesSettings, PurchaseImport, WindowChoice, halves, purchase_imports};
