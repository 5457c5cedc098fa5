//! Answers about two compared windows, outside figures and future customers.

use std::collections::BTreeMap;

use crate::calendar::Day;
use crate::engine::{
    CalledView, ChangesView, FutureRow, FutureView, LARGEST, Mover, MoversQuery, MoversView, Revision, UnmatchedRow, WalletRow, WalletView,
    WindowView,
};
use crate::measure::{Customers, ScoreScale, Span};
use crate::order;
use crate::tables::PotentialList;
use crate::workspace::{
    Compared, Migration, Review, Unmatched, Wallet, WalletLine, WindowFacts, Workspace, customers_called, halves, purchase_imports,
};

fn days(span: Span) -> (Day, Day) {
    (span.first, span.last)
}

pub(in crate::engine) fn changes(workspace: &Workspace, revision: Revision, customers: &Customers, found: &Migration) -> ChangesView {
    let settings = &workspace.existing;
    let stabilities = found.customers.iter().flat_map(|one| [one.first, one.second]).flatten().filter_map(|seen| seen.stability.ok());
    ChangesView {
        revision,
        settings: workspace.changes,
        windows: [window(&found.first), window(&found.second)],
        grain: settings.stability.grain(),
        measure: settings.stability,
        scale: ScoreScale::of(settings.stability, settings.given_high_is_stable, stabilities),
        cells: found.cells,
        growth: found.growth,
        moved: found.moved,
        stayed: found.stayed,
        moved_by_cuts: found.moved_by_cuts,
        overlap_days: found.overlap_days,
        currency: super::workspace::currency(workspace),
        has_purchases: workspace.data.purchases.is_some(),
        data_days: customers.data_days().map(days),
        halves: customers.data_days().and_then(halves),
        imports: purchase_imports(&workspace.data),
    }
}

fn window(facts: &WindowFacts) -> WindowView {
    let periods = facts.periods.as_ref();
    WindowView {
        days: facts.window.map(days),
        counted: periods.and_then(|periods| periods.counted.map(|(first, last)| (first, last, periods.counted_periods()))),
        cuts: facts.cuts,
        customers: facts.customers,
        total: facts.total,
        not_rated: facts.not_rated.iter().map(|(&reason, &count)| (reason, count)).collect(),
    }
}

pub(in crate::engine) fn movers(
    workspace: &Workspace,
    revision: Revision,
    customers: &Customers,
    found: &Migration,
    query: MoversQuery,
) -> MoversView {
    let mut matching: Vec<&Compared> = found.customers.iter().filter(|one| query.cell.is_none_or(|cell| one.spots() == cell)).collect();
    order::sort_by(&mut matching, |left, right| {
        let by_money = right.money_moved().abs().total_cmp(&left.money_moved().abs());
        by_money.then_with(|| customers.key_rank(left.customer).cmp(&customers.key_rank(right.customer)))
    });
    let stretch = matching.iter().skip(query.first as usize).take(query.count as usize);
    let row = |one: &&Compared| Mover {
        key: customers.key(one.customer).to_owned(),
        name: workspace.customer_name(customers, one.customer).to_owned(),
        compared: **one,
    };
    MoversView { revision, matching: matching.len() as u32, rows: stretch.map(row).collect() }
}

pub(in crate::engine) fn wallet(
    workspace: &Workspace,
    revision: Revision,
    customers: &Customers,
    found: Wallet,
    changes: &Migration,
    rows: u32,
) -> WalletView {
    let empty = PotentialList::default();
    let mut largest: Vec<&WalletLine> = found.lines.iter().collect();
    order::sort_by(&mut largest, |left, right| {
        let by_potential = right.figures.potential.total_cmp(&left.figures.potential);
        by_potential.then_with(|| customers.key_rank(left.customer).cmp(&customers.key_rank(right.customer)))
    });
    let list = workspace.data.potential.as_deref().unwrap_or(&empty);
    WalletView {
        revision,
        settings: workspace.wallet,
        has_customers: !customers.present().is_empty(),
        has_potential: !list.rows.is_empty(),
        days: found.window.map(days),
        factor: found.factor,
        total: found.total,
        over: found.over,
        over_headroom: found.over_headroom,
        rows: found.lines.iter().take(rows as usize).map(|line| wallet_row(workspace, customers, list, line)).collect(),
        customers: found.lines.len() as u32,
        largest: largest.into_iter().take(LARGEST).map(|line| wallet_row(workspace, customers, list, line)).collect(),
        products: found.products,
        products_known: found.products_known,
        without: found.without,
        without_sales: found.without_sales,
        unmatched: found.unmatched.iter().filter_map(|nobody| unmatched_row(workspace, customers, list, nobody)).collect(),
        unmatched_potential: found.unmatched_potential,
        growth: changes.growth,
        growth_days: [changes.first.window.map(days), changes.second.window.map(days)],
        data_days: customers.data_days().map(days),
        currency: super::workspace::currency(workspace),
    }
}

pub(in crate::engine) fn called(workspace: &Workspace, customers: &Customers, text: &str) -> CalledView {
    let mut found = customers_called(workspace, customers, text);
    found.sort_unstable_by_key(|&number| customers.key_rank(number));
    let named = |number: u32| (customers.key(number).to_owned(), workspace.customer_name(customers, number).to_owned());
    CalledView { customers: found.into_iter().map(named).collect() }
}

fn wallet_row(workspace: &Workspace, customers: &Customers, list: &PotentialList, line: &WalletLine) -> WalletRow {
    let mut said_by = Vec::new();
    for row in line.rows.iter().filter_map(|&place| list.rows.get(place as usize)) {
        if !row.said_by.is_empty() && !said_by.contains(&row.said_by) {
            said_by.push(row.said_by.clone());
        }
    }
    WalletRow {
        key: customers.key(line.customer).to_owned(),
        name: workspace.customer_name(customers, line.customer).to_owned(),
        figures: line.figures,
        matched: line.matched,
        said_by,
    }
}

fn unmatched_row(workspace: &Workspace, customers: &Customers, list: &PotentialList, nobody: &Unmatched) -> Option<UnmatchedRow> {
    let named = |&number: &u32| (customers.key(number).to_owned(), workspace.customer_name(customers, number).to_owned());
    Some(UnmatchedRow {
        row: list.rows.get(nobody.row as usize)?.clone(),
        why: nobody.why,
        suggestions: nobody.suggestions.iter().map(named).collect(),
    })
}

pub(in crate::engine) fn future(workspace: &Workspace, revision: Revision, today: Day) -> FutureView {
    let row = |(&id, customer): (&u32, &crate::workspace::FutureCustomer)| FutureRow {
        id,
        customer: customer.clone(),
        priority: customer.priority(),
        review: customer.review(today),
    };
    let mut rows: Vec<FutureRow> = workspace.future.iter().map(row).collect();
    order::sort_by(&mut rows, |left, right| {
        right.priority.cmp(&left.priority).then_with(|| left.customer.name.cmp(&right.customer.name)).then(left.id.cmp(&right.id))
    });
    let mut by_review: BTreeMap<(Option<Day>, usize), u32> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| matches!(row.review, Review::Overdue | Review::Soon)) {
        by_review.insert((row.customer.next_review, place), row.id);
    }
    FutureView {
        revision,
        due: by_review.into_values().collect(),
        overdue: rows.iter().filter(|row| row.review == Review::Overdue).count() as u32,
        level: workspace.funnel.scheme.levels().last().map(|level| level.code.clone()).unwrap_or_default(),
        rows,
    }
}
