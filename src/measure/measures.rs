//! The measures of all customers, as columns by customer number: everything classes are made from.

use super::{
    Activity, ActivityReader, ContributionBasis, Customers, MeasureOptions, NotRated, Periods, ScoreScale, Span, StabilityMeasure,
    contribution, cv_of_orders, cv_of_periods, list_row_passes, regularity, share_of_active_months,
};
use crate::calendar::Grain;
use crate::tables::{CustomerList, Dataset};
use crate::units::Sum;

/// Contribution and stability of every customer. Columns are indexed by customer number; numbers that are not in `customers` hold zeros.
#[derive(Clone, Debug)]
pub struct Measures {
    pub measure: StabilityMeasure,
    /// Customers with at least one row that passes the filters, ascending.
    pub customers: Vec<u32>,
    pub contribution: Vec<f64>,
    pub stability: Vec<Result<f64, NotRated>>,
    /// Orders in the window.
    pub orders: Vec<u32>,
    /// Contribution of all customers.
    pub total: f64,
    pub window: Option<Span>,
    pub periods: Option<Periods>,
    pub scale: ScoreScale,
    pub high_is_stable: bool,
    /// Rows whose cost is missing although the margin is asked for.
    pub rows_without_cost: u32,
}

impl Measures {
    /// Measures every customer of the data. The cost grows with the rows alone.
    #[must_use]
    pub fn new(data: &Dataset, customers: &Customers, options: &MeasureOptions) -> Self {
        let found = Self::by_each(data, customers, options, &[options.stability]).pop();
        found.unwrap_or_else(|| Self::empty(customers.numbers(), options, options.stability))
    }

    /// As [`Self::new`] for each of several stability measures in place of the options' own; the rows are read once a grain.
    #[must_use]
    pub fn by_each(data: &Dataset, customers: &Customers, options: &MeasureOptions, by: &[StabilityMeasure]) -> Vec<Self> {
        let list = data.customers.as_deref();
        let mut found: Vec<Self> = by.iter().map(|&measure| Self::empty(customers.numbers(), options, measure)).collect();
        match (data.purchases.as_deref(), list) {
            (Some(table), _) => {
                for grain in [Grain::Month, Grain::Quarter] {
                    let mut of_grain: Vec<&mut Self> = found.iter_mut().filter(|measures| measures.measure.grain() == grain).collect();
                    if !of_grain.is_empty() {
                        read_purchases(
                            &mut of_grain,
                            ActivityReader::new(table, list, customers, options, grain),
                            customers,
                            options,
                            list,
                        );
                    }
                }
            }
            (None, Some(list)) => found.iter_mut().for_each(|measures| measures.read_list(list, customers, options)),
            (None, None) => {}
        }
        found.iter_mut().for_each(|measures| measures.finish(options));
        found
    }

    fn empty(numbers: usize, options: &MeasureOptions, measure: StabilityMeasure) -> Self {
        Self {
            measure,
            customers: Vec::new(),
            contribution: vec![0.0; numbers],
            stability: vec![Err(NotRated::NoMeasure); numbers],
            orders: vec![0; numbers],
            total: 0.0,
            window: None,
            periods: None,
            scale: ScoreScale::Variation,
            high_is_stable: measure.high_is_stable(options.given_high_is_stable),
            rows_without_cost: 0,
        }
    }

    fn finish(&mut self, options: &MeasureOptions) {
        self.total = self.customers.iter().map(|&number| self.contribution[number as usize]).collect::<Sum>().value();
        let values = self.stability.iter().filter_map(|value| value.ok());
        self.scale = ScoreScale::of(self.measure, options.given_high_is_stable, values);
    }

    fn add(&mut self, customer: u32, activity: &Activity, basis: ContributionBasis, given: Option<f64>) {
        let number = customer as usize;
        self.customers.push(customer);
        self.contribution[number] = contribution(basis, activity.total, &activity.periods);
        self.stability[number] = stability(self.measure, activity, self.window, given);
        self.orders[number] = activity.order_amounts.len() as u32;
        self.rows_without_cost += activity.rows_without_cost;
    }

