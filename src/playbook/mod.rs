//! What to do with a customer: parts of a playbook, causes, what switching would cost, rebates, the ledger of costs and benefits, actions
//! (METHODS 1). Codes and figures; the handbook's words live in the interface. Knows nothing of tables, workspaces or screens.

mod parts;
mod cause;
mod switching;
mod rebate;
mod ledger;
mod actions;

pub use actions::{ActionFilter, ActionOrder, DoneState, PlannedAction, select};
pub use cause::{Cause, Remedy};
pub use ledger::{Ledger, LedgerFigure, LedgerFigures, Suggestion, Verdict, VerdictKind};
pub use parts::PlaybookPart;
pub use rebate::{NextTier, Rebate, RebateKind, RebatePlan, Tier};
pub use switching::{CostLine, LineKind, SwitchingCost, SwitchingFigures};
