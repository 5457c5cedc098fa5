//! Finding places for labels: along an axis, beside each other, around a point. Knows no chart; what must not be covered is handed in.

use super::geometry::Rect;
use super::pen::{Anchor, Label};
use super::text::{SMALL, SPARE};

/// Height of a line of small text.
pub(super) const LINE: f64 = 16.0;
/// Between labels of one axis.
const GAP: f64 = 8.0;
/// Kept free around a label.
const CLEAR: f64 = 2.5;

pub(super) fn small(text: &str, x: f64, y: f64, anchor: Anchor) -> Label {
    Label { text: text.to_owned(), x, y, size: SMALL, anchor, ..Label::default() }
}

/// A label centred on `x`, moved as little as it takes to stay between two borders.
pub(super) fn centred(text: &str, x: f64, y: f64, (left, right): (f64, f64)) -> Label {
    let label = small(text, x, y, Anchor::Middle);
    let half = label.bounds(SPARE).width() / 2.0;
    Label { x: x.min(right - half).max(left + half), ..label }
}

/// Of the labels of an axis the first, the last and, between them at equal steps, as many as keep clear of each other, `most` at most.
pub(super) fn along(count: usize, most: usize, at: impl Fn(usize) -> Option<Label>) -> Vec<Label> {
    let Some(last) = count.checked_sub(1) else { return Vec::new() };
    let every = |step: usize| -> Vec<Label> {
        (0..=last).step_by(step).chain((!last.is_multiple_of(step)).then_some(last)).filter_map(&at).collect()
    };
    let fits = |labels: &Vec<Label>| {
        labels.len() <= most && labels.windows(2).all(|pair| pair[0].bounds(SPARE).right + GAP <= pair[1].bounds(SPARE).left)
    };
    (1..=last.max(1)).map(every).find(fits).unwrap_or_else(|| at(last).into_iter().collect())
}

/// Heights as near to the wanted ones (rising) as at least `gap` between any two allows, between `top` and `bottom` where they all fit.
///
/// Less the gaps below each, the heights must not fall: the means of the stretches that do are the nearest such row (pool adjacent violators).
pub(super) fn apart(wanted: &[f64], gap: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (index, height) in wanted.iter().enumerate() {
        pools.push((height - index as f64 * gap, 1));
        while let [.., (above, above_count), (below, below_count)] = pools[..]
            && above > below
        {
            let count = above_count + below_count;
            let mean = (above * above_count as f64 + below * below_count as f64) / count as f64;
            pools.truncate(pools.len() - 2);
            pools.push((mean, count));
        }
    }
    let lowest = (bottom - wanted.len().saturating_sub(1) as f64 * gap).max(top);
    let levelled = pools.into_iter().flat_map(|(height, count)| std::iter::repeat_n(height.clamp(top, lowest), count));
    levelled.enumerate().map(|(index, height)| height + index as f64 * gap).collect()
}

/// What a label should keep clear of.
#[derive(Clone, Debug, Default)]
pub(super) struct Obstacles {
    /// Labels and dots.
    pub boxes: Vec<Rect>,
    /// Points of lines that matter, close to each other.
    pub lines: Vec<(f64, f64)>,
    /// Points of lines that may be broken for a label.
    pub faint: Vec<(f64, f64)>,
    /// Heights of hairlines.
    pub grid: Vec<f64>,
}

impl Obstacles {
    /// 0 where a box is free; another label or dot weighs more than a line, a line more than the grid.
    fn cost(&self, bounds: &Rect) -> f64 {
        let boxes = self.boxes.iter().filter(|taken| taken.overlaps(bounds)).count();
        let inside = |points: &[(f64, f64)]| points.iter().filter(|(x, y)| bounds.contains(*x, *y)).count();
        let grid = self.grid.iter().filter(|y| **y > bounds.top && **y < bounds.bottom).count();
        boxes as f64 * 1000.0 + inside(&self.lines) as f64 * 20.0 + inside(&self.faint) as f64 * 0.5 + grid as f64 * 2.0
    }

