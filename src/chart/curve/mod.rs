//! The contribution curve: how few customers bring how much of the money, with the Pareto point marked.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{CurveInput, CurveTexts, ParetoPoint};
pub use layout::{CurveLayout, layout};
