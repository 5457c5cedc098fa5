//! Value and threshold on one small scale: where the dot and the tick of "why this class" stand.

/// Positions 0..=1 along the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhyScale {
    pub value: f64,
    pub cut: f64,
}

/// How far a ratio of value to cut reaches from the middle to the end, on the scale for money.
const FARTHEST_RATIO: f64 = 1000.0;
/// The dot and the tick never touch the ends.
const MARGIN: f64 = 0.04;

/// Money is placed by its ratio to the cut, with the cut in the middle; where either is not positive, by order alone.
/// Scores are placed as they are, 0..=1.
#[must_use]
pub fn why_scale(value: f64, cut: f64, is_money: bool) -> WhyScale {
    if !is_money {
        return WhyScale { value: inside(value), cut: inside(cut) };
    }
    let position = if value > 0.0 && cut > 0.0 {
        0.5 + 0.5 * (value / cut).ln() / FARTHEST_RATIO.ln()
    } else if value < cut {
        0.25
    } else {
        0.75
    };
    WhyScale { value: inside(position), cut: 0.5 }
}

fn inside(position: f64) -> f64 {
    if position.is_finite() { position.clamp(MARGIN, 1.0 - MARGIN) } else { 0.5 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_stands_on_its_side_of_the_tick() {
        let high = why_scale(19_476.0, 942.0, true);
        assert!(high.value > high.cut && high.value < 1.0);
        let low = why_scale(5.0, 942.0, true);
        assert!(low.value < low.cut && low.value > 0.0);
        assert_eq!(why_scale(942.0, 942.0, true), WhyScale { value: 0.5, cut: 0.5 });
        assert!(why_scale(-5.0, 942.0, true).value < 0.5);
        assert!(why_scale(3.0, -1.0, true).value > 0.5);
    }

    #[test]
    fn scores_are_places() {
        assert_eq!(why_scale(0.36, 0.45, false), WhyScale { value: 0.36, cut: 0.45 });
        assert_eq!(why_scale(1.0, f64::NAN, false), WhyScale { value: 0.96, cut: 0.5 });
    }
}
