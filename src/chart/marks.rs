//! The shape of each class: circle, triangle, square, diamond, all of the same area, so that none weighs more. Shape carries the class where
//! colour cannot. Plain geometry around (0, 0); knows nothing of colours or places.

use std::f64::consts::PI;

/// A class's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Triangle,
    Square,
    Diamond,
}

impl Shape {
    pub const ALL: [Self; 4] = [Self::Circle, Self::Triangle, Self::Square, Self::Diamond];

    /// The shape of class 0..=3; larger numbers repeat.
    #[must_use]
    pub fn of_class(class: u8) -> Self {
        Self::ALL[usize::from(class % 4)]
    }

    /// Corners of the shape with the area of a circle of `radius`; none for the circle.
    #[must_use]
    pub fn corners(self, radius: f64) -> Vec<(f64, f64)> {
        let reach = self.reach(radius);
        match self {
            Self::Circle => Vec::new(),
            Self::Triangle => vec![(0.0, -reach), (reach * 0.75f64.sqrt(), reach / 2.0), (-reach * 0.75f64.sqrt(), reach / 2.0)],
            Self::Square => {
                let half = reach / 2f64.sqrt();
                vec![(-half, -half), (half, -half), (half, half), (-half, half)]
            }
            Self::Diamond => vec![(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)],
        }
    }

    /// Distance from the middle to the farthest point.
    #[must_use]
    pub fn reach(self, radius: f64) -> f64 {
        match self {
            Self::Circle => radius,
            // Area 3√3/4 · reach² = π · radius².
            Self::Triangle => radius * (4.0 * PI / 27f64.sqrt()).sqrt(),
            // Area 2 · reach² = π · radius².
            Self::Square | Self::Diamond => radius * (PI / 2.0).sqrt(),
        }
    }

    /// The radius of the same shape with every side moved out by `rim`.
    #[must_use]
    pub fn grown(self, radius: f64, rim: f64) -> f64 {
        let side = -self.distance(0.0, 0.0, radius);
        if side > 0.0 { radius * (side + rim) / side } else { radius }
    }

    /// How far outside the shape a point lies, by the nearest side; negative inside.
    #[must_use]
    pub fn distance(self, x: f64, y: f64, radius: f64) -> f64 {
        let reach = self.reach(radius);
        match self {
            Self::Circle => x.hypot(y) - radius,
            Self::Triangle => (y - reach / 2.0).max(x.abs() * 0.75f64.sqrt() - y / 2.0 - reach / 2.0),
            Self::Square => x.abs().max(y.abs()) - reach / 2f64.sqrt(),
            Self::Diamond => (x.abs() + y.abs() - reach) / 2f64.sqrt(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_shapes_have_one_area() {
        let expected = PI * 16.0;
        for shape in Shape::ALL {
            let step = 0.02;
            let inside = (0..1000)
                .flat_map(|row| (0..1000).map(move |column| (f64::from(column) * step - 10.0, f64::from(row) * step - 10.0)))
                .filter(|&(x, y)| shape.distance(x, y, 4.0) < 0.0)
                .count();
            let area = inside as f64 * step * step;
            assert!((area / expected - 1.0).abs() < 0.005, "{shape:?}: {area}");
        }
    }

    #[test]
    fn a_grown_shape_lies_a_rim_outside() {
        for shape in Shape::ALL {
            let grown = shape.grown(4.0, 0.75);
            let side = if shape == Shape::Triangle { (0.0, shape.reach(grown) / 2.0) } else { (-shape.distance(0.0, 0.0, grown), 0.0) };
            if shape != Shape::Diamond {
                assert!((shape.distance(side.0, side.1, 4.0) - 0.75).abs() < 1e-9, "{shape:?}");
            }
        }
    }

    #[test]
    fn corners_lie_on_the_border() {
        for shape in Shape::ALL {
            for (x, y) in shape.corners(5.0) {
                assert!(shape.distance(x, y, 5.0).abs() < 1e-9, "{shape:?}");
                assert!((x.hypot(y) - shape.reach(5.0)).abs() < 1e-9);
            }
        }
    }
}
