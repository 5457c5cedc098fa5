//! Undo and redo: earlier and later values of the workspace, sharing their tables.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Workspace;
use crate::tables::Dataset;

/// What kind of change was made, so that the interface can name what undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Rename,
    Settings,
    Funnel,
    AddScenario,
    RenameScenario,
    RemoveScenario,
    ChooseScenario,
    Effort,
    PlaybookText,
    CustomerPlaybook,
    PlannedAction,
    Override,
    Note,
    Merge,
    Split,
    DeclineMerge,
    PotentialSettings,
    Prospects,
    RemoveProspects,
    StartPlacement,
    Place,
    RevealPlacement,
    RemovePlacement,
    ClearData,
    Append,
    Replace,
    /// The windows of "then and now".
    Windows,
    Wallet,
    FutureCustomers,
    MoveToFunnel,
    /// An earlier version was made the present state.
    RestoreVersion,
}

/// A workspace value on the other side of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub change: Change,
    /// In the past: the value before the change; in the future: the value after it.
    pub workspace: Workspace,
}

/// The present workspace between its past and its undone future.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Oldest first.
    past: Vec<Step>,
    present: Workspace,
    /// The next redo last.
    future: Vec<Step>,
}

impl History {
    /// Steps kept at most; older ones are forgotten.
    pub const MOST_STEPS: usize = 200;
    /// Rows of purchases and of the funnel that tables of the past may hold together, the present not counted: beyond it the oldest steps are forgotten.
    pub const MOST_PAST_ROWS: usize = 4_000_000;

    #[must_use]
    pub fn new(present: Workspace) -> Self {
        Self { past: Vec::new(), present, future: Vec::new() }
    }

    /// A history as it was saved: `past` oldest first, `future` with the next redo last.
    #[must_use]
    pub fn from_parts(past: Vec<Step>, present: Workspace, future: Vec<Step>) -> Self {
        let mut history = Self { past, present, future };
        history.forget_oldest();
        history
    }

    #[must_use]
    pub fn present(&self) -> &Workspace {
        &self.present
    }

    /// Oldest first.
    #[must_use]
    pub fn past(&self) -> &[Step] {
        &self.past
    }

    /// The next redo last.
    #[must_use]
    pub fn future(&self) -> &[Step] {
        &self.future
    }

    /// Makes `next` the present; what had been undone is gone.
    pub fn record(&mut self, change: Change, next: Workspace) {
        let before = std::mem::replace(&mut self.present, next);
        self.past.push(Step { change, workspace: before });
        self.future.clear();
        self.forget_oldest();
    }

    /// Goes one step back; the change that was taken back, or `None` at the beginning.
    pub fn undo(&mut self) -> Option<Change> {
        let step = self.past.pop()?;
        let undone = std::mem::replace(&mut self.present, step.workspace);
        self.future.push(Step { change: step.change, workspace: undone });
        Some(step.change)
    }

    /// Goes one step forward again; the change that was made again, or `None` at the end.
    pub fn redo(&mut self) -> Option<Change> {
        let step = self.future.pop()?;
        let before = std::mem::replace(&mut self.present, step.workspace);
        self.past.push(Step { change: step.change, workspace: before });
        Some(step.change)
    }

    fn forget_oldest(&mut self) {
        let mut keep = self.past.len().min(Self::MOST_STEPS);
        let mut rows = 0_usize;
        let mut newer = self.present.data.clone();
        for (back, step) in self.past.iter().rev().take(keep).enumerate() {
            rows = rows.saturating_add(own_rows(&step.workspace.data, &newer));
            if rows > Self::MOST_PAST_ROWS {
                keep = back;
                break;
            }
            newer = newest(&step.workspace.data, newer);
        }
        self.past.drain(..self.past.len() - keep);
    }
}

/// Rows of tables that a state has and the newer ones do not share.
fn own_rows(data: &Dataset, newer: &Dataset) -> usize {
    fn own<T>(table: &Option<Arc<T>>, newer: &Option<Arc<T>>, rows: fn(&T) -> usize) -> usize {
        match (table, newer) {
            (Some(table), Some(newer)) if Arc::ptr_eq(table, newer) => 0,
            (Some(table), _) => rows(table),
            (None, _) => 0,
        }
    }
    own(&data.purchases, &newer.purchases, |table| table.len())
        .saturating_add(own(&data.funnel_entries, &newer.funnel_entries, |table| table.len()))
        .saturating_add(own(&data.level_history, &newer.level_history, |table| table.len()))
        .saturating_add(own(&data.potential, &newer.potential, |list| list.rows.len()))
        .saturating_add(own(&data.contacts, &newer.contacts, |table| table.len()))
        .saturating_add(own(&data.prospects, &newer.prospects, |list| list.len()))
}

/// The tables of a state, and for those it lacks the newer ones.
fn newest(data: &Dataset, newer: Dataset) -> Dataset {
    Dataset {
        purchases: data.purchases.clone().or(newer.purchases),
        funnel_entries: data.funnel_entries.clone().or(newer.funnel_entries),
        level_history: data.level_history.clone().or(newer.level_history),
        potential: data.potential.clone().or(newer.potential),
        contacts: data.contacts.clone().or(newer.contacts),
        prospects: data.prospects.clone().or(newer.prospects),
        ..Dataset::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::PurchaseTable;

    fn named(name: usize) -> Workspace {
        Workspace { name: name.to_string(), ..Workspace::default() }
    }

    fn holding(rows: usize) -> Workspace {
        let table = PurchaseTable { amount: vec![0.0; rows], ..PurchaseTable::default() };
        Workspace { data: Dataset { purchases: Some(Arc::new(table)), ..Dataset::default() }, ..Workspace::default() }
    }

    #[test]
    fn the_oldest_steps_are_forgotten_and_a_new_change_ends_the_future() {
        let mut history = History::new(named(0));
        for name in 1..=History::MOST_STEPS + 5 {
            history.record(Change::Rename, named(name));
        }
        assert_eq!((history.past().len(), history.past()[0].workspace.name.as_str()), (History::MOST_STEPS, "5"));
        assert_eq!(history.undo(), Some(Change::Rename));
        assert_eq!(history.future()[0].workspace.name, (History::MOST_STEPS + 5).to_string());
        history.record(Change::Note, named(1));
        assert_eq!((history.redo(), history.future().len()), (None, 0));
    }

    #[test]
    fn tables_of_the_past_are_bounded_but_shared_ones_cost_nothing() {
        let mut history = History::new(holding(History::MOST_PAST_ROWS / 2));
        for _ in 0..50 {
            let mut next = history.present().clone();
            next.existing.seed += 1;
            history.record(Change::Settings, next);
        }
        assert_eq!(history.past().len(), 50);
        // Two further tables of the past are over the bound together with the first, which goes with all its steps.
        for _ in 0..3 {
            history.record(Change::Replace, holding(History::MOST_PAST_ROWS / 2));
        }
        assert_eq!(history.past().len(), 2);
        assert_eq!(History::from_parts(history.past().to_vec(), history.present().clone(), Vec::new()), history);
    }
}
