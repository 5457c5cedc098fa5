//! Questions about time, playbooks and actions, and their answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Revision;
use crate::calendar::Day;
use crate::classify::Side;
use crate::effort::{
    Adequacy, CallPlan, CallReason, Channel, ChannelMix, ClassNeed, Contract, ContractStanding, Dealt, MixFigures, RepWeek, Selling, Staff,
    WorkClass,
};
use crate::playbook::{ActionFilter, ActionOrder, LedgerFigures, PlannedAction, PlaybookPart, Rebate, SwitchingFigures};
use crate::workspace::{CustomerPlaybook, EffortPlan, MixSource};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EffortQuery {
    /// → [`super::View::Time`].
    Time,
    /// The calls of every rep's weeks → [`super::View::CallList`].
    CallList { today: Day },
    /// What is put down about one customer → [`super::View::CardPlan`].
    Card { side: Side, customer: u32, today: Day },
    /// Texts that differ from the handbook's, and what stands in each class → [`super::View::Playbooks`].
    Playbooks,
    /// → [`super::View::Actions`].
    Actions { filter: ActionFilter, order: ActionOrder, today: Day },
}

/// A rep; an empty name is a person without one yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepView {
    pub name: String,
    /// Customers with a class.
    pub customers: u32,
    /// Named on the page, so that the name can be taken back there.
    pub is_typed: bool,
}

/// Contacts of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContactsView {
    pub all: u32,
    pub unmatched: u32,
    pub without_channel: u32,
    /// Last day of the year that counts.
    pub until: Option<Day>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeView {
    pub revision: Revision,
    pub plan: EffortPlan,
    pub currency: String,
    pub reps: Vec<RepView>,
    /// Customers that were dealt to a rep in turn.
    pub dealt_customers: u32,
    pub staff: Staff,
    pub without_class: u32,
    pub dealt: Dealt,
    /// By [`WorkClass::index`].
    pub needs: [ClassNeed; WorkClass::COUNT],
    pub adequacy: [Adequacy; WorkClass::COUNT],
    pub calls_possible: f64,
    pub calls: CallPlan,
    pub contacts: ContactsView,
    pub mix: ChannelMix,
    pub mix_source: MixSource,
    pub mix_now: MixFigures,
    pub mix_after: MixFigures,
    pub selling: Selling,
}

/// One call of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallRow {
    /// Index into the reps.
    pub rep: u32,
    /// 0-based.
    pub week: u32,
    pub monday: Day,
    /// Among the customers of the side its class is of.
    pub customer: Option<u32>,
    pub key: String,
    pub name: String,
    pub class: WorkClass,
    pub channel: Channel,
    pub reason: CallReason,
    pub due: Day,
    pub hours: f64,
    pub last_contact: Option<Day>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallListView {
    pub revision: Revision,
    pub first: Day,
    pub reps: Vec<RepView>,
    /// In order of rep, week, and the order in which hours were given.
    pub calls: Vec<CallRow>,
    /// In order of rep and week.
    pub weeks: Vec<RepWeek>,
    /// Hours with customers that a rep has in a week for the kinds of customers there are.
    pub rep_week_hours: f64,
    /// Part of the time that is kept for kinds of customers there are none of.
    pub kept_share: f64,
    pub planned_share: f64,
    pub customers: u32,
    pub without_class: u32,
    pub dealt_customers: u32,
    pub contacts: ContactsView,
}

/// A planned action as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionRow {
    pub number: u32,
    pub action: PlannedAction,
    /// `None` where the data no longer know the customer.
    pub customer: Option<u32>,
    /// Where that customer is to be found.
    pub side: Side,
    pub name: String,
    pub class: Option<WorkClass>,
    pub is_overdue: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActionsView {
    pub revision: Revision,
    pub rows: Vec<ActionRow>,
    /// Of all actions, sorted.
    pub owners: Vec<String>,
    /// Classes that have actions; `None`: customers without one.
    pub classes: Vec<Option<WorkClass>>,
    pub all: u32,
    pub open: u32,
    pub overdue: u32,
    pub done: u32,
    /// Customers to add an action for: number, key and name, the more valuable first, at most 500.
    pub customers: Vec<(u32, String, String)>,
}

/// What is put down about one customer, with what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardPlanView {
    pub revision: Revision,
    pub customer: u32,
    pub key: String,
    pub class: Option<WorkClass>,
    pub currency: String,
    /// Of the customer's class, where they differ from the handbook's.
    pub texts: BTreeMap<PlaybookPart, String>,
    pub playbook: CustomerPlaybook,
    pub switching: SwitchingFigures,
    /// Turnover the rebate is reckoned with.
    pub rebate: Rebate,
    pub ledger: LedgerFigures,
    pub contribution: f64,
    pub actions: Vec<ActionRow>,
    pub contract: Option<(Contract, ContractStanding)>,
    pub rep: RepView,
    pub is_dealt: bool,
    pub last_contact: Option<Day>,
    /// Contacts in the year up to today.
    pub contacts_last_year: u32,
    /// Follow-up after the last repair, where it is still open.
    pub follow_up_due: Option<Day>,
    pub cadence_days: Option<f64>,
    pub hours_a_year: Option<f64>,
    pub visits_a_year: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaybooksView {
    pub revision: Revision,
    /// Texts that differ from the handbook's.
    pub texts: BTreeMap<WorkClass, BTreeMap<PlaybookPart, String>>,
    /// Customers, by [`WorkClass::index`].
    pub customers: [u32; WorkClass::COUNT],
    pub without_class: u32,
    /// EII customers by cause a, b, c.
    pub causes: [u32; 3],
    /// EIV customers with a verdict: turn around, let go.
    pub verdicts: [u32; 2],
    /// Open actions by class.
    pub open_actions: [u32; WorkClass::COUNT],
}
