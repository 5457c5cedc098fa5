//! The class list for exports, largest contribution first.

use crate::classify::Side;
use crate::engine::cache::Basis;
use crate::engine::{ExportRow, ExportView, HorizontalMeasure};
use crate::workspace::Workspace;

pub(in crate::engine) fn export(workspace: &Workspace, basis: &Basis) -> ExportView {
    let row = |&number: &u32| {
        let plane = basis.plane();
        let key = basis.customers.key(number);
        ExportRow {
            customer: key.to_owned(),
            name: basis.name(workspace, number).to_owned(),
            vertical: plane.vertical_of(number),
            horizontal: plane.horizontal_of(number),
            score: plane.score_of(number),
            class: basis.rating.class(number),
            computed_class: basis.rating.computed_class(number),
            not_rated: plane.not_rated_of(number),
            overridden: workspace.overrides_of(basis.side).get(key).cloned(),
        }
    };
    ExportView {
        side: basis.side,
        workspace: workspace.name.clone(),
        measure: match basis.side {
            Side::Existing => HorizontalMeasure::Stability(workspace.existing.stability),
            Side::Potential => HorizontalMeasure::Intent(workspace.potential.intent_from),
        },
        currency: super::workspace::currency(workspace),
        rows: basis.measured.descending.iter().map(row).collect(),
    }
}
