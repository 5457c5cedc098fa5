//! The call list: who is called in which week, for every sales rep, by cadence, contract and repair, within the hours there are.
//!
//! Follow-ups and contacts a contract owes are commitments: they stand in the week they fall due even where the hours do not suffice,
//! and the week says by how much. Calls by cadence only take hours that are there; those that find none wait, and the week says so by
//! class. The classes take turns by their share of the time: each week a class is credited its share, each call is charged to its class,
//! and the class with most credit calls next, so that over the weeks every class gets its part however few hours one week has.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::WorkClass;
use crate::calendar::Day;
use crate::units::RELATIVE_TOLERANCE;

pub const WEEK_DAYS: i32 = 7;
/// Weeks a list can cover.
pub const MOST_WEEKS: u32 = 53;

/// The Monday of a day's ISO week.
///
/// ```
/// use fourfold::calendar::Day;
/// use fourfold::effort::monday_of;
/// assert_eq!(monday_of(Day::from_iso("2026-11-22").unwrap()).iso(), "2026-11-16");
/// assert_eq!(monday_of(Day::from_iso("2026-11-16").unwrap()).iso(), "2026-11-16");
/// ```
#[must_use]
pub fn monday_of(day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    Day(day.0.saturating_sub((day.0.rem_euclid(WEEK_DAYS) + 3) % WEEK_DAYS))
}

/// A customer to be called. The order of customers breaks ties: the more important first.
#[derive(Clone, Debug, PartialEq)]
pub struct CallCustomer {
    /// Index of the rep in [`CallFrame::rep_week_hours`].
    pub rep: usize,
    pub class: WorkClass,
    pub last_contact: Option<Day>,
    /// Days of the contacts a contract still owes, ascending.
    pub contract_due: Vec<Day>,
    pub follow_up_due: Option<Day>,
}

/// What the list is made within.
#[derive(Clone, Debug, PartialEq)]
pub struct CallFrame {
    /// The list begins with the week of this day.
    pub first: Day,
    /// At most [`MOST_WEEKS`].
    pub weeks: u32,
    /// Hours with customers that each rep has in a week.
    pub rep_week_hours: Vec<f64>,
    /// Part of them that is planned, 0..=1; the rest stays free.
    pub planned_share: f64,
    /// Share of the time, by [`WorkClass::index`].
    pub shares: [f64; WorkClass::COUNT],
    /// Days from one contact to the next, by class; a class without a positive one is not called by cadence.
    pub cadence_days: [f64; WorkClass::COUNT],
    /// Hours of a call, by class.
    pub call_hours: [f64; WorkClass::COUNT],
}

/// Why somebody is called; the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CallReason {
    FollowUp,
    Contract,
    Cadence,
}

impl CallReason {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FollowUp => "follow-up",
            Self::Contract => "contract",
            Self::Cadence => "cadence",
        }
    }
}

/// One call.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    pub rep: usize,
    /// 0-based.
    pub week: u32,
    /// Index into the customers.
    pub customer: usize,
    pub class: WorkClass,
    pub reason: CallReason,
    /// The day it falls due; before its week where it had to wait.
    pub due: Day,
    pub hours: f64,
}

/// One class in one rep's week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassWeek {
    pub calls: u32,
    /// Customers due by the end of the week that no hours are left for.
    pub waiting: u32,
    pub waiting_hours: f64,
}

/// One rep's week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepWeek {
    pub rep: usize,
    pub week: u32,
    pub monday: Day,
    /// Planned part of the rep's hours.
    pub planned_hours: f64,
    /// Rest of the week before that was too short for a call.
    pub carried_hours: f64,
    pub handed_out_hours: f64,
    /// Commitments beyond planned and carried hours; 0 where they fit.
    pub over_hours: f64,
    /// By [`WorkClass::index`].
    pub classes: [ClassWeek; WorkClass::COUNT],
}

impl RepWeek {
    /// More is due than there are hours for.
    #[must_use]
    pub fn is_over_committed(&self) -> bool {
        self.over_hours > 0.0 || self.waiting() > 0
    }

    #[must_use]
    pub fn waiting(&self) -> u32 {
        self.classes.iter().map(|class| class.waiting).fold(0, u32::saturating_add)
    }

    #[must_use]
    pub fn calls(&self) -> u32 {
        self.classes.iter().map(|class| class.calls).fold(0, u32::saturating_add)
    }
}

/// Calls in order of rep, week, and the order they were given hours in; weeks in order of rep and week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallList {
    pub calls: Vec<Call>,
    pub weeks: Vec<RepWeek>,
}

