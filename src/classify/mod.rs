//! From measures to classes: thresholds on two axes, four quadrants, a strategy each (METHODS 1 and 2).
//! Knows nothing of tables or screens.

mod jenks;
mod quadrant;
mod threshold;
mod moves;
mod resample;
mod scorecard;
mod placement;
mod shift;

pub use jenks::jenks_split;
pub use moves::{Move, moves, plain_moves};
pub use placement::{PlacementComparison, PlacementDifference, compare_placement};
pub use quadrant::{Axis, Class, Cuts, Direction, Quadrant, Side, Strategy, class_of};
pub use resample::{BLOCK, DRAWS, Robustness, block_length, resample};
pub use scorecard::{Criterion, RATINGS, Score, ScorePart, Scorecard, ScorecardFault, is_built_in};
pub use shift::{AxisShift, ShiftCause};
pub use threshold::{GIANT_SHARE, Threshold, ThresholdRule};
