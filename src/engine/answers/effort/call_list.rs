//! The calls of every rep's weeks.

use super::{contacts, reps};
use crate::calendar::Day;
use crate::effort::{Call, WEEK_DAYS};
use crate::engine::{CallListView, CallRow, Revision};
use crate::workspace::{EffortFacts, Workspace, listed_calls};

pub(super) fn call_list(workspace: &Workspace, revision: Revision, facts: &EffortFacts, today: Day) -> CallListView {
    let found = listed_calls(workspace, facts, today);
    let (_, without_class) = facts.counts();
    let calls = found.list.calls.iter().filter_map(|call| row(workspace, facts, found.first, call)).collect();
    CallListView {
        revision,
        first: found.first,
        reps: reps(workspace, facts),
        calls,
        weeks: found.list.weeks,
        rep_week_hours: found.rep_week_hours,
        kept_share: found.kept_share,
        planned_share: workspace.effort.planned_share,
        customers: (facts.customers.len() as u32).saturating_sub(without_class),
        without_class,
        dealt_customers: facts.dealt,
        contacts: contacts(facts),
    }
}

fn row(workspace: &Workspace, facts: &EffortFacts, first: Day, call: &Call) -> Option<CallRow> {
    let customer = facts.customers.get(call.customer)?;
    let week = i32::try_from(call.week).ok()?;
    Some(CallRow {
        rep: u32::try_from(call.rep).ok()?,
        week: call.week,
        monday: Day(first.0.saturating_add(week.saturating_mul(WEEK_DAYS))),
        customer: customer.number.or(customer.prospect),
        key: customer.key.clone(),
        name: customer.name.clone(),
        class: call.class,
        channel: workspace.effort.class_channels[call.class.index()],
        reason: call.reason,
        due: call.due,
        hours: call.hours,
        last_contact: customer.last_contact(Day(first.0.saturating_sub(1))),
    })
}
