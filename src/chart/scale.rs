//! From figures to places on a line and back: linear or logarithmic, the latter with a strip for what has no logarithm (METHODS 1).
//! Pure arithmetic; knows nothing of drawing or labels.

use serde::{Deserialize, Serialize};

/// How figures are spread over an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScaleKind {
    #[default]
    Linear,
    Log,
}

impl ScaleKind {
    /// What the axis counts evenly: the figure itself, or its logarithm; negative infinity for "0 or less" on a logarithmic axis.
    #[must_use]
    pub fn unit(self, figure: f64) -> f64 {
        match self {
            Self::Linear => figure,
            Self::Log if figure <= 0.0 => f64::NEG_INFINITY,
            Self::Log => figure.ln(),
        }
    }
}

/// From what an axis counts evenly to places: [`Scale::line`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    start: f64,
    unit: f64,
    places: f64,
}

impl Line {
    /// The place of a [`ScaleKind::unit`].
    #[must_use]
    pub fn place(&self, unit: f64) -> f64 {
        self.start + (unit - self.unit) * self.places
    }
}

/// Where the figures "0 or less" of a logarithmic axis are drawn, in chart units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    /// Where the axis ends and the strip begins.
    pub near: f64,
    pub far: f64,
}

impl Strip {
    #[must_use]
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.near, self.far)
    }
}

/// One axis. `low` and `high` are two figures, `from` and `to` the places where they stand (for a vertical axis `from` is below `to`, so the
/// larger number).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    kind: ScaleKind,
    low: f64,
    high: f64,
    from: f64,
    to: f64,
    strip: Option<Strip>,
}

impl Scale {
    /// An axis on which `figures.0` stands at `places.0` and `figures.1` at `places.1`. Figures that no axis can be made of (equal, not finite,
    /// not positive on a logarithmic axis) are widened to some that can.
    #[must_use]
    pub fn new(kind: ScaleKind, figures: (f64, f64), places: (f64, f64)) -> Self {
        let (low, high) = usable(kind, figures);
        Self { kind, low, high, from: places.0, to: places.1, strip: None }
    }

    #[must_use]
    pub fn with_strip(self, strip: Option<Strip>) -> Self {
        Self { strip, ..self }
    }

    /// The same axis, told by the figures at two other places.
    #[must_use]
    pub fn told_at(self, places: (f64, f64)) -> Self {
        let (low, high) = usable(self.kind, (self.on_axis(places.0), self.on_axis(places.1)));
        Self { low, high, from: places.0, to: places.1, ..self }
    }

