//! The quadrant of one customer. The interface calls this very function while a threshold is dragged.

use serde::{Deserialize, Serialize};

use crate::units::reaches;

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

    /// `EI` … `EIV`.
    #[must_use]
    pub fn existing_code(self) -> &'static str {
        ["EI", "EII", "EIII", "EIV"][self.index()]
    }

    /// The strategy for existing customers (METHODS 1, source S).
    #[must_use]
    pub fn strategy(self) -> Strategy {
        [Strategy::Consolidate, Strategy::TurnAround, Strategy::Develop, Strategy::Divest][self.index()]
    }
}

/// What to do with a class of existing customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Strategy {
    Consolidate,
    TurnAround,
    Develop,
    Divest,
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
    pub contribution: f64,
    /// In the stability measure's unit (a CV, a share of months …).
    pub stability: f64,
    pub stability_direction: Direction,
}

/// The quadrant of one rated customer. Ties count as high contribution and as stable (METHODS 0), within a relative tolerance of 1e-9.
///
/// ```
/// use fourfold::classify::{Cuts, Direction, Quadrant, class_of};
/// let cuts = Cuts { contribution: 161.5, stability: 0.5, stability_direction: Direction::LowIsGood };
/// assert_eq!(class_of(410.0, 0.06, cuts), Quadrant::I);
/// assert_eq!(class_of(410.0, 1.33, cuts), Quadrant::II);
/// assert_eq!(class_of(82.0, 0.06, cuts), Quadrant::III);
/// assert_eq!(class_of(45.0, 1.7, cuts), Quadrant::IV);
/// ```
#[must_use]
pub fn class_of(contribution: f64, stability: f64, cuts: Cuts) -> Quadrant {
    let stable = match cuts.stability_direction {
        Direction::HighIsGood => reaches(stability, cuts.stability),
        Direction::LowIsGood => reaches(cuts.stability, stability),
    };
    match (reaches(contribution, cuts.contribution), stable) {
        (true, true) => Quadrant::I,
        (true, false) => Quadrant::II,
        (false, true) => Quadrant::III,
        (false, false) => Quadrant::IV,
    }
}
