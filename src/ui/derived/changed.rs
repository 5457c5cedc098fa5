//! The classes at cuts that are being tried, computed on the page so that a dragged threshold never waits for the engine.

use crate::classify::{Cuts, class_of};
use crate::engine::{PointsView, TrialCuts};

/// The settled cuts with the tried ones in their place.
#[must_use]
pub fn tried(cuts: Cuts, trial: TrialCuts) -> Cuts {
    Cuts {
        vertical: trial.vertical.unwrap_or(cuts.vertical),
        horizontal: trial.horizontal.unwrap_or(cuts.horizontal),
        direction: cuts.direction,
    }
}

/// The class 0..=3 of every point at these cuts; a class set by hand stays.
#[must_use]
pub fn classes_at(points: &PointsView, cuts: Cuts) -> Vec<u8> {
    let measures = points.vertical.iter().zip(&points.horizontal);
    let settled = points.class.iter().zip(&points.overridden);
    measures
        .zip(settled)
        .map(
            |((&vertical, &horizontal), (&class, &overridden))| {
                if overridden == 1 { class } else { class_of(vertical, horizontal, cuts).index() as u8 }
            },
        )
        .collect()
}

/// How many customers have another class than before, or gained or lost one.
#[must_use]
pub fn customers_changed(before: &PointsView, after: &PointsView) -> u32 {
    let (mut left, mut right) = (classes_by_customer(before).into_iter().peekable(), classes_by_customer(after).into_iter().peekable());
    let mut changed = 0;
    loop {
        match (left.peek().copied(), right.peek().copied()) {
            (None, None) => return changed,
            (Some((one, class)), Some((other, new_class))) if one == other => {
                changed += u32::from(class != new_class);
                left.next();
                right.next();
            }
            (Some((one, _)), Some((other, _))) if one > other => {
                changed += 1;
                right.next();
            }
            (Some(_), _) => {
                changed += 1;
                left.next();
            }
            (None, Some(_)) => {
                changed += 1;
                right.next();
            }
        }
    }
}

fn classes_by_customer(points: &PointsView) -> Vec<(u32, u8)> {
    let mut classes: Vec<_> = points.customer.iter().copied().zip(points.class.iter().copied()).collect();
    classes.sort_unstable();
    classes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Direction;

    const CUTS: Cuts = Cuts { vertical: 161.5, horizontal: 0.5, direction: Direction::LowIsGood };

    /// C1 … C4 of METHODS 1.
    fn points() -> PointsView {
        PointsView {
            customer: vec![3, 1, 2, 0],
            vertical: vec![410.0, 410.0, 82.0, 45.0],
            horizontal: vec![0.06, 1.33, 0.06, 1.7],
            class: vec![0, 1, 2, 3],
            overridden: vec![0; 4],
            ..PointsView::default()
        }
    }

    #[test]
    fn classes_follow_the_tried_cuts() {
        assert_eq!(classes_at(&points(), CUTS), [0, 1, 2, 3]);
        let tried = tried(CUTS, TrialCuts { vertical: Some(40.0), horizontal: None });
        assert_eq!(classes_at(&points(), tried), [0, 1, 0, 1]);
    }

    #[test]
    fn a_class_set_by_hand_stays() {
        let mut points = points();
        (points.class[3], points.overridden[3]) = (0, 1);
        assert_eq!(classes_at(&points, CUTS), [0, 1, 2, 0]);
    }

    #[test]
    fn changes_are_counted_by_customer() {
        let before = points();
        assert_eq!(customers_changed(&before, &before), 0);
        let mut after = points();
        after.class[1] = 0;
        assert_eq!(customers_changed(&before, &after), 1);
        // Customer 0 is no longer rated, customer 9 is new.
        after.customer[3] = 9;
        assert_eq!(customers_changed(&before, &after), 3);
        assert_eq!(customers_changed(&PointsView::default(), &before), 4);
    }
}
