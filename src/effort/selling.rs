//! Direct selling time: what a week is spent on, what can go, and what that gains (METHODS 4, S).

use serde::{Deserialize, Serialize};

use crate::units::Sum;

/// What a task is called: one of the list the page starts with, or the user's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskName {
    Selling,
    Travel,
    Quotations,
    Orders,
    Chasing,
    Meetings,
    Reports,
    Other,
    Typed(String),
}

/// What becomes of a task.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Decision {
    #[default]
    Keep,
    Drop,
    /// To so many hours a week.
    Shrink(f64),
    /// To a cheaper role, named by the user.
    Reassign(String),
}

/// One task of a sales rep's week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub name: TaskName,
    /// A week.
    pub hours: f64,
    /// Time with customers: it cannot be dropped, and takes up what is freed.
    pub is_direct: bool,
    pub decision: Decision,
}

impl Task {
    /// Hours a week that the decision frees.
    #[must_use]
    pub fn freed_hours(&self) -> f64 {
        let hours = self.hours.max(0.0);
        match &self.decision {
            _ if self.is_direct => 0.0,
            Decision::Keep => 0.0,
            Decision::Drop | Decision::Reassign(_) => hours,
            Decision::Shrink(to) => (hours - to.max(0.0)).max(0.0),
        }
    }
}

/// A week of tasks, added up.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Selling {
    pub week_hours: f64,
    pub direct_hours: f64,
    pub freed_hours: f64,
    /// `None` for a week without hours.
    pub share_before: Option<f64>,
    pub share_after: Option<f64>,
    pub gain: Option<SellingGain>,
}

/// What more direct selling time is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SellingGain {
    /// New ÷ old − 1.
    pub gain: f64,
    /// So many people with the old share spend as much time with customers.
    pub works_like: f64,
}

/// new/old − 1, and the people that `people` work like.
///
/// ```
/// use fourfold::effort::gain;
/// let found = gain(0.12, 0.22, 10.0).unwrap();
/// assert!((found.gain - 0.833).abs() < 0.0005);
/// assert!((found.works_like - 18.33).abs() < 0.005);
/// assert_eq!(gain(0.0, 0.22, 10.0), None);
/// ```
#[must_use]
pub fn gain(old_share: f64, new_share: f64, people: f64) -> Option<SellingGain> {
    (old_share > 0.0).then(|| SellingGain { gain: new_share / old_share - 1.0, works_like: people * new_share / old_share })
}

impl Selling {
    /// What is freed becomes direct selling time.
    #[must_use]
    pub fn of(tasks: &[Task], people: f64) -> Self {
        let add = |hours: &dyn Fn(&Task) -> f64| tasks.iter().map(hours).collect::<Sum>().value();
        let week = add(&|task| task.hours.max(0.0));
        let direct = add(&|task| if task.is_direct { task.hours.max(0.0) } else { 0.0 });
        let freed = add(&Task::freed_hours);
        let share = |hours: f64| (week > 0.0).then(|| hours / week);
        let (before, after) = (share(direct), share(direct + freed));
        let gain = before.zip(after).and_then(|(before, after)| gain(before, after, people));
        Self { week_hours: week, direct_hours: direct, freed_hours: freed, share_before: before, share_after: after, gain }
    }

    /// The week the page starts with (X): 40 hours, 12 % of them with customers, nothing decided yet.
    #[must_use]
    pub fn usual_week() -> Vec<Task> {
        let task = |name, hours, is_direct| Task { name, hours, is_direct, decision: Decision::Keep };
        vec![
            task(TaskName::Selling, 4.8, true),
            task(TaskName::Travel, 8.0, false),
            task(TaskName::Quotations, 5.0, false),
            task(TaskName::Orders, 6.0, false),
            task(TaskName::Chasing, 5.0, false),
            task(TaskName::Meetings, 5.0, false),
            task(TaskName::Reports, 4.0, false),
            task(TaskName::Other, 2.2, false),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropping_the_reports_lets_ten_people_work_like_eighteen() {
        let mut tasks = Selling::usual_week();
        assert!((Selling::of(&tasks, 10.0).share_before.unwrap() - 0.12).abs() < 1e-12);
        // 4 of 40 hours are a tenth: 12 % becomes 22 %.
        tasks[6].decision = Decision::Drop;
        let selling = Selling::of(&tasks, 10.0);
        let found = selling.gain.unwrap();
        assert!((selling.share_after.unwrap() - 0.22).abs() < 1e-12);
        assert!((found.gain - 0.8333).abs() < 0.0001 && (found.works_like - 18.33).abs() < 0.005);
    }

    #[test]
    fn decisions_free_what_they_say() {
        let task = |decision, is_direct| Task { name: TaskName::Other, hours: 6.0, is_direct, decision };
        assert_eq!(task(Decision::Keep, false).freed_hours(), 0.0);
        assert_eq!(task(Decision::Shrink(2.0), false).freed_hours(), 4.0);
        assert_eq!(task(Decision::Shrink(9.0), false).freed_hours(), 0.0);
        assert_eq!(task(Decision::Reassign("assistant".to_owned()), false).freed_hours(), 6.0);
        assert_eq!(task(Decision::Drop, true).freed_hours(), 0.0);
        assert_eq!(Selling::of(&[], 3.0).gain, None);
    }
}
