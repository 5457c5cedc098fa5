//! The migration matrix: every customer of either window with its class in each, and why it moved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::windows::options_of;
use super::{ChangesSettings, Growth};
use crate::classify::{AxisShift, Class, Cuts, Direction, Quadrant, class_of};
use crate::measure::{Customers, MeasureOptions, Measures, NotRated, Periods, Span};
use crate::units::Sum;
use crate::workspace::{Plane, Rating, RuleCuts, TrialCuts, Workspace};

/// Where a customer stands in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Spot {
    Class(Quadrant),
    NotRated,
    /// Not one purchase in the window.
    Absent,
}

impl Spot {
    pub const ALL: [Self; 6] = [
        Self::Class(Quadrant::I),
        Self::Class(Quadrant::II),
        Self::Class(Quadrant::III),
        Self::Class(Quadrant::IV),
        Self::NotRated,
        Self::Absent,
    ];

    /// 0..=5, in the order of [`Self::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Class(quadrant) => quadrant.index(),
            Self::NotRated => 4,
            Self::Absent => 5,
        }
    }
}

/// One customer in one window that has purchases of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub contribution: f64,
    /// In the measure's unit, or why there is none.
    pub stability: Result<f64, NotRated>,
    pub class: Class,
}

/// One customer of either window.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    pub customer: u32,
    /// `None`: not one purchase in the window.
    pub first: Option<Seen>,
    pub second: Option<Seen>,
    /// Both axes, where the customer has a class in both windows.
    pub contribution: Option<AxisShift>,
    pub stability: Option<AxisShift>,
    /// In the second window alone, but a customer before it.
    pub returned: bool,
}

impl Compared {
    /// Row and column of the matrix.
    #[must_use]
    pub fn spots(&self) -> (Spot, Spot) {
        (spot(self.first), spot(self.second))
    }

    /// Contribution now − then, an absent window counting as 0.
    #[must_use]
    pub fn money_moved(&self) -> f64 {
        let worth = |seen: Option<Seen>| seen.map_or(0.0, |seen| seen.contribution);
        worth(self.second) - worth(self.first)
    }
}

fn spot(seen: Option<Seen>) -> Spot {
    seen.map_or(Spot::Absent, |seen| seen.class.map_or(Spot::NotRated, Spot::Class))
}

/// Customers of one cell with their money in both windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SpotTotals {
    pub customers: u32,
    pub then: f64,
    pub now: f64,
}

/// One of the two windows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowFacts {
    /// `None` where the choice names nothing, or no day of the data.
    pub window: Option<Span>,
    pub periods: Option<Periods>,
    pub cuts: Option<Cuts>,
    /// Customers with a purchase in the window.
    pub customers: u32,
    pub total: f64,
    pub not_rated: BTreeMap<NotRated, u32>,
}

/// Two windows compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Migration {
    pub first: WindowFacts,
    pub second: WindowFacts,
    /// Row: where it stood, column: where it stands, both in the order of [`Spot::ALL`]. The last row holds the entries, the last column
    /// the exits.
    pub cells: [[SpotTotals; 6]; 6],
    pub growth: Growth,
    /// Every customer of either window, by number.
    pub customers: Vec<Compared>,
    /// Of the customers with a class in both windows: how many changed it.
    pub moved: u32,
    pub stayed: u32,
    /// Of those who changed it: how many would not have, had the cuts stayed where they were.
    pub moved_by_cuts: u32,
    /// Days that both windows have.
    pub overlap_days: u32,
}

/// Compares the two windows of a workspace. Classes set by hand are left out: they belong to no window.
#[must_use]
pub fn migration(workspace: &Workspace, customers: &Customers, settings: &ChangesSettings) -> Migration {
    let options = workspace.existing.measure_options();
    let measured = |choice, later| {
        let of_window = options_of(choice, later, &workspace.data, customers, &options);
        of_window.map(|options: MeasureOptions| Measures::new(&workspace.data, customers, &options))
    };
    let first = measured(settings.first, false);
    let second = measured(settings.second, true);
    let rated = |measures: &Option<Measures>, trial| {
        let rating = |measures| {
            let plane = Plane::of_measures(measures);
            Rating::new(customers, &plane, &RuleCuts::new(&plane, workspace.existing.axis_rules()), &BTreeMap::new(), trial)
        };
        measures.as_ref().map(rating).unwrap_or_default()
    };
    let then = rated(&first, TrialCuts::default());
    let held = then.cuts.filter(|_| settings.hold_cuts);
    let held = held.map(|cuts| TrialCuts { vertical: Some(cuts.vertical), horizontal: Some(cuts.horizontal) });
    let now = rated(&second, held.unwrap_or_default());
    let (first, second) = (Judged { measures: first, rating: then }, Judged { measures: second, rating: now });
    Migration::of(customers, &first, &second)
}

/// A window with what came of it.
struct Judged {
    measures: Option<Measures>,
    rating: Rating,
}

impl Judged {
    fn seen(&self, number: u32) -> Option<Seen> {
        let measures = self.measures.as_ref().filter(|measures| measures.window.is_some())?;
        measures.customers.binary_search(&number).ok()?;
        let stability = measures.stability_of(number);
        (stability != Err(NotRated::NotInWindow)).then(|| Seen {
            contribution: measures.contribution_of(number),
            stability,
            class: self.rating.computed_class(number),
        })
    }

