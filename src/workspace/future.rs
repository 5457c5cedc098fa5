//! Future customers: no need yet, but one day (METHODS 2). Which of them come first, who is due for review, and the step into the funnel.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ActionError, Change, Workspace};
use crate::calendar::Day;
use crate::tables::{FunnelEntries, FunnelEntry, LevelEvent, ProfileField, Standing};

/// Ratings of fit, from hardly to wholly.
pub const FIT: std::ops::RangeInclusive<u8> = 1..=5;
/// Longest time to need that can be typed, months.
pub const MOST_MONTHS: u32 = 600;
/// A review that falls due within so many days is shown as coming.
pub const REVIEW_SOON_DAYS: i32 = 30;

/// One future customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FutureCustomer {
    /// Never empty.
    pub name: String,
    /// How well it fits what is sold here, [`FIT`]; `None`: not rated yet.
    pub fit: Option<u8>,
    /// Months until it needs something; `None`: not known yet.
    pub months_to_need: Option<u32>,
    pub next_review: Option<Day>,
    pub note: String,
}

impl FutureCustomer {
    /// Fit × nearness of the need, 1..=25 (rule of ours). `None` while one of them is not known.
    ///
    /// ```
    /// use fourfold::workspace::FutureCustomer;
    /// let customer = |fit, months| FutureCustomer { fit: Some(fit), months_to_need: Some(months), ..FutureCustomer::default() };
    /// assert_eq!(customer(5, 3).priority(), Some(25));
    /// assert_eq!(customer(4, 12).priority(), Some(12));
    /// assert_eq!(customer(2, 60).priority(), Some(2));
    /// assert_eq!(FutureCustomer::default().priority(), None);
    /// ```
    #[must_use]
    pub fn priority(&self) -> Option<u32> {
        Some(u32::from(self.fit?) * nearness(self.months_to_need?))
    }

    /// When the review is due, as of a day.
    #[must_use]
    pub fn review(&self, today: Day) -> Review {
        let Some(day) = self.next_review else { return Review::NotSet };
        match i64::from(day.0) - i64::from(today.0) {
            days if days < 0 => Review::Overdue,
            days if days <= i64::from(REVIEW_SOON_DAYS) => Review::Soon,
            _ => Review::Later,
        }
    }
}

/// How near a need is, 5..=1: within 3, 6, 12, 24 months, later.
///
/// ```
/// use fourfold::workspace::nearness;
/// assert_eq!([0, 3, 4, 6, 12, 13, 24, 25].map(nearness), [5, 5, 4, 4, 3, 2, 2, 1]);
/// ```
#[must_use]
pub fn nearness(months: u32) -> u32 {
    match months {
        0..=3 => 5,
        4..=6 => 4,
        7..=12 => 3,
        13..=24 => 2,
        _ => 1,
    }
}

/// Where a review stands; in the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Review {
    /// Its day is past.
    Overdue,
    /// Today or within [`REVIEW_SOON_DAYS`].
    Soon,
    /// No day is set.
    NotSet,
    Later,
}

/// The future customers of a workspace, by a number that stays theirs.
pub type FutureList = BTreeMap<u32, FutureCustomer>;

/// A change of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FutureAction {
    /// One that was typed, or several that were pasted.
    Add {
        customers: Vec<FutureCustomer>,
    },
    Set {
        id: u32,
        customer: FutureCustomer,
    },
    Remove {
        id: u32,
    },
    /// Reviewed, stays on the list.
    Stay {
        id: u32,
        next_review: Option<Day>,
    },
    /// Becomes an entry on the funnel's farthest level and leaves the list.
    MoveToFunnel {
        id: u32,
        today: Day,
    },
}

/// Why a change of the list was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FutureFault {
    EmptyName,
    /// Outside [`FIT`].
    Fit {
        found: u8,
    },
    /// Over [`MOST_MONTHS`].
    Months {
        found: u32,
    },
    Unknown {
        id: u32,
    },
}

impl FutureAction {
    /// What undo will name.
    #[must_use]
    pub fn change(&self) -> Change {
        match self {
            Self::MoveToFunnel { .. } => Change::MoveToFunnel,
            _ => Change::FutureCustomers,
        }
    }
}

