//! Everything about one customer: its periods, why this class, what would move it, how firm it is.

use super::potential::prospect_card;
use crate::calendar::Day;
use crate::classify::{Side, moves, plain_moves};
use crate::engine::cache::{Basis, Other};
use crate::engine::{CardView, Move, OrderRow, OtherMeasure, PeriodBar, PeriodState, Robustness};
use crate::measure::{Activity, ActivityReader, MeasureOptions, MonthsCounted, Periods, intermittence};
use crate::order;
use crate::tables::PurchaseTable;
use crate::workspace::{Prospects, Workspace, robustness};

/// Purchase rows shown at most.
const MOST_PURCHASES: usize = 500;
/// Bars shown at most, the last ones: fifty years of months.
const MOST_BARS: i32 = 600;

/// `None` for a number that is no customer, or none that the filters let through.
pub(in crate::engine) fn card(workspace: &Workspace, basis: &Basis, others: &[Other], customer: u32) -> Option<CardView> {
    basis.plane().members.binary_search(&customer).ok()?;
    if let Some(prospects) = &basis.prospects {
        return Some(potential_card(workspace, basis, prospects, customer));
    }
    let options = workspace.existing.measure_options();
    let mut view = facts(workspace, basis, customer);
    view.other_measures = others.iter().map(|other| by_other_measure(other, customer)).collect();
    let Some(table) = workspace.data.purchases.as_deref() else {
        view.moves = moves_of(&view, &options, &Activity::default());
        return Some(view);
    };
    let list = workspace.data.customers.as_deref();
    let mut reader = ActivityReader::new(table, list, &basis.customers, &options, options.stability.grain());
    let mut activity = Activity::default();
    reader.read(customer, &mut activity);
    add_periods(&mut view, &activity, &reader, &options);
    view.moves = moves_of(&view, &options, &activity);
    view.robustness = robustness_of(&view, workspace, &activity, &reader, &options);
    add_purchases(&mut view, table, &reader);
    Some(view)
}

/// The card of a potential customer: no purchases, but the scores behind both figures.
fn potential_card(workspace: &Workspace, basis: &Basis, prospects: &Prospects, customer: u32) -> CardView {
    let mut view = facts(workspace, basis, customer);
    let figures = view.cuts.zip(view.vertical.zip(view.horizontal));
    view.moves = figures.map_or_else(Vec::new, |(cuts, (vertical, horizontal))| plain_moves(vertical, horizontal, cuts).to_vec());
    view.prospect = prospect_card(&workspace.potential, prospects, customer);
    view
}

fn facts(workspace: &Workspace, basis: &Basis, customer: u32) -> CardView {
    let plane = basis.plane();
    let customers = &basis.customers;
    let key = customers.key(customer);
    let amount = plane.amount_of(customer);
    let (region, rep) = region_and_rep(workspace, basis, customer);
    // A prospect may have the key that a customer was merged into.
    let merges = workspace.merges.iter().filter(|_| basis.side == Side::Existing);
    CardView {
        revision: basis.revision,
        side: basis.side,
        customer,
        key: key.to_owned(),
        name: basis.name(workspace, customer).to_owned(),
        spellings: merges.filter(|(_, target)| *target == key).map(|(spelling, _)| spelling.clone()).collect(),
        region,
        rep,
        rank: basis.measured.ranks.get(customer as usize).map_or(0, |rank| rank.saturating_add(1)),
        customers: plane.members.len() as u32,
        class: basis.rating.class(customer),
        computed_class: basis.rating.computed_class(customer),
        not_rated: plane.not_rated_of(customer),
        overridden: workspace.overrides_of(basis.side).get(key).cloned(),
        note: workspace.notes_of(basis.side).get(key).cloned(),
        amount,
        vertical: plane.vertical_of(customer),
        share: amount.and_then(|amount| plane.share_of_total(amount)),
        horizontal: plane.horizontal_of(customer),
        score: plane.score_of(customer),
        orders: basis.measured.measures.as_ref().map_or(0, |measures| measures.orders_of(customer)),
        first_day: customers.first_day(customer).map(|day| day.0),
        last_day: customers.last_day(customer).map(|day| day.0),
        cuts: basis.rating.cuts,
        grain: workspace.existing.stability.grain(),
        bars: Vec::new(),
        mean: None,
        deviation: None,
        counted: 0,
        active: 0,
        adi: None,
        cv2: None,
        moves: Vec::new(),
        robustness: None,
        other_measures: Vec::new(),
        purchases: Vec::new(),
        order_rows: 0,
        prospect: None,
    }
}

