//! Names of codes: measures, threshold rules, reasons, classes.

use crate::calendar::Grain;
use crate::classify::{Class, Quadrant, Side, ThresholdRule};
use crate::engine::NotRated;
use crate::tables::WALK_IN_KEY;
use crate::ui::i18n::{Language, Texts};
use crate::workspace::StabilityMeasure;

impl Texts {
    /// As a choice in a list: `CV of monthly totals`.
    #[must_use]
    pub fn measure_name(self, measure: StabilityMeasure) -> &'static str {
        match measure {
            StabilityMeasure::CvMonth => self.measure_cv_month(),
            StabilityMeasure::CvQuarter => self.measure_cv_quarter(),
            StabilityMeasure::ActiveMonths => self.measure_active_months(),
            StabilityMeasure::CvOrder => self.measure_cv_order(),
            StabilityMeasure::Regularity => self.measure_regularity(),
            StabilityMeasure::Given => self.measure_given(),
        }
    }

    /// Within a sentence: `monthly evenness`.
    #[must_use]
    pub fn measure_words(self, measure: StabilityMeasure) -> &'static str {
        match measure {
            StabilityMeasure::CvMonth => self.rule_cv_month(),
            StabilityMeasure::CvQuarter => self.rule_cv_quarter(),
            StabilityMeasure::ActiveMonths => self.rule_active_months(),
            StabilityMeasure::CvOrder => self.rule_cv_order(),
            StabilityMeasure::Regularity => self.rule_regularity(),
            StabilityMeasure::Given => self.rule_given(),
        }
    }

    /// Beside a figure in the measure's unit: `CV`.
    #[must_use]
    pub fn measure_short(self, measure: StabilityMeasure) -> &'static str {
        match measure {
            StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter | StabilityMeasure::CvOrder => self.measure_short_cv(),
            StabilityMeasure::ActiveMonths => self.measure_short_active(),
            StabilityMeasure::Regularity => self.measure_short_regularity(),
            StabilityMeasure::Given => self.measure_short_given(),
        }
    }

    /// One line: what it is, its direction and the least data.
    #[must_use]
    pub fn measure_how(self, measure: StabilityMeasure) -> &'static str {
        match measure {
            StabilityMeasure::CvMonth => self.measure_cv_month_how(),
            StabilityMeasure::CvQuarter => self.measure_cv_quarter_how(),
            StabilityMeasure::ActiveMonths => self.measure_active_months_how(),
            StabilityMeasure::CvOrder => self.measure_cv_order_how(),
            StabilityMeasure::Regularity => self.measure_regularity_how(),
            StabilityMeasure::Given => self.measure_given_how(),
        }
    }

    /// What the measure needs before it rates a customer.
    #[must_use]
    pub fn measure_need(self, measure: StabilityMeasure) -> &'static str {
        match measure {
            StabilityMeasure::CvMonth | StabilityMeasure::CvQuarter | StabilityMeasure::ActiveMonths => self.need_periods(),
            StabilityMeasure::CvOrder | StabilityMeasure::Regularity => self.need_orders(),
            StabilityMeasure::Given => self.need_column(),
        }
    }

    /// `median`, `90% quantile`, `typed`.
    #[must_use]
    pub fn rule_name(self, rule: ThresholdRule) -> String {
        match rule {
            ThresholdRule::Median => self.method_median().to_owned(),
            ThresholdRule::Mean => self.method_mean().to_owned(),
            ThresholdRule::Pareto => self.method_pareto().to_owned(),
            ThresholdRule::Jenks => self.method_jenks().to_owned(),
            ThresholdRule::Quantile(part) => self.method_quantile_of(self.share(part)),
            ThresholdRule::Manual(_) => self.method_manual().to_owned(),
        }
    }

    /// How a rule finds its cut, in one line.
    #[must_use]
    pub fn rule_how(self, rule: ThresholdRule) -> &'static str {
        match rule {
            ThresholdRule::Median => self.method_median_how(),
            ThresholdRule::Mean => self.method_mean_how(),
            ThresholdRule::Pareto => self.method_pareto_how(),
            ThresholdRule::Jenks => self.method_jenks_how(),
            ThresholdRule::Quantile(_) => self.method_quantile_how(),
            ThresholdRule::Manual(_) => self.method_manual_how(),
        }
    }

    /// Why a customer has no class, after a colon.
    #[must_use]
    pub fn not_rated_reason(self, reason: NotRated, grain: Grain) -> &'static str {
        match (reason, grain) {
            (NotRated::TooFewPeriods, Grain::Month) => self.reason_too_few_months(),
            (NotRated::TooFewPeriods, Grain::Quarter) => self.reason_too_few_quarters(),
            (NotRated::TooFewOrders, _) => self.reason_too_few_orders(),
            (NotRated::MeanNotPositive, _) => self.reason_mean_not_positive(),
            (NotRated::NotInWindow, _) => self.reason_not_in_window(),
            (NotRated::NoMeasure, _) => self.reason_no_measure(),
            (NotRated::NoExpectedContribution, _) => self.reason_no_expected(),
            (NotRated::NoIntent, _) => self.reason_no_intent(),
        }
    }

    /// `EI`, `EI 类`; `not rated` for none.
    #[must_use]
    pub fn class_name(self, side: Side, class: Class) -> String {
        class.map_or_else(|| self.card_not_rated_word().to_owned(), |quadrant| self.class_code(quadrant.code(side)))
    }

    /// `High contribution, low stability.`
    #[must_use]
    pub fn class_sides(self, quadrant: Quadrant) -> &'static str {
        match quadrant {
            Quadrant::I => self.card_high_high(),
            Quadrant::II => self.card_high_low(),
            Quadrant::III => self.card_low_high(),
            Quadrant::IV => self.card_low_low(),
        }
    }

    /// A name or key as shown: the group of customers without a name gets one.
    #[must_use]
    pub fn customer_name(self, name: &str) -> &str {
        if name == WALK_IN_KEY { self.walk_in() } else { name }
    }

    /// `Dec 2011`, `2011 Q4`.
    #[must_use]
    pub fn period(self, grain: Grain, period: i32) -> String {
        let first = grain.first_day(period);
        match grain {
            Grain::Month => self.month(first),
            Grain::Quarter => self.quarter(first.ymd().0, period.rem_euclid(4) + 1),
        }
    }

    /// Chinese counts money in 万, so axis labels turn short from there on.
    #[must_use]
    pub fn counts_in_ten_thousands(self) -> bool {
        self.0 == Language::Chinese
    }

    /// Periods one after another: `Dec 2010, Dec 2011`.
    #[must_use]
    pub fn periods(self, grain: Grain, periods: &[i32]) -> String {
        let names: Vec<_> = periods.iter().map(|&period| self.period(grain, period)).collect();
        names.join(self.list_join())
    }
}

texts! {
    quarter(year, number) => "Q{number} {year}", "{year}年第{number}季度";
    list_join => ", ", "、";
}
