//! The pyramid of stock: what each level holds, centred, to one scale. A healthy one is broad at its foot; a waist shows where it is thin.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{PyramidInput, PyramidTexts, StockLevel};
pub use layout::{PlacedStock, PyramidLayout, layout, natural_height};
