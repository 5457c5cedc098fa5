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
    let customers: Vec<_> = [WorkClass::EI, WorkClass::EII, WorkClass::EIII, WorkClass::EIV].map(|class| customer(0, class, last)).into();
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
