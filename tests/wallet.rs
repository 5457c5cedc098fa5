//! Potential and headroom: worked figures, names that only look alike, and rows that match nobody.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use std::sync::Arc;

use common::workspace;
use fourfold::calendar::Day;
use fourfold::measure::{Customers, Window};
use fourfold::tables::{PotentialList, PotentialRow, Purchase, PurchaseTable};
use fourfold::workspace::{Action, MatchedBy, UnmatchedWhy, Wallet, WalletFigures, WalletSettings, Workspace, customers_called, wallet};

fn purchase(customer: &str, name: &str, day: &str, product: &str, amount: f64) -> Purchase {
    let day = Day::from_iso(day).unwrap().0;
    Purchase { customer: customer.to_owned(), name: name.to_owned(), day, product: product.to_owned(), amount, ..Purchase::default() }
}

fn figure(customer: &str, product: &str, potential: f64) -> PotentialRow {
    PotentialRow { customer: customer.to_owned(), product: product.to_owned(), potential, ..PotentialRow::default() }
}

/// Harbour bought 300 (steel 200, wire 150, a return of 50), Meyer 400, two firms are called Smith.
fn sample(figures: Vec<PotentialRow>) -> Workspace {
    let mut table = PurchaseTable::default();
    for row in [
        purchase("K1", "Harbour", "2023-01-10", "Steel", 200.0),
        purchase("K1", "Harbour", "2023-06-10", "wire", 150.0),
        purchase("K1", "Harbour", "2023-06-20", "wire", -50.0),
        purchase("K2", "Meyer & Co", "2023-03-01", "Steel", 400.0),
        purchase("K3", "Smith", "2023-04-01", "Steel", 10.0),
        purchase("K4", "Smith", "2023-12-31", "wire", 25.0),
    ] {
        table.push(&row);
    }
    let mut workspace = workspace(table);
    workspace.data.potential = Some(Arc::new(PotentialList { rows: figures }));
    workspace
}

fn found(workspace: &Workspace) -> (Customers, Wallet) {
    let customers = Customers::new(&workspace.data, &workspace.merges);
    let found = wallet(workspace, &customers);
    (customers, found)
}

fn lines(workspace: &Workspace) -> Vec<(String, f64, f64, MatchedBy)> {
    let (customers, found) = found(workspace);
    let line = |line: &fourfold::workspace::WalletLine| {
        (customers.key(line.customer).to_owned(), line.figures.sales, line.figures.potential, line.matched)
    };
    found.lines.iter().map(line).collect()
}

#[test]
fn figures_find_their_customers_by_key_and_by_name() {
    let workspace = sample(vec![figure("K1", "", 1200.0), figure("Meyer & Co", "", 350.0)]);
    assert_eq!(lines(&workspace), [("K1".to_owned(), 300.0, 1200.0, MatchedBy::Key), ("K2".to_owned(), 400.0, 350.0, MatchedBy::Name)]);
    let (_, found) = found(&workspace);
    assert_eq!(found.lines[0].figures.share(), Some(0.25));
    assert_eq!(found.total, WalletFigures { sales: 700.0, potential: 1550.0 });
    // The outside figure for Meyer is too low, and shown as such.
    assert_eq!((found.over, found.over_headroom, found.total.headroom()), (1, -50.0, 850.0));
    assert_eq!((found.without, found.without_sales), (2, 35.0));
}

