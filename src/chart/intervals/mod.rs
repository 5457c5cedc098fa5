//! Advance rates with how sure they are: a dot a step between 0 and 100 %, its interval as a bar, what it rests on beside it. A typed rate is a
//! hollow dot, with a tick where the data would have put it.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{AdvanceRate, IntervalsInput, IntervalsTexts};
pub use layout::{IntervalsLayout, PlacedRate, layout, natural_height};