/// Makes the list. Customers whose rep is not in the frame are left out.
///
/// Where a customer was never contacted, the first calls of its rep's class are spread evenly over the class's cadence, so that a file
/// without contacts does not make everybody due at once.
#[must_use]
pub fn call_list(customers: &[CallCustomer], frame: &CallFrame) -> CallList {
    let mut list = CallList::default();
    let mut by_rep = vec![Vec::new(); frame.rep_week_hours.len()];
    for (place, customer) in customers.iter().enumerate() {
        if let Some(own) = by_rep.get_mut(customer.rep) {
            own.push((place, customer));
        }
    }
    for (rep, own) in by_rep.into_iter().enumerate() {
        let mut desk = Desk::new(rep, own, frame);
        for week in 0..frame.weeks.min(MOST_WEEKS) {
            let week = desk.week(week, &mut list.calls);
            list.weeks.push(week);
        }
    }
    list
}

/// One rep's customers as the weeks go by.
struct Desk<'frame> {
    rep: usize,
    frame: &'frame CallFrame,
    monday: Day,
    /// This rep's, each with its place among all.
    customers: Vec<(usize, &'frame CallCustomer)>,
    /// By class: next day due by cadence, and the customer.
    by_cadence: [BTreeSet<(Day, usize)>; WorkClass::COUNT],
    /// Next commitment, its reason, and the customer.
    commitments: BTreeSet<(Day, CallReason, usize)>,
    states: Vec<State>,
    credit: [f64; WorkClass::COUNT],
    /// Shares of the classes this rep has customers of, made 1.
    shares: [f64; WorkClass::COUNT],
    carried: f64,
}

#[derive(Clone, Default)]
struct State {
    next_due: Option<Day>,
    /// Contract contacts made so far on this list.
    contract_done: usize,
    followed_up: bool,
}

