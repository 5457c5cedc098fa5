//! What the two sides of the quadrant call their axes, figures and people: one page, two wordings.

use crate::chart::ScaleKind;
use crate::classify::{Axis, Quadrant, Side};
use crate::engine::{HorizontalMeasure, SortKey};
use crate::ui::i18n::Texts;
use crate::workspace::{AxisRules, AxisScale, ExistingSettings, PotentialSettings};

/// The part of the settings that picture and figures are worded from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub side: Side,
    pub rules: AxisRules,
    pub scale: AxisScale,
    pub measure: HorizontalMeasure,
    /// The vertical axis shows money, not a score.
    pub is_money: bool,
}

impl Look {
    #[must_use]
    pub fn of_existing(settings: &ExistingSettings) -> Self {
        let measure = HorizontalMeasure::Stability(settings.stability);
        Self { side: Side::Existing, rules: settings.axis_rules(), scale: settings.scale, measure, is_money: true }
    }

    #[must_use]
    pub fn of_potential(settings: &PotentialSettings) -> Self {
        let measure = HorizontalMeasure::Intent(settings.intent_from);
        let is_money = settings.is_money();
        Self { side: Side::Potential, rules: settings.axis_rules(), scale: settings.scale, measure, is_money }
    }

    /// A score from 1 to 5 has no use for a logarithmic axis.
    #[must_use]
    pub fn scale_kind(self) -> ScaleKind {
        if self.is_money && self.scale == AxisScale::Log { ScaleKind::Log } else { ScaleKind::Linear }
    }

    /// A figure of the vertical axis.
    #[must_use]
    pub fn vertical(self, texts: Texts, value: f64, currency: &str) -> String {
        if self.is_money { texts.money(value, currency) } else { texts.decimal(value, 2) }
    }

    /// The same in full.
    #[must_use]
    pub fn vertical_exact(self, texts: Texts, value: f64, currency: &str) -> String {
        if self.is_money { texts.money_exact(value, currency) } else { texts.decimal(value, 2) }
    }

    /// What stands before a figure of the horizontal axis in its own unit.
    #[must_use]
    pub fn measure_short(self, texts: Texts) -> &'static str {
        match self.measure {
            HorizontalMeasure::Stability(measure) => texts.measure_short(measure),
            HorizontalMeasure::Intent(_) => texts.threshold_intent_short(),
        }
    }
}

impl Texts {
    /// The name of an axis: what a list heads its column with.
    #[must_use]
    pub fn axis(self, side: Side, axis: Axis) -> &'static str {
        match (side, axis) {
            (Side::Existing, Axis::Vertical) => self.list_contribution(),
            (Side::Existing, Axis::Horizontal) => self.list_stability(),
            (Side::Potential, Axis::Vertical) => self.threshold_expected_short(),
            (Side::Potential, Axis::Horizontal) => self.intent(),
        }
    }

    /// The name of a threshold.
    #[must_use]
    pub fn threshold(self, look: Look, axis: Axis) -> String {
        match (look.side, axis) {
            (Side::Existing, Axis::Vertical) => self.threshold_contribution().to_owned(),
            (Side::Existing, Axis::Horizontal) => self.threshold_stability(look.measure_short(self)),
            (Side::Potential, Axis::Vertical) => self.threshold_expected().to_owned(),
            (Side::Potential, Axis::Horizontal) => self.threshold_intent().to_owned(),
        }
    }

    /// How a threshold is found: the name of the select beside it.
    #[must_use]
    pub fn threshold_method(self, side: Side, axis: Axis) -> &'static str {
        match (side, axis) {
            (Side::Existing, Axis::Vertical) => self.threshold_contribution_method(),
            (Side::Existing, Axis::Horizontal) => self.threshold_stability_method(),
            (Side::Potential, Axis::Vertical) => self.threshold_expected_method(),
            (Side::Potential, Axis::Horizontal) => self.threshold_intent_method(),
        }
    }

    /// The short name at the end of a threshold's line.
    #[must_use]
    pub fn threshold_short(self, look: Look, axis: Axis) -> &'static str {
        match (look.side, axis) {
            (Side::Existing, Axis::Vertical) => self.threshold_contribution_short(),
            (Side::Potential, Axis::Vertical) => self.threshold_expected_short(),
            (_, Axis::Horizontal) => look.measure_short(self),
        }
    }

    /// `High contribution, low stability.`
    #[must_use]
    pub fn sides_of(self, side: Side, quadrant: Quadrant) -> &'static str {
        match (side, quadrant) {
            (Side::Existing, _) => self.class_sides(quadrant),
            (Side::Potential, Quadrant::I) => self.potential_high_high(),
            (Side::Potential, Quadrant::II) => self.potential_high_low(),
            (Side::Potential, Quadrant::III) => self.potential_low_high(),
            (Side::Potential, Quadrant::IV) => self.potential_low_low(),
        }
    }

    #[must_use]
    pub fn kicker(self, side: Side) -> &'static str {
        match side {
            Side::Existing => self.picture_kicker(),
            Side::Potential => self.potential_kicker(),
        }
    }

    /// Name of the picture for those who listen.
    #[must_use]
    pub fn scatter_label(self, side: Side, rated: u32) -> String {
        match side {
            Side::Existing => self.picture_label(self.count(rated)),
            Side::Potential => self.potential_label(self.count(rated)),
        }
    }

    #[must_use]
    pub fn scatter_keys(self, side: Side) -> &'static str {
        match side {
            Side::Existing => self.picture_keys(),
            Side::Potential => self.potential_keys(),
        }
    }

    /// What the tooltip calls the horizontal axis.
    #[must_use]
    pub fn tooltip_axis(self, side: Side) -> &'static str {
        match side {
            Side::Existing => self.picture_tooltip_stability(),
            Side::Potential => self.potential_tooltip_intent(),
        }
    }

    /// Heading, label and search of the list.
    #[must_use]
    pub fn list_words(self, side: Side) -> [&'static str; 3] {
        match side {
            Side::Existing => [self.list_title(), self.list_label(), self.list_find()],
            Side::Potential => [self.potential_list(), self.potential_list_label(), self.potential_find()],
        }
    }

    /// A heading of the list.
    #[must_use]
    pub fn list_heading(self, side: Side, key: SortKey) -> &'static str {
        match key {
            SortKey::Class => self.list_class(),
            SortKey::Name => self.list_customer(),
            SortKey::Vertical => self.axis(side, Axis::Vertical),
            SortKey::Share => self.list_share(),
            SortKey::Cumulative => self.list_cumulative(),
            SortKey::Horizontal => self.axis(side, Axis::Horizontal),
            SortKey::Orders => self.list_orders(),
            SortKey::Completeness => self.sheet_complete(),
        }
    }
}
