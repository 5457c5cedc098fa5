//! Columnar tables: what a spreadsheet becomes. Plain data; knows nothing of files, measures or screens.

mod contacts;
mod customers;
mod dataset;
mod dictionary;
mod funnel;
mod hash;
mod levels;
mod lost;
mod packed;
mod pieces;
mod potential;
mod prospects;
mod purchases;
mod spelling;

pub use contacts::{Contact, ContactChannel, ContactKind, ContactTable};
pub use customers::{CustomerList, CustomerRow};
pub use dataset::{Dataset, ImportRecord, SourceFile};
pub use dictionary::{Category, Dictionary, MISSING, Texts};
pub use funnel::{FunnelEntries, FunnelEntry, ProfileField, Standing};
pub use hash::{HashesMet, finished, hash_of, mixed};
pub use levels::{Courses, LevelEvent, LevelHistory};
pub use lost::{LostTable, TableKind};
pub use pieces::TextsGone;
pub use potential::{PotentialList, PotentialRow};
pub use prospects::{BuiltInCriterion, Prospect, ProspectList};
pub use purchases::{Purchase, PurchaseBatch, PurchaseTable};
pub use spelling::folded_spelling;

/// The key of the one group that rows without a named customer are counted under (散客, Guest, blank).
/// It starts with a control character so that no cell of a file can equal it; the interface names it.
pub const WALK_IN_KEY: &str = "\u{1}walk-in";