/// Of a prospect its own; of a customer from the customer list, else from the customer's latest row that names one.
fn region_and_rep(workspace: &Workspace, basis: &Basis, customer: u32) -> (String, String) {
    if let Some(prospects) = &basis.prospects {
        return prospects.row(customer).map(|row| (row.prospect.region.clone(), row.prospect.rep.clone())).unwrap_or_default();
    }
    let listed = workspace.data.customers.as_deref().and_then(|list| basis.customers.list_row(customer, list));
    let table = workspace.data.purchases.as_deref();
    let latest = |column: fn(&PurchaseTable) -> Option<&crate::tables::Category>| {
        let table = table?;
        let column = column(table)?;
        let rows = basis.customers.rows(customer).iter().map(|&row| row as usize).filter(|&row| !column.text(row).is_empty());
        rows.max_by_key(|&row| (table.day[row], row)).map(|row| column.text(row).to_owned())
    };
    let fact = |listed: Option<&String>, column: fn(&PurchaseTable) -> Option<&crate::tables::Category>| match listed {
        Some(text) if !text.is_empty() => text.clone(),
        _ => latest(column).unwrap_or_default(),
    };
    (fact(listed.map(|row| &row.region), |table| table.region.as_ref()), fact(listed.map(|row| &row.rep), |table| table.rep.as_ref()))
}

fn by_other_measure(other: &Other, customer: u32) -> OtherMeasure {
    let value = other.measures.stability_of(customer).ok();
    let contribution = other.measures.contribution_of(customer);
    OtherMeasure {
        measure: other.measures.measure,
        value,
        score: other.measures.score_of(customer),
        class: value.zip(other.cuts).map(|(value, cuts)| crate::classify::class_of(contribution, value, cuts)),
    }
}

fn add_periods(view: &mut CardView, activity: &Activity, reader: &ActivityReader<'_>, options: &MeasureOptions) {
    let found = intermittence(&activity.periods);
    let variation = activity.periods.variation();
    view.mean = variation.map(|variation| variation.mean);
    view.deviation = variation.and_then(|variation| variation.deviation);
    view.counted = activity.periods.counted;
    view.active = activity.periods.active();
    (view.adi, view.cv2) = (found.adi, found.cv2);
    if let Some((_, periods)) = reader.window() {
        view.bars = bars(view.customer, view.first_day.map(Day), periods, reader, options);
    }
}

fn bars(customer: u32, first_day: Option<Day>, periods: &Periods, reader: &ActivityReader<'_>, options: &MeasureOptions) -> Vec<PeriodBar> {
    let first = periods.first.max(periods.last - (MOST_BARS - 1));
    let counted = first_day.and_then(|day| periods.counted_for(day, options.months_counted));
    let first_purchase = first_day.map_or(periods.first, |day| periods.grain.period_of(day));
    let state = |period: i32| match counted {
        Some((first, last)) if (first..=last).contains(&period) => PeriodState::Counted,
        _ if options.months_counted == MonthsCounted::SinceFirst && period < first_purchase => PeriodState::BeforeFirstPurchase,
        _ => PeriodState::LeftOut,
    };
    let sums = reader.period_sums(customer, first);
    let bar = |(period, sum): (i32, &crate::measure::PeriodSum)| PeriodBar {
        period,
        amount: sum.total.value(),
        returns: sum.returns.value(),
        state: state(period),
    };
    (first..).zip(&sums).map(bar).collect()
}

fn moves_of(view: &CardView, options: &MeasureOptions, activity: &Activity) -> Vec<Move> {
    let rated = view.cuts.zip(view.vertical.zip(view.horizontal));
    let found = rated.map(|(cuts, (contribution, stability))| moves(contribution, stability, cuts, options.stability, &activity.periods));
    found.map_or_else(Vec::new, |found| found.to_vec())
}

fn robustness_of(
    view: &CardView,
    workspace: &Workspace,
    activity: &Activity,
    reader: &ActivityReader<'_>,
    options: &MeasureOptions,
) -> Option<Robustness> {
    let cuts = view.cuts.filter(|_| view.horizontal.is_some())?;
    let first = first_counted(view.first_day.map(Day), reader, options)?;
    robustness(activity, options, first, cuts, workspace.existing.seed, &view.key)
}

/// The first counted period of a customer.
pub(in crate::engine) fn first_counted(first_day: Option<Day>, reader: &ActivityReader<'_>, options: &MeasureOptions) -> Option<i32> {
    let (_, periods) = reader.window()?;
    Some(periods.counted_for(first_day?, options.months_counted)?.0)
}

fn add_purchases(view: &mut CardView, table: &PurchaseTable, reader: &ActivityReader<'_>) {
    let mut rows: Vec<usize> = reader.rows_in_window(view.customer).map(|row| row as usize).collect();
    order::sort_by_key(&mut rows, |&row| std::cmp::Reverse((table.day[row], row)));
    view.order_rows = rows.len() as u32;
    let text =
        |column: &Option<crate::tables::Category>, row: usize| column.as_ref().map_or(String::new(), |column| column.text(row).to_owned());
    let order_row = |&row: &usize| OrderRow {
        day: table.day[row].0,
        order: text(&table.order, row),
        product: text(&table.product, row),
        amount: table.amount[row],
        row: table.row[row],
        source: table.source[row],
    };
    view.purchases = rows.iter().take(MOST_PURCHASES).map(order_row).collect();
}
