//! Pictures as a whole: drawn into `target/charts/` to be looked at, and held to what a reader needs: everything inside, nothing over another,
//! axes that can be read back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod band;
mod certainty;
mod customers;
mod document;
mod dwell;
mod funnel;
mod pairs;
mod intervals;
mod pyramid;
