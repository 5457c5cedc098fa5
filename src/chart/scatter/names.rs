//! Names beside points: the largest customers where the name covers no point and no line, the selected one always.

use super::input::ScatterInput;
use super::layout::ScatterLayout;
use crate::chart::geometry::Rect;
use crate::chart::pen::{Anchor, Label};
use crate::chart::text::{SMALL, SPARE, Weight, shortened};

/// A longer name is cut.
const WIDEST: f64 = 170.0;
/// Radius of the ring around the selected point.
pub const RING: f64 = 9.5;
/// From a mark or ring to its name.
const GAP: f64 = 4.0;

/// From a name to the marks of others.
const CLEARANCE: f64 = 4.0;

/// A name with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedName {
    pub customer: usize,
    pub label: Label,
    /// The room kept for it in whatever font.
    pub bounds: Rect,
    /// It stands for the selected or focused customer.
    pub emphasised: bool,
    /// It may lie over points or lines and needs a plate.
    pub covers: bool,
}

/// Places the names: selected, focused, then the largest.
pub(super) fn place(layout: &ScatterLayout, input: &ScatterInput<'_>) -> Vec<PlacedName> {
    let mut taken = Taken::new(layout);
    let mut names: Vec<PlacedName> = Vec::new();
    for customer in [input.selected, input.focused].into_iter().flatten() {
        if !names.iter().any(|name| name.customer == customer) {
            names.extend(place_always(layout, input, customer, &mut taken));
        }
    }
    let most = if layout.narrow { 0 } else { input.most_names };
    let mut placed = 0;
    for customer in largest(layout, input, most * 3) {
        if placed == most {
            break;
        }
        if names.iter().all(|name| name.customer != customer)
            && let Some(name) = place_if_free(layout, input, customer, &mut taken)
        {
            names.push(name);
            placed += 1;
        }
    }
    names
}

/// The shown customers with the largest contribution, largest first, the earlier one first among equals.
fn largest(layout: &ScatterLayout, input: &ScatterInput<'_>, count: usize) -> Vec<usize> {
    let mut customers: Vec<usize> = layout.shown().collect();
    let by_size = |one: &usize, other: &usize| input.contribution[*other].total_cmp(&input.contribution[*one]).then(one.cmp(other));
    if count < customers.len() {
        customers.select_nth_unstable_by(count, by_size);
        customers.truncate(count);
    }
    customers.sort_unstable_by(by_size);
    customers
}

fn place_if_free(layout: &ScatterLayout, input: &ScatterInput<'_>, customer: usize, taken: &mut Taken) -> Option<PlacedName> {
    let label = candidates(layout, input, customer, false)?.into_iter().find(|label| taken.cost(layout, label, customer) == 0.0)?;
    let bounds = label.bounds(SPARE);
    taken.boxes.push(bounds);
    Some(PlacedName { customer, label, bounds, emphasised: false, covers: layout.crowd })
}

fn place_always(layout: &ScatterLayout, input: &ScatterInput<'_>, customer: usize, taken: &mut Taken) -> Option<PlacedName> {
    let mut best: Option<(f64, Label)> = None;
    for label in candidates(layout, input, customer, true)? {
        let cost = taken.cost(layout, &label, customer);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, label));
        }
    }
    let (cost, label) = best?;
    let bounds = label.bounds(SPARE);
    taken.boxes.push(bounds);
    Some(PlacedName { customer, label, bounds, emphasised: true, covers: layout.crowd || cost > 0.0 })
}

/// Labels around the mark, the easiest to read first: right, left, above, below, then the corners.
fn candidates(layout: &ScatterLayout, input: &ScatterInput<'_>, customer: usize, emphasised: bool) -> Option<Vec<Label>> {
    let (x, y) = layout.place(customer)?;
    let weight = if emphasised { Weight::SemiBold } else { Weight::Regular };
    let name = input.names.get(customer).filter(|name| !name.trim().is_empty())?;
    let text = shortened(name.trim(), SMALL, weight, WIDEST.min(layout.plot.width() * 0.45));
    let mark = if emphasised { RING + 1.0 } else { layout.radius * 1.3 };
    let reach = mark + GAP;
    let line = mark + 2.0 + SMALL * 0.5;
    let slope = reach * 0.6;
    let around = [
        (reach, 0.0, Anchor::Start),
        (-reach, 0.0, Anchor::End),
        (0.0, -line, Anchor::Middle),
        (0.0, line, Anchor::Middle),
        (slope, -line * 0.85, Anchor::Start),
        (slope, line * 0.85, Anchor::Start),
        (-slope, -line * 0.85, Anchor::End),
        (-slope, line * 0.85, Anchor::End),
    ];
    Some(around.map(|(right, down, anchor)| Label { text: text.clone(), x: x + right, y: y + down, size: SMALL, weight, anchor }).into())
}

/// What a name must not cover.
struct Taken {
    /// Captions, labels of the thresholds, the ring and names already placed.
    boxes: Vec<Rect>,
    /// Hairlines and thresholds, as thin boxes.
    lines: Vec<Rect>,
}

impl Taken {
    fn new(layout: &ScatterLayout) -> Self {
        let plot = layout.plot;
        let across =
            layout.grid.iter().copied().chain(layout.cut_y).chain(layout.zero).chain(layout.contribution.strip().map(|strip| strip.near));
        let mut lines: Vec<Rect> = across.map(|y| Rect { top: y - 1.0, bottom: y + 1.0, ..plot }).collect();
        lines.extend(layout.cut_x.map(|x| Rect { left: x - 1.5, right: x + 1.5, top: plot.top - 8.0, bottom: plot.bottom }));
        let labels = layout.cut_labels.iter().map(|label| label.bounds(SPARE).grown(2.0));
        let rings = [layout.selected, layout.focused].into_iter().flatten().filter_map(|index| layout.place(index));
        let rings = rings.map(|(x, y)| Rect { left: x, top: y, right: x, bottom: y }.grown(RING + 1.0));
        let boxes = layout.captions.iter().map(|caption| caption.bounds.grown(3.0)).chain(labels).chain(rings).collect();
        Self { boxes, lines }
    }

    /// 0 where the label is free; more the more it covers: a name or caption weighs more than a line, a line more than a point.
    fn cost(&self, layout: &ScatterLayout, label: &Label, customer: usize) -> f64 {
        let bounds = label.bounds(SPARE);
        if !layout.plot.encloses(&bounds) {
            return 1000.0;
        }
        let boxes = self.boxes.iter().filter(|taken| taken.overlaps(&bounds)).count();
        let lines = self.lines.iter().filter(|line| line.overlaps(&bounds)).count();
        // Clear of other marks by a gap, so that nobody wonders whose name it is.
        let marks = bounds.grown(layout.radius * 1.2 + CLEARANCE);
        let covers = |index: &usize| *index != customer && layout.place(*index).is_some_and(|(x, y)| marks.contains(x, y));
        let points = layout.index().candidates(&marks).filter(covers).count();
        boxes as f64 * 100.0 + lines as f64 * 3.0 + points as f64
    }
}