    fn side(&self, seen: impl Iterator<Item = Seen>) -> WindowFacts {
        let mut side = WindowFacts {
            window: self.measures.as_ref().and_then(|measures| measures.window),
            periods: self.measures.as_ref().and_then(|measures| measures.periods.clone()),
            cuts: self.rating.cuts,
            ..WindowFacts::default()
        };
        let mut total = Sum::default();
        for seen in seen {
            side.customers += 1;
            total.add(seen.contribution);
            if seen.class.is_none() {
                *side.not_rated.entry(seen.stability.err().unwrap_or(NotRated::NoMeasure)).or_default() += 1;
            }
        }
        side.total = total.value();
        side
    }
}

impl Migration {
    fn of(customers: &Customers, first: &Judged, second: &Judged) -> Self {
        let cuts = first.rating.cuts.zip(second.rating.cuts);
        let starts = second.measures.as_ref().and_then(|measures| measures.window).map(|window| window.first);
        let compared = customers.present().iter().filter_map(|&customer| {
            let (then, now) = (first.seen(customer), second.seen(customer));
            (then.is_some() || now.is_some()).then(|| {
                let (contribution, stability) = shifts(then, now, cuts).unzip();
                let earlier = customers.first_day(customer).zip(starts).is_some_and(|(bought, starts)| bought < starts);
                Compared { customer, first: then, second: now, contribution, stability, returned: then.is_none() && earlier }
            })
        });
        let compared: Vec<Compared> = compared.collect();
        let mut found = Self {
            first: first.side(compared.iter().filter_map(|one| one.first)),
            second: second.side(compared.iter().filter_map(|one| one.second)),
            growth: growth(&compared),
            cells: cells(&compared),
            ..Self::default()
        };
        found.count_moves(&compared, first.rating.cuts);
        found.overlap_days = overlap(found.first.window, found.second.window);
        found.customers = compared;
        found
    }

    fn count_moves(&mut self, compared: &[Compared], cuts: Option<Cuts>) {
        for one in compared {
            let (Some(then), Some(now)) = (one.first, one.second) else { continue };
            let (Some(from), Some(to)) = (then.class, now.class) else { continue };
            if from == to {
                self.stayed += 1;
                continue;
            }
            self.moved += 1;
            let held = cuts.zip(now.stability.ok()).map(|(cuts, stability)| class_of(now.contribution, stability, cuts));
            self.moved_by_cuts += u32::from(held == Some(from));
        }
    }
}

fn shifts(first: Option<Seen>, second: Option<Seen>, cuts: Option<(Cuts, Cuts)>) -> Option<(AxisShift, AxisShift)> {
    let (first, second) = (first.filter(|seen| seen.class.is_some())?, second.filter(|seen| seen.class.is_some())?);
    let (then, now) = cuts?;
    let contribution = (first.contribution, second.contribution);
    let stability = (first.stability.ok()?, second.stability.ok()?);
    Some((
        AxisShift::new(contribution, (then.vertical, now.vertical), Direction::HighIsGood),
        AxisShift::new(stability, (then.horizontal, now.horizontal), now.direction),
    ))
}

fn cells(compared: &[Compared]) -> [[SpotTotals; 6]; 6] {
    let mut sums = [[(0_u32, Sum::default(), Sum::default()); 6]; 6];
    for one in compared {
        let (from, to) = one.spots();
        let (customers, then, now) = &mut sums[from.index()][to.index()];
        *customers += 1;
        then.add(one.first.map_or(0.0, |seen| seen.contribution));
        now.add(one.second.map_or(0.0, |seen| seen.contribution));
    }
    sums.map(|row| row.map(|(customers, then, now)| SpotTotals { customers, then: then.value(), now: now.value() }))
}

fn growth(compared: &[Compared]) -> Growth {
    let mut growth = Growth::default();
    let mut sums = [Sum::default(); 5];
    for one in compared {
        match (one.first, one.second) {
            (Some(then), Some(now)) => {
                growth.same_customers += 1;
                sums[0].add(then.contribution);
                sums[1].add(now.contribution);
            }
            (Some(then), None) => {
                growth.lost_customers += 1;
                sums[2].add(then.contribution);
            }
            (None, Some(now)) if one.returned => {
                growth.returned_customers += 1;
                sums[3].add(now.contribution);
            }
            (None, Some(now)) => {
                growth.new_customers += 1;
                sums[4].add(now.contribution);
            }
            (None, None) => {}
        }
    }
    let [same_then, same_now, lost_then, returned_now, new_now] = sums.map(|sum| sum.value());
    Growth { same_then, same_now, lost_then, returned_now, new_now, ..growth }
}

fn overlap(first: Option<Span>, second: Option<Span>) -> u32 {
    let Some((first, second)) = first.zip(second) else { return 0 };
    let (from, to) = (first.first.max(second.first), first.last.min(second.last));
    if from <= to { to.0.abs_diff(from.0).saturating_add(1) } else { 0 }
}
