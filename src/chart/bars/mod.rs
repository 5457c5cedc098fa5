//! A customer's periods as bars: what counts, what is left out, what came back.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{Bar, BarsInput};
pub use layout::{BarsLayout, PlacedBar, layout};
