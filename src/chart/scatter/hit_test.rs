//! Which point is meant: under the pointer, next to a point in a direction, inside an area. Works on places, knows no figures.

use serde::{Deserialize, Serialize};

use super::layout::ScatterLayout;
use crate::chart::geometry::Rect;

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// The shown point nearest to a place, at most `radius` away; of equally near ones the last, which lies on top.
#[must_use]
pub fn hit_test(layout: &ScatterLayout, x: f64, y: f64, radius: f64) -> Option<usize> {
    let area = Rect { left: x, top: y, right: x, bottom: y }.grown(radius);
    nearest_to(layout.index().candidates(&area).filter_map(|index| Some((index, layout.place(index)?))), (x, y), radius)
}

/// The same among points with their places, wherever they come from.
pub fn nearest_to(points: impl Iterator<Item = (usize, (f64, f64))>, (x, y): (f64, f64), radius: f64) -> Option<usize> {
    let mut nearest: Option<(f64, usize)> = None;
    for (index, (to_x, to_y)) in points {
        if (to_x - x).abs() > radius || (to_y - y).abs() > radius {
            continue;
        }
        let distance = (to_x - x).hypot(to_y - y);
        let better = nearest.is_none_or(|(least, other)| distance < least || distance == least && index > other);
        if distance <= radius && better {
            nearest = Some((distance, index));
        }
    }
    nearest.map(|(_, index)| index)
}

/// The next shown point from `from` that way: the nearest in a cone of 45° to both sides, else the nearest on that side at all. Points at the
/// very same place follow each other by number, so that each can be reached.
#[must_use]
pub fn nearest_in_direction(layout: &ScatterLayout, from: usize, direction: Direction) -> Option<usize> {
    let start = layout.place(from)?;
    let forward = matches!(direction, Direction::Right | Direction::Down);
    let placed = || layout.shown().filter_map(|index| Some((index, layout.place(index)?)));
    let twins = placed().filter(|&(index, place)| index != from && place == start).map(|(index, _)| index);
    let twin = if forward { twins.filter(|&index| index > from).min() } else { twins.filter(|&index| index < from).max() };
    twin.or_else(|| next_from(placed(), start, direction, 0.0))
}

/// The nearest point that way that lies more than `stride` further, among points with their places; the first among equals.
pub fn next_from(points: impl Iterator<Item = (usize, (f64, f64))>, start: (f64, f64), direction: Direction, stride: f64) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (index, (x, y)) in points {
        let (right, down) = (x - start.0, y - start.1);
        let (along, across) = match direction {
            Direction::Right => (right, down.abs()),
            Direction::Left => (-right, down.abs()),
            Direction::Down => (down, right.abs()),
            Direction::Up => (-down, right.abs()),
        };
        if along <= stride {
            continue;
        }
        // Outside the cone a point comes only after all inside it.
        let cost = along.hypot(across) + if across <= along { 0.0 } else { 1e6 };
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The shown points inside an area, in their order.
#[must_use]
pub fn in_rect(layout: &ScatterLayout, area: Rect) -> Vec<usize> {
    let mut inside: Vec<usize> =
        layout.index().candidates(&area).filter(|&index| layout.place(index).is_some_and(|(x, y)| area.contains(x, y))).collect();
    inside.sort_unstable();
    inside
}

/// Points by the cell of a grid they lie in, so that a question about a place looks at a few of them only.
#[derive(Clone, Debug, Default)]
pub struct PointIndex {
    area: Rect,
    columns: usize,
    rows: usize,
    /// Where each cell's points begin in `points`; one more than there are cells.
    starts: Vec<u32>,
    points: Vec<u32>,
}

/// Side of a cell in chart units.
const CELL: f64 = 16.0;

impl PointIndex {
    /// Sorts places into cells; those that are no numbers or lie outside `area` are left out.
    #[must_use]
    pub fn new(area: Rect, x: &[f32], y: &[f32]) -> Self {
        let columns = (area.width() / CELL).ceil().max(1.0) as usize;
        let rows = (area.height() / CELL).ceil().max(1.0) as usize;
        let mut index = Self { area, columns, rows, starts: vec![0; columns * rows + 1], points: Vec::new() };
        let cells: Vec<Option<usize>> = x.iter().zip(y).map(|(&x, &y)| index.cell(f64::from(x), f64::from(y))).collect();
        for cell in cells.iter().flatten() {
            index.starts[cell + 1] += 1;
        }
        for cell in 1..index.starts.len() {
            index.starts[cell] += index.starts[cell - 1];
        }
        let mut next = index.starts.clone();
        index.points = vec![0; cells.iter().flatten().count()];
        for (point, cell) in (0u32..).zip(&cells) {
            if let Some(cell) = cell {
                index.points[next[*cell] as usize] = point;
                next[*cell] += 1;
            }
        }
        index
    }

    fn cell(&self, x: f64, y: f64) -> Option<usize> {
        self.area.contains(x, y).then(|| self.row(y) * self.columns + self.column(x))
    }

    fn column(&self, x: f64) -> usize {
        (((x - self.area.left) / CELL).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f64) -> usize {
        (((y - self.area.top) / CELL).max(0.0) as usize).min(self.rows - 1)
    }

    /// The points of every cell that `area` touches.
    pub fn candidates(&self, area: &Rect) -> impl Iterator<Item = usize> + '_ {
        let (first, last) = (self.column(area.left), self.column(area.right));
        (self.row(area.top)..=self.row(area.bottom)).flat_map(move |row| {
            let row = row * self.columns;
            let (from, to) = (self.starts[row + first] as usize, self.starts[row + last + 1] as usize);
            self.points[from..to].iter().map(|point| *point as usize)
        })
    }
}
