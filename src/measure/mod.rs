//! From tables to one figure a customer: contribution, stability and what they rest on (METHODS 0 and 1). One measure a file.
//! Knows nothing of thresholds, classes or screens.
//!
//! In reading order: the options; who the customers are; the window and its periods; one customer's activity; the single measures;
//! all of it as columns in [`Measures`].

mod options;
mod not_rated;
mod ledger;
mod customers;
mod row_filter;
mod window;
mod period_state;
mod period_totals;
mod activity;
mod variation;
mod contribution;
mod cv;
mod active_months;
mod regularity;
mod intermittence;
mod concentration;
mod score;
mod measures;
mod wallet;

pub use active_months::share_of_active_months;
pub use activity::{Activity, ActivityReader, PeriodSum};
pub use concentration::{Concentration, PARETO_SHARE, concentration, pareto_count};
pub use contribution::{contribution, row_value};
pub use customers::Customers;
pub use cv::{cv_of_orders, cv_of_periods};
pub use intermittence::{ADI_CUT, CV2_CUT, Intermittence, intermittence};
pub use ledger::Entries;
pub use measures::{Measures, stability};
pub use not_rated::NotRated;
pub use options::{ContributionBasis, Filters, MeasureOptions, MonthsCounted, SourceRange, StabilityMeasure, Window};
pub use period_state::PeriodState;
pub use period_totals::PeriodTotals;
pub use regularity::regularity;
pub use row_filter::{RowFilter, list_row_passes};
pub use score::ScoreScale;
pub use variation::Variation;
pub use wallet::{headroom, wallet_share};
pub use window::{DAYS_OF_GRACE, Periods, Span, WindowInForce};

/// Fewest counted periods a customer is rated by (METHODS 0).
pub const LEAST_PERIODS: u32 = 4;
/// Fewest orders a customer is rated by where the measure works by order (METHODS 1).
pub const LEAST_ORDERS: u32 = 3;
