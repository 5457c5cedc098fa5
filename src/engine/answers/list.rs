//! A stretch of the sorted, filtered customer list.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::calendar::Grain;
use crate::chart::scatter::Window;
use crate::classify::Side;
use crate::engine::cache::Basis;
use crate::engine::{ListQuery, ListRow, ListView, SortKey};
use crate::measure::ActivityReader;
use crate::tables::{Prospect, folded_spelling};
use crate::workspace::Workspace;

/// Months of the small bars.
const SPARK_MONTHS: i32 = 24;

/// The customers a query matches, sorted. `folded` holds the folded names and keys by customer number.
pub(in crate::engine) fn matching(workspace: &Workspace, basis: &Basis, query: &ListQuery, folded: &[String]) -> Vec<u32> {
    let search = folded_spelling(&query.search);
    let only: BTreeSet<u32> = query.only.iter().copied().collect();
    // In this order they are kept anyway: a million need not be sorted again for every threshold tried.
    let is_sorted = query.sort == SortKey::Vertical && query.descending;
    let customers = if is_sorted { &basis.measured.descending } else { &basis.plane().members };
    let mut found: Vec<u32> = customers
        .iter()
        .copied()
        .filter(|number| only.is_empty() || only.contains(number))
        .filter(|&number| query.within.is_none_or(|window| lies_within(basis, window, number)))
        .filter(|&number| query.classes.is_empty() || query.classes.contains(&basis.rating.class(number)))
        .filter(|&number| search.is_empty() || folded.get(number as usize).is_some_and(|folded| folded.contains(&search)))
        .collect();
    if !is_sorted {
        sort(workspace, basis, query, folded, &mut found);
    }
    found
}

fn lies_within(basis: &Basis, window: Window, number: u32) -> bool {
    let plane = basis.plane();
    plane.score_of(number).zip(plane.vertical_of(number)).is_some_and(|(score, vertical)| window.holds(score, vertical))
}

/// A stretch of the matching customers as rows.
pub(in crate::engine) fn list(workspace: &Workspace, basis: &Basis, query: &ListQuery, matching: &[u32]) -> ListView {
    let options = workspace.existing.measure_options();
    let table = workspace.data.purchases.as_deref().filter(|_| basis.side == Side::Existing);
    let list = workspace.data.customers.as_deref();
    let reader = table.map(|table| ActivityReader::new(table, list, &basis.customers, &options, Grain::Month));
    let first = query.first.min(matching.len() as u32);
    let stretch = matching.iter().skip(first as usize).take(query.count as usize);
    let rows = stretch.map(|&number| row(workspace, basis, reader.as_ref(), number)).collect();
    ListView { revision: basis.revision, matching: matching.len() as u32, first, rows }
}

fn row(workspace: &Workspace, basis: &Basis, reader: Option<&ActivityReader<'_>>, number: u32) -> ListRow {
    let plane = basis.plane();
    let amount = plane.amount_of(number);
    let cumulative = basis.measured.cumulative.get(number as usize).copied().filter(|_| amount.is_some());
    let class = basis.rating.class(number);
    ListRow {
        customer: number,
        key: basis.customers.key(number).to_owned(),
        name: basis.name(workspace, number).to_owned(),
        class,
        overridden: basis.rating.is_overridden(number),
        not_rated: plane.not_rated_of(number).filter(|_| class.is_none()),
        amount,
        vertical: plane.vertical_of(number),
        share: amount.and_then(|amount| plane.share_of_total(amount)),
        cumulative: cumulative.and_then(|cumulative| plane.share_of_total(cumulative)),
        horizontal: plane.horizontal_of(number),
        score: plane.score_of(number),
        orders: orders_of(basis, number),
        completeness: completeness(workspace, basis, number),
        level: prospect(basis, number).map(|row| row.level.clone()).unwrap_or_default(),
        months: reader.map_or_else(Vec::new, |reader| months(reader, number)),
    }
}

fn orders_of(basis: &Basis, number: u32) -> u32 {
    basis.measured.measures.as_ref().map_or(0, |measures| measures.orders_of(number))
}

fn prospect(basis: &Basis, number: u32) -> Option<&Prospect> {
    basis.prospects.as_ref()?.row(number).map(|row| &row.prospect)
}

fn completeness(workspace: &Workspace, basis: &Basis, number: u32) -> Option<f64> {
    basis.prospects.as_ref()?.figures_of(number)?.completeness(&workspace.potential)
}

fn months(reader: &ActivityReader<'_>, number: u32) -> Vec<f64> {
    let Some((_, periods)) = reader.window() else { return Vec::new() };
    let first = periods.first.max(periods.last - (SPARK_MONTHS - 1));
    reader.period_sums(number, first).iter().map(|sum| sum.total.value()).collect()
}

/// Ties go by key; who has no value of the sort key comes last either way.
fn sort(workspace: &Workspace, basis: &Basis, query: &ListQuery, folded: &[String], found: &mut [u32]) {
    let plane = basis.plane();
    let directed = |ordering: Ordering| if query.descending { ordering.reverse() } else { ordering };
    let by_figure = |left: Option<f64>, right: Option<f64>| with_last(left.map(TotalOrder), right.map(TotalOrder), directed);
    let tie = |left: u32, right: u32| basis.customers.key_rank(left).cmp(&basis.customers.key_rank(right));
    let rank = |number: u32| basis.measured.ranks.get(number as usize).copied().unwrap_or(u32::MAX);
    let folded_name = |number: u32| folded.get(number as usize).map_or("", String::as_str);
    let names_differ = |left: u32, right: u32| basis.name(workspace, left).cmp(basis.name(workspace, right));
    found.sort_by(|&left, &right| {
        let ordering = match query.sort {
            SortKey::Class => with_last(basis.rating.class(left), basis.rating.class(right), directed),
            SortKey::Name => directed(folded_name(left).cmp(folded_name(right)).then_with(|| names_differ(left, right))),
            SortKey::Vertical => by_figure(plane.vertical_of(left), plane.vertical_of(right)),
            SortKey::Share => by_figure(plane.amount_of(left), plane.amount_of(right)),
            SortKey::Cumulative => directed(rank(left).cmp(&rank(right))),
            SortKey::Horizontal => by_figure(plane.horizontal_of(left), plane.horizontal_of(right)),
            SortKey::Orders => directed(orders_of(basis, left).cmp(&orders_of(basis, right))),
            SortKey::Completeness => by_figure(completeness(workspace, basis, left), completeness(workspace, basis, right)),
        };
        ordering.then_with(|| tie(left, right))
    });
}

fn with_last<Value: Ord>(left: Option<Value>, right: Option<Value>, directed: impl Fn(Ordering) -> Ordering) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) => directed(left.cmp(&right)),
        (left, right) => left.is_none().cmp(&right.is_none()),
    }
}

/// Numbers in their total order.
#[derive(PartialEq)]
struct TotalOrder(f64);

impl Eq for TotalOrder {}

impl PartialOrd for TotalOrder {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TotalOrder {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}
