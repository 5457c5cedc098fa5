//! Robustness of one customer's class: which of its figures are drawn again, and what a draw's measures are (METHODS 7).

use crate::calendar::Grain;
use crate::classify::{Class, Cuts, Robustness, block_length, class_of, resample};
use crate::measure::{
    Activity, ContributionBasis, MeasureOptions, PeriodTotals, StabilityMeasure, contribution, cv_of_orders, cv_of_periods,
    share_of_active_months,
};
use crate::units::Sum;

/// Draws a customer's counted periods again, thresholds held fixed. What lies outside the counted periods (an incomplete month) stays as it
/// is. By order, a period brings its orders along.
///
/// `None` without counted periods, and for measures that do not consist of periods: the regularity of gaps, which drawing would take apart,
/// and given figures.
#[must_use]
pub fn robustness(
    activity: &Activity,
    options: &MeasureOptions,
    first_counted: i32,
    cuts: Cuts,
    seed: u64,
    key: &str,
) -> Option<Robustness> {
    if matches!(options.stability, StabilityMeasure::Regularity | StabilityMeasure::Given) || activity.periods.counted == 0 {
        return None;
    }
    let grain = options.stability.grain();
    let mut draws = Draws::new(activity, options, grain, first_counted);
    let periods = draws.totals.len();
    Some(resample(periods, block_length(grain, periods), seed, key, &mut |draw| draws.class(draw, cuts)))
}

/// One customer's periods, ready to be drawn.
struct Draws<'data> {
    options: &'data MeasureOptions,
    /// Totals of the counted periods, zeros included.
    totals: Vec<f64>,
    /// Worth outside the counted periods.
    outside: f64,
    /// Order amounts by counted period, and those outside.
    orders: Vec<Vec<f64>>,
    outside_orders: Vec<f64>,
    drawn: PeriodTotals,
    drawn_orders: Vec<f64>,
}

impl<'data> Draws<'data> {
    fn new(activity: &Activity, options: &'data MeasureOptions, grain: Grain, first: i32) -> Self {
        let counted = activity.periods.counted as usize;
        let place = |period: i32| usize::try_from(period - first).ok().filter(|place| *place < counted);
        let mut totals = vec![0.0; counted];
        for (&period, &total) in activity.periods.periods.iter().zip(&activity.periods.totals) {
            if let Some(place) = place(period) {
                totals[place] = total;
            }
        }
        let mut orders = vec![Vec::new(); if options.stability == StabilityMeasure::CvOrder { counted } else { 0 }];
        let mut outside_orders = Vec::new();
        for (&day, &amount) in activity.order_days.iter().zip(&activity.order_amounts) {
            match place(grain.period_of(day)).and_then(|place| orders.get_mut(place)) {
                Some(orders) => orders.push(amount),
                None => outside_orders.push(amount),
            }
        }
        let outside = [activity.total, -activity.periods.sum()].into_iter().collect::<Sum>().value();
        let drawn = PeriodTotals { counted: activity.periods.counted, ..PeriodTotals::default() };
        Self { options, totals, outside, orders, outside_orders, drawn, drawn_orders: Vec::new() }
    }

    fn class(&mut self, draw: &[usize], cuts: Cuts) -> Class {
        self.drawn.totals.clear();
        self.drawn.totals.extend(draw.iter().map(|&place| self.totals[place]).filter(|total| *total != 0.0));
        let stability = match self.options.stability {
            StabilityMeasure::ActiveMonths => share_of_active_months(&self.drawn),
            StabilityMeasure::CvOrder => {
                self.drawn_orders.clone_from(&self.outside_orders);
                self.drawn_orders.extend(draw.iter().flat_map(|&place| &self.orders[place]));
                cv_of_orders(&self.drawn_orders)
            }
            _ => cv_of_periods(&self.drawn),
        };
        let total = match self.options.contribution {
            ContributionBasis::PerPeriod => 0.0,
            ContributionBasis::Total | ContributionBasis::Margin => self.outside + self.drawn.sum(),
        };
        Some(class_of(contribution(self.options.contribution, total, &self.drawn), stability.ok()?, cuts))
    }
}
