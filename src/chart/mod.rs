//! Charts: input, layout, draw, hit-test, the same shape for each. Drawn with plotters on a canvas or into an SVG by the same code.
//!
//! A layout is pure: figures and texts in, places out, so that everything about a picture can be tested without drawing it. Units are CSS
//! pixels; a presentation lays out at its size divided by its zoom and draws at a larger scale. Wording and the formatting of figures are
//! handed in. Knows nothing of the page.

mod geometry;
mod scale;
mod palette;
mod text;
mod marks;
mod points;
mod pen;
mod labels;
mod rows;
mod svg;
pub mod picture;
pub mod scatter;
pub mod crowd;
pub mod bars;
pub mod curve;
pub mod funnel;
pub mod pyramid;
pub mod intervals;
pub mod certainty;
pub mod band;
pub mod dwell;
pub mod pairs;

pub use geometry::Rect;
pub use marks::Shape;
pub use palette::Palette;
pub use pen::{Anchor, Drawn, Label, Pen};
pub use points::{Emphasis, Marks, Pixels, Points, radius_for};
pub use rows::{Head, Row};
pub use scale::{Scale, ScaleKind, Strip};
pub use svg::SvgBackend;
pub use text::{FONT_FAMILY, Measured, Weight, text_width};