    /// The label beside a point where it covers least, the nearest of equals; always inside `room` where it fits into it.
    pub fn beside(&self, label: &Label, (x, y): (f64, f64), room: &Rect) -> Label {
        let mut best: Option<(f64, Label)> = None;
        for (distance, place) in around(label, x, y) {
            let place = inside(place, room);
            let cost = self.cost(&place.bounds(SPARE).grown(CLEAR)) + distance;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, place));
            }
        }
        best.map_or_else(|| label.clone(), |(_, label)| label)
    }
}

/// A line through points as marks two units apart.
pub(super) fn marks(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut marks = Vec::new();
    for pair in points.windows(2) {
        let (width, height) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let steps = (width.hypot(height) / 2.0).ceil().clamp(1.0, 2000.0) as u32;
        let part = |step: u32| f64::from(step) / f64::from(steps);
        marks.extend((0..=steps).map(|step| (pair[0].0 + part(step) * width, pair[0].1 + part(step) * height)));
    }
    marks
}

/// Places around a point, each with its price: beside is better than above or below, on the right better than on the left, and what stands far
/// off is soon nobody's label.
fn around(label: &Label, x: f64, y: f64) -> impl Iterator<Item = (f64, Label)> {
    let sides = [(1.0, Anchor::Start, 0.0), (-1.0, Anchor::End, 0.2), (0.0, Anchor::Middle, 0.4)];
    let reaches = [10.0f64, 16.0, 26.0, 40.0, 60.0];
    let places = sides.into_iter().flat_map(move |side| reaches.into_iter().map(move |reach| (side, reach)));
    places.flat_map(move |((side, anchor, order), reach)| {
        (-20..=20).map(f64::from).map(move |step| {
            let rise = step / 4.0;
            let price = order + (reach - 10.0).powi(2) * 0.006 + rise * rise;
            (price, Label { x: x + side * reach, y: y + rise * LINE, anchor, ..label.clone() })
        })
    })
}

/// The label moved as little as it takes to lie inside.
fn inside(label: Label, room: &Rect) -> Label {
    let bounds = label.bounds(SPARE);
    let across = (room.left - bounds.left).max(0.0) - (bounds.right - room.right).max(0.0);
    let down = (room.top - bounds.top).max(0.0) - (bounds.bottom - room.bottom).max(0.0);
    Label { x: label.x + across, y: label.y + down, ..label }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_give_way_as_little_as_they_can() {
        assert_eq!(apart(&[10.0, 60.0], 16.0, (0.0, 100.0)), [10.0, 60.0]);
        // Two at one place share the way; a third far off stays.
        assert_eq!(apart(&[50.0, 50.0, 90.0], 16.0, (0.0, 100.0)), [42.0, 58.0, 90.0]);
        assert_eq!(apart(&[1.0, 2.0, 3.0], 10.0, (0.0, 100.0)), [0.0, 10.0, 20.0]);
        assert_eq!(apart(&[97.0, 98.0], 10.0, (0.0, 100.0)), [90.0, 100.0]);
        assert_eq!(apart(&[], 10.0, (0.0, 100.0)), Vec::<f64>::new());
    }

    #[test]
    fn an_axis_keeps_its_ends() {
        let at = |index: usize| Some(small("January", 20.0 * index as f64, 0.0, Anchor::Middle));
        let texts: Vec<f64> = along(13, 5, at).iter().map(|label| label.x).collect();
        assert_eq!(texts, [0.0, 60.0, 120.0, 180.0, 240.0]);
        assert_eq!(along(0, 5, at), []);
        assert_eq!(along(1, 5, at).len(), 1);
    }

    #[test]
    fn a_label_goes_where_nothing_lies() {
        let room = Rect { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };
        let taken = Obstacles { lines: marks(&[(0.0, 50.0), (200.0, 50.0)]), ..Obstacles::default() };
        let label = taken.beside(&small("5,900: 80%", 0.0, 0.0, Anchor::Start), (195.0, 50.0), &room);
        let bounds = label.bounds(SPARE);
        assert!(room.encloses(&bounds) && !(bounds.top < 50.0 && bounds.bottom > 50.0), "{bounds:?}");
    }
}
