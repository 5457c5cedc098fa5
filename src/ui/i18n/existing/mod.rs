//! Wording of the existing-customers page, by the part of the page it stands on. Figures come in already formatted.

mod card;
mod explain;
mod list;
mod names;
mod options;
mod picture;