#[test]
fn rows_of_nobody_are_listed_with_suggestions() {
    let workspace =
        sample(vec![figure("meyer  & co", "", 5.0), figure("Smith", "", 7.0), figure("Nordwerk", "", 11.0), figure("K1", "", 1.0)]);
    let (customers, found) = found(&workspace);
    let of_nobody: Vec<_> = found.unmatched.iter().map(|row| (row.row, row.why, row.suggestions.len())).collect();
    assert_eq!(of_nobody, [(0, UnmatchedWhy::Unknown, 1), (1, UnmatchedWhy::Ambiguous, 2), (2, UnmatchedWhy::Unknown, 0)]);
    assert_eq!((found.unmatched_potential, found.lines.len()), (23.0, 1));
    let suggested = customers.key(found.unmatched[0].suggestions[0]).to_owned();
    assert_eq!(suggested, "K2");
    // Taken up, it counts; the same merge would hold for a purchase of that spelling.
    let pairs = vec![("meyer  & co".to_owned(), suggested), ("Smith".to_owned(), "K4".to_owned())];
    let merged = workspace.apply(&Action::MergeCustomers { pairs }).unwrap();
    let expected = [("K1", 300.0, 1.0, MatchedBy::Key), ("K2", 400.0, 5.0, MatchedBy::Merge), ("K4", 25.0, 7.0, MatchedBy::Merge)];
    let mut by_key = lines(&merged);
    by_key.sort_by(|left, right| left.0.cmp(&right.0));
    assert_eq!(by_key, expected.map(|(key, sales, potential, matched)| (key.to_owned(), sales, potential, matched)));
    let declined = workspace.apply(&Action::DeclineMerge { folded: "meyer & co".to_owned() }).unwrap();
    assert!(self::found(&declined).1.unmatched[0].suggestions.is_empty());
    let split = merged.apply(&Action::SplitCustomers { spellings: vec!["Smith".to_owned()] }).unwrap();
    assert_eq!(self::found(&split).1.unmatched.len(), 2);
}

#[test]
fn a_typed_key_or_name_means_its_customer() {
    let workspace = sample(vec![figure("Nordwerk", "", 11.0)]);
    let (customers, _) = found(&workspace);
    let called = |text: &str| {
        let mut keys: Vec<_> = customers_called(&workspace, &customers, text).into_iter().map(|number| customers.key(number)).collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(
        (called("K2"), called("k2"), called(" Meyer & Co "), called("meyer  & co")),
        (vec!["K2"], vec!["K2"], vec!["K2"], vec!["K2"])
    );
    assert_eq!(called("Smith"), ["K3", "K4"], "two firms of one name are told apart by their keys alone");
    // Another row of nobody is no customer, though the data know its spelling.
    assert!(called("Nordwerk").is_empty() && called("").is_empty());
    let merged = workspace.apply(&Action::MergeCustomers { pairs: vec![("K4".to_owned(), "K3".to_owned())] }).unwrap();
    let customers = Customers::new(&merged.data, &merged.merges);
    assert_eq!(customers_called(&merged, &customers, "K4"), [customers.number("K3").unwrap()]);
}

#[test]
fn products_are_parts_of_a_customer_unless_it_has_a_figure_of_its_own() {
    let workspace = sample(vec![
        figure("K1", "STEEL", 500.0),
        figure("K1", "Wire", 300.0),
        figure("K1", "", 1000.0),
        figure("K2", "steel", 600.0),
        figure("K2", "Copper", 90.0),
    ]);
    let (_, found) = found(&workspace);
    assert_eq!(lines(&workspace).iter().map(|line| line.2).collect::<Vec<_>>(), [1000.0, 690.0]);
    let product =
        |line: &fourfold::workspace::ProductLine| (line.product.clone(), line.customers, line.figures.sales, line.figures.potential);
    let expected = [("STEEL", 2, 600.0, 1100.0), ("Wire", 1, 100.0, 300.0), ("Copper", 1, 0.0, 90.0)];
    assert_eq!(
        found.products.iter().map(product).collect::<Vec<_>>(),
        expected.map(|(name, count, sales, could)| (name.to_owned(), count, sales, could))
    );
    assert!(found.products_known);
}

#[test]
fn a_yearly_figure_is_taken_for_the_days_of_the_sales() {
    let mut workspace = sample(vec![figure("K1", "", 365.0)]);
    let window = Window { from: Day::from_iso("2023-01-10"), to: Day::from_iso("2023-06-10") };
    workspace = workspace.apply(&Action::SetWallet { settings: WalletSettings { window: Some(window), per_year: true } }).unwrap();
    // 152 days, both included; sales until then are 350.
    assert_eq!(lines(&workspace), [("K1".to_owned(), 350.0, 152.0, MatchedBy::Key)]);
    let reversed = WalletSettings { window: Some(Window { from: window.to, to: window.from }), per_year: false };
    assert!(workspace.apply(&Action::SetWallet { settings: reversed }).is_err());
}

#[test]
fn the_gross_switch_leaves_returns_out_of_both_lists() {
    let mut workspace = sample(vec![figure("K1", "wire", 300.0)]);
    workspace.existing.gross = true;
    let (_, found) = found(&workspace);
    assert_eq!((found.lines[0].figures.sales, found.products[0].figures.sales), (350.0, 150.0));
}
