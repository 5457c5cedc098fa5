//! How many points of each class fall into each cell.

use super::{Crowd, CrowdFrame, FEW, Pale};
use crate::chart::scale::ScaleKind;
use crate::chart::scatter::Window;

/// Counts by cell and class; rows from the top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bins {
    pub columns: usize,
    pub rows: usize,
    pub strong: Vec<[u32; 4]>,
    /// Of pale points; empty where there are none.
    pub pale: Vec<[u32; 4]>,
    pub shown: u32,
    /// The points themselves, while they are [`FEW`].
    pub few: Vec<u32>,
}

impl Bins {
    /// Points in the fullest cell.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.strong.iter().chain(&self.pale).map(|counts| counts.iter().sum()).max().unwrap_or(0)
    }
}

/// A picture has at most so many cells to a side, whatever it is asked for.
const MOST_CELLS: f64 = 4_096.0;

/// Counts the points in sight.
#[must_use]
pub fn bins(crowd: &Crowd<'_>, frame: &CrowdFrame) -> Bins {
    let plot = frame.axes.plot;
    let cells = |length: f64| (length / frame.cell - 1e-6).ceil().clamp(1.0, MOST_CELLS);
    let (columns, rows) = (cells(plot.width()), cells(plot.height()));
    let mut bins = Bins { columns: columns as usize, rows: rows as usize, ..Bins::default() };
    bins.strong = vec![[0; 4]; bins.columns * bins.rows];
    let is_pale = pale(frame);
    if frame.pale != Pale::Nobody {
        bins.pale = bins.strong.clone();
    }
    for (index, (x, y)) in crowd.placed(&frame.axes, frame.hidden) {
        let column = ((x - plot.left) / frame.cell).clamp(0.0, columns - 1.0) as usize;
        let row = ((y - plot.top) / frame.cell).clamp(0.0, rows - 1.0) as usize;
        let counts = if is_pale(crowd.score[index], crowd.height[index]) { &mut bins.pale } else { &mut bins.strong };
        if let Some(count) = counts.get_mut(row * bins.columns + column).and_then(|cell| cell.get_mut(usize::from(crowd.class[index]))) {
            *count += 1;
            bins.shown += 1;
            if bins.few.len() < FEW {
                bins.few.push(index as u32);
            }
        }
    }
    bins
}

/// Whether a point is pale, by its columns.
fn pale(frame: &CrowdFrame) -> impl Fn(f64, f64) -> bool {
    let kind = frame.axes.contribution.kind();
    let (everybody, strong) = match frame.pale {
        Pale::Nobody => (false, None),
        Pale::Everybody => (true, None),
        Pale::Outside(window) => (false, Some(in_units(window, kind))),
    };
    move |score, height| {
        everybody
            || strong.is_some_and(|strong| {
                let figure = if height == f64::NEG_INFINITY { 0.0 } else { height };
                let below = height == f64::NEG_INFINITY;
                !(strong.score.0 <= score
                    && score <= strong.score.1
                    && if below { strong.zero_or_less } else { strong.contribution.0 <= figure && figure <= strong.contribution.1 })
            })
    }
}

fn in_units(window: Window, kind: ScaleKind) -> Window {
    let (low, high) = window.contribution;
    Window { contribution: (kind.unit(low), kind.unit(high)), ..window }
}
