//! The revenue to come, month by month: what 10, 50 and 90 of 100 futures stay below, and the target they are held against.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{BandInput, BandMonth, BandTexts, EndText};
pub use layout::{BandLayout, EndLabel, PlacedMonth, layout};
