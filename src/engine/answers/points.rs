//! The scatter's columns.

use crate::engine::PointsView;
use crate::engine::cache::Basis;
use crate::workspace::Workspace;

pub(in crate::engine) fn points(workspace: &Workspace, basis: &Basis) -> PointsView {
    let plane = basis.plane();
    let mut view = PointsView { revision: basis.revision, ..PointsView::default() };
    for (number, vertical, horizontal) in plane.rated() {
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
