//! The funnel: what each level needs against what is there and what that will bring. All widths to one scale from one left edge, so that a
//! level's share of the work is what one sees; a funnel's slanted sides would say nothing.

mod input;
mod layout;
mod draw;
mod hit_test;

pub use draw::draw;
pub use hit_test::hit_test;
pub use input::{FunnelInput, FunnelLevel, FunnelTexts, Need};
pub use layout::{FunnelLayout, PlacedLevel, Says, layout, natural_height};
