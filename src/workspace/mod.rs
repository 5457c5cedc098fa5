//! What a user has decided: settings, overrides, notes, merges; every change an [`Action`], every action undoable.
//! Knows nothing of files, storage or screens.

mod settings;
mod funnel_plan;
mod funnel_check;
mod funnel_scenarios;
mod funnel_stages;
mod funnel_standing;
mod funnel_facts;
mod funnel_courses;
mod funnel_rates;
mod funnel_inflow;
mod funnel_analysis;
mod funnel_certainty;
mod funnel_progress;
mod effort_plan;
mod playbooks;
mod state;
mod action;
mod apply;
mod history;
mod potential;
mod placement;
mod plane;
mod rating;
mod analysis;
mod robustness;
mod changes;
mod names;
mod effort_facts;
mod effort_analysis;
mod wallet;
mod future;
mod compare;
mod anonymous;

pub use crate::classify::{Axis, ThresholdRule};
pub use crate::measure::{ContributionBasis, Filters, MonthsCounted, StabilityMeasure, Window};
pub use action::Action;
pub use analysis::{Analysis, analyse, better_measure};
pub use anonymous::{AnonymousWords, anonymised};
pub use apply::ActionError;
use apply::check_rules;
pub use changes::{
    ChangesSettings, Compared, Growth, Migration, PurchaseImport, Seen, Spot, SpotTotals, WindowChoice, WindowFacts, halves, migration,
    purchase_imports,
};
pub use compare::{PartDifference, WorkspacePart, differences_between};
pub use effort_analysis::{EffortAnalysis, ListedCalls, MixSource, analyse_effort, listed_calls};
pub use effort_facts::{ContactsMade, EffortFacts, ExistingSide, PotentialSide, Rep, WorkCustomer, within_year};
pub use effort_plan::{EffortFault, EffortField, EffortPlan};
pub use funnel_analysis::{AverageFigure, FunnelAnalysis, analyse_funnel, analyse_groups};
pub use funnel_certainty::{CertaintyPlan, CertaintyProblem, confidence};
pub use funnel_check::{PlanFault, PlanField};
pub use funnel_facts::{FunnelFacts, FunnelGroup};
pub use funnel_inflow::{InflowFigure, MONTH_DAYS, last_day};
pub use funnel_plan::{
    AverageOrder, Dimension, FunnelPlan, LevelChoice, OrderSizes, RateSource, Scenario, StaffingChoice, Sureness, TypedRate,
};
pub use funnel_progress::{Progress, ProgressInput, ProgressLine};
pub use funnel_rates::{DataRate, FunnelRates, StockRatio, stock_ratios};
pub use funnel_standing::{dimension_column, funnel_entries_of, standing_of};
pub use future::{FIT, FutureAction, FutureCustomer, FutureFault, FutureList, MOST_MONTHS, REVIEW_SOON_DAYS, Review, nearness};
pub use history::{Change, History, Step};
pub use placement::{PlacementAction, PlacementFault, PlacementSession};
pub use plane::Plane;
pub use playbooks::{CustomerPlaybook, PlaybookAction, Playbooks};
pub use potential::{
    CellFault, CellValue, ExpectedFrom, IntentFrom, LinkedProspect, PotentialSettings, ProspectAction, ProspectEdit, ProspectFault,
    ProspectField, ProspectFigures, Prospects, linked_prospects,
};
pub use rating::{AxisRules, ClassTotals, Rating, RuleCuts, TrialCuts};
pub use robustness::robustness;
pub use settings::{AxisScale, ExistingSettings};
pub use state::{Note, Override, Workspace};
pub use wallet::{
    MatchedBy, ProductLine, Unmatched, UnmatchedWhy, Wallet, WalletFigures, WalletLine, WalletSettings, customers_called, wallet,
};
