//! From the plan of the Time page and the facts of the customers to hours, needs, calls and the list of each week.

use super::{EffortFacts, EffortPlan, WorkCustomer, Workspace};
use crate::calendar::Day;
use crate::effort::{
    Adequacy, CallCustomer, CallFrame, CallList, CallPlan, Channel, ChannelMix, ClassKind, ClassNeed, Dealt, MixFigures, Selling, Staff,
    WEEK_DAYS, WorkClass, call_list, call_plan, deal, follow_up_due, monday_of, moved,
};

/// Where the contacts of the channel mix come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum MixSource {
    /// At least one channel is typed.
    Typed,
    /// The contacts of the last year of the data.
    Data,
    /// What the cadences ask for, by the usual channel of each class.
    Need,
}

/// Everything the Time page shows besides the list.
#[derive(Clone, Debug, PartialEq)]
pub struct EffortAnalysis {
    pub staff: Staff,
    pub customers: [u32; WorkClass::COUNT],
    pub without_class: u32,
    pub dealt: Dealt,
    /// Of a year of the weeks worked, by class.
    pub needs: [ClassNeed; WorkClass::COUNT],
    /// Contacts made in the last year of the data against the need, by class.
    pub adequacy: [Adequacy; WorkClass::COUNT],
    /// Calls the hours allow in a year.
    pub calls_possible: f64,
    pub calls: CallPlan,
    pub mix: ChannelMix,
    pub mix_source: MixSource,
    pub mix_now: MixFigures,
    pub mix_after: MixFigures,
    pub selling: Selling,
}

/// Hours dealt, needs, calls, channels and tasks of a workspace.
#[must_use]
pub fn analyse_effort(plan: &EffortPlan, facts: &EffortFacts) -> EffortAnalysis {
    let staff = plan.staff(facts.reps.len());
    let (customers, without_class) = facts.counts();
    let call_hours = plan.call_hours();
    let dealt = deal(staff.hours(), &plan.split, &customers, &call_hours);
    let days = plan.weeks * f64::from(WEEK_DAYS);
    let needs = WorkClass::ALL.map(|class| {
        let place = class.index();
        ClassNeed::new(customers[place], days, plan.cadence_days[place], call_hours[place], dealt.classes[place].hours)
    });
    let made = facts.made_by_class();
    let adequacy = WorkClass::ALL.map(|class| Adequacy { made: f64::from(made[class.index()]), needed: needs[class.index()].contacts });
    let calls_possible =
        dealt.classes.iter().filter_map(|class| Some(class.visits_per_customer? * f64::from(class.customers))).sum::<f64>();
    let calls = plan.calls.unwrap_or(calls_possible).clamp(0.0, 1e12).floor() as u64;
    let (mix, mix_source) = mix(plan, facts, &needs);
    EffortAnalysis {
        calls: call_plan(calls, plan.planned_share, &plan.split, &customers),
        mix_now: mix.figures(),
        mix_after: moved(&mix, plan.moved).figures(),
        selling: Selling::of(&plan.tasks, staff.people),
        staff,
        customers,
        without_class,
        dealt,
        needs,
        adequacy,
        calls_possible,
        mix,
        mix_source,
    }
}

/// Typed figures win; a channel that is not typed beside a typed one has none.
fn mix(plan: &EffortPlan, facts: &EffortFacts, needs: &[ClassNeed; WorkClass::COUNT]) -> (ChannelMix, MixSource) {
    let made = facts.made.by_channel.map(f64::from);
    let (contacts, source) = if plan.contacts.iter().any(Option::is_some) {
        (plan.contacts.map(|contacts| contacts.unwrap_or(0.0)), MixSource::Typed)
    } else if made.iter().any(|contacts| *contacts > 0.0) {
        (made, MixSource::Data)
    } else {
        let mut contacts = [0.0; Channel::COUNT];
        for (need, channel) in needs.iter().zip(plan.class_channels) {
            contacts[channel.index()] += need.contacts;
        }
        (contacts, MixSource::Need)
    };
    (ChannelMix { contacts, unit_cost: plan.unit_costs, hours_each: plan.channel_hours }, source)
}

/// The call list with what its figures rest on. `customers` of the list are places in [`EffortFacts::customers`].
#[derive(Clone, Debug, PartialEq)]
pub struct ListedCalls {
    pub list: CallList,
    pub first: Day,
    /// Hours with customers that a rep has in a week, after what is kept for kinds of customers that there are none of.
    pub rep_week_hours: f64,
    /// Part of the time that is kept for them.
    pub kept_share: f64,
}

/// The list from the week of the chosen day, else of `today`, on.
#[must_use]
pub fn listed_calls(workspace: &Workspace, facts: &EffortFacts, today: Day) -> ListedCalls {
    let plan = &workspace.effort;
    let staff = plan.staff(facts.reps.len());
    let first = monday_of(plan.list_from.unwrap_or(today));
    let (counts, _) = facts.counts();
    let has = |kind: ClassKind| WorkClass::ALL.into_iter().any(|class| class.kind() == kind && counts[class.index()] > 0);
    let of =
        |there: bool| ClassKind::ALL.into_iter().filter(|kind| has(*kind) == there).map(|kind| plan.split.kinds[kind.index()]).sum::<f64>();
    let person_hours = staff.person_week_hours() * staff.people / facts.reps.len().max(1) as f64;
    let rep_week_hours = person_hours * of(true).clamp(0.0, 1.0);
    let customers: Vec<(usize, CallCustomer)> = facts
        .customers
        .iter()
        .enumerate()
        .filter_map(|(place, customer)| Some((place, call_customer(plan, customer, customer.class?, first))))
        .collect();
    let frame = CallFrame {
        first,
        weeks: plan.list_weeks,
        rep_week_hours: vec![rep_week_hours; facts.reps.len()],
        planned_share: plan.planned_share,
        shares: plan.split.shares(),
        cadence_days: plan.cadence_days,
        call_hours: plan.call_hours(),
    };
    let (places, customers): (Vec<usize>, Vec<CallCustomer>) = customers.into_iter().unzip();
    let mut list = call_list(&customers, &frame);
    list.calls.iter_mut().for_each(|call| call.customer = places[call.customer]);
    ListedCalls { list, first, rep_week_hours, kept_share: of(false) }
}

