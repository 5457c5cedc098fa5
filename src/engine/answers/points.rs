//! The scatter's columns.

use crate::engine::PointsView;
use crate::engine::cache::Basis;
use crate::workspace::Workspace;

pub(in crate::engine) fn points(workspace: &Workspace, basis: &Basis) -> PointsView {
    points_of(workspace, basis, basis.plane().members.iter().copied())
}

/// Those of some customers alone.
pub(in crate::engine) fn points_of(workspace: &Workspace, basis: &Basis, customers: impl Iterator<Item = u32>) -> PointsView {
    let plane = basis.plane();
    let mut view = PointsView { revision: basis.revision, ..PointsView::default() };
    for number in customers {
        let (Some(vertical), Some(horizontal)) = (plane.vertical_of(number), plane.horizontal_of(number)) else { continue };
        // Without cuts nobody has a class, but a class set by hand still stands.
        let Some(class) = basis.rating.class(number) else { continue };
        view.customer.push(number);
        view.vertical.push(vertical);
        view.horizontal.push(horizontal);
        view.score.push(plane.scale.score(horizontal));
        view.class.push(class.index() as u8);
        view.overridden.push(u8::from(basis.rating.is_overridden(number)));
        view.names.push(basis.name(workspace, number).to_owned());
    }
    view
}
