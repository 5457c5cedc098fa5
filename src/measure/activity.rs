//! What one customer did in the window, read from its rows: the one place where purchase rows become figures.

use super::{ContributionBasis, Customers, MeasureOptions, PeriodTotals, Periods, RowFilter, SourceRange, Span, WindowInForce, row_value};
use crate::calendar::{Day, Grain};
use crate::tables::{CustomerList, PurchaseTable};
use crate::units::Sum;

/// One customer's figures under the options in force.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activity {
    /// Rows that pass the filters, whenever they were.
    pub rows_passing: u32,
    /// Of these, rows in the window (negative ones too, whatever the gross switch says).
    pub rows_in_window: u32,
    /// Worth of the rows in the window.
    pub total: f64,
    /// Totals of the counted periods.
    pub periods: PeriodTotals,
    /// Orders in the window by first appearance: earliest day and amount of all rows. A row without an order id is an order.
    pub order_days: Vec<Day>,
    pub order_amounts: Vec<f64>,
    /// Rows in the window whose cost is needed and missing.
    pub rows_without_cost: u32,
}

/// Total of one period of the window and the part of it that came back.
#[derive(Clone, Copy, Debug, Default)]
pub struct PeriodSum {
    pub total: Sum,
    /// Negative rows alone.
    pub returns: Sum,
}

/// Reads customers one after the other, reusing its memory.
pub struct ActivityReader<'data> {
    table: &'data PurchaseTable,
    customers: &'data Customers,
    options: &'data MeasureOptions,
    filter: RowFilter<'data>,
    window: Option<(Span, Periods)>,
    /// Place of a day's period in `sums`, by day from the window's first day on.
    place_of_day: Vec<u32>,
    /// By period: the reading in which it was met last, and its sum there. So nothing needs clearing between customers.
    sums: Vec<(u32, Sum)>,
    touched: Vec<u32>,
    /// By the customer's order number: earliest day and sum, `None` until the order is met.
    orders: Vec<Option<(Day, Sum)>>,
    reading: u32,
}

impl<'data> ActivityReader<'data> {
    /// Sums by periods of `grain`.
    #[must_use]
    pub fn new(
        table: &'data PurchaseTable,
        list: Option<&CustomerList>,
        customers: &'data Customers,
        options: &'data MeasureOptions,
        grain: Grain,
    ) -> Self {
        let days = options.sources.map_or_else(|| customers.data_days(), |range| days_of_sources(table, range));
        let window = days.and_then(|days| WindowInForce::new(options.window, days));
        let window = window.map(|window| (window.span, window.periods(grain, options.leave_out_incomplete)));
        let place_of_day = window.as_ref().map_or_else(Vec::new, |(span, periods)| places_of_days(*span, periods));
        let places = window.as_ref().map_or(0, |(_, periods)| periods.last.abs_diff(periods.first) as usize + 1);
        Self {
            table,
            customers,
            options,
            filter: RowFilter::new(&options.filters, options.sources, table, list, customers),
            window,
            place_of_day,
            sums: vec![(0, Sum::default()); places],
            touched: Vec::new(),
            orders: Vec::new(),
            reading: 0,
        }
    }

    /// Window and periods in force; `None` where the chosen window has no day of the data.
    #[must_use]
    pub fn window(&self) -> Option<&(Span, Periods)> {
        self.window.as_ref()
    }

    /// Reads one customer into `activity`, whose memory is reused.
    pub fn read(&mut self, customer: u32, activity: &mut Activity) {
        self.start(activity);
        let mut total = Sum::default();
        let entries = self.customers.entries(customer);
        for (((&row, &day), &amount), &order) in entries.rows.iter().zip(entries.days).zip(entries.amounts).zip(entries.orders) {
            if !self.filter.passes(row, customer) {
                continue;
            }
            activity.rows_passing += 1;
            let Some(place) = self.place(day) else { continue };
            activity.rows_in_window += 1;
            let Some(value) = self.value(row, amount, activity) else { continue };
            total.add(value);
            self.add_to_period(place, value);
            self.add_to_order(order, day, value);
        }
        activity.total = total.value();
        for (day, sum) in self.orders.drain(..).flatten() {
            activity.order_days.push(day);
            activity.order_amounts.push(sum.value());
        }
        self.finish_periods(customer, activity);
    }

