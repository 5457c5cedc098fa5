//! What one customer did in the window, read from its rows: the one place where purchase rows become figures.

use super::{ContributionBasis, Customers, MeasureOptions, PeriodTotals, Periods, RowFilter, Span, WindowInForce, row_value};
use crate::calendar::{Day, Grain};
use crate::tables::{CustomerList, MISSING, PurchaseTable};
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
    /// Orders in the window by first appearance: day of the first row and amount of all rows. A row without an order id is an order.
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
    /// By order code: the reading in which the order was met last, and its place there.
    order_places: Vec<(u32, u32)>,
    order_sums: Vec<Sum>,
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
        let window = customers.data_days().and_then(|days| WindowInForce::new(options.window, days));
        let window = window.map(|window| (window.span, window.periods(grain, options.leave_out_incomplete)));
        let place_of_day = window.as_ref().map_or_else(Vec::new, |(span, periods)| places_of_days(*span, periods));
        let places = window.as_ref().map_or(0, |(_, periods)| periods.last.abs_diff(periods.first) as usize + 1);
        Self {
            table,
            customers,
            options,
            filter: RowFilter::new(&options.filters, table, list, customers),
            window,
            place_of_day,
            sums: vec![(0, Sum::default()); places],
            touched: Vec::new(),
            order_places: Vec::new(),
            order_sums: Vec::new(),
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
        for &row in self.customers.rows(customer) {
            if !self.filter.passes(row, customer) {
                continue;
            }
            activity.rows_passing += 1;
            let row = row as usize;
            let Some(place) = self.place(self.table.day[row]) else { continue };
            activity.rows_in_window += 1;
            let Some(value) = self.value(row, activity) else { continue };
            total.add(value);
            self.add_to_period(place, value);
            self.add_to_order(row, value, activity);
        }
        activity.total = total.value();
        activity.order_amounts.extend(self.order_sums.iter().map(Sum::value));
        self.finish_periods(customer, activity);
    }

    /// One customer's totals of every period of the window from `first` on, zeros included.
    #[must_use]
    pub fn period_sums(&self, customer: u32, first: i32) -> Vec<PeriodSum> {
        let Some((_, periods)) = &self.window else { return Vec::new() };
        let skip = usize::try_from(first - periods.first).unwrap_or(0);
        let mut sums = vec![PeriodSum::default(); self.sums.len().saturating_sub(skip)];
        let mut unused = Activity::default();
        for &row in self.customers.rows(customer) {
            let passes = self.filter.passes(row, customer);
            let row = row as usize;
            let Some(place) = self.place(self.table.day[row]).filter(|_| passes) else { continue };
            let Some(value) = self.value(row, &mut unused) else { continue };
            if let Some(sum) = (place as usize).checked_sub(skip).and_then(|place| sums.get_mut(place)) {
                sum.total.add(value);
                sum.returns.add(value.min(0.0));
            }
        }
        sums
    }

    /// Rows of a customer that make up its figures, in row order.
    pub fn rows_in_window(&self, customer: u32) -> impl Iterator<Item = u32> {
        let rows = self.customers.rows(customer).iter().copied();
        rows.filter(move |&row| self.filter.passes(row, customer) && self.place(self.table.day[row as usize]).is_some())
    }

    fn start(&mut self, activity: &mut Activity) {
        if self.reading == 0 {
            self.order_places = vec![(0, 0); self.table.order.as_ref().map_or(0, |order| order.dictionary.len())];
        }
        self.reading += 1;
        self.order_sums.clear();
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
        self.place_of_day.get(usize::try_from(day.0 - span.first.0).ok()?).copied()
    }

    /// `None` for a row that the gross switch leaves out.
    fn value(&self, row: usize, activity: &mut Activity) -> Option<f64> {
        let amount = self.table.amount[row];
        if self.options.gross && amount < 0.0 {
            return None;
        }
        if self.options.contribution != ContributionBasis::Margin {
            return Some(amount);
        }
        let cost = self.table.cost.as_ref().map_or(f64::NAN, |cost| cost[row]);
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

    fn add_to_order(&mut self, row: usize, value: f64, activity: &mut Activity) {
        let code = self.table.order.as_ref().map_or(MISSING, |order| order.codes[row]);
        if let Some(met) = self.order_places.get_mut(code as usize) {
            if met.0 == self.reading {
                self.order_sums[met.1 as usize].add(value);
                return;
            }
            *met = (self.reading, self.order_sums.len() as u32);
        }
        activity.order_days.push(self.table.day[row]);
        self.order_sums.push([value].into_iter().collect());
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

fn places_of_days(span: Span, periods: &Periods) -> Vec<u32> {
    let mut places = Vec::with_capacity(span.days());
    for period in periods.first..=periods.last {
        let from = periods.grain.first_day(period).max(span.first);
        let to = periods.grain.last_day(period).min(span.last);
        let days = usize::try_from(to.0 - from.0 + 1).unwrap_or(0);
        places.extend(std::iter::repeat_n(period.abs_diff(periods.first), days));
    }
    places
}
