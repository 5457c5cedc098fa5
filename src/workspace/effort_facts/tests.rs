use std::sync::Arc;

use super::*;
use crate::classify::Side;
use crate::tables::{Contact, CustomerList, CustomerRow, Dataset, Prospect, ProspectList, Purchase, PurchaseTable};
use crate::workspace::{ExpectedFrom, IntentFrom, RuleCuts, TrialCuts, analyse};

fn workspace(customers: &[(&str, &str, &str)], contacts: &[(&str, i32, &str, &str)]) -> Workspace {
    let mut purchases = PurchaseTable::default();
    for (place, (key, name, rep)) in (0..).zip(customers) {
        for month in 0..12 {
            let amount = 100.0 - f64::from(place) + f64::from(month % (place + 1));
            let day = 20_000 + month * 31;
            purchases.push(&Purchase {
                customer: (*key).to_owned(),
                name: (*name).to_owned(),
                rep: (*rep).to_owned(),
                day,
                amount,
                ..Purchase::default()
            });
        }
    }
    let mut table = ContactTable::default();
    for (customer, day, channel, kind) in contacts {
        table.push(&Contact {
            customer: (*customer).to_owned(),
            day: Day(*day),
            channel: (*channel).to_owned(),
            kind: (*kind).to_owned(),
            ..Contact::default()
        });
    }
    let data =
        Dataset { purchases: Some(Arc::new(purchases)), contacts: (!contacts.is_empty()).then(|| Arc::new(table)), ..Dataset::default() };
    Workspace { data, ..Workspace::default() }
}

fn facts(workspace: &Workspace) -> EffortFacts {
    let analysis = analyse(workspace);
    let plane = Plane::of_measures(&analysis.measures);
    let prospects = Prospects::new(workspace);
    let rules = RuleCuts::new(&prospects.plane, workspace.potential.axis_rules());
    let rating = Rating::new(&prospects.customers, &prospects.plane, &rules, workspace.overrides_of(Side::Potential), TrialCuts::default());
    let existing = ExistingSide { customers: &analysis.customers, plane: &plane, rating: &analysis.rating };
    EffortFacts::new(workspace, existing, PotentialSide { prospects: &prospects, rating: &rating })
}

#[test]
fn prospects_count_by_their_own_classes_and_find_their_contacts() {
    let prospect = |place: u32, name: &str, rep: &str, expected: f64, intent: f64| Prospect {
        id: format!("P{place}"),
        name: name.to_owned(),
        rep: rep.to_owned(),
        expected: Some(expected),
        intent: Some(intent),
        place,
        ..Prospect::default()
    };
    let mut workspace = workspace(&[("1", "One", "Kim")], &[("harbour", 20_010, "phone", ""), ("1", 20_020, "", "")]);
    // Medians 250 and 2.5: one prospect in every quarter; the fifth has no intent.
    let rows = [
        prospect(1, "Harbour", "", 400.0, 4.0),
        prospect(2, "Larkfield", "Wu", 300.0, 1.0),
        prospect(3, "Upland", "Wu", 200.0, 3.0),
        prospect(4, "Brook", "Wu", 100.0, 2.0),
        Prospect { intent: None, ..prospect(5, "Dale", "", 900.0, 0.0) },
    ];
    workspace.data.prospects = Some(Arc::new(ProspectList::new(rows)));
    workspace.potential.expected_from = ExpectedFrom::Column;
    workspace.potential.intent_from = IntentFrom::Column;
    let facts = facts(&workspace);
    let of = |key: &str| facts.customers.iter().find(|customer| customer.key == key).unwrap();
    let classes = ["P1", "P2", "P3", "P4", "P5"].map(|key| of(key).class);
    assert_eq!(classes, [Some(WorkClass::PI), Some(WorkClass::PII), Some(WorkClass::PIII), Some(WorkClass::PIV), None]);
    assert_eq!((&of("P1").contacts, of("P1").prospect, of("P1").number, of("P1").is_dealt), (&vec![Day(20_010)], Some(0), None, true));
    assert_eq!((facts.reps[of("P2").rep].name.as_str(), of("P2").is_dealt, facts.made.unmatched), ("Wu", false, 0));
}

#[test]
fn contacts_find_their_customer_by_key_merge_or_name() {
    let contacts =
        [("1", 20_010, "phone", ""), ("ACME  Ltd", 20_020, "visit", "repair"), ("one", 20_030, "", ""), ("nobody", 20_040, "", "")];
    let mut workspace = workspace(&[("1", "One", ""), ("2", "Acme Ltd", "")], &contacts);
    workspace.merges.insert("one".to_owned(), "1".to_owned());
    let facts = facts(&workspace);
    let of = |key: &str| facts.customers.iter().find(|customer| customer.key == key).unwrap();
    assert_eq!(of("1").contacts, [Day(20_010), Day(20_030)]);
    assert_eq!((&of("2").repairs, &of("2").other_contacts), (&vec![Day(20_020)], &Vec::new()));
    assert_eq!((facts.made.all, facts.made.unmatched, facts.made.by_channel, facts.made.without_channel), (4, 1, [1, 1, 0], 2));
    assert_eq!(of("1").last_contact(Day(20_029)), Some(Day(20_010)));
}

#[test]
fn reps_come_from_the_page_the_list_the_data_or_in_turn() {
    let mut workspace = workspace(&[("1", "", "Kim"), ("2", "", ""), ("3", "", "Kim"), ("4", "", ""), ("5", "", "")], &[]);
    let row = CustomerRow { customer: "4".to_owned(), rep: "Ana".to_owned(), ..CustomerRow::default() };
    workspace.data.customers = Some(Arc::new(CustomerList { rows: vec![row] }));
    workspace.effort.assigned.insert("3".to_owned(), "Wu".to_owned());
    let facts = facts(&workspace);
    let rep = |key: &str| {
        let customer = facts.customers.iter().find(|customer| customer.key == key).unwrap();
        (facts.reps[customer.rep].name.as_str(), customer.is_dealt)
    };
    assert_eq!(facts.reps.iter().map(|rep| rep.name.as_str()).collect::<Vec<_>>(), ["Ana", "Kim", "Wu"]);
    assert_eq!((rep("1"), rep("3"), rep("4")), (("Kim", false), ("Wu", false), ("Ana", false)));
    assert!(rep("2").1 && rep("5").1);
    assert_eq!(facts.dealt, 2);
    assert_eq!(facts.reps.iter().map(|rep| rep.customers).sum::<u32>(), 5);
}

#[test]
fn without_any_name_there_are_as_many_reps_as_people() {
    let mut workspace = workspace(&[("1", "", ""), ("2", "", ""), ("3", "", "")], &[]);
    assert_eq!(facts(&workspace).reps.len(), 1);
    workspace.effort.people = Some(2.5);
    let found = facts(&workspace);
    assert_eq!(found.reps.len(), 3);
    assert!(found.reps.iter().all(|rep| rep.name.is_empty()));
    workspace.effort.reps = vec!["Li".to_owned(), "Wu".to_owned()];
    assert_eq!(facts(&workspace).reps.len(), 2);
}
