//! Fourfold turns a customer spreadsheet into decisions, wholly in the browser.
//!
//! # The journey of the data
//! ```text
//! file ──import──▶ tables ──measure──▶ measures ──classify──▶ classes ──plan──▶ plans ──▶ charts, lists, reports
//!                               └────────── workspace: settings, overrides, notes, history ──────────┘
//! ```
//! The modules below follow it in reading order. A module uses only what stands above it
//! (`tests/architecture.rs` holds the table); nothing uses [`ui`].
//!
//! # Three programs
//! | program | entry | does | never |
//! |---|---|---|---|
//! | app | `src/main.rs` | the interface; draws | parses files, computes over rows, holds tables |
//! | engine | `src/bin/engine.rs`, a worker | holds the open workspace, applies actions, answers queries, saves | touches the page, parses files |
//! | files | `src/bin/files.rs`, a worker per job | reads spreadsheets into tables, writes XLSX | keeps state |
//!
//! The app itself loads in parts: what the first view needs, and a file for each group of pages (`ui::parts`).
//!
//! # Invariants
//! - The core (everything but `browser` and `ui`) knows nothing of browsers: no clock, no randomness, no hash order.
//! - Its whole surface is two verbs: [`engine::Engine::apply`] and [`engine::Engine::query`].
//! - The core returns numbers and codes, never sentences; wording lives in [`ui::i18n`], in both languages.
//! - A row that could not be read is listed with its place, what was found and what was expected.
//! - Every figure on screen is one that a query returned; components compute nothing.

pub mod calendar;
pub mod units;
pub mod glyphs;
pub mod order;
pub mod tables;
pub mod import;
pub mod measure;
pub mod classify;
pub mod plan;
pub mod effort;
pub mod playbook;
pub mod workspace;
pub mod report;
pub mod chart;
pub mod engine;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod ui;
