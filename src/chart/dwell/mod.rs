//! How long entries stay at each level: one small histogram a level below each other, all on one axis of days and one scale of shares.
//!
//! Small multiples rather than one at a time: the question is at which level time is lost, and that is seen only where the levels stand over
//! the same days. Shares rather than counts, so that a level with few entries can be compared with one with many.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::{DwellHit, hit_test};
pub use input::{DwellInput, DwellLevel, DwellTexts};
pub use layout::{DwellLayout, PlacedDwell, Quartiles, layout, natural_height};
