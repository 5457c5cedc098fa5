//! Potential customers: expected contribution × intent (METHODS 2). Where the figures come from, who the prospects are, what changes them.
//! The quadrant itself is the one of the existing customers: here a [`super::Plane`] is delivered, nothing is classified.

mod settings;
mod figures;
mod prospects;
mod cell;
mod edit;

pub use cell::{CellFault, CellValue, ProspectField};
pub use edit::{ProspectAction, ProspectEdit, ProspectFault};
pub use figures::ProspectFigures;
pub use prospects::{LinkedProspect, Prospects, linked_prospects};
pub use settings::{ExpectedFrom, IntentFrom, PotentialSettings};
