//! Hours by class against what its cadence needs: a filled bar for the hours there are, an outline for the need, to one scale.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{ClassBar, HoursInput, HoursTexts};
pub use layout::{HoursLayout, PlacedHours, layout, natural_height};
