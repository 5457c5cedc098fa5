//! Texts of the funnel page.

mod explain;
pub mod levels;
mod messages;
mod page;
mod people;
mod rates;
