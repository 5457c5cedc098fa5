//! The sales funnel from a target to the entries it takes: levels, advance rates, working back, stock and gap (METHODS 3).
//! Knows nothing of tables of a workspace, screens or wording; a day or a seed is handed in.
//!
//! Everything counts **stages** from the sale outward: stage 0 is the sale, the last stage the farthest level. A **step** `i` leads
//! from stage `i + 1` to stage `i`; its advance rate is the share of stage `i + 1` that ever reaches stage `i`. The contract scheme has
//! the stages A B C D E and the steps B→A, C→B, D→C, E→D.

mod input;
mod level;
mod chain;
mod stock;
mod groups;
mod deadline;
mod sensitivity;
mod forecast;
mod staffing;
mod audit;
mod intervals;
mod belief;
mod position;
mod rates;
mod incidence;
mod dwell;
mod cohort;
mod arrivals;
mod snapshots;
mod confidence;
mod orders;
mod simulate;
mod outcomes;
mod by_month;

pub use arrivals::{Arrivals, arrivals, expected_arrivals};
pub use audit::{
    Completeness, FollowedUp, KnownContacts, Overdue, Raise, asset_recovery, completeness, overdue, raised_without_contact, review_sample,
};
pub use belief::RateBelief;
pub use by_month::{MOST_MONTHS, MonthPlan, MonthSimulation, RevenueByMonth, RevenueMonth};
pub use chain::{Chain, ChainInput, Figure, Reach, Source, Stage, Step, StepInput, back_calculation, forward_calculation};
pub use cohort::{Cohorts, OutcomeCounts, StepCohort, cohorts};
pub use confidence::{Confidence, ConfidenceError, EntriesNeeded, MOST_ENTRIES, MOST_SALES, chance_of, entries_needed};
pub use deadline::{MOST_DAYS, last_entry_days};
pub use dwell::{Dwell, DwellBars};
pub use forecast::{Absorption, Forecast, MOST_PERIODS, TransitionError, Transitions};
pub use groups::{Group, GroupPlan, ShareSource, plan_groups};
pub use incidence::{End, Incidence, Spell, cumulative_incidence};
pub use input::{Allowed, Field, InputError, MOST};
pub use intervals::{INTERVAL_LEVEL, Interval, MOST_CASES, Proportion, RateError};
pub use level::{Level, LevelText, Linked, Sale, Scheme, SchemeError};
pub use orders::{OrderError, OrderSizes};
pub use outcomes::{Band, Chance, NeededAtChance, Outcomes};
pub use position::{Movement, Position, PositionError};
pub use rates::{RateSource, StepRate, Tally};
pub use sensitivity::{Effect, Inflow, LeastKnown, Lever, LeverInput, Levers, Lifts, MeasuredRate, least_known, levers};
pub use simulate::{DRAWS, Goal, MOST_DRAWS, Simulation, SimulationError, SimulationPlan};
pub use snapshots::{Pair, Standpoint, StockRate, TransitionCounts, count_transitions, rate_from_stocks, snapshot_tallies};
pub use staffing::{
    HOURS_PER_ATTEMPT, Staffing, StaffingOptions, TIER_1_STAFF_SHARE, TIER_1_STAFF_SHARE_NET, TIER_3_WORKLOAD_SHARE, TIERS, Tier,
    customers_by_step, heads, staffing, staffing_by_region, tier_of_step,
};
pub use stock::{StockPlan, StockStage, hold_against};
