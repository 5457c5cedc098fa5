//! The interface. Nothing depends on it.
pub mod i18n;
