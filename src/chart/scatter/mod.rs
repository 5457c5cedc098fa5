//! The quadrant picture: contribution over stability, a shape and a colour for each class, captions in the corners.

mod input;
mod axes;
mod layout;
mod captions;
mod names;
mod draw;
mod hit_test;

pub use captions::PlacedCaption;
pub use draw::{draw, draw_frame, draw_points, draw_texts, draw_thresholds};
pub use hit_test::{Direction, hit_test, in_rect, nearest_in_direction, nearest_to, next_from};
pub use input::{Caption, Room, ScatterCuts, ScatterInput, ScatterTexts, Tick, Window};
pub use layout::{ScatterLayout, layout};
pub use names::{PlacedName, RING};
