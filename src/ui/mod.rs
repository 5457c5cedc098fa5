//! The interface. Nothing depends on it.
//!
//! State flows out by signal, intent flows in by calling a method of [`state::AppState`]; components compute nothing that the
//! engine can answer. `i18n` and `page` are plain data and compile everywhere, so that they can be tested natively.

pub mod derived;
pub mod i18n;
pub mod page;
pub mod visible;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod frame;
#[cfg(target_arch = "wasm32")]
pub mod filing;
#[cfg(target_arch = "wasm32")]
pub mod narrow;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(target_arch = "wasm32")]
pub mod router;
#[cfg(target_arch = "wasm32")]
pub mod drawing;
#[cfg(target_arch = "wasm32")]
pub mod exporting;
#[cfg(target_arch = "wasm32")]
pub mod pause;
#[cfg(target_arch = "wasm32")]
pub mod sending;
#[cfg(target_arch = "wasm32")]
pub mod sentinel;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod theme;
#[cfg(target_arch = "wasm32")]
pub mod updates;
#[cfg(target_arch = "wasm32")]
pub mod workspaces;

#[cfg(target_arch = "wasm32")]
pub use app::start;
