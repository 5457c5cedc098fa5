//! State that follows from other state: thresholds while they are moved, positions on scales, texts for the clipboard.
//! Pure functions that components only wire up; knows nothing of signals or the page.

mod changed;
mod copy;
mod cut;
mod order_sizes;
mod sheet_block;
mod spark;
mod why;

pub use changed::{classes_at, customers_changed, tried};
pub use copy::rows_as_text;
pub use cut::{CutScale, field_text, typed_number};
pub use order_sizes::DraftSizes;
pub use sheet_block::sheet_block;
pub use spark::{HEIGHT as SPARK_HEIGHT, Spark, WIDTH as SPARK_WIDTH, spark};
pub use why::{WhyScale, why_scale};
