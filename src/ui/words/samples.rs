//! Views for the tests of this folder: the numbers of the handbook's small example, not anyone's data.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crate::calendar::{Day, Grain};
use crate::classify::{Cuts, Direction, Quadrant, Side};
use crate::engine::{CardView, ClassTotals, NotRated, PeriodBar, PeriodState, QuadrantView, Robustness, ScoreScale, WorkspaceView};
use crate::ui::i18n::{Language, Texts};
use crate::workspace::ExistingSettings;

pub const ENGLISH: Texts = Texts(Language::English);
pub const CHINESE: Texts = Texts(Language::Chinese);

/// The spaces that keep figure and unit together, as plain ones.
pub fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

pub fn day(iso: &str) -> i32 {
    Day::from_iso(iso).unwrap().0
}

fn class(customers: u32, amount: f64, total: f64) -> ClassTotals {
    ClassTotals { customers, amount, share: (total > 0.0).then(|| amount / total), overridden: 0 }
}

/// 412 customers over Dec 2010 – 9 Dec 2011, the last month incomplete.
pub fn existing() -> QuadrantView {
    let total = 1_152_000.0;
    QuadrantView {
        revision: 1,
        side: Side::Existing,
        classes: [
            class(111, 657_000.0, total),
            class(72, 374_000.0, total),
            class(72, 34_000.0, total),
            class(110, 40_000.0, total),
            class(47, 47_000.0, total),
        ],
        not_rated: vec![(NotRated::TooFewPeriods, 45), (NotRated::MeanNotPositive, 2)],
        customers: 412,
        with_amount: 412,
        total,
        cuts: Some(Cuts { vertical: 942.0, horizontal: 1.2, direction: Direction::LowIsGood }),
        rule_cuts: Some(Cuts { vertical: 942.0, horizontal: 1.2, direction: Direction::LowIsGood }),
        score_scale: ScoreScale::Variation,
        changed: 0,
        window: Some((day("2010-12-01"), day("2011-12-09"))),
        grain: Grain::Month,
        periods: Some((2010 * 12 + 11, 2011 * 12 + 10, 12)),
        incomplete: vec![2011 * 12 + 11],
        warnings: Vec::new(),
        gini: Some(0.7),
        hhi: Some(0.02),
        pareto_customers: 105,
    }
}

pub fn workspace() -> WorkspaceView {
    WorkspaceView {
        revision: 1,
        name: "Harbour Wholesale".into(),
        settings: ExistingSettings::default(),
        can_undo: false,
        can_redo: false,
        purchase_rows: 6204,
        customers: 412,
        days: Some((day("2010-12-01"), day("2011-12-09"))),
        currency: "GBP".into(),
        has_cost: false,
        has_given_measures: false,
        regions: Vec::new(),
        products: Vec::new(),
        reps: Vec::new(),
        overrides: 0,
        merges: 0,
        prospects: 0,
        lost: None,
    }
}

/// Four months with orders out of twelve, the thirteenth left out.
pub fn card() -> CardView {
    let amounts = [3120.0, 0.0, 0.0, 4210.0, 0.0, 0.0, 0.0, 9380.0, 0.0, 0.0, 2766.0, 0.0, 1500.0];
    let bars = amounts.iter().enumerate().map(|(place, &amount)| PeriodBar {
        period: 2010 * 12 + 11 + place as i32,
        amount,
        returns: if place == 3 { -120.0 } else { 0.0 },
        state: if place == 12 { PeriodState::LeftOut } else { PeriodState::Counted },
    });
    CardView {
        revision: 1,
        side: Side::Existing,
        customer: 9,
        key: "13089".into(),
        name: "Larkfield Trading".into(),
        spellings: Vec::new(),
        region: String::new(),
        rep: String::new(),
        rank: 10,
        customers: 412,
        class: Some(Quadrant::II),
        computed_class: Some(Quadrant::II),
        not_rated: None,
        overridden: None,
        note: None,
        amount: Some(19_476.0),
        vertical: Some(19_476.0),
        share: Some(19_476.0 / 1_152_000.0),
        horizontal: Some(1.777),
        score: Some(1.0 / 2.777),
        orders: 6,
        first_day: Some(day("2010-12-03")),
        last_day: Some(day("2011-12-05")),
        cuts: existing().cuts,
        grain: Grain::Month,
        bars: bars.collect(),
        mean: Some(1623.0),
        deviation: Some(2884.0),
        counted: 12,
        active: 4,
        adi: Some(3.0),
        cv2: Some(0.35),
        moves: Vec::new(),
        robustness: Some(Robustness { draws: 1000, shares: [0.083, 0.91, 0.0, 0.007, 0.0], block: 1, seed: 1 }),
        other_measures: Vec::new(),
        purchases: Vec::new(),
        order_rows: 14,
        prospect: None,
    }
}