    /// One customer's totals of every period of the window from `first` on, zeros included.
    #[must_use]
    pub fn period_sums(&self, customer: u32, first: i32) -> Vec<PeriodSum> {
        let Some((_, periods)) = &self.window else { return Vec::new() };
        let skip = usize::try_from(first - periods.first).unwrap_or(0);
        let mut sums = vec![PeriodSum::default(); self.sums.len().saturating_sub(skip)];
        let mut unused = Activity::default();
        let entries = self.customers.entries(customer);
        for ((&row, &day), &amount) in entries.rows.iter().zip(entries.days).zip(entries.amounts) {
            let Some(place) = self.place(day).filter(|_| self.filter.passes(row, customer)) else { continue };
            let Some(value) = self.value(row, amount, &mut unused) else { continue };
            if let Some(sum) = (place as usize).checked_sub(skip).and_then(|place| sums.get_mut(place)) {
                sum.total.add(value);
                sum.returns.add(value.min(0.0));
            }
        }
        sums
    }

    /// Rows of a customer that make up its figures, in row order.
    pub fn rows_in_window(&self, customer: u32) -> impl Iterator<Item = u32> {
        let entries = self.customers.entries(customer);
        let in_window = move |(&row, &day): (&u32, &Day)| (self.filter.passes(row, customer) && self.place(day).is_some()).then_some(row);
        entries.rows.iter().zip(entries.days).filter_map(in_window)
    }

    fn start(&mut self, activity: &mut Activity) {
        self.reading += 1;
        activity.rows_passing = 0;
        activity.rows_in_window = 0;
        activity.rows_without_cost = 0;
        activity.order_days.clear();
        activity.order_amounts.clear();
        activity.periods.periods.clear();
        activity.periods.totals.clear();
        activity.periods.counted = 0;
    }

    fn place(&self, day: Day) -> Option<u32> {
        let (span, _) = self.window.as_ref()?;
        self.place_of_day.get(usize::try_from(day.0.checked_sub(span.first.0)?).ok()?).copied()
    }

    /// `None` for a row that the gross switch leaves out.
    fn value(&self, row: u32, amount: f64, activity: &mut Activity) -> Option<f64> {
        if self.options.gross && amount < 0.0 {
            return None;
        }
        if self.options.contribution != ContributionBasis::Margin {
            return Some(amount);
        }
        let cost = self.table.cost.as_ref().map_or(f64::NAN, |cost| cost[row as usize]);
        activity.rows_without_cost += u32::from(cost.is_nan());
        Some(row_value(ContributionBasis::Margin, amount, cost))
    }

    fn add_to_period(&mut self, place: u32, value: f64) {
        let (met_in, sum) = &mut self.sums[place as usize];
        if *met_in != self.reading {
            *met_in = self.reading;
            *sum = Sum::default();
            self.touched.push(place);
        }
        sum.add(value);
    }

    fn add_to_order(&mut self, order: u32, day: Day, value: f64) {
        let order = order as usize;
        if self.orders.len() <= order {
            self.orders.resize(order + 1, None);
        }
        let (first_day, sum) = self.orders[order].get_or_insert((day, Sum::default()));
        *first_day = day.min(*first_day);
        sum.add(value);
    }

    fn finish_periods(&mut self, customer: u32, activity: &mut Activity) {
        let counted = self.window.as_ref().zip(self.customers.first_day(customer)).and_then(|((_, periods), first_day)| {
            let (first, last) = periods.counted_for(first_day, self.options.months_counted)?;
            Some((periods.first, first, last))
        });
        self.touched.sort_unstable();
        for place in self.touched.drain(..) {
            let total = self.sums[place as usize].1.value();
            let Some((start, first, last)) = counted else { continue };
            let period = start + place as i32;
            if total != 0.0 && (first..=last).contains(&period) {
                activity.periods.periods.push(period);
                activity.periods.totals.push(total);
            }
        }
        activity.periods.counted = counted.map_or(0, |(_, first, last)| last.abs_diff(first) + 1);
    }
}

/// What the rows of some sources cover.
fn days_of_sources(table: &PurchaseTable, range: SourceRange) -> Option<Span> {
    let of_range = table.day.iter().zip(&table.source).filter(|(_, source)| range.contains(**source));
    of_range
        .map(|(&day, _)| Span { first: day, last: day })
        .reduce(|span, day| Span { first: span.first.min(day.first), last: span.last.max(day.last) })
}

fn places_of_days(span: Span, periods: &Periods) -> Vec<u32> {
    let mut places = Vec::new();
    for period in periods.first..=periods.last {
        let from = periods.grain.first_day(period).max(span.first);
        let to = periods.grain.last_day(period).min(span.last);
        let days = usize::try_from(to.0 - from.0 + 1).unwrap_or(0);
        places.extend(std::iter::repeat_n(period.abs_diff(periods.first), days));
    }
    places
}
