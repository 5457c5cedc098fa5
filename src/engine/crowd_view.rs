//! Questions about a picture with more points than a page can hold, and their answers: plain data to show.

use serde::{Deserialize, Serialize};

use super::{Revision, TrialCuts};
use crate::chart::ScaleKind;
use crate::chart::crowd::{CrowdAxes, CrowdFrame, CrowdPicture};
use crate::chart::scatter::Direction;
use crate::classify::Side;

/// The points of one side as cells.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CrowdQuery {
    pub side: Side,
    pub trial: TrialCuts,
    pub frame: CrowdFrame,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CrowdView {
    pub revision: Revision,
    /// As asked for.
    pub frame: CrowdFrame,
    pub picture: CrowdPicture,
    /// The points themselves, in place of cells, where these are few: score, vertical and class 0..=3.
    pub score: Vec<f64>,
    pub vertical: Vec<f64>,
    #[serde(with = "serde_bytes")]
    pub class: Vec<u8>,
}

/// One point of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PointQuery {
    pub side: Side,
    pub trial: TrialCuts,
    pub which: WhichPoint,
}

impl PointQuery {
    /// Of the vertical axis, where the question has one.
    #[must_use]
    pub fn kind(&self) -> Option<ScaleKind> {
        match self.which {
            WhichPoint::Of { .. } => None,
            WhichPoint::Near { axes, .. } | WhichPoint::Next { axes, .. } => Some(axes.contribution.kind()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum WhichPoint {
    Of {
        customer: u32,
    },
    /// The nearest to a place, at most `reach` chart units away.
    Near {
        axes: CrowdAxes,
        hidden: [bool; 4],
        place: (f64, f64),
        reach: f64,
    },
    /// The next from a customer that way, more than `stride` chart units further; the uppermost where `from` is nobody in sight.
    Next {
        axes: CrowdAxes,
        hidden: [bool; 4],
        from: Option<u32>,
        direction: Direction,
        stride: f64,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PointView {
    pub customer: u32,
    pub name: String,
    pub vertical: f64,
    /// In the measure's own unit.
    pub horizontal: f64,
    pub score: f64,
    /// 0..=3, in force.
    pub class: u8,
    /// The class was set by hand.
    pub overridden: bool,
}
