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
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::effort::Split;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    fn frame(weeks: u32, rep_week_hours: Vec<f64>) -> CallFrame {
        CallFrame {
            first: day("2026-01-05"),
            weeks,
            rep_week_hours,
            planned_share: 0.6,
            shares: Split::default().shares(),
            cadence_days: [14.0, 7.0, 30.0, 90.0, 7.0, 14.0, 30.0, 90.0, 90.0],
            call_hours: [2.0; WorkClass::COUNT],
        }
    }

    fn customer(rep: usize, class: WorkClass, last_contact: Option<&str>) -> CallCustomer {
        CallCustomer { rep, class, last_contact: last_contact.map(day), contract_due: Vec::new(), follow_up_due: None }
    }

    fn weeks_of(list: &CallList, customer: usize) -> Vec<u32> {
        list.calls.iter().filter(|call| call.customer == customer).map(|call| call.week).collect()
    }

    #[test]
    fn every_class_is_called_at_its_cadence_where_hours_suffice() {
        let last = Some("2026-01-04");
        let customers: Vec<_> =
            [WorkClass::EI, WorkClass::EII, WorkClass::EIII, WorkClass::EIV].map(|class| customer(0, class, last)).into();
        let list = call_list(&customers, &frame(8, vec![40.0]));
        // 14, 7, 30 and 90 days after Sunday the 4th.
        assert_eq!(weeks_of(&list, 0), [1, 3, 5, 7]);
        assert_eq!(weeks_of(&list, 1), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(weeks_of(&list, 2), [4]);
        assert_eq!(weeks_of(&list, 3), [] as [u32; 0]);
        assert!(list.weeks.iter().all(|week| !week.is_over_committed()));
    }

    #[test]
    fn over_commitment_is_flagged_at_rep_week_and_class() {
        // 10 hours, 60 % planned: three visits a week. Five are due every week.
        let customers: Vec<_> = (0..5).map(|_| customer(0, WorkClass::EII, Some("2026-01-01"))).collect();
        let mut both = customers.clone();
        both.push(customer(1, WorkClass::EI, Some("2026-01-01")));
        let list = call_list(&both, &frame(1, vec![10.0, 10.0]));
        let week = &list.weeks[0];
        assert_eq!((week.calls(), week.waiting(), week.over_hours), (3, 2, 0.0));
        assert_eq!((week.classes[WorkClass::EII.index()].waiting, week.classes[WorkClass::EII.index()].waiting_hours), (2, 4.0));
        assert!(!list.weeks[1].is_over_committed(), "the other rep has time");
    }

    #[test]
    fn the_rest_of_a_short_week_helps_the_next_one() {
        // 5 hours, 60 % planned: 3 hours, one visit and an hour over; two visits in the second week.
        let customers: Vec<_> = (0..6).map(|_| customer(0, WorkClass::EII, Some("2025-12-01"))).collect();
        let list = call_list(&customers, &frame(2, vec![5.0]));
        assert_eq!(list.weeks.iter().map(RepWeek::calls).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((list.weeks[1].carried_hours, list.weeks[1].handed_out_hours), (1.0, 4.0));
    }

    #[test]
    fn no_class_is_starved_however_short_the_weeks() {
        let classes = [WorkClass::EI, WorkClass::EII, WorkClass::EIII, WorkClass::EIV];
        let customers: Vec<_> = (0..80).map(|place| customer(0, classes[place % 4], Some("2025-01-01"))).collect();
        let list = call_list(&customers, &frame(50, vec![10.0]));
        let calls = classes.map(|class| list.calls.iter().filter(|call| call.class == class).count());
        // 150 visits by 30, 40, 20 and 10 %.
        for (calls, expected) in calls.into_iter().zip([45_usize, 60, 30, 15]) {
            assert!(calls.abs_diff(expected) <= 1, "{calls} of {expected}");
        }
    }

    #[test]
    fn repairs_and_contracts_are_kept_even_where_time_is_short() {
        let mut owed = customer(0, WorkClass::EIV, Some("2026-01-02"));
        owed.contract_due = vec![day("2026-01-10"), day("2026-01-23")];
        let mut repaired = customer(0, WorkClass::EI, Some("2026-01-02"));
        repaired.follow_up_due = Some(day("2026-01-07"));
        let list = call_list(&[owed, repaired], &frame(3, vec![1.0]));
        let reasons: Vec<_> = list.calls.iter().map(|call| (call.customer, call.week, call.reason)).collect();
        assert_eq!(reasons, [(1, 0, CallReason::FollowUp), (0, 0, CallReason::Contract), (0, 2, CallReason::Contract)]);
        assert!((list.weeks[0].over_hours - 3.4).abs() < 1e-9, "four hours against 0.6");
    }

    #[test]
    fn without_any_contact_the_first_calls_are_spread_over_the_cadence() {
        let customers: Vec<_> = (0..8).map(|_| customer(0, WorkClass::EI, None)).collect();
        let list = call_list(&customers, &frame(2, vec![40.0]));
        assert_eq!(list.weeks.iter().map(RepWeek::calls).collect::<Vec<_>>(), [4, 4]);
    }

    fn any_customer() -> impl Strategy<Value = CallCustomer> {
        let contract = prop::collection::btree_set(20_400_i32..20_700, 0..4);
        (0_usize..4, 0..WorkClass::COUNT, prop::option::of(20_000_i32..20_500), contract, prop::option::of(20_400_i32..20_600)).prop_map(
            |(rep, class, last, contract, repair)| CallCustomer {
                rep,
                class: WorkClass::ALL[class],
                last_contact: last.map(Day),
                contract_due: contract.into_iter().map(Day).collect(),
                follow_up_due: repair.map(Day),
            },
        )
    }

    proptest! {
        #[test]
        fn hours_on_the_list_never_exceed_those_there_are_unless_the_week_says_so(
            customers in prop::collection::vec(any_customer(), 0..60),
            hours in prop::collection::vec(0.0..30.0_f64, 1..4),
            weeks in 1_u32..12,
            planned_share in 0.0..=1.0_f64,
            call_hours in prop::array::uniform9(0.0..4.0_f64),
        ) {
            let frame = CallFrame { planned_share, call_hours, ..frame(weeks, hours.clone()) };
            let list = call_list(&customers, &frame);
            prop_assert_eq!(list.weeks.len(), hours.len() * weeks as usize);
            for week in &list.weeks {
                let there = week.planned_hours + week.carried_hours + week.over_hours;
                prop_assert!(week.handed_out_hours <= there + 1e-6, "{week:?}");
                let own: f64 = list.calls.iter().filter(|call| (call.rep, call.week) == (week.rep, week.week)).map(|call| call.hours).sum();
                prop_assert!((own - week.handed_out_hours).abs() < 1e-9);
            }
            // What is carried over is no new time.
            for rep in 0..hours.len() {
                let of_rep = || list.weeks.iter().filter(|week| week.rep == rep);
                let (handed, planned, over) = of_rep().fold((0.0, 0.0, 0.0), |(handed, planned, over), week| {
                    (handed + week.handed_out_hours, planned + week.planned_hours, over + week.over_hours)
                });
                prop_assert!(handed <= planned + over + 1e-6);
            }
            let again = call_list(&customers, &frame);
            prop_assert_eq!(again, list);
        }
    }
}
