//! Why a customer moved between two windows, in words.

use crate::calendar::Grain;
use crate::classify::{AxisShift, ShiftCause, Side};
use crate::engine::{ChangesView, Mover};
use crate::ui::i18n::Texts;
use crate::workspace::{Compared, Seen, Spot};

/// `EI Consolidate`, `not rated`, `not there then`.
#[must_use]
pub fn spot_name(texts: Texts, spot: Spot, later: bool) -> String {
    match spot {
        Spot::Class(quadrant) => texts.class_name(Side::Existing, Some(quadrant)),
        Spot::NotRated => texts.not_rated().to_owned(),
        Spot::Absent if later => texts.changes_absent_now().to_owned(),
        Spot::Absent => texts.changes_absent_then().to_owned(),
    }
}

/// What the figures of an answer are written in.
#[derive(Clone, Copy, Debug)]
pub struct Units<'a> {
    pub currency: &'a str,
    /// Short name of the stability measure.
    pub measure: &'a str,
    pub grain: Grain,
}

impl<'a> Units<'a> {
    #[must_use]
    pub fn of(texts: Texts, view: &'a ChangesView) -> Self {
        Self { currency: &view.currency, measure: texts.measure_short(view.measure), grain: view.grain }
    }
}

/// One line a reason; never empty.
#[must_use]
pub fn why_moved(texts: Texts, mover: &Mover, units: Units<'_>) -> Vec<String> {
    let one = &mover.compared;
    match one.spots() {
        (Spot::Absent, _) if one.returned => vec![texts.why_returned().to_owned()],
        (Spot::Absent, _) => vec![texts.why_new().to_owned()],
        (_, Spot::Absent) => vec![texts.why_lost().to_owned()],
        (Spot::NotRated, _) | (_, Spot::NotRated) => not_rated(texts, one, units),
        _ => {
            let contribution = one
                .contribution
                .and_then(|axis| axis_text(texts, axis, texts.why_contribution().to_owned(), |value| texts.money(value, units.currency)));
            let stability =
                one.stability.and_then(|axis| axis_text(texts, axis, texts.why_stability(units.measure), |value| texts.decimal(value, 2)));
            let moved: Vec<String> = contribution.into_iter().chain(stability).collect();
            if moved.is_empty() { vec![texts.why_same().to_owned()] } else { moved }
        }
    }
}

fn not_rated(texts: Texts, one: &Compared, units: Units<'_>) -> Vec<String> {
    let line = |seen: Option<Seen>, window: &str| {
        let reason = seen.filter(|seen| seen.class.is_none()).and_then(|seen| seen.stability.err())?;
        Some(texts.why_not_rated(window, texts.not_rated_reason(reason, units.grain)))
    };
    [line(one.first, texts.changes_then()), line(one.second, texts.changes_now())].into_iter().flatten().collect()
}

fn axis_text(texts: Texts, axis: AxisShift, name: String, write: impl Fn(f64) -> String) -> Option<String> {
    let (from, to) = (write(axis.from), write(axis.to));
    let (cut_from, cut_to) = (write(axis.cut_from), write(axis.cut_to));
    Some(match axis.cause? {
        ShiftCause::Value if axis.to > axis.from && axis.is_good => texts.why_value_up(name, from, to),
        ShiftCause::Value if axis.to < axis.from && !axis.is_good => texts.why_value_down(name, from, to),
        ShiftCause::Value => texts.why_value_over(name, from, to),
        ShiftCause::Cut => texts.why_cut(name, from, to, cut_from, cut_to),
        ShiftCause::Together => texts.why_together(name, from, to, cut_from, cut_to),
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{CHINESE, ENGLISH};
    use super::*;
    use crate::classify::{Class, Direction, Quadrant};
    use crate::engine::NotRated;

    const UNITS: Units<'static> = Units { currency: "GBP", measure: "CV", grain: Grain::Month };

    fn seen(contribution: f64, stability: Result<f64, NotRated>, class: Class) -> Option<Seen> {
        Some(Seen { contribution, stability, class })
    }

    fn mover(first: Option<Seen>, second: Option<Seen>, axes: Option<(AxisShift, AxisShift)>) -> Mover {
        let (contribution, stability) = axes.unzip();
        let compared = Compared { customer: 0, first, second, contribution, stability, returned: false };
        Mover { key: "1".to_owned(), name: "A".to_owned(), compared }
    }

    #[test]
    fn the_axis_that_moved_is_named_with_its_figures() {
        let fell = AxisShift::new((400.0, 90.0), (120.0, 130.0), Direction::HighIsGood);
        let cut_only = AxisShift::new((1.2, 1.2), (1.0, 1.5), Direction::LowIsGood);
        let (was, is) = (seen(400.0, Ok(1.2), Some(Quadrant::II)), seen(90.0, Ok(1.2), Some(Quadrant::III)));
        assert_eq!(
            why_moved(ENGLISH, &mover(was, is, Some((fell, cut_only))), UNITS),
            ["contribution fell from £400 to £90, below the cut", "only the cut moved, 1.00 to 1.50; stability (CV) 1.20, then 1.20"]
        );
        let chinese = why_moved(CHINESE, &mover(was, is, Some((fell, cut_only))), UNITS);
        assert!(chinese[0].starts_with("贡献度由"), "{chinese:?}");
    }

    #[test]
    fn those_without_two_classes_say_what_is_missing() {
        let new = mover(None, seen(5.0, Ok(0.5), Some(Quadrant::IV)), None);
        assert_eq!(why_moved(ENGLISH, &new, UNITS), ["first purchase in the second window"]);
        let short = mover(seen(5.0, Err(NotRated::TooFewPeriods), None), seen(5.0, Ok(0.5), Some(Quadrant::IV)), None);
        let said = why_moved(ENGLISH, &short, UNITS);
        assert!(said.len() == 1 && said[0].starts_with("Then: "), "{said:?}");
        assert_eq!(spot_name(ENGLISH, Spot::Absent, true), "Not there now");
    }
}
