//! Where the hours go, as a user has decided it: people and hours, shares, cadences, channels, reps, contracts, tasks (METHODS 1, 4, 8).
//! Every default is METHODS 8's (X). Knows nothing of customers or results.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::effort::{Channel, Contract, MOST_WEEKS, Move, Selling, Split, Staff, Task, WorkClass};
use crate::plan::Allowed;

/// Every option of the Time page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EffortPlan {
    /// `None`: as many as there are reps.
    pub people: Option<f64>,
    pub weekly_hours: f64,
    /// 0..=1.
    pub direct_share: f64,
    pub weeks: f64,
    pub split: Split,
    /// Days from one contact to the next, by [`WorkClass::index`].
    pub cadence_days: [f64; WorkClass::COUNT],
    /// How the customers of a class are usually contacted.
    pub class_channels: [Channel; WorkClass::COUNT],
    /// By [`Channel::index`].
    pub channel_hours: [f64; Channel::COUNT],
    /// Cost of a contact, relative or in the currency of the data.
    pub unit_costs: [f64; Channel::COUNT],
    /// Contacts of a year by channel, typed over those of the data.
    pub contacts: [Option<f64>; Channel::COUNT],
    pub moved: Move,
    /// Calls of a year, typed over those the hours allow.
    pub calls: Option<f64>,
    /// Part of the calls that is planned, 0..=1.
    pub planned_share: f64,
    /// Weeks of the call list, 1..=[`MOST_WEEKS`].
    pub list_weeks: u32,
    /// The list begins with the week of this day; `None`: this week.
    pub list_from: Option<Day>,
    /// Reps named here beside those of the data.
    pub reps: Vec<String>,
    /// Customer key → rep, over the data's.
    pub assigned: BTreeMap<String, String>,
    /// Days from a repair to its follow-up.
    pub follow_up_days: u32,
    /// By customer key.
    pub contracts: BTreeMap<String, Contract>,
    pub tasks: Vec<Task>,
}

impl Default for EffortPlan {
    fn default() -> Self {
        let staff = Staff::with_defaults(1.0);
        Self {
            people: None,
            weekly_hours: staff.weekly_hours,
            direct_share: staff.direct_share,
            weeks: staff.weeks,
            split: Split::default(),
            // EI to EIV as METHODS 8; PI to PIV and future follow the same manner.
            cadence_days: [14.0, 7.0, 30.0, 90.0, 7.0, 14.0, 30.0, 90.0, 90.0],
            class_channels: [
                Channel::Field,
                Channel::Field,
                Channel::Field,
                Channel::Phone,
                Channel::Field,
                Channel::Phone,
                Channel::Phone,
                Channel::Email,
                Channel::Email,
            ],
            channel_hours: Channel::HOURS,
            unit_costs: Channel::RELATIVE_COST,
            contacts: [None; Channel::COUNT],
            moved: Move { from: Channel::Field, to: Channel::Phone, contacts: 100.0 },
            calls: None,
            planned_share: 0.6,
            list_weeks: 4,
            list_from: None,
            reps: Vec::new(),
            assigned: BTreeMap::new(),
            follow_up_days: 7,
            contracts: BTreeMap::new(),
            tasks: Selling::usual_week(),
        }
    }
}

/// A figure of the plan that cannot be worked with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EffortFault {
    /// `found` is `None` where it is no number.
    Figure { field: EffortField, found: Option<f64>, allowed: Allowed },
    /// 1..=[`MOST_WEEKS`] is expected.
    ListWeeks { found: u32 },
    /// A rep's name of nothing but white space, or a second time.
    RepName { name: String },
    /// A contract of no months or without a cadence.
    Contract { customer: String },
}

/// Which figure; classes and channels by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EffortField {
    People,
    WeeklyHours,
    DirectShare,
    Weeks,
    KindShare(usize),
    ExistingShare(usize),
    PotentialShare(usize),
    Cadence(usize),
    ChannelHours(usize),
    UnitCost(usize),
    Contacts(usize),
    Moved,
    Calls,
    PlannedShare,
    TaskHours(usize),
}

impl EffortPlan {
    /// # Errors
    /// The first thing that no field of the interface would have let through.
    pub fn check(&self) -> Result<(), EffortFault> {
        for (field, found, allowed) in self.figures() {
            if !allowed.admits(found) {
                return Err(EffortFault::Figure { field, found: found.is_finite().then_some(found), allowed });
            }
        }
        if !(1..=MOST_WEEKS).contains(&self.list_weeks) {
            return Err(EffortFault::ListWeeks { found: self.list_weeks });
        }
        for (place, name) in self.reps.iter().enumerate() {
            if name.trim().is_empty() || self.reps[..place].contains(name) {
                return Err(EffortFault::RepName { name: name.clone() });
            }
        }
        match self.contracts.iter().find(|(_, contract)| contract.months == 0 || contract.every_months == 0) {
            Some((customer, _)) => Err(EffortFault::Contract { customer: customer.clone() }),
            None => Ok(()),
        }
    }

