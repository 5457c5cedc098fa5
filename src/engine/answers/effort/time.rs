//! Hours, calls, channels and tasks.

use super::{contacts, currency, reps};
use crate::engine::{Revision, TimeView};
use crate::workspace::{EffortFacts, Workspace, analyse_effort};

pub(super) fn time(workspace: &Workspace, revision: Revision, facts: &EffortFacts) -> TimeView {
    let found = analyse_effort(&workspace.effort, facts);
    TimeView {
        revision,
        plan: workspace.effort.clone(),
        currency: currency(workspace),
        reps: reps(workspace, facts),
        dealt_customers: facts.dealt,
        staff: found.staff,
        without_class: found.without_class,
        dealt: found.dealt,
        needs: found.needs,
        adequacy: found.adequacy,
        calls_possible: found.calls_possible,
        calls: found.calls,
        contacts: contacts(facts),
        mix: found.mix,
        mix_source: found.mix_source,
        mix_now: found.mix_now,
        mix_after: found.mix_after,
        selling: found.selling,
    }
}