    #[must_use]
    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    /// The figures at both ends.
    #[must_use]
    pub fn figures(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    #[must_use]
    pub fn strip(&self) -> Option<Strip> {
        self.strip
    }

    /// Whether a figure belongs to the strip "0 or less".
    #[must_use]
    pub fn is_below_log(&self, figure: f64) -> bool {
        self.kind == ScaleKind::Log && figure <= 0.0
    }

    /// The place of a figure. On a logarithmic axis, "0 or less" stands in the middle of the strip; NaN where there is none.
    #[must_use]
    pub fn screen_from_data(&self, figure: f64) -> f64 {
        if self.is_below_log(figure) {
            return self.strip.map_or(f64::NAN, |strip| strip.middle());
        }
        let part = match self.kind {
            ScaleKind::Linear => (figure - self.low) / (self.high - self.low),
            ScaleKind::Log => (figure.ln() - self.low.ln()) / (self.high.ln() - self.low.ln()),
        };
        self.from + part * (self.to - self.from)
    }

    /// The same for many figures, whose units are known: a million logarithms take longer than all the rest. The strip is not part of it.
    #[must_use]
    pub fn line(&self) -> Line {
        let (low, high) = (self.kind.unit(self.low), self.kind.unit(self.high));
        Line { start: self.from, unit: low, places: (self.to - self.from) / (high - low) }
    }

    /// The figure at a place: the inverse of [`Scale::screen_from_data`]; 0 inside the strip.
    #[must_use]
    pub fn data_from_screen(&self, place: f64) -> f64 {
        match self.strip {
            Some(strip) if (place - strip.near) * (strip.far - strip.near) > 0.0 => 0.0,
            _ => self.on_axis(place),
        }
    }

    fn on_axis(&self, place: f64) -> f64 {
        let part = (place - self.from) / (self.to - self.from);
        match self.kind {
            ScaleKind::Linear => self.low + part * (self.high - self.low),
            ScaleKind::Log => ((self.high.ln() - self.low.ln()) * part + self.low.ln()).exp(),
        }
    }

    /// Round figures to label, rising, at least `gap` units apart: steps of 1, 2 or 5; on a logarithmic axis decades, with 2 and 5 between
    /// them where there is room.
    #[must_use]
    pub fn ticks(&self, gap: f64) -> Vec<f64> {
        let length = (self.to - self.from).abs();
        let logarithmic = match self.kind {
            ScaleKind::Linear => Vec::new(),
            ScaleKind::Log => log_ticks(self.low, self.high, length, gap),
        };
        if logarithmic.len() >= 2 { logarithmic } else { self.linear_ticks(length, gap) }
    }

    /// Steps are chosen for the tightest place, so that a logarithmic axis of less than a decade keeps the gap too.
    fn linear_ticks(&self, length: f64, gap: f64) -> Vec<f64> {
        let span = self.high - self.low;
        let tightest = match self.kind {
            ScaleKind::Linear => length / span,
            ScaleKind::Log => length / ((self.high.ln() - self.low.ln()) * self.high),
        };
        round_steps(self.low, self.high, gap / tightest)
    }
}

/// Two finite figures, the first smaller, both positive for a logarithm.
fn usable(kind: ScaleKind, (low, high): (f64, f64)) -> (f64, f64) {
    let finite = low.is_finite() && high.is_finite();
    match kind {
        ScaleKind::Linear if !finite => (0.0, 1.0),
        ScaleKind::Log if !finite || high <= 0.0 => (1.0, 10.0),
        ScaleKind::Linear if high > low => (low, high),
        ScaleKind::Linear => {
            let around = if low == 0.0 { 1.0 } else { low.abs() / 2.0 };
            (low - around, low + around)
        }
        ScaleKind::Log if low > 0.0 && high > low => (low, high),
        ScaleKind::Log => (high / 10.0, high * 10.0),
    }
}

/// Multiples of 1, 2 or 5 times a power of ten, at least `least` apart.
fn round_steps(low: f64, high: f64, least: f64) -> Vec<f64> {
    if !(least.is_finite() && least > 0.0 && high > low) {
        return Vec::new();
    }
    let power = least.log10().floor();
    let Some((digit, power)) = [(1.0, power), (2.0, power), (5.0, power), (1.0, power + 1.0), (2.0, power + 1.0)]
        .into_iter()
        .find(|(digit, power)| digit * 10f64.powf(*power) >= least * (1.0 - 1e-9))
    else {
        return Vec::new();
    };
    // A whole number divided by a power of ten is the figure itself; a sum of steps of 0.1 is not.
    let figure = |index: f64| if power < 0.0 { index * digit / 10f64.powf(-power) } else { index * digit * 10f64.powf(power) };
    let step = figure(1.0);
    let first = (low / step - 1e-9).ceil();
    let last = (high / step + 1e-9).floor();
    let count = (last - first + 1.0).clamp(0.0, 1000.0) as usize;
    (0..count).map(|index| figure(first + index as f64) + 0.0).collect()
}

/// Decades, or every second, third … of them, or 1-2-5; empty where not even two fit.
fn log_ticks(low: f64, high: f64, length: f64, gap: f64) -> Vec<f64> {
    let decade = length / (high.log10() - low.log10());
    // Between the smallest and the largest power of ten there is.
    let power = |figure: f64| figure.log10().clamp(-307.0, 308.0);
    let (first, last) = ((power(low) - 1e-9).floor() as i32, (power(high) + 1e-9).ceil() as i32);
    let inside = |figure: &f64| *figure >= low * (1.0 - 1e-9) && *figure <= high * (1.0 + 1e-9);
    // 1 to 2 and 5 to 10 are the closest of 1-2-5.
    if decade * 2f64.log10() >= gap {
        return (first..=last).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10f64.powi(power))).filter(inside).collect();
    }
    let every = ((gap / decade).ceil() as i32).max(1);
    (first..=last).filter(|power| power.rem_euclid(every) == 0).map(|power| 10f64.powi(power)).filter(inside).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn linear_ticks_are_exact_round_figures() {
        let score = Scale::new(ScaleKind::Linear, (0.14, 0.9), (0.0, 760.0));
        assert_eq!(score.ticks(120.0), [0.2, 0.4, 0.6, 0.8]);
        assert_eq!(score.ticks(90.0), [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
        let money = Scale::new(ScaleKind::Linear, (-1200.0, 5300.0), (400.0, 0.0));
        assert_eq!(money.ticks(56.0), [-1000.0, 0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0]);
    }

    #[test]
    fn logarithmic_ticks_follow_the_room() {
        let wide = Scale::new(ScaleKind::Log, (3.9, 300_000.0), (360.0, 0.0));
        assert_eq!(wide.ticks(28.0), [10.0, 100.0, 1000.0, 10_000.0, 100_000.0]);
        let tight = Scale::new(ScaleKind::Log, (1.0, 1e8), (100.0, 0.0));
        assert_eq!(tight.ticks(28.0), [1.0, 1e3, 1e6]);
        let near = Scale::new(ScaleKind::Log, (90.0, 2100.0), (400.0, 0.0));
        assert_eq!(near.ticks(28.0), [100.0, 200.0, 500.0, 1000.0, 2000.0]);
        let within_a_decade = Scale::new(ScaleKind::Log, (310.0, 480.0), (300.0, 0.0));
        // A step of 20 is 28.6 units wide at 480, a step of 50 is 71.
        assert_eq!(within_a_decade.ticks(60.0), [350.0, 400.0, 450.0]);
    }

    #[test]
    fn zero_or_less_stands_in_the_strip() {
        let strip = Strip { near: 374.0, far: 400.0 };
        let scale = Scale::new(ScaleKind::Log, (1.0, 1000.0), (370.0, 10.0)).with_strip(Some(strip));
        assert_eq!(scale.screen_from_data(0.0), 387.0);
        assert_eq!(scale.screen_from_data(-50.0), 387.0);
        assert_eq!(scale.data_from_screen(380.0), 0.0);
        assert!((scale.data_from_screen(10.0) - 1000.0).abs() < 1e-9);
        assert!(scale.with_strip(None).screen_from_data(0.0).is_nan());
    }

    #[test]
    fn figures_without_an_axis_get_one() {
        assert_eq!(Scale::new(ScaleKind::Log, (0.0, 0.0), (0.0, 1.0)).figures(), (1.0, 10.0));
        assert_eq!(Scale::new(ScaleKind::Log, (50.0, 50.0), (0.0, 1.0)).figures(), (5.0, 500.0));
        assert_eq!(Scale::new(ScaleKind::Linear, (4.0, 4.0), (0.0, 1.0)).figures(), (2.0, 6.0));
        assert_eq!(Scale::new(ScaleKind::Linear, (f64::NAN, 4.0), (0.0, 1.0)).figures(), (0.0, 1.0));
        let vast = Scale::new(ScaleKind::Log, (1e-300, 1e300), (0.0, 600.0));
        assert!((vast.screen_from_data(1.0) - 300.0).abs() < 1e-9);
        assert!(vast.told_at((-1000.0, 5000.0)).ticks(30.0).len() < 250);
    }

    proptest! {
        #[test]
        fn inverse_of_linear(low in -1e9..1e9f64, span in 1e-3..1e9f64, part in 0.0..1.0f64, length in 10.0..4000.0f64) {
            let scale = Scale::new(ScaleKind::Linear, (low, low + span), (length, 0.0));
            let figure = low + part * span;
            let back = scale.data_from_screen(scale.screen_from_data(figure));
            prop_assert!((back - figure).abs() <= 1e-9 * span.max(low.abs()));
        }

        #[test]
        fn inverse_of_log(low in 1e-3..1e6f64, decades in 0.1..9.0f64, part in 0.0..1.0f64, length in 10.0..4000.0f64) {
            let scale = Scale::new(ScaleKind::Log, (low, low * 10f64.powf(decades)), (length, 0.0));
            let figure = low * 10f64.powf(decades * part);
            let back = scale.data_from_screen(scale.screen_from_data(figure));
            prop_assert!((back / figure - 1.0).abs() < 1e-9);
        }

        #[test]
        fn ticks_keep_their_gap_and_stay_inside(
            kind in prop::sample::select(vec![ScaleKind::Linear, ScaleKind::Log]),
            low in 1e-3..1e6f64, decades in 0.05..9.0f64, length in 50.0..2000.0f64, gap in 12.0..120.0f64,
        ) {
            let high = low * 10f64.powf(decades);
            let scale = Scale::new(kind, (low, high), (length, 0.0));
            let ticks = scale.ticks(gap);
            let slack = 1e-6 * (high - low);
            prop_assert!(ticks.iter().all(|tick| *tick >= low - slack && *tick <= high + slack));
            for pair in ticks.windows(2) {
                let apart = (scale.screen_from_data(pair[0]) - scale.screen_from_data(pair[1])).abs();
                prop_assert!(pair[0] < pair[1] && apart >= gap * (1.0 - 1e-6), "{apart} < {gap}");
            }
        }

        #[test]
        fn told_at_other_places_it_is_the_same_axis(low in 0.1..1e5f64, decades in 0.2..6.0f64, figure in 0.1..1e9f64) {
            for kind in [ScaleKind::Linear, ScaleKind::Log] {
                let scale = Scale::new(kind, (low, low * 10f64.powf(decades)), (390.0, 44.0));
                let again = scale.told_at((400.0, 0.0));
                let (one, other) = (scale.screen_from_data(figure), again.screen_from_data(figure));
                prop_assert!((one - other).abs() <= 1e-6 * one.abs().max(1.0));
            }
        }
    }
}
