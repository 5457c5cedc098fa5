//! From counts to one byte a cell: which classes meet there, and how many points on a logarithmic scale of few steps. A byte says nothing of
//! colours, so the same cells serve every theme and paper.

use super::Bins;

/// A cell without points.
pub const EMPTY: u8 = 0;
/// Steps of strength, and those of pale cells.
pub(super) const LEVELS: usize = 16;
pub(super) const PALE_LEVELS: usize = 8;
/// The four classes alone, then two of them together.
pub(super) const PAIRS: [(usize, usize); 6] = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
pub(super) const MIXES: usize = 4 + PAIRS.len();
/// Where pale cells begin.
pub(super) const PALE: usize = 1 + MIXES * LEVELS;

/// A second class shows from this part of the first one's number on: below it, it would only muddy the colour.
const SHOWS: u32 = 3;
/// Below so many in the fullest cell a few more are no crowd, and the steps would shout.
const LEAST_MOST: u32 = 12;

/// The cells of a picture, as places in [`super::colours`]: 1 for one class at its weakest, and so on. Every cell with a point is one
/// that shows.
#[must_use]
pub fn cells(bins: &Bins) -> Vec<u8> {
    let most = bins.most().max(LEAST_MOST);
    let (strong, pale) = (steps(most, LEVELS), steps(most, PALE_LEVELS));
    let nobody = [0; 4];
    let cell = |(place, counts): (usize, &[u32; 4])| {
        let below = bins.pale.get(place).unwrap_or(&nobody);
        match (level(counts, &strong), level(below, &pale)) {
            (Some(level), _) => (1 + mix(counts) * LEVELS + level) as u8,
            (None, Some(level)) => (PALE + mix(below) * PALE_LEVELS + level) as u8,
            (None, None) => EMPTY,
        }
    };
    bins.strong.iter().enumerate().map(cell).collect()
}

/// The least number of each step but the first: even steps of the logarithm from 1 to `most`.
fn steps(most: u32, levels: usize) -> Vec<u32> {
    let last = (levels - 1) as f64;
    (1..levels).map(|level| f64::from(most).powf(level as f64 / last).round().max(2.0) as u32).collect()
}

fn level(counts: &[u32; 4], steps: &[u32]) -> Option<usize> {
    let count: u32 = counts.iter().sum();
    (count > 0).then(|| steps.partition_point(|least| *least <= count))
}

/// The class with most points, or the pair it makes with the next where that has a fair part.
fn mix(counts: &[u32; 4]) -> usize {
    let mut first = 0;
    for class in 1..4 {
        if counts[class] > counts[first] {
            first = class;
        }
    }
    let others = (0..4).filter(|class| *class != first);
    let second =
        others.fold(None::<usize>, |best, class| if best.is_none_or(|best| counts[class] > counts[best]) { Some(class) } else { best });
    let Some(second) = second.filter(|second| counts[*second] * SHOWS >= counts[first]) else { return first };
    let pair = (first.min(second), first.max(second));
    PAIRS.iter().position(|known| *known == pair).map_or(first, |place| 4 + place)
}
