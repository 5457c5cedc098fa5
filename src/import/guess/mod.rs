//! What a table is, guessed from its first rows: header, column types, roles, kind. Every guess can be overruled by a choice.
//! Knows rows of cells, not files.

pub mod cell_class;
mod currency;
pub mod discount;
pub mod fingerprint;
mod funnel_kind;
pub mod header;
mod contact_kind;
mod prospect_kind;
pub mod kind;
mod profile;
pub mod roles;
pub mod scale;
pub mod settings;
pub mod stage_words;
pub mod stages;
pub mod table;
pub mod vocabulary;
mod vocabulary_prospects;
mod vocabulary_words;
