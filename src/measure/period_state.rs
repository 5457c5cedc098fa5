//! What becomes of a period of time in the figures of one customer.

use serde::{Deserialize, Serialize};

/// How a period enters the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodState {
    Counted,
    BeforeFirstPurchase,
    LeftOut,
}
