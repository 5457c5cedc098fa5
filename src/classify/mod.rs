//! From measures to classes: thresholds on two axes, four quadrants, a strategy each (METHODS 1).
//! Knows nothing of tables or screens.

mod quadrant;
mod threshold;

pub use quadrant::{Class, Cuts, Direction, Quadrant, Strategy, class_of};
pub use threshold::ThresholdRule;
