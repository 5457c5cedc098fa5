//! Texts of the funnel page.

pub mod levels;
mod messages;
mod page;
mod rates;