impl<'frame> Desk<'frame> {
    fn new(rep: usize, customers: Vec<(usize, &'frame CallCustomer)>, frame: &'frame CallFrame) -> Self {
        let states = vec![State::default(); customers.len()];
        let mut desk = Self {
            rep,
            frame,
            monday: monday_of(frame.first),
            customers,
            by_cadence: Default::default(),
            commitments: BTreeSet::new(),
            states,
            credit: [0.0; WorkClass::COUNT],
            shares: [0.0; WorkClass::COUNT],
            carried: 0.0,
        };
        desk.take_customers();
        desk
    }

    fn take_customers(&mut self) {
        let mut never = [0_usize; WorkClass::COUNT];
        for (_, customer) in self.customers.iter().filter(|(_, customer)| customer.last_contact.is_none()) {
            never[customer.class.index()] += 1;
        }
        let mut met = [0_usize; WorkClass::COUNT];
        for place in 0..self.customers.len() {
            let (class, last_contact) = (self.customers[place].1.class, self.customers[place].1.last_contact);
            let class_place = class.index();
            self.shares[class_place] = self.frame.shares[class_place].max(0.0);
            if let Some(cadence) = self.cadence(class) {
                let due = last_contact.map_or_else(
                    || {
                        self.monday
                            .0
                            .saturating_add((f64::from(cadence) * met[class_place] as f64 / never[class_place].max(1) as f64) as i32)
                    },
                    |last| last.0.saturating_add(cadence),
                );
                self.set_due(place, Some(Day(due)));
            }
            met[class_place] += usize::from(last_contact.is_none());
            self.commit(place);
        }
        let total: f64 = self.shares.iter().sum();
        if total > 0.0 {
            self.shares.iter_mut().for_each(|share| *share /= total);
        }
    }

    /// Whole days, at least one.
    fn cadence(&self, class: WorkClass) -> Option<i32> {
        let days = self.frame.cadence_days[class.index()];
        // A figure beyond the calendar is as good as never.
        (days > 0.0).then(|| days.round().clamp(1.0, 1e6) as i32)
    }

    fn set_due(&mut self, place: usize, due: Option<Day>) {
        let queue = &mut self.by_cadence[self.customers[place].1.class.index()];
        if let Some(before) = self.states[place].next_due {
            queue.remove(&(before, place));
        }
        if let Some(due) = due {
            queue.insert((due, place));
        }
        self.states[place].next_due = due;
    }

    /// The customer's next commitments.
    fn commitments_of(&self, place: usize) -> impl Iterator<Item = (Day, CallReason, usize)> {
        let (customer, state) = (self.customers[place].1, &self.states[place]);
        let follow_up = customer.follow_up_due.filter(|_| !state.followed_up).map(|day| (day, CallReason::FollowUp, place));
        let contract = customer.contract_due.get(state.contract_done).map(|&day| (day, CallReason::Contract, place));
        follow_up.into_iter().chain(contract)
    }

    fn commit(&mut self, place: usize) {
        let next: Vec<_> = self.commitments_of(place).collect();
        self.commitments.extend(next);
    }

    fn week(&mut self, week: u32, calls: &mut Vec<Call>) -> RepWeek {
        let planned = self.frame.rep_week_hours[self.rep].max(0.0) * self.frame.planned_share.clamp(0.0, 1.0);
        let mut found = RepWeek {
            rep: self.rep,
            week,
            monday: self.monday,
            planned_hours: planned,
            carried_hours: self.carried,
            handed_out_hours: 0.0,
            over_hours: 0.0,
            classes: [ClassWeek::default(); WorkClass::COUNT],
        };
        for (credit, share) in self.credit.iter_mut().zip(self.shares) {
            *credit += share * (planned + self.carried);
        }
        self.place_commitments(&mut found, calls);
        self.place_by_cadence(&mut found, calls);
        self.close(&mut found);
        found
    }

    fn sunday(&self) -> Day {
        Day(self.monday.0.saturating_add(WEEK_DAYS - 1))
    }

    fn place_commitments(&mut self, week: &mut RepWeek, calls: &mut Vec<Call>) {
        let due: Vec<_> = self.commitments.range(..(Day(self.sunday().0.saturating_add(1)), CallReason::FollowUp, 0)).copied().collect();
        let mut called = BTreeSet::new();
        for (day, reason, place) in due {
            // One call serves both a repair and a contract.
            if called.insert(place) {
                self.call(place, reason, day, week, calls);
            }
        }
        week.over_hours = above(week.handed_out_hours, week.planned_hours + week.carried_hours);
    }

    fn place_by_cadence(&mut self, week: &mut RepWeek, calls: &mut Vec<Call>) {
        let sunday = self.sunday();
        loop {
            let left = week.planned_hours + week.carried_hours - week.handed_out_hours;
            let fits = |class: usize| self.frame.call_hours[class].max(0.0) <= left * (1.0 + RELATIVE_TOLERANCE);
            let due = |class: usize| self.by_cadence[class].first().copied().filter(|(day, _)| *day <= sunday);
            let open = (0..WorkClass::COUNT).filter(|&class| left > 0.0 && fits(class)).filter_map(|class| Some((class, due(class)?)));
            let next = open.min_by(|(left, _), (right, _)| {
                let by_credit = self.credit[*right].total_cmp(&self.credit[*left]);
                by_credit.then_with(|| self.shares[*right].total_cmp(&self.shares[*left])).then(left.cmp(right))
            });
            let Some((_, (day, place))) = next else { return };
            self.call(place, CallReason::Cadence, day, week, calls);
        }
    }

    fn call(&mut self, place: usize, reason: CallReason, due: Day, week: &mut RepWeek, calls: &mut Vec<Call>) {
        let (customer, class) = (self.customers[place].0, self.customers[place].1.class);
        let hours = self.frame.call_hours[class.index()].max(0.0);
        let kept: Vec<_> = self.commitments_of(place).collect();
        for commitment in kept {
            self.commitments.remove(&commitment);
        }
        self.states[place].followed_up = true;
        self.states[place].contract_done += 1;
        self.commit(place);
        let made = due.max(self.monday);
        let next = self.cadence(class).map(|cadence| Day(made.0.saturating_add(cadence)));
        self.set_due(place, next);
        self.credit[class.index()] -= hours;
        week.handed_out_hours += hours;
        week.classes[class.index()].calls += 1;
        calls.push(Call { rep: self.rep, week: week.week, customer, class, reason, due, hours });
    }

    fn close(&mut self, week: &mut RepWeek) {
        let sunday = self.sunday();
        for class in 0..WorkClass::COUNT {
            let waiting = self.by_cadence[class].iter().take_while(|(day, _)| *day <= sunday).count();
            let waiting = u32::try_from(waiting).unwrap_or(u32::MAX);
            week.classes[class].waiting = waiting;
            week.classes[class].waiting_hours = f64::from(waiting) * self.frame.call_hours[class].max(0.0);
            if waiting == 0 {
                // Time a class had no use for is not owed to it later.
                self.credit[class] = self.credit[class].min(0.0);
            }
        }
        let left = (week.planned_hours + week.carried_hours - week.handed_out_hours).max(0.0);
        self.carried = if week.waiting() > 0 { left } else { 0.0 };
        self.monday = Day(self.monday.0.saturating_add(WEEK_DAYS));
    }
}

/// By how much a value is above a bound; the noise of floating point is not.
fn above(value: f64, bound: f64) -> f64 {
    if value > bound * (1.0 + RELATIVE_TOLERANCE) { value - bound } else { 0.0 }
}

#[cfg(test)]
mod tests;