impl Workspace {
    /// # Errors
    /// [`FutureFault`]; nothing has changed then.
    pub(super) fn apply_future(&mut self, action: &FutureAction) -> Result<(), ActionError> {
        match action {
            FutureAction::Add { customers } => {
                let first = self.future.last_key_value().map_or(0, |(id, _)| id.saturating_add(1));
                for (id, customer) in (first..).zip(customers) {
                    self.future.insert(id, checked(customer)?);
                }
            }
            FutureAction::Set { id, customer } => *self.future_customer(*id)? = checked(customer)?,
            FutureAction::Remove { id } => drop(self.take_future(*id)?),
            FutureAction::Stay { id, next_review } => self.future_customer(*id)?.next_review = *next_review,
            FutureAction::MoveToFunnel { id, today } => {
                let customer = self.take_future(*id)?;
                self.enter_funnel(&customer, *today);
            }
        }
        Ok(())
    }

    fn future_customer(&mut self, id: u32) -> Result<&mut FutureCustomer, ActionError> {
        self.future.get_mut(&id).ok_or(ActionError::Future(FutureFault::Unknown { id }))
    }

    fn take_future(&mut self, id: u32) -> Result<FutureCustomer, ActionError> {
        self.future.remove(&id).ok_or(ActionError::Future(FutureFault::Unknown { id }))
    }

    /// A new entry on the farthest level. Where a level history is all there is of the funnel, its entries are read from it, so the
    /// customer gets its first event there.
    fn enter_funnel(&mut self, customer: &FutureCustomer, today: Day) {
        let stage = self.stage_of_farthest_level();
        if let (None, Some(history)) = (&self.data.funnel_entries, &self.data.level_history) {
            let mut history = (**history).clone();
            let key = free_key(&customer.name, |key| history.keys.code(key).is_some());
            let moment = LevelEvent::moment_of(today);
            history.push(&LevelEvent { key, stage, day: today, moment, source: u16::MAX, ..LevelEvent::default() });
            self.data.level_history = Some(Arc::new(history));
            return;
        }
        let mut entries = self.data.funnel_entries.as_deref().cloned().unwrap_or_default();
        let key = free_key(&customer.name, |key| entries.keys.code(key).is_some());
        entries.push(&entry(customer, key, stage, today, &entries));
        self.data.funnel_entries = Some(Arc::new(entries));
    }

    /// A stage text that stands for the farthest level; its code becomes one where there is none.
    fn stage_of_farthest_level(&mut self) -> String {
        let Some(code) = self.funnel.scheme.levels().last().map(|level| level.code.clone()) else { return String::new() };
        let standing = Standing::Level(code.clone());
        let stages = &mut self.funnel.stages;
        if stages.get(&code) == Some(&standing) {
            return code;
        }
        if let Some((text, _)) = stages.iter().find(|(_, known)| **known == standing) {
            return text.clone();
        }
        let mut text = code;
        while stages.contains_key(&text) {
            text.push('*');
        }
        stages.insert(text.clone(), standing);
        text
    }
}

fn entry(customer: &FutureCustomer, key: String, stage: String, today: Day, entries: &FunnelEntries) -> FunnelEntry {
    let need = Some(customer.note.clone()).filter(|note| !note.is_empty()).map(|note| (ProfileField::Need, note));
    FunnelEntry {
        key,
        customer: customer.name.clone(),
        stage,
        entered: Some(today),
        // Seen in the latest snapshot, where the rows are dated ones.
        snapshot: entries.snapshot_days().last().copied(),
        profile: need.into_iter().collect(),
        source: u16::MAX,
        ..FunnelEntry::default()
    }
}

/// The name as a key, numbered where an entry has it already.
fn free_key(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).filter_map(|number| FunnelEntry::numbered_key(name, number));
    std::iter::once(name.to_owned()).chain(numbered).find(|key| !is_taken(key)).unwrap_or_default()
}

fn checked(customer: &FutureCustomer) -> Result<FutureCustomer, ActionError> {
    let name = customer.name.trim();
    let fault = match (customer.fit, customer.months_to_need) {
        _ if name.is_empty() => Some(FutureFault::EmptyName),
        (Some(found), _) if !FIT.contains(&found) => Some(FutureFault::Fit { found }),
        (_, Some(found)) if found > MOST_MONTHS => Some(FutureFault::Months { found }),
        _ => None,
    };
    match fault {
        Some(fault) => Err(ActionError::Future(fault)),
        None => Ok(FutureCustomer { name: name.to_owned(), note: customer.note.trim().to_owned(), ..customer.clone() }),
    }
}
