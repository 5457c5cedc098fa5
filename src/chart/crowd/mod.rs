//! More points than can be told apart: counted by the cell of a fine grid they fall into, and coloured by how many those are.
//!
//! Whoever holds the points counts them ([`picture`]); whoever draws holds one byte a cell, with which a picture can be recoloured for
//! another theme ([`colours`]) and shown moved or scaled while its axes move ([`pieces`]). Knows no canvas and no customer.

mod bins;
mod cells;
mod colours;
mod pieces;
#[cfg(test)]
mod tests;

pub use bins::{Bins, bins};
pub use cells::{EMPTY, cells};
pub use colours::{colours, paint};
pub use pieces::pieces;

use serde::{Deserialize, Serialize};

use super::geometry::Rect;
use super::scale::{Line, Scale};
use super::scatter::Window;

/// From more points than this on a picture is one of cells. A mark for each of so many is still laid out and drawn within a frame of the
/// page (60,000: about 10 ms); of twice as many it no longer is, and hardly one mark shows that is not covered by others.
pub const CROWD: usize = 60_000;
/// Down to so few in sight, zoomed in, a crowd is marks again: as single cells they would be too faint to be made out.
pub const FEW: usize = 20_000;

/// The plot's area and its axes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CrowdAxes {
    pub plot: Rect,
    pub score: Scale,
    pub contribution: Scale,
}

/// The points; all columns have the same length.
#[derive(Clone, Copy, Debug)]
pub struct Crowd<'a> {
    pub score: &'a [f64],
    /// Contribution as its axis counts it: [`super::ScaleKind::unit`].
    pub height: &'a [f64],
    /// 0..=3; any other is not shown.
    pub class: &'a [u8],
}

/// Which points are pale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Pale {
    #[default]
    Nobody,
    /// What is searched for is marked above all others.
    Everybody,
    /// All but those in a part of the data.
    Outside(Window),
}

/// What is shown of a crowd, and how finely.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CrowdFrame {
    pub axes: CrowdAxes,
    /// Side of a cell in chart units.
    pub cell: f64,
    /// Classes not shown.
    pub hidden: [bool; 4],
    pub pale: Pale,
}

/// A crowd as cells, rows from the top, beginning at the plot's upper left corner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CrowdPicture {
    pub columns: u32,
    pub rows: u32,
    /// One byte each, [`EMPTY`] or a place in [`colours`]; none where `few` holds the points.
    #[serde(with = "serde_bytes")]
    pub cells: Vec<u8>,
    /// Points inside the plot.
    pub shown: u32,
    /// Points in the fullest cell.
    pub most: u32,
}

/// Counts a crowd into cells. The second part holds the numbers of the points inside the plot where these are no more than [`FEW`].
#[must_use]
pub fn picture(crowd: &Crowd<'_>, frame: &CrowdFrame) -> (CrowdPicture, Vec<u32>) {
    let bins = bins(crowd, frame);
    let (columns, rows) = (bins.columns as u32, bins.rows as u32);
    let few = bins.shown as usize <= FEW;
    let (cells, few) = if few { (Vec::new(), bins.few.clone()) } else { (cells(&bins), Vec::new()) };
    (CrowdPicture { columns, rows, cells, shown: bins.shown, most: bins.most() }, few)
}

/// From a point's columns to its place.
#[derive(Clone, Copy, Debug)]
pub struct Placing {
    plot: Rect,
    score: Line,
    height: Line,
    zero_or_less: f64,
}

impl Placing {
    #[must_use]
    pub fn new(axes: &CrowdAxes) -> Self {
        Self {
            // A point on the border is inside, however its place was rounded.
            plot: axes.plot.grown(1e-6),
            score: axes.score.line(),
            height: axes.contribution.line(),
            zero_or_less: axes.contribution.strip().map_or(f64::NAN, |strip| strip.middle()),
        }
    }

    /// The place in chart units; `None` outside the plot.
    #[must_use]
    pub fn place(&self, score: f64, height: f64) -> Option<(f64, f64)> {
        let x = self.score.place(score);
        let y = if height == f64::NEG_INFINITY { self.zero_or_less } else { self.height.place(height) };
        self.plot.contains(x, y).then_some((x, y))
    }
}

impl<'a> Crowd<'a> {
    /// Where one point stands; `None` where it is not in sight.
    #[must_use]
    pub fn placed_at(self, index: usize, axes: &CrowdAxes, hidden: [bool; 4]) -> Option<(f64, f64)> {
        let shown = hidden.get(usize::from(*self.class.get(index)?)).is_some_and(|hidden| !hidden);
        Placing::new(axes).place(*self.score.get(index)?, *self.height.get(index)?).filter(|_| shown)
    }

    /// The points in sight: number and place.
    pub fn placed(self, axes: &CrowdAxes, hidden: [bool; 4]) -> impl Iterator<Item = (usize, (f64, f64))> + Clone + use<'a> {
        let placing = Placing::new(axes);
        let columns = self.score.iter().zip(self.height).zip(self.class).enumerate();
        columns.filter_map(move |(index, ((&score, &height), &class))| {
            let shown = hidden.get(usize::from(class)).is_some_and(|hidden| !hidden);
            if shown { placing.place(score, height).map(|place| (index, place)) } else { None }
        })
    }
}
