//! The small bars of a list row as SVG path data.

/// Paths within a box of [`WIDTH`] × [`HEIGHT`]: bars above the line, ticks for empty months, returns below the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spark {
    pub bars: String,
    pub ticks: String,
    pub returns: String,
}

pub const WIDTH: f64 = 78.0;
pub const HEIGHT: f64 = 20.0;
/// Bars of a year stand apart; two years still fit.
const GAP_SHARE: f64 = 0.3;
/// Fewer months do not make wider bars than these.
const LEAST_SLOTS: usize = 13;
/// A month with money is at least this high.
const LEAST_BAR: f64 = 1.0;

/// Bars of the totals, the last month at the right end.
#[must_use]
pub fn spark(totals: &[f64]) -> Spark {
    let slot = WIDTH / totals.len().max(LEAST_SLOTS) as f64;
    let width = slot * (1.0 - GAP_SHARE);
    let highest = totals.iter().copied().fold(0.0, f64::max);
    let lowest = totals.iter().copied().fold(0.0, f64::min);
    let scale = if highest > lowest { (HEIGHT - 1.0) / (highest - lowest) } else { 0.0 };
    let line = HEIGHT - 0.5 + lowest * scale;
    let start = WIDTH - totals.len() as f64 * slot;
    let mut spark = Spark::default();
    for (place, &total) in totals.iter().enumerate() {
        let left = start + place as f64 * slot;
        let height = (total.abs() * scale).max(LEAST_BAR);
        if total > 0.0 {
            spark.bars += &format!("M{left:.1} {line:.1}v-{height:.1}h{width:.1}v{height:.1}z");
        } else if total < 0.0 {
            spark.returns += &format!("M{left:.1} {line:.1}v{height:.1}h{width:.1}v-{height:.1}z");
        } else {
            spark.ticks += &format!("M{left:.1} {line:.1}h{width:.1}");
        }
    }
    spark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_ticks_and_returns_are_apart() {
        let spark = spark(&[0.0, 10.0, -10.0]);
        assert_eq!(spark.ticks.matches('M').count(), 1);
        assert_eq!(spark.bars.matches('M').count(), 1);
        assert_eq!(spark.returns.matches('M').count(), 1);
        // 20 of money over 19 pixels: the line is 9.5 above the foot.
        assert!(spark.bars.contains("10.0v-9.5"), "{}", spark.bars);
        assert!(spark.returns.contains("10.0v9.5"), "{}", spark.returns);
    }

    #[test]
    fn nothing_bought_is_a_row_of_ticks() {
        assert_eq!(spark(&[]), Spark::default());
        let empty = spark(&[0.0; 24]);
        assert_eq!((empty.bars.as_str(), empty.ticks.matches('M').count()), ("", 24));
    }

    #[test]
    fn the_last_month_stands_at_the_right_end() {
        let one = spark(&[5.0]);
        assert!(one.bars.starts_with("M72.0 19.5"), "{}", one.bars);
    }
}
