//! The interface. Nothing depends on it.
//!
//! State flows out by signal, intent flows in by calling a method of [`state::AppState`]; components compute nothing that the
//! engine can answer. `i18n` is plain data and compiles everywhere, so that its wording can be tested natively.

pub mod i18n;
pub mod words;
