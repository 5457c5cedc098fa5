//! Wording of the import: the dialog, its guesses and questions, what was found, what was brought.

mod choices;
mod dialog;
mod evidence;
mod findings;
mod issues;
mod questions;
mod report;

pub use choices::{date_order_code, date_order_from, decimal_code, decimal_from, kind_code, kind_from};