    /// Where there are no purchases the list's own figures are taken as they are.
    fn read_list(&mut self, list: &CustomerList, customers: &Customers, options: &MeasureOptions) {
        for &customer in customers.present() {
            let Some(row) = customers.list_row(customer, list).filter(|row| list_row_passes(&options.filters, row)) else { continue };
            let given = match options.contribution {
                ContributionBasis::Margin => row.margin,
                ContributionBasis::Total | ContributionBasis::PerPeriod => row.contribution,
            };
            let number = customer as usize;
            self.customers.push(customer);
            self.contribution[number] = given.unwrap_or(0.0);
            let stability = row.stability.filter(|_| self.measure == StabilityMeasure::Given && given.is_some());
            self.stability[number] = stability.ok_or(NotRated::NoMeasure);
        }
    }

    /// Customers that have both measures, ascending.
    pub fn rated(&self) -> impl Iterator<Item = (u32, f64, f64)> {
        self.customers.iter().filter_map(|&number| {
            let stability = (*self.stability.get(number as usize)?).ok()?;
            Some((number, *self.contribution.get(number as usize)?, stability))
        })
    }

    /// Stability in the measure's unit, or why there is none.
    ///
    /// # Errors
    /// The customer is not rated.
    pub fn stability_of(&self, number: u32) -> Result<f64, NotRated> {
        self.stability.get(number as usize).copied().unwrap_or(Err(NotRated::NoMeasure))
    }

    #[must_use]
    pub fn contribution_of(&self, number: u32) -> f64 {
        self.contribution.get(number as usize).copied().unwrap_or(0.0)
    }

    #[must_use]
    pub fn orders_of(&self, number: u32) -> u32 {
        self.orders.get(number as usize).copied().unwrap_or(0)
    }

    /// Stability score 0..=1.
    #[must_use]
    pub fn score_of(&self, number: u32) -> Option<f64> {
        self.stability_of(number).ok().map(|value| self.scale.score(value))
    }

    /// Part of the total; `None` where the total is not positive.
    #[must_use]
    pub fn share_of_total(&self, amount: f64) -> Option<f64> {
        (self.total > 0.0).then(|| amount / self.total)
    }
}

/// Reads every customer once and gives its figures to each of the measures, which share the reader's grain.
fn read_purchases(
    found: &mut [&mut Measures],
    mut reader: ActivityReader<'_>,
    customers: &Customers,
    options: &MeasureOptions,
    list: Option<&CustomerList>,
) {
    for measures in found.iter_mut() {
        (measures.window, measures.periods) = reader.window().cloned().unzip();
    }
    let mut activity = Activity::default();
    for &customer in customers.present() {
        reader.read(customer, &mut activity);
        if activity.rows_passing == 0 {
            continue;
        }
        let given = list.and_then(|list| customers.list_row(customer, list)).and_then(|row| row.stability);
        for measures in found.iter_mut() {
            measures.add(customer, &activity, options.contribution, given);
        }
    }
}

/// The stability of one customer by one measure. `given` is the value of a customer list.
///
/// # Errors
/// The customer cannot be rated by it; see [`NotRated`].
pub fn stability(measure: StabilityMeasure, activity: &Activity, window: Option<Span>, given: Option<f64>) -> Result<f64, NotRated> {
    let window = window.filter(|_| activity.rows_in_window > 0).ok_or(NotRated::NotInWindow)?;
    match measure {
        StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter => cv_of_periods(&activity.periods),
        StabilityMeasure::ActiveMonths => share_of_active_months(&activity.periods),
        StabilityMeasure::CvOrder => cv_of_orders(&activity.order_amounts),
        StabilityMeasure::Regularity => {
            let mut days = activity.order_days.clone();
            days.sort_unstable();
            regularity(&days, window)
        }
        StabilityMeasure::Given => given.ok_or(NotRated::NoMeasure),
    }
}
