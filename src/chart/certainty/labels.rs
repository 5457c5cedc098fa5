//! The labels of the two dots: clear of the curve, the dotted lines, the dots and each other.

use super::input::CertaintyInput;
use super::layout::CertaintyLayout;
use crate::chart::geometry::Rect;
use crate::chart::labels::{Obstacles, marks, small};
use crate::chart::pen::Anchor;
use crate::chart::text::{SPARE, Weight};

/// From the middle of a dot to what it keeps clear.
const DOT: f64 = 8.0;

/// Places the answer's label, then the plain division's.
pub(super) fn place(layout: &mut CertaintyLayout, input: &CertaintyInput<'_>) {
    let mut taken = obstacles(layout);
    let mut beside = |text: &str, weight: Weight, dot: Option<(f64, f64)>| {
        let label = small(text, 0.0, 0.0, Anchor::Start);
        let label = taken.beside(&crate::chart::Label { weight, ..label }, dot.filter(|_| !text.is_empty())?, &layout.plot);
        taken.boxes.push(label.bounds(SPARE).grown(2.0));
        Some(label)
    };
    let answer = input.answer.as_ref().and_then(|mark| beside(&mark.text, Weight::SemiBold, layout.answer));
    let plain = input.plain.as_ref().and_then(|mark| beside(&mark.text, Weight::Regular, layout.plain));
    (layout.answer_label, layout.plain_label) = (answer, plain);
}

fn obstacles(layout: &CertaintyLayout) -> Obstacles {
    let dots = [layout.answer, layout.plain].into_iter().flatten();
    let dotted = [layout.across.map(|(y, from, to)| [(from, y), (to, y)]), layout.down.map(|(x, from, to)| [(x, from), (x, to)])];
    Obstacles {
        boxes: dots.map(|(x, y)| Rect { left: x, top: y, right: x, bottom: y }.grown(DOT)).collect(),
        lines: marks(&layout.curve),
        faint: dotted.into_iter().flatten().flat_map(|line| marks(&line)).collect(),
        grid: layout.grid.clone(),
    }
}
