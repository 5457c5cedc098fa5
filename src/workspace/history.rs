//! Undo and redo: earlier and later values of the workspace, sharing their tables.

use serde::{Deserialize, Serialize};

use super::Workspace;

/// What kind of change was made, so that the interface can name what undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Rename,
    Settings,
    Override,
    Note,
    Merge,
    Split,
    DeclineMerge,
    ClearData,
    Append,
    Replace,
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
    /// Purchase rows that tables of the past may hold together, the present not counted: beyond it the oldest steps are forgotten.
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
        let mut newer = self.present.data.purchases.as_ref();
        for (back, step) in self.past.iter().rev().take(keep).enumerate() {
            let table = step.workspace.data.purchases.as_ref();
            let shared = match (table, newer) {
                (Some(table), Some(newer)) => std::sync::Arc::ptr_eq(table, newer),
                (None, _) => true,
                (Some(_), None) => false,
            };
            if !shared {
                rows = rows.saturating_add(table.map_or(0, |table| table.len()));
            }
            if rows > Self::MOST_PAST_ROWS {
                keep = back;
                break;
            }
            newer = table.or(newer);
        }
        self.past.drain(..self.past.len() - keep);
    }
}
