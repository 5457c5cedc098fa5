//! The points that a page needs of a crowd: those that shape its axes, those that bear names, and those it asks for.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::classify::{Class, Side};
use crate::engine::cache::Basis;
use crate::engine::{PointsView, Revision};
use crate::workspace::{Rating, Workspace};

/// Of each class as many of the largest as a picture may try to name.
const LARGEST: usize = 40;
/// Parts of the horizontal axis; of each the outermost points above and below shape the room a picture keeps free for its captions.
const PARTS: usize = 64;

/// What is kept of a crowd from one question to the next: its landmarks, and its classes in two states that followed each other, because
/// the page, which has but the landmarks, cannot compare them.
pub(in crate::engine) struct Landmarks {
    side: Side,
    revision: Revision,
    rating: Arc<Rating>,
    chosen: Vec<u32>,
    changed_since: Option<(Revision, u32)>,
}

impl Landmarks {
    /// Whether these customers are more than can be handed over one by one.
    pub fn are_needed(basis: &Basis, most: usize) -> bool {
        rated(basis) > most
    }

    pub fn renewed(before: Option<Self>, basis: &Basis) -> Self {
        match before.filter(|before| before.side == basis.side) {
            Some(before) if before.revision == basis.revision => before,
            before => Self {
                side: basis.side,
                revision: basis.revision,
                rating: Arc::clone(&basis.rating),
                chosen: largest(basis).into_iter().chain(outermost(basis)).collect(),
                changed_since: before.map(|before| (before.revision, changed(&before.rating.classes, &basis.rating.classes))),
            },
        }
    }

    /// Their points, and those of `also`.
    pub fn points(&self, workspace: &Workspace, basis: &Basis, also: &[u32]) -> PointsView {
        let customers: BTreeSet<u32> = self.chosen.iter().chain(also).copied().collect();
        PointsView {
            crowd: u32::try_from(rated(basis)).unwrap_or(u32::MAX),
            changed_since: self.changed_since,
            ..super::points_of(workspace, basis, customers.into_iter())
        }
    }
}

fn rated(basis: &Basis) -> usize {
    basis.rating.totals[..4].iter().map(|class| class.customers as usize).sum()
}

fn largest(basis: &Basis) -> Vec<u32> {
    let mut left = [LARGEST; 4];
    let mut found = Vec::new();
    for &number in &basis.measured.descending {
        let Some(class) = basis.rating.class(number) else { continue };
        if left[class.index()] > 0 {
            left[class.index()] -= 1;
            found.push(number);
        }
        if left == [0; 4] {
            break;
        }
    }
    found
}

/// In each part of the horizontal axis: the lowest, the lowest above 0 (where a logarithmic axis begins), the highest, and those furthest to
/// both sides.
fn outermost(basis: &Basis) -> Vec<u32> {
    let plane = basis.plane();
    let mut found = vec![[None::<(f64, u32)>; 5]; PARTS];
    for (number, vertical, horizontal) in plane.rated() {
        let score = plane.scale.score(horizontal);
        let Some(part) = found.get_mut(((score * PARTS as f64) as usize).min(PARTS - 1)) else { continue };
        let figures = [vertical, if vertical > 0.0 { vertical } else { f64::NAN }, -vertical, score, -score];
        for (least, figure) in part.iter_mut().zip(figures) {
            if figure.is_finite() && least.is_none_or(|(known, _)| figure < known) {
                *least = Some((figure, number));
            }
        }
    }
    found.into_iter().flatten().flatten().map(|(_, number)| number).collect()
}

/// How many customers have another class, or gained or lost one.
fn changed(before: &[Class], after: &[Class]) -> u32 {
    let longest = before.len().max(after.len());
    let class = |classes: &[Class], number: usize| classes.get(number).copied().flatten();
    (0..longest).filter(|&number| class(before, number) != class(after, number)).count() as u32
}