    fn figures(&self) -> Vec<(EffortField, f64, Allowed)> {
        use EffortField as Field;
        let mut figures = vec![
            (Field::WeeklyHours, self.weekly_hours, Allowed::NotNegative),
            (Field::DirectShare, self.direct_share, Allowed::Share),
            (Field::Weeks, self.weeks, Allowed::NotNegative),
            (Field::Moved, self.moved.contacts, Allowed::NotNegative),
            (Field::PlannedShare, self.planned_share, Allowed::Share),
        ];
        figures.extend(self.people.map(|people| (Field::People, people, Allowed::Positive)));
        figures.extend(self.calls.map(|calls| (Field::Calls, calls, Allowed::NotNegative)));
        let mut add = |field: fn(usize) -> Field, values: &[f64], allowed: Allowed| {
            figures.extend(values.iter().enumerate().map(|(place, &value)| (field(place), value, allowed)));
        };
        add(Field::KindShare, &self.split.kinds, Allowed::Share);
        add(Field::ExistingShare, &self.split.existing, Allowed::Share);
        add(Field::PotentialShare, &self.split.potential, Allowed::Share);
        add(Field::Cadence, &self.cadence_days, Allowed::Positive);
        add(Field::ChannelHours, &self.channel_hours, Allowed::NotNegative);
        add(Field::UnitCost, &self.unit_costs, Allowed::NotNegative);
        add(Field::Contacts, &self.contacts.map(|contacts| contacts.unwrap_or(0.0)), Allowed::NotNegative);
        let tasks: Vec<f64> = self.tasks.iter().map(|task| task.hours).collect();
        add(Field::TaskHours, &tasks, Allowed::NotNegative);
        figures
    }

    /// What was settled for a spelling holds for the customer it becomes.
    pub(super) fn carry_over(&mut self, spelling: &str, target: &str) {
        if let Some(rep) = self.assigned.get(spelling).cloned() {
            self.assigned.entry(target.to_owned()).or_insert(rep);
        }
        if let Some(contract) = self.contracts.get(spelling).copied() {
            self.contracts.entry(target.to_owned()).or_insert(contract);
        }
    }

    /// Hours of one contact with a customer of a class, by [`WorkClass::index`].
    #[must_use]
    pub fn call_hours(&self) -> [f64; WorkClass::COUNT] {
        self.class_channels.map(|channel| self.channel_hours[channel.index()])
    }

    /// The staff; `reps` are those known by name.
    #[must_use]
    pub fn staff(&self, reps: usize) -> Staff {
        let people = self.people.unwrap_or(reps.max(1) as f64);
        Staff { people, weekly_hours: self.weekly_hours, direct_share: self.direct_share, weeks: self.weeks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(edit: impl FnOnce(&mut EffortPlan)) -> Option<EffortFault> {
        let mut plan = EffortPlan::default();
        edit(&mut plan);
        plan.check().err()
    }

    #[test]
    fn the_default_plan_can_be_worked_with() {
        assert_eq!(EffortPlan::default().check(), Ok(()));
    }

    #[test]
    fn what_no_field_lets_through_is_refused_with_its_place() {
        let figure = |field, found, allowed| Some(EffortFault::Figure { field, found, allowed });
        assert_eq!(fault(|plan| plan.cadence_days[2] = 0.0), figure(EffortField::Cadence(2), Some(0.0), Allowed::Positive));
        assert_eq!(fault(|plan| plan.direct_share = 22.0), figure(EffortField::DirectShare, Some(22.0), Allowed::Share));
        assert_eq!(fault(|plan| plan.tasks[1].hours = f64::NAN), figure(EffortField::TaskHours(1), None, Allowed::NotNegative));
        assert_eq!(fault(|plan| plan.list_weeks = 0), Some(EffortFault::ListWeeks { found: 0 }));
        assert_eq!(fault(|plan| plan.reps = vec!["Li".to_owned(), "Li".to_owned()]), Some(EffortFault::RepName { name: "Li".to_owned() }));
        let contract = Contract { starts: Day(0), months: 24, every_months: 0 };
        let refused = fault(|plan| {
            plan.contracts.insert("a".to_owned(), contract);
        });
        assert_eq!(refused, Some(EffortFault::Contract { customer: "a".to_owned() }));
    }
}
