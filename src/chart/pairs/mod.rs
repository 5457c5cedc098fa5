//! Two figures a row, to one scale: a filled bar for what there is, an outline for what it is held against. Hours against need, sales against
//! potential, money now against then.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{PairBar, PairTexts, PairsInput};
pub use layout::{PairsLayout, PlacedPair, layout, natural_height};
