//! Texts of the funnel page.

pub mod levels;
mod messages;
mod page;
mod people;
mod rates;
