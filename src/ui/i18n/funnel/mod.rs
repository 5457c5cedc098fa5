//! Texts of the funnel page.

mod codes;
mod explain;
pub mod levels;
mod messages;
mod page;
mod people;
mod rates;
