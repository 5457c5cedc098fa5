//! The quadrant of one customer, existing or potential. The interface calls this very function while a threshold is dragged.

use serde::{Deserialize, Serialize};

use crate::units::reaches;

/// Which customers are looked at: those who buy, by contribution × stability, or those who may, by expected contribution × intent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Side {
    #[default]
    Existing,
    Potential,
}

impl Side {
    pub const ALL: [Self; 2] = [Self::Existing, Self::Potential];

    /// Stable code for addresses, files and tests.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Existing => "existing",
            Self::Potential => "potential",
        }
    }
}

/// One of the two axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Axis {
    /// Contribution, or expected contribution.
    Vertical,
    /// Stability, or intent.
    Horizontal,
}

impl Axis {
    pub const ALL: [Self; 2] = [Self::Vertical, Self::Horizontal];
}

/// The four quadrants, in the order of their numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quadrant {
    /// High contribution, high stability (EI) or intent (PI).
    I,
    /// High contribution, low stability or intent.
    II,
    /// Low contribution, high stability or intent.
    III,
    /// Low, low.
    IV,
}

impl Quadrant {
    pub const ALL: [Self; 4] = [Self::I, Self::II, Self::III, Self::IV];

    /// 0..=3.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// `EI` … `EIV`, `PI` … `PIV`.
    #[must_use]
    pub fn code(self, side: Side) -> &'static str {
        let codes = match side {
            Side::Existing => ["EI", "EII", "EIII", "EIV"],
            Side::Potential => ["PI", "PII", "PIII", "PIV"],
        };
        codes[self.index()]
    }

    /// The strategy (METHODS 1, source S; METHODS 2, source P/X).
    #[must_use]
    pub fn strategy(self, side: Side) -> Strategy {
        let strategies = match side {
            Side::Existing => [Strategy::Consolidate, Strategy::TurnAround, Strategy::Develop, Strategy::Divest],
            Side::Potential => [Strategy::WinNow, Strategy::BuildIntent, Strategy::TakeCheaply, Strategy::OnlyWhenFree],
        };
        strategies[self.index()]
    }

    /// Whether the quadrant lies on the high side of an axis.
    #[must_use]
    pub fn is_high(self, axis: Axis) -> bool {
        match axis {
            Axis::Vertical => matches!(self, Self::I | Self::II),
            Axis::Horizontal => matches!(self, Self::I | Self::III),
        }
    }

    /// The quadrant on these sides of the two axes.
    #[must_use]
    pub fn of_sides(high: bool, right: bool) -> Self {
        match (high, right) {
            (true, true) => Self::I,
            (true, false) => Self::II,
            (false, true) => Self::III,
            (false, false) => Self::IV,
        }
    }
}

/// What to do with a class of customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Strategy {
    Consolidate,
    TurnAround,
    Develop,
    Divest,
    WinNow,
    BuildIntent,
    TakeCheaply,
    OnlyWhenFree,
}

/// A quadrant, or none: not rated.
pub type Class = Option<Quadrant>;

/// Which side of a measure is the good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// High if value ≥ cut.
    HighIsGood,
    /// Good if value ≤ cut: variation measures.
    LowIsGood,
}

/// The two cuts, each in its measure's own unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cuts {
    /// Of contribution or expected contribution; high is good.
    pub vertical: f64,
    /// Of stability or intent (a CV, a share of months, a rating …).
    pub horizontal: f64,
    /// Of the horizontal axis.
    pub direction: Direction,
}

/// The quadrant of one rated customer. Ties count as high contribution and as stable, or of high intent (METHODS 0), within a relative
/// tolerance of 1e-9.
///
/// ```
/// use fourfold::classify::{Cuts, Direction, Quadrant, class_of};
/// let cuts = Cuts { vertical: 161.5, horizontal: 0.5, direction: Direction::LowIsGood };
/// assert_eq!(class_of(410.0, 0.06, cuts), Quadrant::I);
/// assert_eq!(class_of(410.0, 1.33, cuts), Quadrant::II);
/// assert_eq!(class_of(82.0, 0.06, cuts), Quadrant::III);
/// assert_eq!(class_of(45.0, 1.7, cuts), Quadrant::IV);
/// ```
#[must_use]
pub fn class_of(vertical: f64, horizontal: f64, cuts: Cuts) -> Quadrant {
    let right = match cuts.direction {
        Direction::HighIsGood => reaches(horizontal, cuts.horizontal),
        Direction::LowIsGood => reaches(cuts.horizontal, horizontal),
    };
    Quadrant::of_sides(reaches(vertical, cuts.vertical), right)
}
