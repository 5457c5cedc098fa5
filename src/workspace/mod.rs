//! What a user has decided: settings, overrides, notes, merges; every change an [`Action`], every action undoable.
//! Knows nothing of files, storage or screens.

mod action;
mod settings;
mod state;

pub use action::Action;
pub use settings::{AxisScale, ContributionBasis, ExistingSettings, Filters, MonthsCounted, StabilityMeasure, ThresholdRule, Window};
pub use state::{Note, Override, Workspace};
