//! Where a picture stands under other axes than its own: moved and scaled, until the one made for them is there.

use super::CrowdAxes;
use crate::chart::geometry::Rect;

/// Which part of a picture goes where: the first area is in cells of the picture, the second in chart units. Two pieces where the axis has a
/// strip "0 or less", which keeps its height; none where the axes count differently.
///
/// `made` are the axes the picture was made for, `cell` its cells' side, `now` the axes in force.
#[must_use]
pub fn pieces(made: &CrowdAxes, cell: f64, now: &CrowdAxes) -> Vec<(Rect, Rect)> {
    if made.contribution.kind() != now.contribution.kind() {
        return Vec::new();
    }
    let (from, plot) = (made.plot, now.plot);
    let x = |place: f64| now.score.screen_from_data(made.score.data_from_screen(place));
    let y = |place: f64| now.contribution.screen_from_data(made.contribution.data_from_screen(place));
    let near = made.contribution.strip().map_or(from.bottom, |strip| strip.near);
    let bottom = now.contribution.strip().map_or(plot.bottom, |strip| strip.near);
    let (left, right) = (x(from.left), x(from.right));
    let in_cells = |top: f64, bottom: f64| Rect {
        left: 0.0,
        top: (top - from.top) / cell,
        right: from.width() / cell,
        bottom: (bottom - from.top) / cell,
    };
    let mut pieces = vec![cut(in_cells(from.top, near), Rect { left, right, top: y(from.top), bottom: y(near) }, Rect { bottom, ..plot })];
    if let (Some(made), Some(now)) = (made.contribution.strip(), now.contribution.strip()) {
        let goes = Rect { left, right, top: now.near, bottom: now.far };
        pieces.push(cut(in_cells(made.near, made.far), goes, Rect { top: now.near, ..plot }));
    }
    pieces.into_iter().flatten().collect()
}

/// The part of a piece that lies inside an area.
fn cut(source: Rect, goes: Rect, inside: Rect) -> Option<(Rect, Rect)> {
    let kept = Rect {
        left: goes.left.max(inside.left),
        top: goes.top.max(inside.top),
        right: goes.right.min(inside.right),
        bottom: goes.bottom.min(inside.bottom),
    };
    if !(kept.width() > 0.0 && kept.height() > 0.0 && goes.width() > 0.0 && goes.height() > 0.0) {
        return None;
    }
    let across = |place: f64| source.left + (place - goes.left) / goes.width() * source.width();
    let down = |place: f64| source.top + (place - goes.top) / goes.height() * source.height();
    Some((Rect { left: across(kept.left), top: down(kept.top), right: across(kept.right), bottom: down(kept.bottom) }, kept))
}
