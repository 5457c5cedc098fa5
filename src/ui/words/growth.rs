//! Findings and bars of "then and now" and of potential and headroom.

use super::changes::spot_name;
use super::effort::change_text;
use crate::chart::pairs::{PairBar, PairTexts};
use crate::classify::Side;
use crate::engine::{ChangesView, WalletView};
use crate::ui::i18n::Texts;
use crate::workspace::Spot;

/// How many moved, came and went.
#[must_use]
pub fn changes_finding(texts: Texts, view: &ChangesView) -> String {
    match view.moved + view.stayed {
        0 => texts.changes_finding_none().to_owned(),
        rated => texts.changes_finding(
            texts.count(view.moved),
            texts.count(rated),
            texts.count(view.growth.lost_customers),
            texts.count(view.growth.new_customers + view.growth.returned_customers),
        ),
    }
}

/// How much of what customers could buy is bought here.
#[must_use]
pub fn wallet_finding(texts: Texts, view: &WalletView) -> String {
    let customers = texts.count(view.customers);
    match view.total.share() {
        Some(share) if view.total.headroom() >= 0.0 => {
            texts.wallet_finding(texts.share(share), customers, texts.money_short(view.total.headroom(), &view.currency))
        }
        Some(share) => texts.wallet_finding_over(customers, texts.share(share)),
        None => texts.title_wallet().to_owned(),
    }
}

/// Money of each class and of those without one: now as the bar, then as its outline.
#[must_use]
pub fn class_money_bars(texts: Texts, view: &ChangesView) -> Vec<PairBar> {
    let bar = |spot: Spot| {
        let place = spot.index();
        let then: f64 = view.cells[place].iter().map(|cell| cell.then).sum();
        let now: f64 = view.cells.iter().map(|row| row[place].now).sum();
        let (code, name, class) = match spot {
            Spot::Class(quadrant) => {
                let (code, strategy) = (quadrant.code(Side::Existing), quadrant.strategy(Side::Existing));
                (code.to_owned(), texts.strategy(strategy).to_owned(), Some(quadrant.index() as u8))
            }
            Spot::NotRated | Spot::Absent => (String::new(), spot_name(texts, spot, true), None),
        };
        let note = if then > 0.0 { change_text(texts, now / then - 1.0) } else { String::new() };
        PairBar { code, name, class, filled: now, outlined: Some(then), note }
    };
    Spot::ALL.into_iter().filter(|spot| *spot != Spot::Absent).map(bar).collect()
}

#[must_use]
pub fn class_money_texts(texts: Texts) -> PairTexts {
    PairTexts { filled: texts.growth_now().to_owned(), outlined: texts.growth_then().to_owned(), note: texts.growth_change().to_owned() }
}

/// The customers that could buy most: their sales within their potential.
#[must_use]
pub fn largest_bars(texts: Texts, view: &WalletView) -> Vec<PairBar> {
    let bar = |row: &crate::engine::WalletRow| PairBar {
        code: String::new(),
        name: texts.customer_name(&row.name).to_owned(),
        class: None,
        filled: row.figures.sales,
        outlined: Some(row.figures.potential),
        note: row.figures.share().map_or_else(String::new, |share| texts.share(share)),
    };
    view.largest.iter().map(bar).collect()
}

#[must_use]
pub fn largest_texts(texts: Texts) -> PairTexts {
    PairTexts {
        filled: texts.wallet_sales().to_owned(),
        outlined: texts.wallet_potential().to_owned(),
        note: texts.wallet_share().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::sync::Arc;

    use super::super::samples::{CHINESE, ENGLISH};
    use super::*;
    use crate::calendar::Day;
    use crate::engine::{Engine, Query, View};
    use crate::tables::{PotentialList, PotentialRow, Purchase, PurchaseTable};
    use crate::workspace::Workspace;

    /// a: 100 then 150; b: 50 and gone; c: new with 30. a could buy 500, b 200.
    fn engine() -> Engine {
        let mut table = PurchaseTable::default();
        for (customer, day, amount) in [
            ("a", "2024-01-10", 100.0),
            ("a", "2024-08-10", 150.0),
            ("b", "2024-02-10", 50.0),
            ("c", "2024-12-31", 30.0),
            ("a", "2024-01-01", 0.0),
        ] {
            let day = Day::from_iso(day).unwrap().0;
            table.push(&Purchase { customer: customer.to_owned(), day, amount, ..Purchase::default() });
        }
        let figure = |customer: &str, potential| PotentialRow { customer: customer.to_owned(), potential, ..PotentialRow::default() };
        let mut workspace = Workspace::default();
        workspace.data.purchases = Some(Arc::new(table));
        workspace.data.potential = Some(Arc::new(PotentialList { rows: vec![figure("b", 200.0), figure("a", 500.0)] }));
        Engine::new(workspace)
    }

    #[test]
    fn bars_of_classes_hold_all_the_money_of_both_windows() {
        let View::Changes(view) = engine().query(&Query::Changes).unwrap() else { panic!("nothing compared") };
        let bars = class_money_bars(ENGLISH, &view);
        let names: Vec<_> = bars.iter().map(|bar| (bar.code.as_str(), bar.class)).collect();
        assert_eq!(names, [("EI", Some(0)), ("EII", Some(1)), ("EIII", Some(2)), ("EIV", Some(3)), ("", None)]);
        let (then, now) = (bars.iter().filter_map(|bar| bar.outlined).sum::<f64>(), bars.iter().map(|bar| bar.filled).sum::<f64>());
        assert_eq!((then, now), (150.0, 180.0));
        assert_eq!((then, now), (view.growth.total_then(), view.growth.total_now()));
    }

    #[test]
    fn the_largest_come_first_with_their_share() {
        let View::Wallet(view) = engine().query(&Query::Wallet { rows: 1 }).unwrap() else { panic!("no potential") };
        let bars: Vec<_> = largest_bars(CHINESE, &view).into_iter().map(|bar| (bar.name, bar.filled, bar.outlined, bar.note)).collect();
        let bar = |name: &str, sales, potential, share: &str| (name.to_owned(), sales, Some(potential), share.to_owned());
        // 250 of 500 and 50 of 200.
        assert_eq!(bars, [bar("a", 250.0, 500.0, "50%"), bar("b", 50.0, 200.0, "25%")]);
    }
}
