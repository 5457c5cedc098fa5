//! How charts get onto canvases and into files; which chart, the pages say.

mod dark;
mod frame;
mod plain_canvas;
mod png;

pub use dark::palette;
pub use frame::{once_a_frame, pixel_ratio};
pub use plain_canvas::PlainCanvas;
pub use png::{PNG_SCALE, png, png_with};