/// `first`: contacts after the list's first day are not made yet.
fn call_customer(plan: &EffortPlan, customer: &WorkCustomer, class: WorkClass, first: Day) -> CallCustomer {
    let before = |days: &[Day]| days.iter().filter(|day| **day < first).copied().collect::<Vec<_>>();
    let contract = plan.contracts.get(&customer.key);
    let contract_due = contract.map(|contract| {
        let done = contract.standing(&before(&customer.contacts), Day(first.0.saturating_sub(1))).done;
        contract.due_days().skip(done as usize).collect()
    });
    CallCustomer {
        rep: customer.rep,
        class,
        last_contact: customer.last_contact(Day(first.0.saturating_sub(1))),
        contract_due: contract_due.unwrap_or_default(),
        follow_up_due: follow_up_due(&before(&customer.repairs), &before(&customer.other_contacts), plan.follow_up_days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::{CallReason, Contract};
    use crate::workspace::Rep;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    fn customer(key: &str, class: WorkClass, rep: usize) -> WorkCustomer {
        WorkCustomer { key: key.to_owned(), class: Some(class), rep, ..WorkCustomer::default() }
    }

    fn facts(customers: Vec<WorkCustomer>, reps: usize) -> EffortFacts {
        EffortFacts { customers, reps: vec![Rep::default(); reps], ..EffortFacts::default() }
    }

    #[test]
    fn hours_calls_and_needs_of_a_small_firm() {
        let facts = facts(vec![customer("a", WorkClass::EII, 0), customer("b", WorkClass::EII, 0), customer("c", WorkClass::EIV, 0)], 1);
        let found = analyse_effort(&EffortPlan::default(), &facts);
        // 404.8 hours; EII gets 24 %: 97.152 hours, 48.576 a customer, 24.288 visits of two hours.
        let turn_around = found.dealt.classes[WorkClass::EII.index()];
        assert!((turn_around.hours - 97.152).abs() < 1e-9);
        assert!((turn_around.visits_per_customer.unwrap() - 24.288).abs() < 1e-9);
        // Every 7 days through 46 weeks: 46 visits each, 184 hours in all.
        assert!((found.needs[WorkClass::EII.index()].hours - 184.0).abs() < 1e-9);
        // 48.576 visits and EIV's 24.288 hours in quarters: 97.152 calls.
        assert!((found.calls_possible - (48.576 + 97.152)).abs() < 1e-9);
        assert_eq!((found.calls.calls, found.calls.planned, found.calls.free), (145, 87, 58));
    }

    #[test]
    fn the_mix_is_typed_or_what_was_done_or_what_is_needed() {
        let mut plan = EffortPlan::default();
        let mut facts = facts(vec![customer("c", WorkClass::EIV, 0)], 1);
        let found = analyse_effort(&plan, &facts);
        assert_eq!(found.mix_source, MixSource::Need);
        assert!((found.mix.contacts[Channel::Phone.index()] - 46.0 * 7.0 / 90.0).abs() < 1e-9);
        facts.made.by_channel = [2, 1, 0];
        assert_eq!((analyse_effort(&plan, &facts).mix_source, analyse_effort(&plan, &facts).mix_now.cost), (MixSource::Data, 201.0));
        plan.contacts = [Some(600.0), Some(300.0), Some(100.0)];
        let found = analyse_effort(&plan, &facts);
        assert_eq!((found.mix_now.cost, found.mix_after.cost), (60_301.0, 50_401.0));
    }

    #[test]
    fn time_for_kinds_without_customers_is_kept_and_commitments_come_from_the_data() {
        let mut owed = customer("owed", WorkClass::EIV, 0);
        owed.contacts = vec![day("2025-11-03"), day("2026-03-01")];
        owed.other_contacts.clone_from(&owed.contacts);
        let mut repaired = customer("repaired", WorkClass::EIV, 1);
        (repaired.contacts, repaired.repairs) = (vec![day("2025-12-30")], vec![day("2025-12-30")]);
        let mut workspace = Workspace::default();
        let contract = Contract { starts: day("2025-10-10"), months: 12, every_months: 3 };
        workspace.effort.contracts.insert("owed".to_owned(), contract);
        workspace.effort.list_weeks = 2;
        let found = listed_calls(&workspace, &facts(vec![owed, repaired], 2), day("2026-01-07"));
        assert_eq!(found.first, day("2026-01-05"));
        assert!((found.kept_share - 0.40).abs() < 1e-12);
        assert!((found.rep_week_hours - 8.8 * 0.6).abs() < 1e-9);
        let calls: Vec<_> = found.list.calls.iter().map(|call| (call.customer, call.week, call.reason, call.due)).collect();
        // One contact was made since October: the second is due on 9 April, and the third after it; the March one lies ahead of the list.
        assert_eq!(calls, [(1, 0, CallReason::FollowUp, day("2026-01-06"))]);
    }
}
